import { footer, type Book } from '../book.ts';
import type { BulkRows } from '../package.ts';
import { SheetWriter, ref } from '../sheet.ts';

/** The answers themselves (or their cube): only the heading and a sample row are made here, the rows follow in bulk. */
export function dataSheet(book: Book): BulkRows {
  const { sheet: data } = book.answers;
  const sheet = new SheetWriter(book.workbook.addWorksheet(data.sheet), book.mode, data.columns.length);
  sheet.widths(data.columns.map(({ width }) => width));
  sheet.line(1, data.headings, 'head');
  sheet.height(1, 54);
  const styleOf = { text: 'text', count: 'count', date: 'date' } as const;
  data.columns.forEach(({ kind }, index) => sheet.put(2, index + 1, kind === 'text' ? 'x' : 1, styleOf[kind]));
  sheet.worksheet.autoFilter = `A1:${ref(data.rows + 1, data.columns.length)}`;
  for (const [name, range] of data.names) book.workbook.definedNames.add(range, name);
  sheet.print({ rows: Math.min(data.rows + 1, 200), head: 1, frozen: 1, footer: footer(book) });
  return { sheet: data.sheet, rows: data.rows, columns: data.columns.length, row: (index) => data.row(index) };
}
