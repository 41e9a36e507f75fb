import type { Font } from '../text/metrics.ts';
import { Remembered } from '../text/remembered.ts';

/** What follows the whole part, by thousandths. */
const decimals = Array.from({ length: 1000 }, (_, part) => String(part / 1000).slice(1));

/**
 * A number as PDF writes it: at most three decimals, no exponent. A page has thousands of them: two integers are written
 * faster than one fraction.
 */
export function number(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const whole = Math.floor(thousandths / 1000);
  const digits = whole + (decimals[thousandths - whole * 1000] ?? '');
  return value < 0 && thousandths > 0 ? `-${digits}` : digits;
}

/** Text as a hexadecimal string in UTF-16BE, the form that every field of text takes. */
export function hexText(text: string): string {
  let hex = '<FEFF';
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return `${hex}>`;
}

/** Plain ASCII or UTF-16 as it fits. */
export const textString = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : hexText(text);

/** ISO 8601 with an offset (`2020-03-04T10:00:00+05:00`) as the date of PDF. */
export function pdfDate(iso: string): string {
  const [, year, month, day, hour, minute, second, zone] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)$/.exec(iso) ?? [];
  const offset = zone === undefined || zone === 'Z' ? 'Z' : `${zone.replace(':', "'")}'`;
  return `D:${year}${month}${day}${hour}${minute}${second}${offset}`;
}

const cachedWords = 20_000;
const encoded = new WeakMap<Font, Map<string, string>>();

/** The bytes that would end a string, or be read as another one (ISO 32000-1, 7.3.4.2). */
const escapes: ReadonlyMap<number, string> = new Map([...'()\\'].map((sign) => [sign.charCodeAt(0), `\\${sign}`]));
const byte = (value: number): string =>
  value === 0x0d ? '\\r' : value === 0x0a ? '\\n' : (escapes.get(value) ?? String.fromCharCode(value));

/** A glyph as two bytes of a string: half of what hexadecimal digits take, to build and to compress. */
const glyphBytes = (id: number): string => byte(id >> 8) + byte(id & 0xff);

/** A word as the inside of a TJ array: glyphs, open at both ends, kerning between. */
function wordOf(font: Font, word: string): string {
  let known = encoded.get(font);
  if (!known) encoded.set(font, (known = new Map()));
  const before = known.get(word);
  if (before !== undefined) return before;
  let out = '';
  let kerning: ReadonlyMap<string, number> | undefined;
  for (const character of word) {
    const glyph = font.glyphs.get(character);
    const kern = kerning?.get(character);
    if (kern !== undefined) out += `)${number((-kern * 1000) / font.metrics.unitsPerEm)}(`;
    out += glyphBytes(glyph?.id ?? 0);
    kerning = glyph?.kerning;
  }
  if (known.size >= cachedWords) known.clear();
  known.set(word, out);
  return out;
}

interface Operand {
  readonly size: number;
  readonly stretch: number;
  readonly operand: string;
}

/** Letters of the texts whose operands are remembered. */
const rememberedLetters = 100_000;
const operands = new WeakMap<Font, Remembered<Operand>>();

/** The operand of a text that was last drawn alike is not made again: most lines of documents of one kind are the same in all. */
export function glyphArray(font: Font, text: string, size: number, stretch: number): string {
  let memory = operands.get(font);
  if (!memory) operands.set(font, (memory = new Remembered(rememberedLetters)));
  const before = memory.get(text);
  if (before?.stretch === stretch && before.size === size) return before.operand;
  const operand = operandOf(font, text, size, stretch);
  memory.keep(text, { size, stretch, operand });
  return operand;
}

/**
 * A text as the operand of TJ, each character of it one byte of the file. Every space is drawn, so that the words part when the text is read back;
 * `stretch` (points) is added after each.
 */
function operandOf(font: Font, text: string, size: number, stretch: number): string {
  const space = glyphBytes(font.glyphs.get(' ')?.id ?? 0);
  const adjust = stretch === 0 ? space : `${space})${number((-stretch * 1000) / size)}(`;
  let out = '[(';
  for (let start = 0; ;) {
    const end = text.indexOf(' ', start);
    out += wordOf(font, end < 0 ? text.slice(start) : text.slice(start, end));
    if (end < 0) return `${out})]`;
    out += adjust;
    start = end + 1;
  }
}
