import { MAX_FIELDS, MAX_RECORD, emptyRow, fillRow, type CellFault, type RowFault, type RowSink } from './row.ts';
import type { Attributes, XmlHandlers } from './xml.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** For each style of a cell: does it show a date. */
  readonly dates: readonly boolean[];
  readonly since1904: boolean;
  /** Whether the time of a date is wanted too. */
  readonly withTimes: boolean;
}

const MINUTES = 24 * 60;

/** A serial date of Excel as `yyyy-mm-dd`; `withTimes` with its time, to the minute, where it has one: `yyyy-mm-ddThh:mm`. */
function dateText(serial: number, { since1904, withTimes }: SheetContext): string {
  const minutes = withTimes ? Math.round(serial * MINUTES) : Math.floor(serial) * MINUTES;
  const date = new Date((minutes + ((since1904 ? 1462 : 0) - 25569) * MINUTES) * 60_000);
  if (Number.isNaN(date.getTime())) return String(serial);
  return date.toISOString().slice(0, minutes % MINUTES === 0 ? 10 : 16);
}

/** A number as people write it; one that is too long to be whole any more stays as the program wrote it (`1.2E+19`). */
function numberText(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : value;
}

/** `B7` -> 1; -1 for what begins with no letter. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

/** The rows of one sheet as its XML comes: the first one that the sink takes is the heading. One row is in memory. */
export class SheetRows implements XmlHandlers {
  private readonly sink: RowSink;
  private readonly context: SheetContext;
  private readonly row = emptyRow();
  private width = 0;
  private stopped = false;
  // Of the row at hand.
  private line = 0;
  private cells: string[] = [];
  private size = 0;
  private fault: RowFault | undefined;
  private formulas = false;
  private broken: Map<number, CellFault> | undefined;
  // Of the cell at hand.
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private formula = false;
  private reading = false;

  constructor(sink: RowSink, context: SheetContext) {
    this.sink = sink;
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes.get('r'));
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f') this.formula = true;
    this.reading = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.reading && this.value.length <= MAX_RECORD) this.value += text;
  }

  close(name: string): void {
    this.reading = false;
    if (name === 'c') this.finishCell();
    else if (name === 'row') this.finishRow();
  }

  done(): boolean {
    return this.stopped;
  }

  private beginRow(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number);
    this.cells = [];
    this.size = 0;
    this.column = -1;
    this.fault = undefined;
    this.formulas = false;
    this.broken = undefined;
  }

  private beginCell(attributes: Attributes): void {
    const reference = attributes.get('r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes.get('t') ?? '';
    this.style = Number(attributes.get('s') ?? 0);
    this.value = '';
    this.formula = false;
  }

  private finishCell(): void {
    const { column } = this;
    this.formulas ||= this.formula;
    if (this.value === '' && !this.formula) return;
    if (column < 0 || column >= MAX_FIELDS) return void (this.fault = 'column-count');
    const text = this.value === '' ? undefined : this.shown();
    if (text === undefined) (this.broken ??= new Map()).set(column, this.formula ? 'formula-empty' : 'cell-broken');
    this.size += text?.length ?? 0;
    if (this.size > MAX_RECORD) return void (this.fault = 'too-long');
    while (this.cells.length <= column) this.cells.push('');
    this.cells[column] = text ?? '';
  }

  /** The value as a reader of the sheet sees it; undefined for a text that the workbook does not hold. */
  private shown(): string | undefined {
    const { value, type } = this;
    const { strings, dates } = this.context;
    if (type === 's') return strings[Number(value)];
    // The number behind it would pass for an answer.
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === '' || type === 'n')
      return dates[this.style] ? dateText(Number(value), this.context) : numberText(value);
    return value;
  }

  private finishRow(): void {
    const { cells, row, sink, width, line } = this;
    if (this.stopped || (!this.fault && !this.broken && cells.every((cell) => cell === ''))) return;
    if (width === 0) {
      const heading = sink.columns(cells, line);
      this.stopped = heading === 'stop';
      if (heading === 'taken') this.width = cells.length;
      return;
    }
    const extras = cells.length > width && cells.slice(width).some((cell) => cell !== '');
    while (cells.length < width) cells.push('');
    if (!extras) cells.length = width;
    fillRow(row, cells, line);
    row.broken = this.broken;
    const fault = this.fault ?? (extras ? 'column-count' : undefined);
    if (fault) return sink.fault(fault, row);
    if (this.formulas) sink.formula?.(line);
    sink.row(row);
  }
}
