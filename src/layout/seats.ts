import { diagnostic } from '../diagnostics/index.ts';
import type { Context } from './strip.ts';

interface Spanning {
  readonly colspan?: number;
  readonly rowspan?: number;
}

/** A cell with the column that it begins in and the columns and rows that it takes. */
export interface Seat<Cell> {
  readonly cell: Cell;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Gives every cell its columns. A row that does not fill the columns exactly is a fault (`table-impossible`). */
export function seatsOf<Cell extends Spanning>(
  rows: readonly (readonly Cell[])[],
  columns: number,
  context: Context,
): Seat<Cell>[][] {
  /** Up to which row each column is taken by a cell from above. */
  const taken = new Array<number>(columns).fill(0);
  return rows.map((cells, row) => {
    const seats: Seat<Cell>[] = [];
    let column = 0;
    let filled = taken.filter((until) => until > row).length;
    for (const cell of cells) {
      while ((taken[column] ?? 0) > row) column += 1;
      const colspan = cell.colspan ?? 1;
      const rowspan = Math.min(cell.rowspan ?? 1, rows.length - row);
      filled += colspan;
      if (column + colspan > columns) break;
      seats.push({ cell, column, colspan, rowspan });
      taken.fill(row + rowspan, column, column + colspan);
      column += colspan;
    }
    if (filled !== columns)
      context.book.findings.push(diagnostic('table-impossible', { row: row + 1, filled, columns }, context.at));
    return seats;
  });
}
