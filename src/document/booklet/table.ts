import type { Block, ColumnWidth, Inline, TableCell, TableRow } from '../../layout/index.ts';
import type { BookletWords } from '../../model/index.ts';
import type { ActionTable, Cell } from '../../process/index.ts';
import { fill } from '../../text/index.ts';

const sizePt = 9;
/** The widest table of steps as columns that stays readable on a lying A4. */
const columnsAtMost = 8;
/** The column of labels beside the columns of steps. */
const labelShare = 1.15;

/** Words of the act, or the sign that the source lost them, small and slanted. */
export const lostRun = (words: Pick<BookletWords, 'lost'>): Inline => ({
  kind: 'text',
  text: words.lost,
  italic: true,
  sizePt: 7,
});
export const runsOf = (cell: Cell, words: BookletWords): Inline[] =>
  cell === null ? [lostRun(words)] : cell === '' ? [] : [{ kind: 'text', text: cell }];

const cellOf = (cell: Cell, words: BookletWords, more: Omit<TableCell, 'content'> = {}): TableCell => ({
  ...more,
  content: [{ kind: 'paragraph', content: runsOf(cell, words) }],
});

/** How many steps each part holds: as the act cut the table, else in equal parts no wider than the page. */
export function partsOf({ steps, parts }: Pick<ActionTable, 'steps' | 'parts'>): number[] {
  const own = parts?.reduce((sum, size) => sum + size, 0);
  if (parts && own === steps.length && Math.max(...parts) <= columnsAtMost) return [...parts];
  const count = Math.ceil(steps.length / columnsAtMost);
  const least = Math.floor(steps.length / count);
  const larger = steps.length % count;
  return Array.from({ length: count }, (_, index) => least + (index < larger ? 1 : 0));
}

const continued = (words: BookletWords): Inline[] => [{ kind: 'text', text: words.continued }];
/** Ends where its table ends; `free` millimetres are left of the page beside it. */
const continuedAbove = (words: BookletWords, free: number): Block => ({
  kind: 'paragraph',
  align: 'right',
  right: free,
  italic: true,
  sizePt,
  before: 5,
  after: 1,
  keepWithNext: true,
  content: continued(words),
});
const summaryOf = ({ title, steps }: ActionTable, words: BookletWords): string =>
  fill(words.table.summary, { title: title ?? words.table.title, steps: steps.length });

interface Measures {
  /** Millimetres of the column of labels, and of each step's. */
  readonly label: number;
  readonly step: number;
}

function columnsPart(
  table: ActionTable,
  steps: ActionTable['steps'],
  { label, step }: Measures,
  words: BookletWords,
): Block {
  const rows = table.labels.map((text, row): TableRow => {
    const head = cellOf(text, words, { header: true });
    return { cells: [head, ...steps.map((cells) => cellOf(cells[row] === undefined ? '' : cells[row], words))] };
  });
  const numbered = table.fields[0] === 'number' ? 1 : 0;
  return {
    kind: 'table',
    sizePt,
    leading: 1.08,
    columns: [{ width: label }, ...steps.map((): ColumnWidth => ({ width: step }))],
    head: rows.slice(0, numbered),
    body: rows.slice(numbered),
    continuation: continued(words),
    summary: summaryOf(table, words),
  };
}

/** Steps as columns; a part with fewer steps keeps the width of the columns above it. */
function asColumns(table: ActionTable, words: BookletWords, width: number): Block[][] {
  const parts = partsOf(table);
  const step = width / (Math.max(...parts) + labelShare);
  const measures = { label: step * labelShare, step };
  const ends = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index): Block[] => {
    const part = columnsPart(table, table.steps.slice(ends[index - 1] ?? 0, end), measures, words);
    const free = (Math.max(...parts) - (parts[index] ?? 0)) * step;
    return index === 0 ? [part] : [continuedAbove(words, free), part];
  });
}

const shareOf = (field: ActionTable['fields'][number]): ColumnWidth =>
  field === 'number' || field === 'next' ? { width: 22 } : { share: field === 'text' || field === 'result' ? 2 : 1.2 };

function asRows(table: ActionTable, words: BookletWords): Block[][] {
  return [
    [
      {
        kind: 'table',
        sizePt,
        leading: 1.08,
        columns: table.fields.map(shareOf),
        head: [{ cells: table.labels.map((label) => cellOf(label, words)) }],
        body: table.steps.map((cells) => ({ cells: cells.map((cell) => cellOf(cell, words)) })),
        continuation: continued(words),
        summary: summaryOf(table, words),
      },
    ],
  ];
}

/** The parts of a table of steps `width` mm wide: steps as columns or as rows, as the act turns it; cut where too wide. */
export const tableParts = (table: ActionTable, words: BookletWords, width: number): Block[][] =>
  table.orientation === 'steps-as-columns' ? asColumns(table, words, width) : asRows(table, words);

/** Whether the table lies on its page: many columns do not stand upright. */
export const isWide = (table: ActionTable): boolean =>
  (table.orientation === 'steps-as-columns' ? Math.max(...partsOf(table)) : table.fields.length) > 4;
