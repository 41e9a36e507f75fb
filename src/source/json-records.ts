import { MAX_RECORD, type RowFault } from './row.ts';

const LF = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const COMMA = 44;
const UNFINISHED = -1;
const BROKEN = -2;

/** So much of a record that is too long is shown. */
const HEAD = 64 * 1024;
/** Braces within braces: deeper than any form or case, and a list of braces that never close is not read again for each of them. */
const MAX_DEPTH = 32;
/** So many bytes may be gone over in vain, in search of a closing brace, before a text with a seam `}, {` in it is held for a broken one. */
const MAX_VAIN = 64 << 20;

/** `[`, or the object that the services wrap a list in, up to the bracket: `{"count": 2, "results": [`. */
const listOpening =
  /^\s*(?:\{(?:\s*"[^"]*"\s*:\s*(?:null|true|false|[-\d.]+|"[^"]*")\s*,)*\s*"(?:results|data|responses|items|records|submissions|value|rows)"\s*:\s*)?\[/;

const isBetween = (byte: number | undefined): boolean =>
  byte === COMMA || byte === 32 || byte === LF || byte === 13 || byte === 9;
const isBlank = (raw: Buffer): boolean => raw.every((byte) => byte === 32 || byte === 13 || byte === 9);

/** What receives the records of a stream as bytes, each with the 1-based line where it begins. */
export interface RecordSink {
  /** Takes an object as it stands in the file; gives what is wrong with it, if it looks. */
  record(raw: Buffer, line: number): RowFault | undefined;
  /** What is no record: `json`, or the beginning of one that is `too-long`, or what `record` said. */
  fault(kind: RowFault, raw: Buffer, line: number): void;
}

/**
 * A stream of UTF-8 bytes -> records, from NDJSON (one object a line) or from JSON (a list of objects, alone or under one key).
 * One object at a time is in memory. In NDJSON a broken line costs itself; in JSON a broken object costs itself.
 */
export class JsonRecords {
  stopped = false;
  /** The line that was reached. */
  line = 1;
  private readonly sink: RecordSink;
  private readonly longest: number;
  private buffer: Buffer = Buffer.alloc(0);
  private list: boolean | undefined;
  private isBracketed = false;
  private skipping = false;
  /** The list is closed: what follows it is no record. */
  private ended = false;
  private vain = 0;
  /** The next seam of the buffer as it is now, and where it was looked for: looked for anew for each of many broken objects, it would cost the square of them. */
  private seam: { readonly from: number; readonly close: number; readonly at: number } | undefined;

  constructor(sink: RecordSink, longest = MAX_RECORD) {
    this.sink = sink;
    this.longest = longest;
  }

  /** Whether the stream was a list whose closing bracket never came. */
  get isCut(): boolean {
    return this.isBracketed && !this.ended;
  }

  push(chunk: Buffer): void {
    if (this.stopped || this.ended) return;
    this.keep(this.buffer.length > 0 ? Buffer.concat([this.buffer, chunk]) : chunk);
    this.list ??= this.looksLikeList();
    if (this.list === undefined) return;
    if (this.list) this.objects(false);
    else this.lines();
    if (this.buffer.length > this.longest) this.skipLong();
  }

  end(): void {
    if (this.stopped) return;
    if (this.list) this.objects(true);
    else this.push(Buffer.from('\n'));
  }

  private keep(buffer: Buffer): void {
    this.buffer = buffer;
    this.seam = undefined;
  }

  /**
   * A list begins with a bracket, or with an object that holds it (`{"results": [`); objects over several lines are read like one.
   * Undefined while there is nothing to tell it by.
   */
  private looksLikeList(): boolean | undefined {
    const text = this.buffer.toString('utf8', 0, 4096);
    if (text.trimStart() === '') return undefined;
    const open = listOpening.exec(text);
    if (open) {
      this.isBracketed = true;
      this.line += open[0].split('\n').length - 1;
      this.keep(this.buffer.subarray(Buffer.byteLength(open[0])));
      return true;
    }
    return /^\s*\{\s*\n/.test(text);
  }

  private lines(): void {
    let at = 0;
    for (;;) {
      const stop = this.buffer.indexOf(LF, at);
      if (stop < 0 || this.stopped) break;
      const raw = this.buffer.subarray(at, stop);
      if (this.skipping) this.skipping = false;
      else if (!isBlank(raw)) {
        const fault = this.object(raw);
        if (fault) this.fault(fault, fault === 'too-long' ? raw.subarray(0, HEAD) : raw);
      }
      this.line += 1;
      at = stop + 1;
    }
    this.keep(this.buffer.subarray(at));
  }

  /** What is too long is told by its beginning and let go as it comes. */
  private skipLong(): void {
    if (!this.skipping) this.fault('too-long', this.buffer.subarray(0, HEAD));
    this.skipping = true;
    // The seam after which reading goes on may be cut in two by the chunks.
    const close = this.list ? this.buffer.lastIndexOf(CLOSE) : -1;
    const kept = close >= 0 && this.buffer.length - close < 64 ? this.buffer.subarray(close) : Buffer.alloc(0);
    this.countLines(0, this.buffer.length - kept.length);
    this.keep(kept);
  }

  /**
   * Objects of a list: from brace to its pair, texts skipped. Where the pair is missing or the object is broken, reading goes
   * on at the next seam `}, {`: a stray quote costs one record, not the rest of the list.
   */
  private objects(last: boolean): void {
    let at = 0;
    const upTo = (end: number) => {
      this.countLines(at, end);
      at = end;
    };
    while (!this.stopped && !this.ended) {
      if (this.skipping) {
        const seam = this.seamAfter(at);
        if (seam < 0) break;
        this.skipping = false;
        upTo(seam);
      }
      const open = this.buffer.indexOf(OPEN, at);
      if (!this.between(at, open < 0 ? this.buffer.length : open, open < 0 && !last)) break;
      if (open < 0) {
        upTo(this.buffer.length);
        break;
      }
      upTo(open);
      const close = this.pairOf(open);
      if (close === UNFINISHED && !last && this.buffer.length - open <= this.longest) break;
      if (close === UNFINISHED) this.vain += this.buffer.length - open;
      const fault = close < 0 ? 'json' : this.object(this.buffer.subarray(open, close + 1));
      if (!fault) {
        upTo(close + 1);
        continue;
      }
      const seam = this.seamAfter(open);
      const end = seam >= 0 && (close < 0 || seam <= close) ? seam : close >= 0 ? close + 1 : -1;
      if (end < 0 && !last) break;
      const stop = end < 0 ? this.buffer.length : end;
      this.fault(fault, this.buffer.subarray(open, fault === 'too-long' ? open + HEAD : stop));
      upTo(stop);
    }
    this.keep(this.buffer.subarray(at));
  }

  /**
   * What stands between two objects: commas and blanks, the end of the list, or something that is no record and is told.
   * False where more must be read before it can be judged, and after the end of the list.
   */
  private between(from: number, to: number, more: boolean): boolean {
    let start = from;
    let stop = to;
    while (start < stop && isBetween(this.buffer[start])) start += 1;
    while (stop > start && isBetween(this.buffer[stop - 1])) stop -= 1;
    if (start === stop) return true;
    if (more) return false;
    const raw = this.buffer.subarray(start, Math.min(stop, start + HEAD));
    if (/^\]\s*(?:\}|$|,\s*")/.test(raw.toString('utf8'))) {
      this.ended = true;
      return false;
    }
    this.fault('json', raw);
    return true;
  }

  /** The opening brace after the next `}`, with nothing but blanks and a comma between them; -1 where there is none. */
  private seamAfter(from: number): number {
    const known = this.seam;
    if (known && known.from <= from && from <= known.close) return known.at;
    for (let close = this.buffer.indexOf(CLOSE, from); close >= 0; close = this.buffer.indexOf(CLOSE, close + 1)) {
      let at = close + 1;
      while (at < this.buffer.length && isBetween(this.buffer[at])) at += 1;
      if (this.buffer[at] === OPEN) {
        this.seam = { from, close, at };
        return at;
      }
    }
    this.seam = { from, close: this.buffer.length, at: -1 };
    return -1;
  }

  private countLines(from: number, to: number): void {
    const passed = this.buffer.subarray(from, to);
    for (let seek = passed.indexOf(LF); seek >= 0; seek = passed.indexOf(LF, seek + 1)) this.line += 1;
  }

  /**
   * The brace that closes the one at `open`, or UNFINISHED, or BROKEN: where a text runs over a line, which JSON forbids, where
   * braces stand too deep, and, in a file that has cost much in vain, where a text holds what looks like a seam.
   */
  private pairOf(open: number): number {
    let depth = 0;
    let inText = false;
    for (let at = open; at < this.buffer.length; at += 1) {
      const byte = this.buffer[at];
      if (inText) {
        if (byte === BACKSLASH) at += 1;
        else if (byte === QUOTE) inText = false;
        else if (byte === LF) return BROKEN;
        else if (byte === OPEN && this.vain > MAX_VAIN && this.isSeam(at)) return BROKEN;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN) {
        depth += 1;
        if (depth > MAX_DEPTH) return BROKEN;
      } else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return UNFINISHED;
  }

  /** Whether a `}` stands before this brace, with nothing but blanks and a comma between them. */
  private isSeam(open: number): boolean {
    let at = open - 1;
    while (at >= 0 && isBetween(this.buffer[at])) at -= 1;
    return this.buffer[at] === CLOSE;
  }

  private fault(kind: RowFault, raw: Buffer): void {
    this.sink.fault(kind, raw, this.line);
  }

  private object(raw: Buffer): RowFault | undefined {
    return raw.length > this.longest ? 'too-long' : this.sink.record(raw, this.line);
  }
}
