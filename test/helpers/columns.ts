import type { Regulation, Telling } from '../../src/model/index.ts';
import { normalise } from './coverage.ts';

/** A cell that holds a dash alone is told from an empty one. */
const letters = (cell: string | null | undefined): string =>
  typeof cell !== 'string' ? '' : /^\s*[-–—]\s*$/.test(cell.replace(/<[^>]*>/g, '')) ? '§' : normalise(cell);

type Item = Telling['items'][number];
type Lines = readonly string[];

const plain = (value: Item['text']): string | null | undefined =>
  typeof value === 'object' && value !== null ? (value.ru ?? value.kk) : value;

/** The words of each column between two rows of numbers, row after row, whatever lines a page break makes of a row. */
function columnsOf(rows: readonly Lines[]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => letters(row[column])).join(''));
}

/** The rows of a table whose steps are columns, a list for each part: a part begins with the row of numbers. */
function partsOf(telling: Telling, lines: Lines): Lines[][] {
  const [from, to] = telling.src ?? [1, 0];
  const rows = lines
    .slice(from - 1, to)
    .filter((line) => line.includes('\t') && /[^-\s]/.test(line))
    .map((line) => line.split('\t'));
  const head = letters(plain(telling.rows?.find(({ field }) => field === 'number')?.label));
  const parts: Lines[][] = [];
  for (const row of rows) {
    const isHead = letters(row[0]) === head && /^\d/.test(row[1]?.replace(/<[^>]*>/g, '').trim() ?? '');
    if (isHead || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

const excused = ({ marks }: Regulation, { id }: Telling, { step }: Item): boolean =>
  marks?.some(
    ({ at, kind }) =>
      ['lost', 'unreadable', 'repaired'].includes(kind) &&
      `${at}/`.startsWith(`/tellings/${id}/items/${String(step)}/`),
  ) ?? false;

const labelsOf = ({ rows = [] }: Telling): string => rows.map(({ label }) => letters(plain(label))).join('');

/** Columns of the tables of a regulation that do not hold, in the order of the rows, what the data give for their step. */
export function columnsNotAlike(data: Regulation, lines: Lines): string[] {
  return data.tellings.flatMap((telling) => {
    if (telling.kind !== 'table' || telling.orientation !== 'steps-as-columns') return [];
    const parts = partsOf(telling, lines).map(columnsOf);
    const columns = parts.flatMap(([, ...steps]) => steps);
    const labels = parts[0]?.[0] ?? '';
    const fields = telling.rows?.flatMap(({ field }) => (field === 'other' ? [] : [field])) ?? [];
    const faults = telling.items.flatMap((item, index) => {
      const own = fields.map((field) => letters(plain(item[field]))).join('');
      if (own === columns[index] || excused(data, telling, item)) return [];
      return [`${telling.id} ${String(item.step)}: ${own} / ${columns[index] ?? '—'}`];
    });
    return labels === labelsOf(telling) ? faults : [...faults, `${telling.id}: ${labelsOf(telling)} / ${labels}`];
  });
}
