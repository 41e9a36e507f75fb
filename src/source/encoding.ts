import { isAscii, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'kz-1048';

const HEAD = 64 * 1024;
const LF = 10;
const CR = 13;
/** A line is held back at most so long; what is longer is recoded piece by piece. */
const HELD = 1 << 20;

/** The only bytes on which the two encodings differ: letters that windows-1251 gives to Serbian, Macedonian and Ukrainian and KZ-1048 (СТ РК 1048-2002) to Kazakh. */
const kazakhBytes = new Set([
  0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf,
]);

/** The head of a text without a character that the cut may have left unfinished. */
const wholeCharacters = (head: Buffer): Buffer => {
  let end = head.length;
  for (let back = 0; back < 3 && end > 0 && ((head[end - 1] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
  return end > 0 && (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head.subarray(0, Math.max(end, 0));
};

/** UTF-16 by its mark, or by the zero bytes that it puts beside every Latin letter, digit and delimiter. */
function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096) & ~1;
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 5 > length && even === 0) return 'utf-16le';
  return even * 5 > length && odd === 0 ? 'utf-16be' : undefined;
}

/** The encoding of a text by its first 64 KB: UTF-16, strict UTF-8, then by the Kazakh letters. */
export function detectEncoding(bytes: Buffer): Encoding {
  const head = bytes.subarray(0, HEAD);
  const wide = utf16Of(head);
  if (wide) return wide;
  if (isUtf8(head) || isUtf8(wholeCharacters(head))) return 'utf-8';
  return head.some((byte) => kazakhBytes.has(byte)) ? 'kz-1048' : 'windows-1251';
}

/** What had to be recoded on the way, and how many lines; `mixed` = other lines were UTF-8 beyond ASCII. */
export interface Recoded {
  readonly encoding: Exclude<Encoding, 'utf-8'>;
  readonly lines: number;
  readonly mixed: boolean;
}

/** Bytes of a line that are no UTF-8: how many characters beyond ASCII are sound, and how many bytes are not. */
function soundness(line: Buffer): { sound: number; stray: number } {
  let sound = 0;
  let stray = 0;
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : 0;
    const follows = more > 0 && line.subarray(at + 1, at + 1 + more).every((next) => (next & 0xc0) === 0x80);
    if (!follows || at + more >= line.length) stray += 1;
    else {
      sound += 1;
      at += more;
    }
  }
  return { sound, stray };
}

type Decode = (bytes: Buffer) => string;

/**
 * Makes UTF-8 of text whose lines may be in UTF-8, windows-1251 or KZ-1048, line by line: files are glued together, and the
 * first Kazakh letter may stand far below the head. A line of damaged UTF-8 is left as it is, for the reader to turn away.
 */
class Recoder {
  lines = 0;
  kazakh = false;
  utf8 = false;

  recode(region: Buffer, decode: Decode): Buffer {
    const parts: Buffer[] = [];
    for (let at = 0; at < region.length;) {
      const stop = region.indexOf(LF, at);
      const end = stop < 0 ? region.length : stop + 1;
      parts.push(this.line(region.subarray(at, end), decode));
      at = end;
    }
    return Buffer.concat(parts);
  }

  private line(line: Buffer, decode: Decode): Buffer {
    if (isUtf8(line)) {
      this.utf8 ||= !isAscii(line);
      return line;
    }
    const { sound, stray } = soundness(line);
    // One odd byte may be damage; where the whole file is in one byte per letter, it is a letter.
    const least = this.lines > 0 && !this.utf8 ? 1 : 2;
    if (stray <= sound || stray < least) return line;
    this.lines += 1;
    this.kazakh ||= line.some((byte) => kazakhBytes.has(byte));
    return Buffer.from(decode(line), 'utf8');
  }
}

/**
 * The text as UTF-8 without a byte order mark, whatever its encoding. `onRecoded` learns at the end of what was not UTF-8.
 * KZ-1048 and windows-1251 differ in sixteen letters that no Russian text has, so one table decodes both.
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Buffer>,
  onRecoded: (recoded: Recoded) => void,
): AsyncGenerator<Buffer> {
  const recoder = new Recoder();
  let wide: TextDecoder | undefined;
  let begun = false;
  let rest: Buffer = Buffer.alloc(0);
  const sound = async (region: Buffer): Promise<Buffer> => {
    if (isUtf8(region)) {
      recoder.utf8 ||= !isAscii(region);
      return region;
    }
    // Most files need no tables of letters, which take 25 ms to load.
    const { default: iconv } = await import('iconv-lite');
    return recoder.recode(region, (bytes) => iconv.decode(bytes, 'rk1048'));
  };
  try {
    for await (const chunk of chunks) {
      let bytes = chunk;
      if (rest.length > 0) {
        // The line that the last chunk began goes by itself: so the rest of this one need not be copied.
        const first = chunk.indexOf(LF) + 1;
        if (first > 0) yield await sound(Buffer.concat([rest, chunk.subarray(0, first)]));
        bytes = first > 0 ? chunk.subarray(first) : Buffer.concat([rest, chunk]);
      }
      if (!begun) {
        begun = true;
        const encoding = utf16Of(bytes);
        if (encoding) {
          wide = new TextDecoder(encoding);
          onRecoded({ encoding, lines: 0, mixed: false });
        } else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      }
      if (wide) {
        yield Buffer.from(wide.decode(bytes, { stream: true }), 'utf8');
        continue;
      }
      const cut = Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1;
      const end = cut > 0 || bytes.length < HELD ? cut : wholeCharacters(bytes).length;
      rest = bytes.subarray(end);
      if (end > 0) yield await sound(bytes.subarray(0, end));
    }
    if (rest.length > 0) yield await sound(rest);
  } finally {
    const { lines, kazakh, utf8 } = recoder;
    if (lines > 0) onRecoded({ encoding: kazakh ? 'kz-1048' : 'windows-1251', lines, mixed: utf8 });
  }
}
