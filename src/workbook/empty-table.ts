import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { ref, type EmptyColumn, type EmptySheet, type EmptyTable } from '../table/index.ts';
import { timelessWorkbook } from './book.ts';
import { finishPackage } from './package.ts';
import { colours, styles, type StyleName } from './styles.ts';

/** The last row that gets lists and checks; the rows below are read as well. */
const LAST = 5002;
const BANDS = 1;
const HEADINGS = 2;

/** `exceljs` takes checks for whole ranges, which its types do not tell. */
interface WithChecks {
  readonly dataValidations: { add(address: string, check: DataValidation): void };
}
const checksOf = (sheet: Worksheet): WithChecks['dataValidations'] => (sheet as unknown as WithChecks).dataValidations;

const formats: Readonly<Partial<Record<EmptyColumn['type'], string>>> = {
  day: 'dd.mm.yyyy',
  moment: 'dd.mm.yyyy hh:mm',
  'day-or-moment': 'dd.mm.yyyy hh:mm',
  number: 'General',
};

const widths: Readonly<Partial<Record<EmptyColumn['type'], number>>> = {
  wording: 34,
  wordings: 34,
  day: 13,
  moment: 17,
  'day-or-moment': 17,
  number: 12,
  flag: 10,
};

/** The text of the note on a heading and of the hint at its cells: Excel shows 255 signs at most. */
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** The lists of choices stand on a sheet of their own, a column each; gives the range of each list. */
class Lists {
  private readonly ranges = new Map<string, string>();
  private readonly sheet: Worksheet;

  constructor(workbook: Workbook, name: string) {
    this.sheet = workbook.addWorksheet(name, { state: 'hidden' });
  }

  rangeOf(choices: readonly string[]): string {
    const key = choices.join('\n');
    const known = this.ranges.get(key);
    if (known !== undefined) return known;
    const column = this.ranges.size + 1;
    choices.forEach((choice, index) => (this.sheet.getCell(index + 1, column).value = choice));
    const range = `'${this.sheet.name.replace(/'/g, "''")}'!${fixed(1, column)}:${fixed(choices.length, column)}`;
    this.ranges.set(key, range);
    return range;
  }
}

const fixed = (row: number, column: number): string => ref(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

/** What Excel checks and says when a cell of the column is filled. The reading checks more, and has the last word. */
function checkOf(column: EmptyColumn, lists: Lists): DataValidation {
  const hint = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: cut(column.heading, 32),
    prompt: cut(`${column.what}${column.example === '' ? '' : `\n${column.example}`}`, 255),
  };
  const stop = { ...hint, showErrorMessage: true, errorTitle: cut(column.heading, 32), error: cut(column.what, 225) };
  if (column.choices.length > 0) return { ...stop, type: 'list', formulae: [lists.rangeOf(column.choices)] };
  if (column.type === 'number') return { ...stop, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };
  if (column.type === 'day' || column.type === 'moment' || column.type === 'day-or-moment')
    // 1 January 1990 as Excel counts days.
    return { ...stop, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [32874] };
  if (column.digits !== undefined) return { ...stop, type: 'textLength', operator: 'equal', formulae: [column.digits] };
  return { ...hint, type: 'textLength', operator: 'greaterThanOrEqual', formulae: [0] };
}

