import type { Telling, TellingItem } from '../../../src/model/index.ts';
import { isSpelled, piecesOf, startsWith, type Comparison } from './comparison.ts';
import { isRecord, type Path, type Span } from './leaves.ts';
import { Ledger, letters } from './ledger.ts';

/** A printed table or the continuation of one: its rows from top to bottom, in each the label and the cells of the steps. */
type Rows = readonly (readonly string[])[];

/** A cell that holds a dash alone says something; an empty one does not. */
const withDash = (cell: string): string => (/^\s*[-–—]\s*$/u.test(cell.replace(/<[^>]*>/g, '')) ? 'прочерк' : cell);

const transposed = (rows: Rows): string[][] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, index) =>
    rows.map((row) => row[index] ?? ''),
  );

/** The numbers of the lines of a table: those with tabs. */
const tableLines = (lines: readonly string[], [from, to]: Span): number[] =>
  lines.slice(from - 1, to).flatMap((text, index) => (text.includes('\t') ? [from + index] : []));

/** The columns of a table as the text prints them, part by part; a part begins where the first label is printed again. */
function partsOf({ orientation, parts, rows }: Telling, lines: readonly string[], span: Span): Rows[] {
  const cells = tableLines(lines, span).map((line) => (lines[line - 1] ?? '').split('\t'));
  const upright = orientation === 'steps-as-rows' ? transposed(cells) : cells;
  const first = rows?.[0]?.label;
  const label = typeof first === 'string' ? letters(first) : '';
  const again = upright.flatMap((row, index) =>
    index > 0 && label !== '' && letters(row[0] ?? '') === label ? [index] : [],
  );
  const bounds = [0, ...((parts?.length ?? 1) > 1 ? again : [])];
  return bounds.map((start, index) => upright.slice(start, bounds[index + 1]).map((row) => row.map(withDash)));
}

/** The cells of an item in the order of the rows: null where a cell is lost, undefined where the data leave it out. */
type Cells = readonly (string | null | undefined)[];

function cellsOf(telling: Telling, item: TellingItem): Cells {
  let other = 0;
  return (telling.rows ?? []).map(({ field }) => {
    const cell = field === 'other' ? item.cells?.[other++] : item[field];
    return isRecord(cell) ? String(cell['ru'] ?? cell['kk']) : typeof cell === 'string' ? withDash(cell) : cell;
  });
}

/** Each column of a table reads as the step that it belongs to: a cell of another column is a fault, and so is a scrap left over. */
export function compareTables(comparison: Comparison): void {
  for (const [index, telling] of comparison.tellings.entries()) {
    if (telling.kind !== 'table' || !telling.src) continue;
    compareTable(comparison, ['tellings', index], telling, partsOf(telling, comparison.lines, telling.src));
    for (const line of tableLines(comparison.lines, telling.src)) comparison.ledger.settle(line);
  }
}

function compareTable(comparison: Comparison, place: Path, telling: Telling, parts: readonly Rows[]): void {
  const labels = (telling.rows ?? []).map(({ label }) => (typeof label === 'string' ? label : ''));
  const columns = parts.flatMap((part) => {
    const [printed = [], ...own] = transposed(part);
    compareColumn(comparison, [...place, 'rows'], labels, printed);
    return own.map((column) => ({ column, printed }));
  });
  for (const [index, { column, printed }] of columns.entries()) {
    const item = telling.items[index];
    const own = [...place, 'items', index];
    if (!item) {
      if (letters(column.join('')) !== '') comparison.fault(own, `no item for the column «${column.join(' ')}»`);
      continue;
    }
    const cells = cellsOf(telling, item);
    compareColumn(comparison, own, cells, column);
    for (const [row, cell] of cells.entries()) {
      const there = cell === undefined ? under(labels[row] ?? '', printed, column) : '';
      if (letters(there) !== '') comparison.fault(own, `leaves out the cell «${there}»`);
    }
  }
  for (const [index, item] of telling.items.entries())
    if (index >= columns.length && cellsOf(telling, item).some((cell) => typeof cell === 'string'))
      comparison.fault([...place, 'items', index], 'no column for the cells of this item');
}

/** What a column prints in the rows whose labels begin a label of the data. */
const under = (label: string, printed: readonly string[], column: readonly string[]): string =>
  column
    .filter((_, index) => {
      const own = letters(printed[index] ?? '');
      return own !== '' && letters(label).startsWith(own);
    })
    .join(' ');

/** What may make a cell read otherwise than it is printed; the drafters' errors stay as they are. */
const damage: ReadonlySet<string> = new Set(['lost', 'unreadable', 'repaired']);

/** The cells of a column stand in it from top to bottom, and nothing besides. */
function compareColumn(comparison: Comparison, pointer: Path, data: Cells, column: readonly string[]): void {
  const [cells, row] = [data.filter((cell) => typeof cell === 'string'), letters(column.join(' '))];
  if (letters(cells.join('')) === row) return;
  const marks = comparison.marks.filter(
    ({ kind, pointer: one }) => damage.has(kind) && (startsWith(one, pointer) || startsWith(pointer, one)),
  );
  const own = new Ledger([row], [1, 1]);
  let from = 0;
  for (const cell of cells) {
    const below = row.slice(from);
    const found = below.includes(letters(cell)) ? [letters(cell)] : piecesOf(cell, below, marks);
    if (!found) comparison.misplaced(pointer, cell);
    for (const piece of found ?? []) {
      own.claim(piece, [1, 1]);
      from = Math.max(from, row.indexOf(piece, from) + piece.length);
    }
  }
  const why = marks.map((mark) => mark.why).join(' ');
  const scraps = own.runs().filter(({ text }) => !isSpelled(text, why));
  if (scraps.length > 0)
    comparison.fault(pointer, `the table prints besides: ${scraps.map(({ text }) => text).join(' … ')}`);
}
