import { tableColumns, tableWidths } from '../breakdown.ts';
import { footer, newSheet, type Book } from '../book.ts';
import { changeTables } from './changes.ts';
import { trendTables } from './groups.ts';

/** Months and quarters with their intervals, then what changed in each service against the previous period. */
export function dynamicsSheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'dynamics', tableWidths, tableColumns);
  let row = trendTables(book, sheet, 4) + 1;
  if (model.cube.some(({ previous }) => previous)) row = changeTables(book, sheet, row, 'service');
  else {
    sheet.put(row, 1, words('change.heading'), 'heading');
    sheet.sentence(row + 1, words('change.none'), 'plain');
    row += 2;
  }
  sheet.print({ rows: row, frozen: 3, footer: footer(book) });
}