const band = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colours.band}` } } as const;

function fillSheet(workbook: Workbook, { name, columns }: EmptySheet, lists: Lists): void {
  const sheet = workbook.addWorksheet(name);
  let from = 1;
  columns.forEach((column, index) => {
    const place = index + 1;
    const own = sheet.getColumn(place);
    own.width = Math.max(widths[column.type] ?? 20, Math.min(26, column.heading.length + 2));
    own.style = {
      font: styles.text.font,
      numFmt: formats[column.type] ?? '@',
      alignment: { vertical: 'top', wrapText: true },
    };
    const heading = sheet.getCell(HEADINGS, place);
    heading.value = column.isRequired ? `${column.heading} *` : column.heading;
    heading.style = {
      ...styles.head,
      ...(column.isRequired ? {} : { fill: band, font: { ...styles.head.font, color: { argb: `FF${colours.head}` } } }),
    };
    heading.note = [column.name, column.what, column.example].filter((text) => text !== '').join('\n');
    checksOf(sheet).add(`${ref(HEADINGS + 1, place)}:${ref(LAST, place)}`, checkOf(column, lists));
    const isLast = columns[index + 1]?.group !== column.group;
    const group = sheet.getCell(BANDS, place);
    group.value = place === from ? column.group : null;
    group.style = { ...styles.heading, fill: band, alignment: { vertical: 'middle' } };
    if (isLast) from = place + 1;
  });
  sheet.getRow(HEADINGS).height = 44;
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: HEADINGS, showGridLines: true }];
  sheet.autoFilter = { from: { row: HEADINGS, column: 1 }, to: { row: HEADINGS, column: columns.length } };
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', printTitlesRow: `${BANDS}:${HEADINGS}` };
}

const legendWidths = [24, 34, 30, 22, 60, 44];

/** Rows do not grow by themselves where a program other than Excel opens the book. */
const heightFor = (texts: readonly string[]): number =>
  Math.max(
    ...texts.map((text, index) =>
      text
        .split('\n')
        .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / ((legendWidths[index] ?? 20) * 1.05))), 0),
    ),
  ) *
    13 +
  3;

function fillLegend(sheet: Worksheet, { title, about, print, sheets, legends, words }: EmptyTable): void {
  legendWidths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const put = (row: number, column: number, value: string, style: StyleName): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = { ...styles[style] };
  };
  put(1, 1, title, 'title');
  put(2, 1, about, 'plain');
  sheet.mergeCells(2, 1, 2, 6);
  sheet.getRow(2).height = 46;
  put(3, 1, print, 'plain');
  sheet.mergeCells(3, 1, 3, 6);
  words.head.forEach((word, index) => put(5, index + 1, word, 'head'));
  let row = 6;
  for (const { name, columns } of sheets)
    for (const { heading, name: own, required, what, example } of columns) {
      const texts = [name, heading, own, required, what, example];
      texts.forEach((text, index) => put(row, index + 1, text, index === 2 ? 'quiet' : 'text'));
      sheet.getRow(row).height = heightFor(texts);
      row += 1;
    }
  for (const { title: of, lines } of legends) {
    row += 1;
    put(row, 1, of, 'heading');
    row += 1;
    for (const [code, text] of lines) {
      put(row, 1, code, 'text');
      sheet.mergeCells(row, 1, row, 2);
      put(row, 3, text, 'text');
      sheet.mergeCells(row, 3, row, 6);
      sheet.getRow(row).height = Math.max(15, 14 * Math.ceil(text.length / 120));
      row += 1;
    }
  }
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '5:5',
  };
  sheet.headerFooter = { oddFooter: '&R&8&P / &N' };
  sheet.views = [{ state: 'frozen', ySplit: 5, xSplit: 0, showGridLines: false }];
}

/** The workbook of an empty table: the sheets to fill with lists, checks and notes, the legend, the lists. The same model gives the same bytes. */
export async function emptyTableWorkbook(model: EmptyTable): Promise<Uint8Array> {
  const workbook = await timelessWorkbook(model.title);
  const lists = new Lists(workbook, model.words.lists);
  for (const sheet of model.sheets) fillSheet(workbook, sheet, lists);
  fillLegend(workbook.addWorksheet(model.words.legend), model);
  // The sheet to fill stands first and is the one that opens; the lists stand behind.
  const order = [...model.sheets.map(({ name }) => name), model.words.legend, model.words.lists];
  workbook.eachSheet((sheet) => Object.assign(sheet, { orderNo: order.indexOf(sheet.name) + 1 }));
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 12000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const written = await workbook.xlsx.writeBuffer();
  return finishPackage(new Uint8Array(written), [], []);
}
