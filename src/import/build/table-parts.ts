import type { Telling } from '../../model/index.ts';
import { tableFields } from '../words/clauses.ts';

export type Row = NonNullable<Telling['rows']>[number];
export type Field = Row['field'];

/** One step of a table: its cells by row label. */
export interface Column {
  readonly number: string;
  readonly cells: Partial<Record<Field, string>>;
  readonly other: string[];
  readonly src: [number, number];
}
/** A table of steps, whichever way it lies. */
export interface ReadTable {
  readonly orientation: 'steps-as-columns' | 'steps-as-rows';
  readonly rows: Row[];
  readonly columns: Column[];
  readonly parts: number[];
  /** Where a row was torn by a page break. */
  readonly torn: readonly (readonly [number, number])[];
  /** Rows that belong to no step; they are left over. */
  readonly unused: readonly Joined[];
}

/** A row of a table, the parts that a page break tore joined. */
export interface Joined {
  label: string;
  cells: string[];
  from: number;
  to: number;
  torn: boolean;
}

export const fieldOf = (label: string): Field => tableFields.find(([, words]) => words.test(label))?.[0] ?? 'other';
export const isNumbers = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.filter((cell) => /^(?:\d{1,2}|б)\.?$/u.test(cell)).length >= Math.max(1, filled.length - 1)
  );
};
export const glue = (upper: string, lower: string): string => {
  if (upper === '' || lower === '') return upper + lower;
  return /\p{L}-$/u.test(upper) && /^\p{Ll}/u.test(lower) ? upper.slice(0, -1) + lower : `${upper} ${lower}`;
};
export const digits = (cell: string): string => (/^б\.?$/u.test(cell) ? '6' : cell.replace(/\.$/, ''));

export const tornOf = (rows: readonly Joined[]): [number, number][] =>
  rows.filter((row) => row.torn).map((row) => [row.from, row.to]);

/** Of two rows or columns with like labels the first is the step's own; what the second holds is kept beside it, and lost nowhere. */
export const onlyFirst = (fields: readonly Field[]): Field[] =>
  fields.map((field, at) => (fields.indexOf(field) < at ? 'other' : field));
