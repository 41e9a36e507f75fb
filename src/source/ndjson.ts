import { isUtf8 } from 'node:buffer';
import { MAX_FIELDS, MAX_RECORD, emptyRow, fillRow, type RowFault, type RowSink } from './row.ts';

const LF = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const BRACKET = 91;

/** So many objects are looked at before the headings are settled. */
const HELD = 50;

type Flat = Map<string, string>;

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
 * One object at a time is in memory. In NDJSON a broken line costs itself; in JSON a broken object costs itself as long as
 * its braces pair.
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
  private held: { flat: Flat; raw: Buffer; line: number }[] | undefined = [];

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  push(chunk: Buffer): void {
    if (this.stopped) return;
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, chunk]) : chunk;
    this.list ??= this.looksLikeList();
    if (this.list === undefined) return;
    if (this.list) this.objects();
    else this.lines();
    if (this.buffer.length > MAX_RECORD) {
      this.fault('too-long', this.buffer.subarray(0, 65536));
      this.skipping = true;
      this.buffer = Buffer.alloc(0);
    }
  }

  end(): void {
    if (this.stopped) return;
    if (!this.list) this.push(Buffer.from('\n'));
    else if (this.buffer.toString('utf8').trim().startsWith('{')) this.fault('json', this.buffer);
    this.release();
  }

  /** A list begins with a bracket, or with an object whose first line does not close (`{"results": [`). */
  private looksLikeList(): boolean | undefined {
    const text = this.buffer.toString('utf8', 0, 4096);
    const start = text.trimStart();
    if (start === '') return undefined;
    if (start.startsWith('[')) {
      this.buffer = this.buffer.subarray(this.buffer.indexOf(BRACKET) + 1);
      this.line += text.slice(0, text.indexOf('[')).split('\n').length - 1;
      return true;
    }
    const wrapped =
      /^\s*\{(?:\s*"[^"]*"\s*:\s*(?:null|true|false|[-\d.]+|"[^"]*")\s*,)*\s*"(?:results|data|responses)"\s*:\s*\[/.exec(
        text,
      );
    if (!wrapped) return false;
    this.line += wrapped[0].split('\n').length - 1;
    this.buffer = this.buffer.subarray(Buffer.byteLength(wrapped[0]));
    return true;
  }

  private lines(): void {
    let at = 0;
    for (;;) {
      const stop = this.buffer.indexOf(LF, at);
      if (stop < 0 || this.stopped) break;
      if (this.skipping) this.skipping = false;
      else this.object(this.buffer.subarray(at, stop));
      this.line += 1;
      at = stop + 1;
    }
    this.buffer = this.buffer.subarray(at);
  }

  /** Objects of a list: from brace to its pair, texts skipped. */
  private objects(): void {
    let at = 0;
    for (;;) {
      const open = this.buffer.indexOf(OPEN, at);
      if (open < 0) {
        this.countLines(at, this.buffer.length);
        at = this.buffer.length;
        break;
      }
      const close = this.pairOf(open);
      if (close < 0 || this.stopped) {
        this.countLines(at, open);
        at = open;
        break;
      }
      this.countLines(at, open);
      if (this.skipping) this.skipping = false;
      else this.object(this.buffer.subarray(open, close + 1));
      this.countLines(open, close + 1);
      at = close + 1;
    }
    this.buffer = this.buffer.subarray(at);
  }

  private countLines(from: number, to: number): void {
    for (let seek = this.buffer.indexOf(LF, from); seek >= 0 && seek < to; seek = this.buffer.indexOf(LF, seek + 1))
      this.line += 1;
  }

  private pairOf(open: number): number {
    let depth = 0;
    let inText = false;
    for (let at = open; at < this.buffer.length; at += 1) {
      const byte = this.buffer[at];
      if (inText) {
        if (byte === BACKSLASH) at += 1;
        else if (byte === QUOTE) inText = false;
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return -1;
  }

  private fault(kind: RowFault, raw: Buffer): void {
    fillRow(this.row, [], this.line, raw);
    this.sink.fault(kind, this.row);
  }

  private object(raw: Buffer): void {
    if (raw.every((byte) => byte === 32 || byte === 13 || byte === 9)) {
      this.blank += 1;
      return;
    }
    if (raw.includes(0)) return this.fault('control-byte', raw);
    if (!isUtf8(raw)) return this.fault('encoding', raw);
    let value: unknown;
    try {
      value = JSON.parse(raw.toString('utf8'));
    } catch {
      return this.fault('json', raw);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fault('json', raw);
    const flat: Flat = new Map();
    flatten(value, '', flat);
    if (flat.size > MAX_FIELDS) return this.fault('column-count', raw);
    if (!this.held) return this.give(flat, raw, this.line);
    this.held.push({ flat, raw: Buffer.from(raw), line: this.line });
    if (this.held.length === HELD) this.release();
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
    if (!this.sink.columns(this.names, this.line)) this.stopped = true;
    return !this.stopped;
  }
}
