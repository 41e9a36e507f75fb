import { isUtf8 } from 'node:buffer';

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** A longer line is nothing that a program would have written. */
export const MAX_LINE = 64 * 1024;

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whole lines, as many as come at once, without a byte order mark; a line that does not end comes in pieces. */
export async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  const withoutMark = (region: Buffer): Buffer => {
    const bare = !begun && region.subarray(0, 3).equals(mark) ? region.subarray(3) : region;
    begun = true;
    return bare;
  };
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const last = bytes.lastIndexOf(LF) + 1;
    const end = last > 0 || bytes.length <= MAX_LINE ? last : bytes.length;
    rest = bytes.subarray(end);
    if (end > 0) yield withoutMark(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield withoutMark(rest);
}

/**
 * Looks whether every reader of CSV would find the same records in a text: UTF-8, lines that all end alike, none of them empty
 * or endless, no quote, no zero byte. Counts the lines on the way.
 */
export class Tidiness {
  lines = 0;
  lineEnd: '\n' | '\r\n' | undefined;

  /** Takes the next whole lines; false = the text is not tidy. */
  take(region: Buffer): boolean {
    if (region.includes(QUOTE) || region.includes(0) || !isUtf8(region)) return false;
    this.lineEnd ??= region[region.indexOf(LF) - 1] === CR ? '\r\n' : '\n';
    const pairs = this.lineEnd === '\r\n';
    if (!pairs && region.includes(CR)) return false;
    for (let at = 0; at < region.length;) {
      const stop = region.indexOf(LF, at);
      const end = stop < 0 ? region.length : stop;
      if (end - at > MAX_LINE) return false;
      // In pairs, the one CR of a line stands before its end; the last line of a file may lack both.
      if (pairs && region.subarray(at, end).indexOf(CR) !== (stop < 0 ? -1 : end - at - 1)) return false;
      if (end - at === (pairs && stop >= 0 ? 1 : 0)) return false;
      this.lines += 1;
      at = end + 1;
    }
    return true;
  }
}

/** The lines with these numbers (1-based, rising), neighbours in one piece. Goes over the whole text, whatever is wanted of it. */
export async function* linesAt(
  regions: AsyncIterable<Buffer>,
  wanted: Uint32Array,
): AsyncGenerator<{ readonly line: number; readonly bytes: Buffer }> {
  let line = 1;
  let next = 0;
  const after = (region: Buffer, at: number): number => {
    const stop = region.indexOf(LF, at);
    line += 1;
    return stop < 0 ? region.length : stop + 1;
  };
  for await (const region of regions) {
    for (let at = 0; at < region.length && next < wanted.length;) {
      if (wanted[next] !== line) {
        at = after(region, at);
        continue;
      }
      const from = at;
      const first = line;
      for (; at < region.length && wanted[next] === line; next += 1) at = after(region, at);
      yield { line: first, bytes: region.subarray(from, at) };
    }
  }
}
