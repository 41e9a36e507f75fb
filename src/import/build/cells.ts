import type { Telling } from '../../model/index.ts';
import { isReadable, type Dictionary } from '../dictionary.ts';
import { dangling } from '../words/sentences.ts';
import { mark, type Context } from './context.ts';
import type { Column, ReadTable } from './table-parts.ts';

type Item = Telling['items'][number];

const fields = ['actor', 'text', 'result', 'term', 'next'] as const;

/** A column cut at the edge of the page leaves the first letters of each line: «тұт Э І нак рас», «10-», «К к». */
function isStump(words: string, at: string, { counts }: Dictionary): boolean {
  const parts = words.split(/\s+/);
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  if (at.endsWith('/term')) return !/\p{L}{2}/u.test(words);
  if (at.endsWith('/next')) return false;
  if (parts.every((part) => part.length > 2 && (counts.get(part.toLowerCase()) ?? 0) > 1)) return false;
  return (parts.length > 1 && letters / parts.length < 3.4) || (parts.length === 1 && /^\p{L}{1,2}$/u.test(words));
}

/** A cell as the model has it: its words, «-» for a dash, null for an empty or unreadable one. */
function cellOf(
  cell: string | undefined,
  at: string,
  src: readonly [number, number],
  context: Context,
  isLast: boolean,
): string | null | undefined {
  if (cell === undefined) return undefined;
  const words = cell.trim();
  if (words === '') return null;
  if (/^[-–—]$/u.test(words)) return '-';
  if (isLast && (isStump(words, at, context.dictionary) || !isReadable(words, context.dictionary))) {
    mark(context, at, 'unreadable', context.why.unreadable, [src[0], src[1]]);
    return null;
  }
  return words;
}

/** What a whole term ends with; a cut one ends inside the word: «1,5 ми». */
const cutTerm = /\d\s+\p{L}{1,3}$/u;
const wholeUnit = /\d\s+(?:мин|сек|час|дня|дн|ай|күн)$/iu;
/** «2 – если есть нарушения …» -> «если есть нарушения …». */
const whenOf = (cell: string): string => /^\d{1,2}\s*[-–—(]\s*(.+)$/u.exec(cell.trim())?.[1] ?? '';

/** Whether the words of a cell in the last column stop where no words can stop: at the edge of the page. */
function isCutOff(words: string, field: (typeof fields)[number], { columns }: ReadTable): boolean {
  if (dangling.test(words) && /\s/u.test(words)) return true;
  if (field === 'term') return cutTerm.test(words) && !wholeUnit.test(words);
  const when = field === 'next' ? whenOf(words) : '';
  return (
    when !== '' &&
    columns.some(({ cells }) =>
      (cells.next ?? '').split(/;\s*/u).some((one) => whenOf(one).length > when.length && whenOf(one).startsWith(when)),
    )
  );
}

/** A cut cell that begins another cell of its row has the same words: «Руководитель управл» -> «Руководитель управления». */
const completed = (cell: string, field: (typeof fields)[number], { columns }: ReadTable): string | undefined =>
  cell.trim().length < 8
    ? undefined
    : columns
        .map((one) => one.cells[field] ?? '')
        .find((one) => one.length > cell.length && one.startsWith(cell.trim()));

/** One step of a table as a telling has it; what is cut or unreadable is null and marked. */
export function itemOf(
  column: Column,
  step: string | null,
  key: string,
  telling: string,
  labels: ReadTable,
  context: Context,
  isLast: boolean,
): Item {
  const item: Item = { step, number: column.number };
  const lost: string[] = [];
  for (const field of fields) {
    if (!labels.rows.some((row) => row.field === field)) continue;
    const whole = isLast ? completed(column.cells[field] ?? '', field, labels) : undefined;
    if (whole !== undefined) {
      column.cells[field] = whole;
      mark(context, `/tellings/${telling}/items/${key}/${field}`, 'repaired', context.why.cutWord, column.src);
    }
    const at = `/tellings/${telling}/items/${key}/${field}`;
    const cell = column.cells[field] ?? '';
    const isCut = isLast && isCutOff(cell.trim(), field, labels);
    if (isCut) mark(context, at, 'unreadable', context.why.unreadable, column.src);
    const value = isCut ? null : cellOf(cell, at, column.src, context, isLast);
    if (value === undefined) continue;
    item[field] = value;
    if (value === null) lost.push(field);
  }
  if (lost.length > 0)
    mark(context, `/tellings/${telling}/items/${key}`, 'lost', `${context.why.cut}: ${lost.join(', ')}`, column.src);
  const other = column.other.map((cell) => (cell.trim() === '' ? null : cell.trim()));
  if (other.length > 0) item.cells = other;
  item.src = column.src;
  return item;
}
