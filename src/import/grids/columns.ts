import type { TextLine } from '../../source/html.ts';
import { tableLabel } from '../words/heads.ts';
import { joinCell } from './frames.ts';

/**
 * Tables whose columns only wide gaps divide, as a conversion that keeps the layout of the page gives them:
 *
 *     №      1            2
 *     СФЕ    Канцелярия   Руководи-
 *                         тель
 */
interface Field {
  readonly at: number;
  readonly text: string;
}

const fieldsOf = (text: string): Field[] =>
  [...text.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({ at: match.index, text: match[0] }));
const isFigures = (fields: readonly Field[]): boolean =>
  fields.length > 1 && fields.every(({ text }, index) => text === String(index + 1));

/** The columns of a table, by its row of numbers: «№ действия   1   2   3», «1   № действия   1   2   3». */
function columnsOf(fields: readonly Field[]): { starts: readonly number[]; labels: number } | undefined {
  const from = fields.findIndex((field, index) => field.text === '1' && isFigures(fields.slice(index)));
  const labels = [from, fields.findIndex((_, index) => index > from && isFigures(fields.slice(index)))].find(
    (at) => at > 0 && at < 3 && tableLabel.test(fields[at - 1]?.text ?? ''),
  );
  return labels === undefined ? undefined : { starts: fields.map(({ at }) => at), labels };
}

const columnAt = (starts: readonly number[], at: number): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= at + 2),
  );

/** Lines that the columns hold: those whose fields begin where columns begin. */
function fits(text: string, starts: readonly number[]): boolean {
  const fields = fieldsOf(text);
  return (
    fields.length > 0 &&
    fields.every(({ at }) => starts.some((start) => Math.abs(start - at) < 4)) &&
    (fields[0]?.at ?? 0) + fields.length > 1
  );
}

const LONGEST_GAP = 3;

/** The lines of the table that begins at a line with its columns; ends where the lines no longer stand in columns. */
function regionFrom(lines: readonly TextLine[], from: number, starts: readonly number[]): number {
  let end = from + 1;
  let blank = 0;
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') {
      blank += 1;
      if (blank > LONGEST_GAP) break;
      continue;
    }
    if (!fits(text, starts)) break;
    blank = 0;
    end = at + 1;
  }
  return end;
}

/** Where a row begins: at the next number of a numbered table, else behind a blank line, else at the next known label. */
function groupsOf(lines: readonly TextLine[], starts: readonly number[], labels: number): TextLine[][] {
  const groups: TextLine[][] = [];
  const hasGaps = lines.some(({ text }) => text.trim() === '');
  let isNew = true;
  for (const line of lines) {
    if (line.text.trim() === '') isNew = true;
    else {
      const fields = fieldsOf(line.text);
      const label = fields.find(({ at }) => columnAt(starts, at) === labels - 1)?.text ?? '';
      const isNext = fields[0]?.text === String(groups.length + 1);
      const begins = labels > 1 ? isNext : hasGaps ? isNew && label !== '' : tableLabel.test(label);
      if (groups.length === 0 || begins) groups.push([line]);
      else groups.at(-1)?.push(line);
      isNew = false;
    }
  }
  return groups;
}

function rowsOf(lines: readonly TextLine[], starts: readonly number[], labels: number): TextLine[] {
  const groups = groupsOf(lines, starts, labels);
  return groups.map((group) => {
    const cells = starts.map((_, column) =>
      joinCell(
        group.map(({ text }) =>
          joinCell(
            fieldsOf(text)
              .filter(({ at }) => columnAt(starts, at) === column)
              .map((field) => field.text),
          ),
        ),
      ),
    );
    return { from: group[0]?.from ?? 1, to: group.at(-1)?.to ?? 1, text: cells.join('\t') };
  });
}

/** lines -> lines, tables in columns of spaces among them as rows of cells divided by tabs. */
export function readColumns(lines: readonly TextLine[]): readonly TextLine[] {
  const out: TextLine[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const isCandidate = !line.text.includes('\t') && / {2,}1 {2,}.*\b2\b/u.test(line.text);
    const columns = isCandidate ? columnsOf(fieldsOf(line.text)) : undefined;
    const end = columns ? regionFrom(lines, at, columns.starts) : at;
    if (columns && end > at + 1) {
      out.push(...rowsOf(lines.slice(at, end), columns.starts, columns.labels));
      at = end;
    } else {
      out.push(line);
      at += 1;
    }
  }
  return out;
}
