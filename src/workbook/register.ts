import type { Workbook } from 'exceljs';
import type { ApartLine, Register, RegisterLine } from '../register/index.ts';
import { formatShortDate } from '../text/index.ts';
import { timelessWorkbook } from './book.ts';
import { finishPackage } from './package.ts';
import { ref, sheetRef, SheetWriter, type Content, type SheetMode } from './sheet.ts';
import type { StyleName } from './styles.ts';

/** The words of the book in its language (`templates/register/texts.yaml`). */
type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** What a sheet is made with. */
interface Making {
  readonly workbook: Workbook;
  readonly register: Register;
  readonly say: Say;
}

interface Column {
  readonly key: string;
  readonly width: number;
  readonly style: StyleName;
  readonly of: (line: RegisterLine, index: number) => Content;
}

/** Days since 30 December 1899: as Excel counts them. */
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

const signature: Column = { key: 'signature', width: 24, style: 'text', of: (line) => line.signature };
/** Those that are printed; the rest is for comparing. */
const printed: readonly Column[] = [
  { key: 'row', width: 5, style: 'number', of: (_, index) => index + 1 },
  { key: 'number', width: 17, style: 'text', of: ({ number }) => number },
  { key: 'issued', width: 11, style: 'date', of: ({ issued }) => serial(issued) },
  { key: 'kind', width: 19, style: 'text', of: ({ kind }) => kind },
  { key: 'service', width: 30, style: 'text', of: ({ service }) => service },
  { key: 'applicant', width: 24, style: 'text', of: ({ applicant }) => applicant },
  { key: 'id', width: 15, style: 'text', of: ({ id }) => id },
  { key: 'ground', width: 26, style: 'text', of: ({ ground }) => ground },
  { key: 'signer', width: 21, style: 'text', of: ({ signer }) => signer },
  { key: 'case', width: 15, style: 'text', of: (line) => line.case },
  { key: 'sha256', width: 21, style: 'quiet', of: ({ sha256 }) => sha256 },
];
const compared: readonly Column[] = [
  { key: 'data', width: 21, style: 'quiet', of: ({ data }) => data },
  { key: 'file', width: 40, style: 'quiet', of: ({ file }) => file },
];

/** The columns of a register: that of signatures only where anything is signed. */
function columnsOf({ lines }: Register): { readonly columns: readonly Column[]; readonly onPaper: number } {
  const isSigned = lines.some((line) => line.signature !== '');
  const onPaper = isSigned ? printed.toSpliced(9, 0, signature) : printed;
  return { columns: [...onPaper, ...compared], onPaper: onPaper.length };
}

const headRow = 4;
const mode: SheetMode = { formulas: true, cached: true };

function titleOf({ register, say }: Making): string {
  const { from, to } = register;
  const days = { ...(from && { from: formatShortDate(from) }), ...(to && { to: formatShortDate(to) }) };
  const key = from ? (to ? 'both' : 'from') : to ? 'to' : 'all';
  return say('title:period', { period: say(`period:${key}`, days) });
}

/** The range of a column over all lines. */
const rangeOf = ({ register, say }: Making, key: string): string => {
  const last = headRow + Math.max(1, register.lines.length);
  const place = columnsOf(register).columns.findIndex((column) => column.key === key) + 1;
  return sheetRef(say('sheet:register'), ref(headRow + 1, place, true), ref(last, place, true));
};

function fillRegister(making: Making): void {
  const { workbook, register, say } = making;
  const { lines, isCompared, isMasked, hasSpecimens } = register;
  const { columns, onPaper } = columnsOf(register);
  const sheet = new SheetWriter(workbook.addWorksheet(say('sheet:register')), mode, onPaper);
  sheet.widths(columns.map(({ width }) => width));
  sheet.put(1, 1, titleOf(making), 'title');
  sheet.height(1, 26);
  const notes = [
    ...(hasSpecimens ? [say('specimens')] : []),
    ...(isMasked ? [say('masked')] : []),
    ...(isCompared ? [] : [say('uncompared')]),
  ];
  sheet.sentence(2, notes.join('. '), 'subtitle');
  const last = headRow + Math.max(1, lines.length);
  // 103: the lines that a filter leaves.
  const shown = `SUBTOTAL(103,${ref(headRow + 1, 1)}:${ref(last, 1)})`;
  sheet.put(
    3,
    1,
    {
      formula: `"${say('shown')}: "&${shown}&" ${say('of')} "&COUNT(${rangeOf(making, 'row')})`,
      value: `${say('shown')}: ${lines.length} ${say('of')} ${lines.length}`,
    },
    'plain',
  );
  sheet.merge(3, 1, 3, onPaper);
  columns.forEach(({ key }, index) => sheet.put(headRow, index + 1, say(`column:${key}`), 'head'));
  lines.forEach((line, index) =>
    columns.forEach(({ style, of }, column) => sheet.put(headRow + 1 + index, column + 1, of(line, index), style)),
  );
  sheet.print({ head: headRow, frozen: headRow, footer: say('footer') });
  const { worksheet } = sheet;
  worksheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: last, column: columns.length } };
}

