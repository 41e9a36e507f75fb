import type { TextLine } from './html.ts';

interface Cell {
  readonly lines: TextLine[];
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
  readonly spans: number[];
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
    while ((table.spans[cells.length] ?? 0) > 0) {
      table.spans[cells.length] = (table.spans[cells.length] ?? 0) - 1;
      cells.push({ lines: [] });
    }
    const rows = Number(/rowspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1);
    table.spans[cells.length] = Math.max(0, rows - 1);
    table.wide = Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(attributes)?.[1] ?? 1) - 1;
    table.cell = { lines: [] };
    cells.push(table.cell);
  }

  endCell(): void {
    const table = this.last;
    if (!table || this.tooDeep > 0) return;
    table.cell = undefined;
    for (; table.wide > 0; table.wide -= 1) table.row?.cells.push({ lines: [] });
  }

  endRow(line: number): void {
    const table = this.last;
    if (!table?.row || this.tooDeep > 0) return;
    this.endCell();
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
    const texts = ({ cells }: Row): string[] =>
      cells.map(({ lines }) =>
        lines
          .map(({ text }) => text.trim())
          .join(' ')
          .replace(/\s+/g, ' '),
      );
    for (const row of table.rows)
      if (filled(row).length > 0) this.push({ from: row.from, to: row.to, text: texts(row).join('\t') });
  }

  finish(line: number): readonly TextLine[] {
    this.tooDeep = 0;
    while (this.open.length > 0) this.end(line);
    return this.lines;
  }
}
