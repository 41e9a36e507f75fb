import type { TextLine } from './html.ts';

interface Cell {
  readonly lines: TextLine[];
  /** The cell that reaches over this place from above or from the left; it holds for each row and column that it spans. */
  readonly of?: Cell;
  readonly isBeside?: boolean;
}
interface Row {
  readonly from: number;
  to: number;
  readonly cells: Cell[];
}
interface Table {
  readonly rows: Row[];
  row: Row | undefined;
  cell: Cell | undefined;
  /** How many further rows each column is taken by a cell from above. */
  readonly spans: { rows: number; cell: Cell }[];
  /** Columns that the open cell takes beside its own. */
  wide: number;
}

/** Tables in tables deeper than this are read as their text. */
const DEEPEST = 16;
/** A cell with more lines is a part of the page. */
const LONGEST = 40;

const filled = ({ cells }: Row): Cell[] => cells.filter((cell) => cell.lines.length > 0);
const isRow = ({ text }: TextLine): boolean => text.includes('\t');

/** A table that sets words side by side or frames the page, and says nothing in rows and columns. */
const isLayout = ({ rows }: Table): boolean =>
  rows.every((row) => filled(row).length < 2) ||
  rows.some(({ cells }) => cells.some(({ lines }) => lines.length > LONGEST || lines.some(isRow)));

/** The words of each cell of a row; a cell that spans several says its words in each, but a title over the whole row only once. */
function textsOf(row: Row): string[] {
  const isTitle = filled(row).length < 2;
  return row.cells.map(({ lines, of, isBeside }) => {
    const told = of && !(isTitle && isBeside) ? of.lines : lines;
    return told
      .map(({ text }) => text.trim())
      .join(' ')
      .replace(/\s+/g, ' ');
  });
}

/** Where the lines of a page go while its tables are being read: into the open cell of the innermost table, else to the page. */
export class Tables {
  private readonly lines: TextLine[] = [];
  private readonly open: Table[] = [];
  private tooDeep = 0;

  private get last(): Table | undefined {
    return this.open.at(-1);
  }

  push(...lines: readonly TextLine[]): void {
    const cell = this.open.findLast((table) => table.cell)?.cell;
    const into = cell?.lines ?? this.lines;
    for (const line of lines) into.push(line);
  }

  begin(): void {
    if (this.open.length >= DEEPEST) this.tooDeep += 1;
    else this.open.push({ rows: [], row: undefined, cell: undefined, spans: [], wide: 0 });
  }

  beginRow(line: number): void {
    if (!this.last || this.tooDeep > 0) return;
    this.endRow(line);
    this.last.row = { from: line, to: line, cells: [] };
  }

  beginCell(attributes: string, line: number): void {
    const table = this.last;
    if (!table || this.tooDeep > 0) return;
    if (!table.row) this.beginRow(line);
    this.endCell();
    const cells = table.row?.cells ?? [];
    this.fillFromAbove(table, cells);
    const rows = Number(/rowspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1);
    table.wide = Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(attributes)?.[1] ?? 1) - 1;
    const cell: Cell = { lines: [] };
    for (let at = 0; at <= table.wide && rows > 1; at += 1) table.spans[cells.length + at] = { rows: rows - 1, cell };
    table.cell = cell;
    cells.push(cell);
  }

  /** Cells that reach down into this row, up to the next free place. */
  private fillFromAbove({ spans }: Table, cells: Cell[]): void {
    for (let span = spans[cells.length]; span && span.rows > 0; span = spans[cells.length]) {
      span = spans[cells.length] = { ...span, rows: span.rows - 1 };
      cells.push({ lines: [], of: span.cell });
    }
  }

  endCell(): void {
    const table = this.last;
    if (!table || this.tooDeep > 0) return;
    const { cell } = table;
    table.cell = undefined;
    for (; table.wide > 0; table.wide -= 1)
      table.row?.cells.push({ lines: [], ...(cell ? { of: cell, isBeside: true } : {}) });
  }

  endRow(line: number): void {
    const table = this.last;
    if (!table?.row || this.tooDeep > 0) return;
    this.endCell();
    this.fillFromAbove(table, table.row.cells);
    table.row.to = Math.max(table.row.from, line);
    table.rows.push(table.row);
    table.row = undefined;
  }

  end(line: number): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1;
      return;
    }
    this.endRow(line);
    const table = this.open.pop();
    if (!table) return;
    if (isLayout(table)) return this.push(...table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)));
    for (const row of table.rows)
      if (filled(row).length > 0) this.push({ from: row.from, to: row.to, text: textsOf(row).join('\t') });
  }

  finish(line: number): readonly TextLine[] {
    this.tooDeep = 0;
    while (this.open.length > 0) this.end(line);
    return this.lines;
  }
}
