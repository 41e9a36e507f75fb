import { isUtf8 } from 'node:buffer';
import { guessDelimiter } from './delimiter.ts';
import { MAX_FIELDS, MAX_RECORD, emptyRow, fieldText, widen, type Row, type RowFault, type RowSink } from './row.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** A quoted field that has not closed within so many bytes is taken for a stray quote. */
const MAX_QUOTED = 64 * 1024;
const HEAD = 64 * 1024;

/**
 * A stream of UTF-8 bytes -> records.
 *
 *   chunk -> head (delimiter, line end) -> lines -> [no quote: fields where they lie | quote: fields unescaped] -> sink
 *
 * A stray quote costs one physical line: a quoted field may run over lines only where it closes within 64 KB and the record
 * then has as many fields as the heading; else reading goes on at the next physical line.
 */
export class CsvReader {
  stopped = false;
  private readonly row: Row = emptyRow();
  private readonly sink: RowSink;
  private buffer: Buffer = Buffer.alloc(0);
  private delimiter = 0;
  private lineEnd = LF;
  private line = 1;
  private width = 0;
  private heading: Buffer = Buffer.alloc(0);
  private skipping = false;
  private suspect = false;

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  push(chunk: Buffer): void {
    if (this.stopped) return;
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, chunk]) : chunk;
    if (this.delimiter === 0 && this.buffer.length < HEAD) return;
    this.parse(false);
  }

  /** What is pushed next begins at this line; what was pushed before ended with a line, and until the delimiter is known lines may not be left out. */
  goTo(line: number): void {
    if (this.delimiter !== 0) this.line = line;
  }

  /** The delimiter, once it is known. */
  get mark(): string {
    return String.fromCharCode(this.delimiter);
  }

  end(): void {
    if (this.stopped) return;
    if (this.delimiter === 0) this.readHead();
    if (this.buffer.length > 0 && this.buffer[this.buffer.length - 1] !== this.lineEnd) {
      this.buffer = Buffer.concat([this.buffer, Buffer.from([this.lineEnd])]);
    }
    this.parse(true);
  }

  private readHead(): void {
    const head = this.buffer.toString('utf8', 0, Math.min(this.buffer.length, HEAD));
    if (!head.includes('\n') && head.includes('\r')) this.lineEnd = CR;
    const told = /^sep=(.)\r?\n/.exec(head);
    if (told) {
      this.buffer = this.buffer.subarray(told[0].length);
      this.line = 2;
    }
    this.delimiter = (told?.[1] ?? guessDelimiter(head) ?? ',').charCodeAt(0);
  }

  private parse(last: boolean): void {
    if (this.delimiter === 0) this.readHead();
    let at = 0;
    if (this.skipping) {
      const close = this.buffer.indexOf(this.lineEnd);
      if (close < 0) {
        this.buffer = Buffer.alloc(0);
        return;
      }
      this.skipping = false;
      this.line += 1;
      at = close + 1;
    }
    const end = this.buffer.lastIndexOf(this.lineEnd) + 1;
    if (end > at) {
      const region = this.buffer.subarray(at, end);
      this.suspect = region.includes(0) || !isUtf8(region);
      at = this.records(at, end, last);
    }
    this.buffer = this.stopped ? Buffer.alloc(0) : this.buffer.subarray(at);
    if (this.buffer.length > MAX_RECORD) this.skipLong();
  }

  /** A line without an end: its beginning is reported, the rest is let go as it comes. */
  private skipLong(): void {
    this.raw(0, HEAD);
    this.reject('too-long');
    this.skipping = true;
    this.buffer = Buffer.alloc(0);
  }

  private raw(from: number, to: number): void {
    this.row.raw = this.buffer;
    this.row.rawStart = from;
    this.row.rawEnd = to;
    this.row.line = this.line;
  }

  /** Reads the records that lie wholly before `end`; gives the place where the first unread one begins. */
  private records(from: number, end: number, last: boolean): number {
    const { buffer, delimiter, lineEnd, row } = this;
    // What lies above means nothing here and is skipped with one comparison.
    const highest = Math.max(delimiter, QUOTE);
    let at = from;
    while (at < end && !this.stopped) {
      let { starts, ends } = row;
      let count = 0;
      let start = at;
      let index = at;
      let quoted = false;
      for (; ; index += 1) {
        const byte = buffer[index] ?? LF;
        if (byte > highest) continue;
        if (byte === delimiter) {
          starts[count] = start;
          ends[count] = index;
          count += 1;
          start = index + 1;
          if (count + 1 >= starts.length) {
            if (count >= MAX_FIELDS) break;
            widen(row, count + 1);
            ({ starts, ends } = row);
          }
        } else if (byte === lineEnd) {
          break;
        } else if (byte === QUOTE && index === start) {
          quoted = true;
          break;
        }
      }
      if (quoted) {
        const next = this.quotedRecord(at, last);
        if (next < 0) return at;
        at = next;
        continue;
      }
      if (count >= MAX_FIELDS) {
        index = buffer.indexOf(lineEnd, index);
        this.raw(at, index);
        this.reject('column-count');
      } else {
        const stop = lineEnd === LF && index > start && buffer[index - 1] === CR ? index - 1 : index;
        starts[count] = start;
        ends[count] = stop;
        row.bytes = buffer;
        row.count = count + 1;
        this.raw(at, stop);
        this.emit();
      }
      this.line += 1;
      at = index + 1;
    }
    return at;
  }

  /** The record at `from`, which has a quoted field. Gives the place after it, or -1 where more bytes are needed. */
  private quotedRecord(from: number, last: boolean): number {
    const { buffer, lineEnd } = this;
    const parsed = this.unquote(from);
    if (parsed === 'more' && !last && buffer.length - from < MAX_QUOTED * 2) return -1;
    const lineStop = buffer.indexOf(lineEnd, from);
    if (typeof parsed === 'object') {
      const lines = parsed.newlines + 1;
      const spans = lines > 1;
      if (!spans || this.width === 0 || parsed.count === this.width) {
        this.raw(from, buffer[parsed.stop - 1] === CR ? parsed.stop - 1 : parsed.stop);
        // The check of the region may not have covered a record that runs over it.
        if (spans) this.suspect = true;
        this.emit();
        this.line += lines;
        return parsed.stop + 1;
      }
    }
    if (lineStop < 0) return -1;
    this.raw(from, lineStop);
    this.reject('quote');
    this.line += 1;
    return lineStop + 1;
  }

  /** Reads a record with quoted fields into `row`, unescaped. 'stray' = the quotes do not pair; 'more' = not closed in what is here. */
  private unquote(from: number): { stop: number; count: number; newlines: number } | 'stray' | 'more' {
    const { buffer, delimiter, lineEnd, row } = this;
    const parts: Buffer[] = [];
    let length = 0;
    let count = 0;
    let newlines = 0;
    let at = from;
    for (;;) {
      if (count >= MAX_FIELDS) return 'stray';
      widen(row, count + 1);
      row.starts[count] = length;
      if (buffer[at] === QUOTE) {
        const open = at;
        at += 1;
        for (;;) {
          const close = buffer.indexOf(QUOTE, at);
          if (close < 0 || close - open > MAX_QUOTED) {
            return close < 0 && buffer.length - open <= MAX_QUOTED ? 'more' : 'stray';
          }
          const doubled = buffer[close + 1] === QUOTE;
          const part = buffer.subarray(at, doubled ? close + 1 : close);
          parts.push(part);
          length += part.length;
          for (let seek = part.indexOf(lineEnd); seek >= 0; seek = part.indexOf(lineEnd, seek + 1)) newlines += 1;
          at = doubled ? close + 2 : close + 1;
          if (!doubled) break;
        }
      } else {
        const open = at;
        while (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== lineEnd) at += 1;
        const part = buffer.subarray(
          open,
          lineEnd === LF && buffer[at] === LF && at > open && buffer[at - 1] === CR ? at - 1 : at,
        );
        parts.push(part);
        length += part.length;
      }
      row.ends[count] = length;
      count += 1;
      if (at >= buffer.length) return 'more';
      if (buffer[at] === CR && buffer[at + 1] === lineEnd) at += 1;
      if (buffer[at] === lineEnd) break;
      if (buffer[at] !== delimiter) return 'stray';
      at += 1;
    }
    row.bytes = Buffer.concat(parts, length);
    row.count = count;
    return { stop: at, count, newlines };
  }

  private reject(fault: RowFault): void {
    if (this.width > 0) return this.sink.fault(fault, this.row);
    this.stopped = true;
    this.sink.badHeading?.(fault, this.line);
  }

  private emit(): void {
    const { row } = this;
    const first = row.starts[0] ?? 0;
    // A line without any content is neither read nor turned away.
    if ((row.ends[row.count - 1] ?? 0) - first === (row.bytes === row.raw ? row.count - 1 : 0)) return;
    if (this.width === 0) {
      this.readHeading();
      return;
    }
    if (this.suspect) {
      const raw = row.raw.subarray(row.rawStart, row.rawEnd);
      if (raw.includes(0)) return this.reject('control-byte');
      if (!isUtf8(raw)) return this.reject('encoding');
    }
    if (row.count !== this.width && !this.onlyEmptyExtras()) return this.reject('column-count');
    if (this.isHeading(row)) return this.reject('header-repeated');
    this.sink.row(row);
  }

  private onlyEmptyExtras(): boolean {
    const { row, width } = this;
    if (row.count < width) return false;
    for (let index = width; index < row.count; index += 1) if (row.starts[index] !== row.ends[index]) return false;
    row.count = width;
    return true;
  }

  private readHeading(): void {
    const { row } = this;
    const names = Array.from({ length: row.count }, (_, index) => fieldText(row, index));
    const heading = this.sink.columns(names, this.line);
    if (heading === 'stop') this.stopped = true;
    if (heading !== 'taken') return;
    this.heading = Buffer.from(row.raw.subarray(row.rawStart, row.rawEnd));
    this.width = row.count;
  }

  /** Whether the record repeats the heading (files glued together). */
  private isHeading(row: Row): boolean {
    return (
      row.rawEnd - row.rawStart === this.heading.length &&
      row.raw.compare(this.heading, 0, this.heading.length, row.rawStart, row.rawEnd) === 0
    );
  }
}