/** How many lines have each value, most first; equal counts by the order of the words. */
function counted(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
}

/** A table of counts with live formulas: `formulaOf` counts the lines of a value; gives the row behind it. */
function countTable(
  sheet: SheetWriter,
  row: number,
  { say }: Making,
  key: string,
  groups: readonly (readonly [label: string, count: number, formula: string])[],
): number {
  sheet.put(row, 1, say(`by:${key}`), 'heading');
  sheet.line(row + 1, [say(`column:${key}`), say('column:count')], 'head');
  groups.forEach(([label, count, formula], index) =>
    sheet.line(row + 2 + index, [label, { formula, value: count }], ['text', 'count']),
  );
  const end = row + 2 + groups.length;
  const sum = groups.reduce((total, [, count]) => total + count, 0);
  const formula = groups.length > 0 ? `SUM(${ref(row + 2, 2)}:${ref(end - 1, 2)})` : '0';
  sheet.line(end, [say('total'), { formula, value: sum }], ['total', 'totalCount']);
  sheet.keepTogether(row, end);
  return end + 2;
}

function fillTotals(making: Making): void {
  const { workbook, register, say } = making;
  const { lines } = register;
  const sheet = new SheetWriter(workbook.addWorksheet(say('sheet:totals')), mode, 2);
  sheet.widths([90, 16]);
  sheet.put(1, 1, titleOf(making), 'title');
  sheet.height(1, 26);
  sheet.sentence(2, say('about:totals', { sheet: say('sheet:register') }), 'subtitle');
  let row = 4;
  for (const key of ['kind', 'service', 'signer'] as const) {
    const range = rangeOf(making, key);
    // Not COUNTIF: it takes stars for anything, and fails on a text of more than 255 signs.
    const groups = counted(lines.map((line) => line[key])).map(
      ([label, count], index) => [label, count, `SUMPRODUCT(--(${range}=${ref(row + 2 + index, 1)}))`] as const,
    );
    row = countTable(sheet, row, making, key, groups);
  }
  const months = counted(lines.map(({ issued }) => issued.slice(0, 7))).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const range = rangeOf(making, 'issued');
  const groups = months.map(([month, count]) => {
    const [year = '', number = ''] = month.split('-');
    const formula = `SUMPRODUCT((YEAR(${range})=${Number(year)})*(MONTH(${range})=${Number(number)}))`;
    return [say('month', { month: number, year }), count, formula] as const;
  });
  countTable(sheet, row, making, 'month', groups);
  sheet.print({ footer: say('footer') });
}

const apartColumns: readonly { readonly key: string; readonly width: number; readonly style: StyleName }[] = [
  { key: 'reason', width: 44, style: 'text' },
  { key: 'number', width: 20, style: 'text' },
  { key: 'issued', width: 12, style: 'date' },
  { key: 'kind', width: 34, style: 'text' },
  { key: 'case', width: 18, style: 'text' },
  { key: 'file', width: 44, style: 'text' },
];

function fillApart(making: Making): void {
  const { workbook, register, say } = making;
  const sheet = new SheetWriter(workbook.addWorksheet(say('sheet:apart')), mode, apartColumns.length);
  sheet.widths(apartColumns.map(({ width }) => width));
  sheet.put(1, 1, say('sheet:apart'), 'title');
  sheet.height(1, 26);
  sheet.sentence(2, say('about:apart'), 'subtitle');
  sheet.line(
    headRow,
    apartColumns.map(({ key }) => say(`column:${key}`)),
    'head',
  );
  const contentsOf = (line: ApartLine): Content[] => [
    say(`reason:${line.reason}`),
    line.number,
    serial(line.issued),
    line.kind,
    line.case,
    line.file,
  ];
  const used = apartColumns.map(({ style }) => style);
  register.apart.forEach((line, index) => sheet.line(headRow + 1 + index, contentsOf(line), used));
  sheet.print({ head: headRow, frozen: headRow, footer: say('footer') });
}

/** The workbook of a register: lines, totals, and what does not stand in it, if anything. The same model gives the same bytes. */
export async function registerWorkbook(register: Register, say: Say): Promise<Uint8Array> {
  const workbook = await timelessWorkbook(say('title'));
  const making: Making = { workbook, register, say };
  fillRegister(making);
  fillTotals(making);
  if (register.apart.length > 0) fillApart(making);
  const written = await workbook.xlsx.writeBuffer();
  return finishPackage(new Uint8Array(written), [], []);
}
