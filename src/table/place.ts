import type { Place, Pointer } from '../diagnostics/index.ts';
import { lists } from './columns.ts';
import { ref } from './ref.ts';

export interface ShapeColumn {
  readonly path: readonly string[];
  readonly column: number;
  readonly heading: string;
  /** Where its value stands, if the table has no such column. */
  readonly place?: Place;
}

/** The columns of one table, as far as finding a cell again takes: own path, number from 0, heading. */
export interface TableShape {
  readonly file: string;
  /** The sheet of a workbook; null for a file that is one table. */
  readonly sheet: string | null;
  readonly columns: readonly ShapeColumn[];
  /** The column of the number of the case. */
  readonly key: number;
}

/** A row of a table that a part of a case was read from: what lies under `prefix` stands in it. */
export interface Anchor {
  readonly prefix: Pointer;
  readonly table: TableShape;
  /** 1-based row of the sheet or line of the file. */
  readonly line: number;
}

const begins = (path: readonly (string | number)[], start: readonly (string | number)[]): boolean =>
  start.length <= path.length && start.every((key, index) => String(path[index]) === String(key));

/** `file!Sheet!B7` of a workbook, `file:7` of a file that is one table. */
export const cellPlace = ({ file, sheet }: TableShape, line: number, column: number): Place =>
  sheet === null ? { file, position: { line, column: 1 } } : { file, cell: { sheet, ref: ref(line, column + 1) } };

/**
 * The cell from which a place of a case came, and its heading: that of the very field, else of the field around it or of the
 * first one inside it, else the number of the case in that row. `field` names what is missing at the place.
 */
export function cellOf(
  anchors: readonly Anchor[],
  pointer: Pointer,
  field?: string,
): { readonly place: Place; readonly heading?: string } | undefined {
  const fitting = anchors
    .filter(({ prefix }) => begins(pointer, prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const [anchor] = fitting;
  if (!anchor) return undefined;
  const { table, line } = anchor;
  const path = [...pointer.slice(anchor.prefix.length), ...(field === undefined ? [] : [field])];
  const column =
    table.columns.find((one) => one.path.length === path.length && begins(one.path, path)) ??
    table.columns
      .filter((one) => one.path.length > 0 && begins(path, one.path))
      .sort((a, b) => b.path.length - a.path.length)[0] ??
    (path.length > 0 ? table.columns.find((one) => begins(one.path, path)) : undefined);
  if (!column) {
    // What stands in a further table has no column here: it is called as that table is.
    const list = [...lists.values()].find((one) => one.path.length === path.length && begins(path, one.path));
    return { place: cellPlace(table, line, table.key), ...(list ? { heading: list.name } : {}) };
  }
  return { place: column.place ?? cellPlace(table, line, column.column), heading: column.heading };
}
