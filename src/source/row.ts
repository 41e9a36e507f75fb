/** Why a reader could not make a record of what stands in the file. */
export type RowFault = 'column-count' | 'quote' | 'too-long' | 'control-byte' | 'encoding' | 'json' | 'header-repeated';

/** Why a cell of a sheet has no value, though it is not empty: a formula that no program has calculated, a text that the workbook does not hold. */
export type CellFault = 'formula-empty' | 'cell-broken';

/**
 * One record of a table as UTF-8 bytes. The object is reused from record to record: take what you need before you return.
 * Field i is `bytes[starts[i] .. ends[i])`; the record as it stands in the file is `bytes[rawStart .. rawEnd)` of `raw`.
 */
export interface Row {
  bytes: Buffer;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  raw: Buffer;
  rawStart: number;
  rawEnd: number;
  /** 1-based line (or row of a sheet) where the record begins. */
  line: number;
  /** The cells of a sheet, which has no raw text of its own. */
  cells?: readonly string[] | undefined;
  /** Columns whose value could not be read: they stand empty among the others. */
  broken?: ReadonlyMap<number, CellFault> | undefined;
}

/** Whether a row was taken for the heading: `next` = it was not, the next one may be; `stop` = nothing here can be used. */
export type Heading = 'taken' | 'next' | 'stop';

/** What receives a table. `columns` may come again with more names at the end (NDJSON meets new keys as it goes). */
export interface RowSink {
  columns(names: readonly string[], line: number): Heading;
  row(row: Row): void;
  fault(fault: RowFault, row: Row): void;
  /** The heading itself is no record that can be read; nothing follows. */
  badHeading?(fault: RowFault, line: number): void;
  /** A cell held a formula: its cached value was taken. */
  formula?(line: number): void;
}

/** No record holds more bytes than this; what is longer is turned away and skipped without being held in memory. */
export const MAX_RECORD = 1 << 20;
/** No record holds more fields than this. */
export const MAX_FIELDS = 4096;

export const emptyRow = (fields = 64): Row => ({
  bytes: Buffer.alloc(0),
  starts: new Int32Array(fields),
  ends: new Int32Array(fields),
  count: 0,
  raw: Buffer.alloc(0),
  rawStart: 0,
  rawEnd: 0,
  line: 0,
});

/** Makes room for at least `fields` fields. */
export function widen(row: Row, fields: number): void {
  if (fields < row.starts.length) return;
  const size = Math.min(MAX_FIELDS + 2, Math.max(fields + 1, row.starts.length * 2));
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  starts.set(row.starts);
  ends.set(row.ends);
  row.starts = starts;
  row.ends = ends;
}

/** Fills a row from texts (readers whose format is not delimited bytes). Its bytes are its own and are used again. */
export function fillRow(row: Row, cells: readonly string[], line: number, raw?: Buffer): void {
  widen(row, cells.length);
  let most = 0;
  for (const cell of cells) most += cell.length * 3;
  if (row.bytes.length < most) row.bytes = Buffer.allocUnsafe(most * 2);
  let at = 0;
  cells.forEach((cell, index) => {
    row.starts[index] = at;
    at += row.bytes.write(cell, at, 'utf8');
    row.ends[index] = at;
  });
  row.count = cells.length;
  row.line = line;
  row.raw = raw ?? row.bytes;
  row.rawStart = 0;
  row.rawEnd = raw ? raw.length : 0;
  row.cells = raw ? undefined : cells;
  row.broken = undefined;
}

export const fieldText = (row: Row, index: number): string =>
  index < row.count ? row.bytes.toString('utf8', row.starts[index] ?? 0, row.ends[index] ?? 0) : '';

export const rawText = (row: Row): string =>
  row.cells?.join('\t') ?? row.raw.toString('utf8', row.rawStart, row.rawEnd);
