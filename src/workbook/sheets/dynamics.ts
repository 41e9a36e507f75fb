import { tableColumns, tableWidths } from '../breakdown.ts';
import { footer, newSheet, type Book } from '../book.ts';
import { trendTables } from './groups.ts';

/** Months and quarters with their intervals. */
export function dynamicsSheet(book: Book): void {
  const sheet = newSheet(book, 'dynamics', tableWidths, tableColumns);
  const row = trendTables(book, sheet, 4);
  sheet.print({ rows: row, frozen: 3, footer: footer(book) });
}
