import { isUtf8 } from 'node:buffer';
import { MAX_FIELDS, MAX_RECORD, emptyRow, fillRow, type RowFault, type RowSink } from './row.ts';

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
/** So many objects are looked at before the headings are settled. */
const HELD = 50;

type Flat = Map<string, string>;

/** `[`, or the object that the services wrap a list in, up to the bracket: `{"count": 2, "results": [`. */
const listOpening =
  /^\s*(?:\{(?:\s*"[^"]*"\s*:\s*(?:null|true|false|[-\d.]+|"[^"]*")\s*,)*\s*"(?:results|data|responses|items|records|submissions|value|rows)"\s*:\s*)?\[/;

const isBetween = (byte: number | undefined): boolean =>
  byte === COMMA || byte === 32 || byte === LF || byte === 13 || byte === 9;
const isBlank = (raw: Buffer): boolean => raw.every((byte) => byte === 32 || byte === 13 || byte === 9);

/** Groups of a form become `group/name`, as Kobo and ODK write their headings; lists are joined by a space. */
function flatten(value: unknown, prefix: string, into: Flat, depth = 0): void {
  if (Array.isArray(value))
    into.set(prefix, value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join(' '));
  else if (typeof value === 'object' && value !== null && depth < 8) {
    for (const [key, item] of Object.entries(value))
      flatten(item, prefix === '' ? key : `${prefix}/${key}`, into, depth + 1);
  } else if (value !== null && value !== undefined) into.set(prefix, String(value));
}

/**
 * A stream of UTF-8 bytes -> records, from NDJSON (one object a line) or from JSON (a list of objects, alone or under one key).
 * One object at a time is in memory. In NDJSON a broken line costs itself; in JSON a broken object costs itself.
 */
export class JsonReader {
  blank = 0;
  stopped = false;
  private readonly sink: RowSink;
  private readonly row = emptyRow();
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  private buffer: Buffer = Buffer.alloc(0);
  private line = 1;
  private list: boolean | undefined;
  private skipping = false;
  /** The list is closed: what follows it is no record. */
  private ended = false;
  private held: { flat: Flat; raw: Buffer; line: number }[] | undefined = [];

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  push(chunk: Buffer): void {
    if (this.stopped || this.ended) return;
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, chunk]) : chunk;
    this.list ??= this.looksLikeList();
    if (this.list === undefined) return;
    if (this.list) this.objects(false);
    else this.lines();
    if (this.buffer.length > MAX_RECORD) this.skipLong();
  }

  end(): void {
    if (this.stopped) return;
    if (this.list) this.objects(true);
    else this.push(Buffer.from('\n'));
    this.release();
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
      this.line += open[0].split('\n').length - 1;
      this.buffer = this.buffer.subarray(Buffer.byteLength(open[0]));
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
      else if (isBlank(raw)) this.blank += 1;
      else {
        const fault = this.object(raw);
        if (fault) this.fault(fault, fault === 'too-long' ? raw.subarray(0, HEAD) : raw);
      }
      this.line += 1;
      at = stop + 1;
    }
    this.buffer = this.buffer.subarray(at);
  }

  /** What is too long is told by its beginning and let go as it comes. */
  private skipLong(): void {
    if (!this.skipping) this.fault('too-long', this.buffer.subarray(0, HEAD));
    this.skipping = true;
    // The seam after which reading goes on may be cut in two by the chunks.
    const seam = this.list ? this.buffer.lastIndexOf(CLOSE) : -1;
    const kept = seam >= 0 && this.buffer.length - seam < 64 ? this.buffer.subarray(seam) : Buffer.alloc(0);
    this.countLines(0, this.buffer.length - kept.length);
    this.buffer = kept;
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
      if (close === UNFINISHED && !last && this.buffer.length - open <= MAX_RECORD) break;
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
    this.buffer = this.buffer.subarray(at);
  }

  /**
   * What stands between two objects: commas and blanks, the end of the list, or something that is no record and is told.
   * False where more must be read before it can be judged, and after the end of the list.
   */
  private between(from: number, to: number, more: boolean): boolean {
    const text = this.buffer.toString('utf8', from, Math.min(to, from + HEAD)).replace(/^[\s,]+|[\s,]+$/g, '');
    if (text === '') return true;
    if (more) return false;
    if (/^\]\s*(?:\}|$|,\s*")/.test(text)) {
      this.ended = true;
      return false;
    }
    this.fault('json', Buffer.from(text));
    return true;
  }

  /** The opening brace after the next `}`, with nothing but blanks and a comma between them; -1 where there is none. */
  private seamAfter(from: number): number {
    for (let close = this.buffer.indexOf(CLOSE, from); close >= 0; close = this.buffer.indexOf(CLOSE, close + 1)) {
      let at = close + 1;
      while (at < this.buffer.length && isBetween(this.buffer[at])) at += 1;
      if (this.buffer[at] === OPEN) return at;
    }
    return -1;
  }

  private countLines(from: number, to: number): void {
    for (let seek = this.buffer.indexOf(LF, from); seek >= 0 && seek < to; seek = this.buffer.indexOf(LF, seek + 1))
      this.line += 1;
  }

  /** The brace that closes the one at `open`, or UNFINISHED, or BROKEN where a text runs over a line (JSON forbids it). */
  private pairOf(open: number): number {
    let depth = 0;
    let inText = false;
    for (let at = open; at < this.buffer.length; at += 1) {
      const byte = this.buffer[at];
      if (inText) {
        if (byte === BACKSLASH) at += 1;
        else if (byte === QUOTE) inText = false;
        else if (byte === LF) return BROKEN;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return UNFINISHED;
  }

  private fault(kind: RowFault, raw: Buffer): void {
    fillRow(this.row, [], this.line, raw);
    this.sink.fault(kind, this.row);
  }

  /** Takes one object; gives what is wrong with it. */
  private object(raw: Buffer): RowFault | undefined {
    if (raw.length > MAX_RECORD) return 'too-long';
    if (raw.includes(0)) return 'control-byte';
    if (!isUtf8(raw)) return 'encoding';
    let value: unknown;
    try {
      value = JSON.parse(raw.toString('utf8'));
    } catch {
      return 'json';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'json';
    const flat: Flat = new Map();
    flatten(value, '', flat);
    if (flat.size > MAX_FIELDS) return 'column-count';
    if (!this.held) this.give(flat, raw, this.line);
    else {
      this.held.push({ flat, raw: Buffer.from(raw), line: this.line });
      if (this.held.length === HELD) this.release();
    }
    return undefined;
  }

  /** The first objects together tell the headings: a key that the very first one lacks is not missed. */
  private release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    const all: Flat = new Map(held.flatMap(({ flat }) => [...flat]));
    if (held.length > 0 && !this.meet(all)) return;
    for (const { flat, raw, line } of held) this.give(flat, raw, line);
  }

  private give(flat: Flat, raw: Buffer, line: number): void {
    if (this.stopped || !this.meet(flat)) return;
    const cells = this.names.map(() => '');
    for (const [name, text] of flat) {
      const place = this.places.get(name);
      if (place !== undefined) cells[place] = text;
    }
    fillRow(this.row, cells, line, raw);
    this.sink.row(this.row);
  }

  /** Tells the sink of keys not met before. */
  private meet(flat: Flat): boolean {
    const fresh = [...flat.keys()].filter((name) => !this.places.has(name));
    if (fresh.length === 0 || this.names.length + fresh.length > MAX_FIELDS) return true;
    for (const name of fresh) {
      this.places.set(name, this.names.length);
      this.names.push(name);
    }
    if (this.sink.columns(this.names, this.line) !== 'taken') this.stopped = true;
    return !this.stopped;
  }
}
