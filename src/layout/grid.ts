import type { Item } from './page.ts';
import { heightOf, join, type Flow, type Mark, type Strip } from './strip.ts';

export interface GridCell {
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly content: Flow;
  /** Space above and below the content, in points. */
  readonly pad: number;
  readonly valign: 'top' | 'middle' | 'bottom';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly minHeight: number;
}

export type Borders = 'all' | 'outer' | 'rows' | 'none';

const thickness = 0.5;

/** Heights of rows: as high as the highest cell; what a spanning cell needs more goes to its last row. */
function heightsOf(rows: readonly GridRow[]): number[] {
  const heights = rows.map((row) =>
    row.cells.reduce(
      (most, cell) => (cell.rowspan > 1 ? most : Math.max(most, heightOf(cell.content) + 2 * cell.pad)),
      row.minHeight,
    ),
  );
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      if (cell.rowspan < 2) continue;
      const last = index + cell.rowspan - 1;
      const own = heights.slice(index, last + 1).reduce((sum, height) => sum + height, 0);
      const lacking = heightOf(cell.content) + 2 * cell.pad - own;
      if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
    }
  });
  return heights;
}

/** Rows of cells as strips; rows that a cell spans make one strip. Every cell draws its lower and its right border. */
export function grid(rows: readonly GridRow[], edges: readonly number[], borders: Borders): Strip[] {
  const heights = heightsOf(rows);
  const strips: Strip[] = [];
  for (let first = 0; first < rows.length;) {
    let end = first + 1;
    for (let index = first; index < end; index++) {
      for (const cell of rows[index]?.cells ?? []) end = Math.max(end, index + cell.rowspan);
    }
    strips.push(tiedRows(rows, heights, first, Math.min(end, rows.length), edges, borders));
    first = end;
  }
  return strips;
}

function tiedRows(
  rows: readonly GridRow[],
  heights: readonly number[],
  first: number,
  end: number,
  edges: readonly number[],
  borders: Borders,
): Strip {
  const items: Item[] = [];
  const marks: Mark[] = [];
  let y = 0;
  for (let index = first; index < end; index++) {
    for (const cell of rows[index]?.cells ?? []) {
      const height =
        cell.rowspan === 1
          ? (heights[index] ?? 0)
          : heights.slice(index, index + cell.rowspan).reduce((sum, part) => sum + part, 0);
      const free = height - heightOf(cell.content) - 2 * cell.pad;
      const down = cell.pad + { top: 0, middle: free / 2, bottom: free }[cell.valign];
      join(cell.content, y + down, items, marks);
      bordersOf(cell, y, height, edges, borders, index + cell.rowspan === rows.length, items);
    }
    y += heights[index] ?? 0;
  }
  return { height: y, before: 0, keep: false, items, marks };
}

function bordersOf(
  cell: GridCell,
  y: number,
  height: number,
  edges: readonly number[],
  borders: Borders,
  isLast: boolean,
  items: Item[],
): void {
  if (borders === 'none') return;
  const left = edges[cell.column] ?? 0;
  const right = edges[cell.column + cell.colspan] ?? 0;
  const vertical = (x: number): void => {
    items.push({ kind: 'rule', x1: x, x2: x, y1: y, y2: y + height, thickness });
  };
  if (borders !== 'outer' || isLast)
    items.push({ kind: 'rule', x1: left, x2: right, y1: y + height, y2: y + height, thickness });
  if (cell.column === 0 && borders !== 'rows') vertical(left);
  if (borders === 'all' || (borders === 'outer' && cell.column + cell.colspan === edges.length - 1)) vertical(right);
}
