import type { Worksheet } from 'exceljs';
import { styles, type StyleName } from './styles.ts';

/** A figure with the formula that yields it. `value` undefined = the formula gives an empty text. */
export interface Figure {
  readonly formula: string;
  readonly value: number | string | undefined;
}
export type Content = string | number | Figure | undefined;

export interface ChartPlace {
  /** 0-based cells: left top inclusive, right bottom exclusive. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** `B7`, or `$B$7` with `fixed`. Row and column are 1-based. */
export function ref(row: number, column: number, fixed = false): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return fixed ? `$${letters}$${row}` : `${letters}${row}`;
}

export const sheetRef = (sheet: string, from: string, to?: string): string =>
  `'${sheet.replace(/'/g, "''")}'!${from}${to === undefined ? '' : `:${to}`}`;

export interface SheetMode {
  /** The internal edition carries live formulas; the public one values only. */
  readonly formulas: boolean;
  /** Without cached results a reader must calculate them himself: for the proof. */
  readonly cached: boolean;
}

/** Cells of one sheet with their styles. */
export class SheetWriter {
  readonly worksheet: Worksheet;
  readonly name: string;
  private readonly mode: SheetMode;
  private lastRow = 1;

  constructor(worksheet: Worksheet, mode: SheetMode) {
    this.worksheet = worksheet;
    this.name = worksheet.name;
    this.mode = mode;
  }

  put(row: number, column: number, content: Content, style?: StyleName): void {
    const cell = this.worksheet.getCell(row, column);
    if (typeof content === 'object') cell.value = this.figure(content);
    else if (content !== undefined) cell.value = content;
    // A copy: the library changes the style of a cell in place.
    if (style) cell.style = { ...styles[style] };
    this.lastRow = Math.max(this.lastRow, row);
  }

  private figure({ formula, value }: Figure) {
    if (!this.mode.formulas) return value ?? null;
    return this.mode.cached ? { formula, result: value ?? '' } : { formula };
  }

  line(row: number, contents: readonly Content[], style: StyleName | readonly StyleName[], column = 1): void {
    contents.forEach((content, index) =>
      this.put(row, column + index, content, typeof style === 'string' ? style : style[index]),
    );
  }

  widths(widths: readonly number[]): void {
    widths.forEach((width, index) => (this.worksheet.getColumn(index + 1).width = width));
  }

  height(row: number, points: number): void {
    this.worksheet.getRow(row).height = points;
  }

  /** The next printed page begins at this row. */
  newPage(row: number): void {
    this.worksheet.getRow(row - 1).addPageBreak();
  }

  merge(row: number, column: number, endRow: number, endColumn: number): void {
    this.worksheet.mergeCells(row, column, endRow, endColumn);
  }

  /** A4 landscape, one page wide, the head repeated and frozen; what lies right of `columns` is a helper and is not printed. */
  print(
    columns: number,
    options: { readonly rows?: number; readonly head?: number; readonly frozen?: number; readonly footer: string },
  ): void {
    const { worksheet } = this;
    worksheet.pageSetup = {
      ...worksheet.pageSetup,
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
      // The library puts a `$` before each column and leaves the rows to us.
      printArea: `A$1:${ref(Math.max(options.rows ?? 1, this.lastRow), columns, true).slice(1)}`,
      ...(options.head === undefined ? {} : { printTitlesRow: `${options.head}:${options.head}` }),
    };
    worksheet.headerFooter = { oddFooter: `&L&8${options.footer}&R&8&P / &N` };
    worksheet.views = [
      {
        showGridLines: false,
        ...(options.frozen === undefined
          ? { state: 'normal' }
          : { state: 'frozen', ySplit: options.frozen, xSplit: 0 }),
      },
    ];
  }
}
