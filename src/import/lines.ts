import type { TextLine } from '../source/html.ts';
import { dictionaryOf, type Dictionary } from './dictionary.ts';
import { unmixLetters } from './letters.ts';
import { returnLinks } from './links.ts';
import { readCells } from './grids/cells.ts';
import { readColumns } from './grids/columns.ts';
import { readFrames } from './grids/frames.ts';
import { closeSpacing } from './spacing.ts';

/** What was put right in a line; the words as they came stand in the source under the line's number. */
export type Repair = 'spacing' | 'links' | 'letters' | 'break';

/** A line that is not blank, cleaned and repaired. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Spaces before the text. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  readonly cells?: readonly string[];
  readonly repairs: readonly Repair[];
  /** Whether a tab stands before the text: an entry of a list set apart. */
  readonly led: boolean;
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f]/gu;

/** Mark-up of a conversion: bold, headings, links, paragraphs inside cells. */
function withoutMarkup(text: string): string {
  let plain = text;
  if (plain.includes('<')) plain = plain.replace(/<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>\t]{0,200})?\/?>/gi, ' ');
  if (plain.includes('](')) plain = plain.replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,300}\)/g, '$1');
  if (plain.includes('*')) plain = plain.replace(/\*{1,3}/g, '');
  return plain
    .replace(/^(\s*)#{1,6}\s+/, '$1')
    .replace(/^(\s*)>\s+/, '$1')
    .replace(/\\([._*()-])/g, '$1');
}

const spaces = (text: string): string =>
  text.replace(/[\u00a0\u2000-\u200a\u202f\u3000\f\v]/g, ' ').replace(invisible, '');

/** Spaces that no text has: before a stop, inside brackets and guillemets. */
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ +([;,.:)»])/g, '$1')
    .replace(/([(«]) +/g, '$1')
    .trim();

function repaired(text: string, dictionary: Dictionary, isCell: boolean): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const step = (repair: Repair, before: string, after: string): string => {
    if (after !== before) repairs.push(repair);
    return after;
  };
  const linked = isCell ? text : step('links', text, returnLinks(text));
  const whole = isCell
    ? step(
        'break',
        linked,
        linked.replace(/(\p{L}{2,})- (\p{Ll}{2,})/gu, (torn, a: string, b: string) =>
          dictionary.counts.has(`${a}${b}`.toLowerCase()) ? a + b : torn,
        ),
      )
    : linked;
  const closed = step('spacing', whole, closeSpacing(whole, dictionary));
  const unmixed = step('letters', closed, unmixLetters(closed));
  return { text: tidy(unmixed), repairs };
}

/** A row of which one cell is filled is told from an indented line by the rows next to it. */
const isBesideRow = (plain: readonly string[], index: number): boolean =>
  [plain[index - 1], plain[index + 1]].some(
    (near) => near !== undefined && near.split('\t').filter((cell) => cell.trim() !== '').length > 1,
  );

/**
 * bytes -> text -> LINES -> paragraphs -> outline -> regulation. Cleans each line of mark-up and odd spaces and repairs it: displaced
 * words of links, letter-spacing, look-alike letters. Blank lines are only counted.
 */
export function cleanLines(written: readonly TextLine[]): { lines: Line[]; dictionary: Dictionary } {
  const source = readCells(
    readColumns(readFrames(written.map((line) => ({ ...line, text: spaces(withoutMarkup(line.text)) })))),
  );
  const plain = source.map((line) => line.text);
  const dictionary = dictionaryOf(plain);
  const lines: Line[] = [];
  let gap = 0;
  for (const [index, line] of source.entries()) {
    const { text } = line;
    if (line.apart) gap = Math.max(gap, 1);
    if (text.trim() === '') {
      gap += 1;
      continue;
    }
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    const parts = text.includes('\t') ? text.split('\t') : [text];
    const done = parts.map((part) => repaired(part, dictionary, parts.length > 1));
    const repairs = [...new Set(done.flatMap((part) => part.repairs))];
    const cells = done.map((part) => part.text);
    const filled = cells.filter((cell) => cell !== '');
    const isRow = parts.length > 1 && (filled.length > 1 || (parts.length > 2 && isBesideRow(plain, index)));
    lines.push({
      from: line.from,
      to: line.to,
      text: filled.join(' '),
      indent,
      gap,
      repairs,
      led: text.startsWith('\t'),
      ...(isRow ? { cells } : {}),
    });
    gap = 0;
  }
  return { lines, dictionary };
}
