import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { htmlLines, looksLikeHtml, type TextLine } from './html.ts';

/** A text document of any encoding, plain or HTML, as lines with their place in the file. */
export interface TextDocument {
  readonly lines: readonly TextLine[];
  readonly encoding: Encoding;
  readonly form: 'plain' | 'html';
  /** How many lines are in another encoding than the rest. */
  readonly foreign: number;
}

const names = { 'windows-1251': 'windows-1251', 'kz-1048': 'rk1048', 'utf-16be': 'utf-16be', 'utf-16le': 'utf-16le' };

/** Lines of bytes, each in UTF-8 or else in the one-byte encoding of the file. */
function mixedText(bytes: Buffer, encoding: 'windows-1251' | 'kz-1048'): { text: string; foreign: number } {
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
  const encoding = detectEncoding(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return { text: iconv.decode(bytes, names[encoding]), encoding, foreign: 0 };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8', foreign: 0 };
  const single = encoding === 'kz-1048' ? 'kz-1048' : 'windows-1251';
  const { text, foreign } = mixedText(bytes, single);
  return { text, encoding, foreign };
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
 * Reads bytes as a text document: UTF-8, UTF-16, windows-1251, KZ-1048 or a mixture by lines; HTML is read into blocks
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
