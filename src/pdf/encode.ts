import type { Font } from '../text/metrics.ts';

/** A number as PDF writes it: at most three decimals, no exponent. */
export const number = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

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

const hexGlyph = (id: number): string => id.toString(16).padStart(4, '0');

/** A word as the inside of a TJ array: hexadecimal glyphs, open at both ends, kerning between. */
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
    if (kern !== undefined) out += `>${number((-kern * 1000) / font.metrics.unitsPerEm)}<`;
    out += hexGlyph(glyph?.id ?? 0);
    kerning = glyph?.kerning;
  }
  if (known.size >= cachedWords) known.clear();
  known.set(word, out);
  return out;
}

/**
 * A text as the operand of TJ. Every space is drawn, so that the words part when the text is read back;
 * `stretch` (points) is added after each.
 */
export function glyphArray(font: Font, text: string, size: number, stretch: number): string {
  const words = text.split(' ');
  const space = hexGlyph(font.glyphs.get(' ')?.id ?? 0);
  const adjust = stretch === 0 ? space : `${space}>${number((-stretch * 1000) / size)}<`;
  return `[<${words.map((word) => wordOf(font, word)).join(adjust)}>]`.replaceAll('<>', '');
}
