import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { detectEncoding, type Encoding as Usual } from './encoding.ts';
import { htmlLines, looksLikeHtml, type TextLine } from './html.ts';

/** Texts of older systems come in encodings that no file of answers has. */
type Encoding = Usual | 'koi8-r' | 'cp866';

/** A text document of any encoding, plain or HTML, as lines with their place in the file. */
export interface TextDocument {
  readonly lines: readonly TextLine[];
  readonly encoding: Encoding;
  readonly form: 'plain' | 'html';
  /** How many lines are in another encoding than the rest. */
  readonly foreign: number;
}

const names = {
  'windows-1251': 'windows-1251',
  'kz-1048': 'rk1048',
  'koi8-r': 'koi8-r',
  cp866: 'cp866',
  'utf-16be': 'utf-16be',
  'utf-16le': 'utf-16le',
};
type Single = 'windows-1251' | 'kz-1048' | 'koi8-r' | 'cp866';

const SAMPLE = 1 << 16;
/** The commonest pairs of letters of Russian; read in a wrong encoding a text has hardly any. */
const pairs = /ст|ен|но|то|на|ов|ни|ра|ос|го|ро|ие|ко/gu;
const pairsIn = (bytes: Buffer, encoding: Single): number =>
  (iconv.decode(bytes.subarray(0, SAMPLE), names[encoding]).match(pairs) ?? []).length;

/** windows-1251 or KZ-1048, unless another table makes far more sense of the bytes. */
function singleOf(bytes: Buffer, usual: 'windows-1251' | 'kz-1048'): Single {
  const most = 2 * pairsIn(bytes, usual) + 8;
  return (['koi8-r', 'cp866'] as const).find((one) => pairsIn(bytes, one) > most) ?? usual;
}

/** UTF-16 without its mark: of Cyrillic and Latin letters every other byte is 4 or 0. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 16) return undefined;
  const count = [0, 0];
  let letters = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte === 4 || byte === 0) count[at % 2] = (count[at % 2] ?? 0) + 1;
    if (byte === 4) letters += 1;
  }
  const [even = 0, odd = 0] = count.map((one) => (2 * one) / sample.length);
  if (letters === 0) return undefined;
  if (odd > 0.9 && even < 0.3) return 'utf-16le';
  return even > 0.9 && odd < 0.3 ? 'utf-16be' : undefined;
}

/** Lines of bytes, each in UTF-8 or else in the one-byte encoding of the file. */
function mixedText(bytes: Buffer, encoding: Single): { text: string; foreign: number } {
  const parts: string[] = [];
  let strict = 0;
  let loose = 0;
  for (let at = 0; at <= bytes.length;) {
    const found = bytes.indexOf(10, at);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(at, end);
    const valid = isUtf8(line);
    if (valid && line.some((byte) => byte > 127)) strict += 1;
    if (!valid) loose += 1;
    parts.push(valid ? line.toString('utf8') : iconv.decode(line, names[encoding]));
    at = end + 1;
  }
  return { text: parts.join('\n'), foreign: Math.min(strict, loose) };
}

function decode(bytes: Buffer): { text: string; encoding: Encoding; foreign: number } {
  const encoding = utf16Of(bytes) ?? detectEncoding(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return { text: iconv.decode(bytes, names[encoding]), encoding, foreign: 0 };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8', foreign: 0 };
  const single = singleOf(bytes, encoding === 'kz-1048' ? 'kz-1048' : 'windows-1251');
  const { text, foreign } = mixedText(bytes, single);
  return { text, encoding: single, foreign };
}

/** Control characters that no text has; a file with many of them is not a text. */
function isBinary(text: string): boolean {
  let control = 0;
  const head = text.slice(0, 1 << 16);
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) control += 1;
  }
  return control > 8 && control > head.length / 100;
}

const plainLines = (text: string): TextLine[] =>
  text.split(text.includes('\n') ? /\r?\n/ : '\r').map((line, index) => ({
    from: index + 1,
    to: index + 1,
    text: line,
  }));

/**
 * Reads bytes as a text document: UTF-8, UTF-16, windows-1251, KZ-1048, KOI8-R, cp866 or a mixture by lines; HTML is read into blocks
 * and rows. Errors: `text-binary`, `text-empty`.
 */
export function readDocument(bytes: Buffer, file: string): Outcome<TextDocument> {
  const { text, encoding, foreign } = decode(bytes);
  if (isBinary(text)) return failure([diagnostic('text-binary', { file }, { file })]);
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (bare.trim() === '') return failure([diagnostic('text-empty', { file }, { file })]);
  const form = looksLikeHtml(bare) ? 'html' : 'plain';
  return success({ lines: form === 'html' ? htmlLines(bare) : plainLines(bare), encoding, form, foreign });
}
