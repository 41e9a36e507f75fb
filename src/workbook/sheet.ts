import type { Style, Worksheet } from 'exceljs';
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

/** A4 landscape less its margins, in points, a little to spare. */
const PAGE = { width: 783, height: 508 } as const;
/** Columns are as wide as so many digits; a letter of ten points is a little wider, in fonts that take the place of a missing Arial as well. */
const LETTER = 1.15;

/** Lines of a text of which so many letters stand in one. */
function wrapped(text: string, letters: number): number {
  let lines = 1;
  let at = 0;
  for (const word of text.split(/(?<=\n)|\s+/)) {
    if (at > 0 && at + word.length > letters) {
      lines += 1;
      at = 0;
    }
    lines += Math.floor(word.length / (letters + 1));
    at += (word.length % (letters + 1)) + 1;
    if (!word.endsWith('\n')) continue;
    lines += 1;
    at = 0;
  }
  return lines;
}
/** No cell of Excel holds more characters (its limit is 32,767): the file would be refused. */
const LONGEST = 32_000;

const fitting = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (+${text.length - LONGEST})`;

/** Cells of one sheet with their styles. */
export class SheetWriter {
  readonly worksheet: Worksheet;
  readonly name: string;
  private readonly mode: SheetMode;
  private lastRow = 1;
  private readonly columns: number;
  private pageStart = 1;
  /** Lines of text that a row needs at least, of those whose height is left to the program that shows it. */
  private readonly lines = new Map<number, number>();
  /** Points that a row needs for its part of a cell over several. */
  private readonly least = new Map<number, number>();

  /** What stands right of `columns` is for the charts and the formulas; it is not printed. */
  constructor(worksheet: Worksheet, mode: SheetMode, columns: number) {
    this.worksheet = worksheet;
    this.name = worksheet.name;
    this.mode = mode;
    this.columns = columns;
  }

  /** `span` = the columns that the text has, where they will be merged. */
  put(row: number, column: number, content: Content, style?: StyleName, span = 1): void {
    const cell = this.worksheet.getCell(row, column);
    if (typeof content === 'object') cell.value = this.figure(content);
    else if (typeof content === 'string') cell.value = fitting(content);
    else if (content !== undefined) cell.value = content;
    if (typeof content === 'string' && column <= this.columns)
      this.needs(row, content, style, this.width(column, column + span - 1));
    // A copy: the library changes the style of a cell in place.
    if (style) cell.style = { ...styles[style] };
    this.lastRow = Math.max(this.lastRow, row);
  }

  /** Takes note of the lines that a text takes in so wide a cell, if it is wrapped there. */
  private needs(row: number, text: string, style: StyleName | undefined, width: number): void {
    const { font, alignment }: Partial<Style> = style === undefined ? {} : styles[style];
    if (!alignment?.wrapText) return;
    const lines = wrapped(text, (width - 2) / ((LETTER * (font?.size ?? 10)) / 10));
    this.lines.set(row, Math.max(this.lines.get(row) ?? 1, lines));
  }

  private figure({ formula, value }: Figure) {
    if (!this.mode.formulas) return value ?? null;
    return this.mode.cached ? { formula, result: value ?? '' } : { formula };
  }

  /** A sentence over the columns 1..last. */
  sentence(row: number, text: string, style: StyleName, last = this.columns): void {
    this.put(row, 1, text, style, last);
    this.merge(row, 1, row, last);
  }

  /** One cell over several rows, which together are as high as its text needs. */
  mergeDown(from: number, to: number, column: number): void {
    this.merge(from, column, to, column);
    const each = this.needed(from) / (to - from + 1);
    this.lines.delete(from);
    for (let row = from; row <= to; row += 1) this.least.set(row, each);
  }

  /** A link to another sheet of the book. */
  link(row: number, column: number, sheet: string): void {
    this.put(row, column, undefined, 'link');
    this.worksheet.getCell(row, column).value = { text: sheet, hyperlink: `#${sheetRef(sheet, 'A1')}` };
  }

  line(row: number, contents: readonly Content[], style: StyleName | readonly StyleName[], column = 1): void {
    contents.forEach((content, index) =>
      this.put(row, column + index, content, typeof style === 'string' ? style : style[index]),
    );
  }

  widths(widths: readonly number[]): void {
    // The library leaves out a width of nine, taking it for what every program does by itself; none of them does.
    widths.forEach((width, index) => (this.worksheet.getColumn(index + 1).width = width === 9 ? 9.05 : width));
  }

  height(row: number, points: number): void {
    this.worksheet.getRow(row).height = points;
  }

  /** The next printed page begins at this row. */
  private newPage(row: number): void {
    this.worksheet.getRow(row - 1).addPageBreak();
    this.pageStart = row;
  }

  /**
   * Keeps the rows from..to, which have been written, on one printed page: they begin a new one where the rest of this one
   * is too short for them. What is longer than a page flows on.
   */
  keepTogether(from: number, to: number): void {
    const page = this.pagePoints();
    while (this.points(this.pageStart, to) > page) {
      if (from > this.pageStart && this.points(from, to) <= page) return this.newPage(from);
      let last = this.pageStart;
      while (this.points(this.pageStart, last) <= page) last += 1;
      this.pageStart = Math.max(last, this.pageStart + 1);
    }
  }

  private width(from: number, to: number): number {
    let sum = 0;
    for (let column = from; column <= to; column += 1) sum += this.worksheet.getColumn(column).width ?? 9;
    return sum;
  }

  private points(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row <= to; row += 1) {
      const told: number | undefined = this.worksheet.getRow(row).height;
      sum += told ?? this.needed(row);
    }
    return sum;
  }

  private needed(row: number): number {
    return Math.min(400, Math.max(15, 13 * (this.lines.get(row) ?? 1) + 3, this.least.get(row) ?? 0));
  }

  /** The height of a printed page in points of the sheet: it is made smaller until its columns fit the width of the paper. */
  private pagePoints(): number {
    const width = (this.width(1, this.columns) * 7 + this.columns * 5) * 0.75;
    return PAGE.height / Math.min(1, PAGE.width / width);
  }

  merge(row: number, column: number, endRow: number, endColumn: number): void {
    this.worksheet.mergeCells(row, column, endRow, endColumn);
  }

  /** A4 landscape, one page wide, the head repeated and frozen. */
  print(options: {
    readonly rows?: number;
    readonly head?: number;
    readonly frozen?: number;
    readonly footer: string;
    readonly onePage?: boolean;
  }): void {
    const { worksheet, columns } = this;
    // Not every program finds the height of a row by itself, nor do all take the same for the usual one.
    for (let row = 1; row <= this.lastRow; row += 1) {
      const told: number | undefined = worksheet.getRow(row).height;
      worksheet.getRow(row).height = told ?? this.needed(row);
    }
    worksheet.pageSetup = {
      ...worksheet.pageSetup,
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: options.onePage ? 1 : 0,
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
