import type { Paragraph } from '../paragraphs.ts';
import {
  digits,
  fieldOf,
  glue,
  isNumbers,
  tornOf,
  type Column,
  type Field,
  type Joined,
  type ReadTable,
  type Row,
} from './table-parts.ts';
import { asRows } from './table-rows.ts';
import { roles } from '../words/actors.ts';
import { tableLabel } from '../words/heads.ts';

const isRule = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^[-:\s]*$/.test(cell)) && cells.some((cell) => cell.includes('--'));
const beginsRow = (label: string): boolean => fieldOf(label) !== 'other' && !/^\p{Ll}/u.test(label);

/** Joins rows torn by a page break. The part without a label stands on the side of the break away from the labelled part. */
export function joinRows(rows: readonly Paragraph[]): Joined[] {
  const out: Joined[] = [];
  let waiting: Joined | undefined;
  for (const [index, row] of rows.entries()) {
    if (!row.cells || isRule(row.cells)) continue;
    const [label = '', ...cells] = row.cells;
    const here: Joined = { label, cells, from: row.src[0], to: row.src[1], torn: false };
    const next = rows[index + 1];
    if (label === '' && next?.cells && next.gap > 0 && next.cells[0] !== '' && row.gap === 0) {
      waiting = here;
      continue;
    }
    const previous = out.at(-1);
    const isTail = previous !== undefined && row.gap > 0 && !beginsRow(label);
    if (isTail) {
      merge(previous, here);
      continue;
    }
    if (waiting) {
      const upper = waiting;
      waiting = undefined;
      if (!belongTogether(upper, here)) {
        out.push(upper, here);
        continue;
      }
      merge(upper, here);
      out.push(upper);
      continue;
    }
    out.push(here);
  }
  if (waiting) out.push(waiting);
  return out;
}

/** The upper part of a row of terms has figures; words before such a row are what is left of another. */
const belongTogether = (upper: Joined, lower: Joined): boolean =>
  !['term', 'next', 'number'].includes(fieldOf(lower.label)) || upper.cells.some((cell) => /\d/.test(cell));

function merge(upper: Joined, lower: Joined): void {
  upper.label = glue(upper.label, lower.label);
  const length = Math.max(upper.cells.length, lower.cells.length);
  upper.cells = Array.from({ length }, (_, at) => glue(upper.cells[at] ?? '', lower.cells[at] ?? ''));
  upper.to = lower.to;
  upper.torn = true;
}

/** A row whose label is lost: names of roles are actors, else the words of the steps. */
function fieldOfCells(cells: readonly string[], rows: readonly Row[]): Field {
  const filled = cells.filter((cell) => cell !== '');
  const isActors = filled.every((cell) => cell.length < 90 && roles.some(([, , words]) => words.test(cell)));
  const wanted = isActors ? 'actor' : 'text';
  return rows.some((row) => row.field === wanted) ? 'other' : wanted;
}

const isFilled = ({ label, cells }: Joined): boolean => label !== '' || cells.some((cell) => cell !== '');

function asColumns(groups: readonly Joined[][]): ReadTable {
  const rows: Row[] = [];
  const columns: Column[] = [];
  for (const group of groups) {
    const [numbers, ...rest] = group;
    if (!numbers) continue;
    const from = columns.length;
    for (const cell of numbers.cells)
      if (cell !== '')
        columns.push({
          number: digits(cell),
          cells: { number: digits(cell) },
          other: [],
          src: [numbers.from, group.at(-1)?.to ?? numbers.to],
        });
    if (rows.length === 0) rows.push({ field: 'number', label: numbers.label === '' ? null : numbers.label });
    for (const [index, row] of rest.filter(isFilled).entries()) {
      const own = row.label === '' ? fieldOfCells(row.cells, rows) : fieldOf(row.label);
      const field = rows[index + 1]?.field ?? (rows.some((one) => one.field === own) ? 'other' : own);
      if (rows.length < index + 2) rows.push({ field, label: row.label === '' ? null : row.label });
      for (const [at, column] of columns.slice(from).entries()) {
        const cell = row.cells[at] ?? '';
        if (field === 'other') column.other.push(cell);
        else column.cells[field] = cell;
      }
    }
  }
  return {
    orientation: 'steps-as-columns',
    rows,
    columns,
    parts: groups.map((group) => group[0]?.cells.filter((cell) => cell !== '').length ?? 0),
    torn: tornOf(groups.flat()),
    unused: [],
  };
}

/** A table whose first rows are lost: rows with known labels are left, their cells are counted from 1. */
function withoutNumbers(rows: readonly Joined[]): ReadTable | undefined {
  const known = rows.filter((row) => fieldOf(row.label) !== 'other');
  const width = known.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (known.length < 2 || width < 2) return undefined;
  const numbers: Joined = {
    label: '',
    cells: Array.from({ length: width }, (_, at) => String(at + 1)),
    from: known[0]?.from ?? 1,
    to: known[0]?.from ?? 1,
    torn: false,
  };
  return { ...asColumns([[numbers, ...known]]), unused: rows.filter((row) => !known.includes(row)) };
}

const MANY = 2;

/** Rows counted before their labels («1 | № действия | 1 | 2 | 3», «2 | Наименование СФЕ | …»): the count says nothing. */
function withoutIndex(rows: readonly Paragraph[]): readonly Paragraph[] {
  const counted = rows.filter(
    ({ cells }) => cells && /^\d{1,2}\.?$/.test(cells[0] ?? '') && tableLabel.test(cells[1] ?? ''),
  );
  const hasNumbers = counted.some(
    ({ cells = [] }) => fieldOf(cells[1] ?? '') === 'number' && isNumbers(cells.slice(2)),
  );
  const fields = new Set(counted.map(({ cells = [] }) => fieldOf(cells[1] ?? '')));
  if (counted.length < MANY || !(hasNumbers || fields.size > 3)) return rows;
  return rows.map((row) =>
    row.cells && /^(?:\d{1,2}\.?)?$/.test(row.cells[0] ?? '') ? { ...row, cells: row.cells.slice(1) } : row,
  );
}

/** The rows of a table -> steps with their cells, whichever way the table lies; undefined for a table of something else. */
export function readTable(paragraphs: readonly Paragraph[]): ReadTable | undefined {
  const rows = joinRows(withoutIndex(paragraphs));
  const groups: Joined[][] = [];
  const before: Joined[] = [];
  for (const row of rows) {
    const isHead =
      isNumbers(row.cells) &&
      !/^\d/.test(row.label) &&
      (fieldOf(row.label) === 'number' || /^№|^\p{L}/u.test(row.label)) &&
      fieldOf(row.label) !== 'next';
    if (isHead && (groups.length === 0 || fieldOf(row.label) === 'number' || groups.at(-1)?.[0]?.label === row.label))
      groups.push([row]);
    else (groups.at(-1) ?? before).push(row);
  }
  if (groups.length > 0) return { ...asColumns(groups), unused: before };
  return asRows(rows) ?? withoutNumbers(rows);
}
