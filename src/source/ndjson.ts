import { isUtf8 } from 'node:buffer';
import { JsonRecords } from './json-records.ts';
import { MAX_FIELDS, emptyRow, fillRow, type RowFault, type RowSink } from './row.ts';

/** So many objects are looked at before the headings are settled. */
const HELD = 50;
/** Groups of a form within groups: no form has more. */
const MAX_GROUPS = 8;

type Flat = Map<string, string>;

/** Groups of a form become `group/name`, as Kobo and ODK write their headings; lists are joined by a space. */
function flatten(value: unknown, prefix: string, into: Flat, depth = 0): void {
  if (Array.isArray(value))
    into.set(prefix, value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join(' '));
  else if (typeof value === 'object' && value !== null && depth < MAX_GROUPS) {
    for (const [key, item] of Object.entries(value))
      flatten(item, prefix === '' ? key : `${prefix}/${key}`, into, depth + 1);
  } else if (value !== null && value !== undefined) into.set(prefix, String(value));
}

/** The fields of an object; undefined for what is none, or is nested without end. */
function fieldsOf(raw: Buffer): Flat | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const flat: Flat = new Map();
    flatten(value, '', flat);
    return flat;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A stream of UTF-8 bytes of JSON or NDJSON -> rows of a table, whose headings are the keys. */
export class JsonReader {
  private readonly sink: RowSink;
  private readonly records: JsonRecords;
  private readonly row = emptyRow();
  private readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  private held: { flat: Flat; raw: Buffer; line: number }[] | undefined = [];

  constructor(sink: RowSink) {
    this.sink = sink;
    this.records = new JsonRecords({
      record: (raw, line) => this.object(raw, line),
      fault: (kind, raw, line) => {
        fillRow(this.row, [], line, raw);
        this.sink.fault(kind, this.row);
      },
    });
  }

  get stopped(): boolean {
    return this.records.stopped;
  }

  push(chunk: Buffer): void {
    this.records.push(chunk);
  }

  end(): void {
    if (this.stopped) return;
    this.records.end();
    this.release();
  }

  /** Takes one object; gives what is wrong with it. */
  object(raw: Buffer, line: number): RowFault | undefined {
    if (raw.includes(0)) return 'control-byte';
    if (!isUtf8(raw)) return 'encoding';
    const flat = fieldsOf(raw);
    if (!flat) return 'json';
    if (flat.size > MAX_FIELDS) return 'column-count';
    if (!this.held) this.give(flat, raw, line);
    else {
      this.held.push({ flat, raw: Buffer.from(raw), line });
      if (this.held.length === HELD) this.release();
    }
    return undefined;
  }

  /** The first objects are held, for a key that the very first one lacks is not missed; after the last object they are let go. */
  private release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    const [first] = held;
    const all: Flat = new Map(held.flatMap(({ flat }) => [...flat]));
    if (first && !this.meet(all, first.line)) return;
    for (const { flat, raw, line } of held) this.give(flat, raw, line);
  }

  private give(flat: Flat, raw: Buffer, line: number): void {
    if (this.stopped || !this.meet(flat, line)) return;
    const cells = new Array<string>(this.names.length).fill('');
    for (const [name, text] of flat) {
      const place = this.places.get(name);
      if (place !== undefined) cells[place] = text;
    }
    fillRow(this.row, cells, line, raw);
    this.sink.row(this.row);
  }

  /** Tells the sink of keys not met before. */
  private meet(flat: Flat, line: number): boolean {
    const fresh = [...flat.keys()].filter((name) => !this.places.has(name));
    if (fresh.length === 0 || this.names.length + fresh.length > MAX_FIELDS) return true;
    for (const name of fresh) {
      this.places.set(name, this.names.length);
      this.names.push(name);
    }
    if (this.sink.columns(this.names, line) !== 'taken') this.records.stopped = true;
    return !this.stopped;
  }
}
