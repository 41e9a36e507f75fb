import type { Dictionary } from './dictionary.ts';
import { headOf, type Head } from './heads.ts';
import type { Line, Repair } from './lines.ts';
import { chapterInside, itemInside, stepInside } from './words/heads.ts';
import {
  abbreviated,
  alwaysFirst,
  dangling,
  danglingKk,
  headingTail,
  neverFirst,
  ownLine,
  titleFirst,
  wholeTitle,
} from './words/sentences.ts';

/** A paragraph of the act: the lines it stood on, joined. A row of a table keeps its cells. */
export interface Paragraph {
  readonly text: string;
  readonly src: readonly [from: number, to: number];
  readonly head: Head;
  readonly cells?: readonly string[];
  /** Blank lines before it. */
  readonly gap: number;
  readonly repairs: readonly Repair[];
}

interface Open {
  text: string;
  readonly from: number;
  to: number;
  readonly indent: number;
  readonly gap: number;
  readonly repairs: Set<Repair>;
  head: Head;
  /** Opened and not closed: guillemets and brackets. */
  quotes: number;
  straight: number;
  brackets: number;
  last: Line;
}

/** No paragraph of an act is longer; a quotation mark that nobody closed must not swallow the rest. */
const LONGEST = 6000;
const quoteLimit = 1500;

const count = (text: string, sign: string): number => {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
};
const isClosed = (text: string): boolean =>
  (/[.;:!?…]["»”)]?$/u.test(text) && !abbreviated.test(text)) || ownLine.test(text);
const startsSmall = (text: string): boolean => /^[\p{Ll}]/u.test(text);

function measure(open: Open, text: string): void {
  open.quotes += count(text, '«') - count(text, '»');
  open.straight += count(text, '"');
  open.brackets += count(text, '(') - count(text, ')');
}

function begin(line: Line): Open {
  const open: Open = {
    text: line.text,
    from: line.from,
    to: line.to,
    indent: line.indent,
    gap: line.gap,
    repairs: new Set(line.repairs),
    head: headOf(line.text, line.cells !== undefined),
    quotes: 0,
    straight: 0,
    brackets: 0,
    last: line,
  };
  measure(open, line.text);
  return open;
}

/** The seam of two lines: a word divided by a hyphen is closed if the text knows it closed. */
function seam(before: string, after: string, { counts }: Dictionary): string {
  const half = /(\p{L}+)-$/u.exec(before);
  const rest = /^\p{Ll}+/u.exec(after);
  if (half?.[1] && rest) {
    const hyphened = `${half[1]}-${rest[0]}`.toLowerCase();
    const isCompound = counts.has(hyphened) && !counts.has(hyphened.replace('-', ''));
    return (isCompound ? before : before.slice(0, -1)) + after;
  }
  if (/[(«]$|(?:^|\s)["“„]$/u.test(before) || /^[,;.:)»]/u.test(after)) return before + after;
  return `${before} ${after}`;
}

function join(open: Open, line: Line, dictionary: Dictionary): void {
  const text = line.text.replace(/^[-•]\s+(?=\p{Ll})/u, line.gap > 0 ? '' : '- ');
  open.text = seam(open.text, text, dictionary);
  open.to = Math.max(open.to, line.to);
  measure(open, text);
  for (const repair of line.repairs) open.repairs.add(repair);
  if (line.gap > 0 || /\p{L}-$/u.test(open.last.text)) open.repairs.add('break');
  open.last = line;
}

const strong = new Set([
  'act-appendix',
  'appendix',
  'regulation',
  'approved',
  'table',
  'continued',
  'legend',
  'row',
  'noise',
  'remark',
  'chapter',
  'step',
]);
const numbered = new Set(['clause', 'item']);
const isHeading = (head: Head): boolean =>
  head.kind === 'appendix' || head.kind === 'act-appendix' || head.kind === 'approved';

/** «… электрондық мемлекеттік қызмет / регламенті»: the word that makes it a heading came on a line of its own. */
const isHeadTorn = (before: string, text: string): boolean =>
  /^регламент[іi]\s*$/iu.test(text) && /»\s.{0,60}қызмет\p{L}*$/isu.test(before);

const isInQuotes = (open: Open): boolean => open.quotes > 0 || open.straight % 2 === 1;

/** Whether the sentence of a paragraph is torn and must go on. */
function isTorn(open: Open, text: string): boolean {
  if (/\p{L}-$/u.test(open.text) && startsSmall(text)) return true;
  if (dangling.test(open.text) || danglingKk.test(open.text) || neverFirst.test(text)) return true;
  if (/(?:услуг[иа]?|қызмет\p{L}*|регламент\p{L}*)$/iu.test(open.text) && /^["«“]/u.test(text)) return true;
  if (open.head.kind === 'regulation' && /^регламент$/iu.test(open.text) && /^\p{L}/u.test(text)) return true;
  const inQuotes = isInQuotes(open);
  if (open.text.length < quoteLimit && (inQuotes || open.brackets > 0)) return true;
  return startsSmall(text) || /^[-•]\s+\p{Ll}/u.test(text);
}

/** What the lines of a text tell of its paragraphs. */
interface Layout {
  /** The indent of a line tells where a paragraph begins. */
  readonly indented: boolean;
  /** Long paragraphs go over several lines of about one width; else every line is a paragraph of its own. */
  readonly wrapped: boolean;
}

/** Whether a line goes on the paragraph. */
function continues(open: Open, line: Line, { indented, wrapped }: Layout): boolean {
  const isRow = line.cells !== undefined || open.head.kind === 'row';
  if (isRow || open.head.kind === 'noise' || open.text.length > LONGEST) return false;
  const head = headOf(line.text);
  const closed = isClosed(open.text) || (wholeTitle.test(open.text) && !isInQuotes(open));
  const inside = indented && open.indent > 1 && line.indent <= 1 && line.gap === 0;
  if (ownLine.test(line.text) || line.led) return false;
  if (headingTail.test(line.text) && !isHeading(open.head)) return false;
  if (titleFirst.test(line.text) && !dangling.test(open.text) && (line.indent <= 1 || isHeading(open.head)))
    return false;
  if ('atEnd' in open.head && open.head.atEnd) return false;
  if (head.kind === 'regulation' && isHeadTorn(open.text, line.text)) return true;
  if (strong.has(head.kind) && !('atEnd' in head && head.atEnd)) return false;
  if (open.head.kind === 'regulation' && line.gap === 0 && head.kind === 'text' && isInQuotes(open)) return true;
  if (numbered.has(head.kind)) return inside && !closed && head.kind === 'clause' && !/[.»")]$/u.test(open.text);
  if (indented && line.indent > 1 && line.indent >= open.indent && !(line.gap === 0 && isHeading(open.head))) {
    return (
      !closed && line.indent < 24 && startsSmall(line.text) && !alwaysFirst.test(line.text) && !indentTells(open, line)
    );
  }
  if (inside) return !/[.;]$/u.test(open.text) || !startsSmall(line.text);
  if (isHeading(open.head)) return continuesHeading(open, line);
  if (closed) return false;
  return (wrapped && line.gap === 0) || isTorn(open, line.text);
}

/** In an indented text a paragraph that starts at the same indent is a new one. */
const indentTells = (open: Open, line: Line): boolean => open.indent > 1 && line.indent === open.indent;

/** «… от 18 марта 2019 года № 138» ends the heading of an appendix to an act. */
const hasNumber = (text: string): boolean => /(?:№|(?<!\p{L})N)\s?\S*\d\S*\s*$/u.test(text);
const LONGEST_LINE = 120;

/** «Приложение 1 / к приказу Министра / от … № 138»: lines until the heading has its number or its title. */
function continuesHeading(open: Open, line: Line): boolean {
  if (open.text.length > 900) return false;
  const isOfAct = open.head.kind !== 'appendix';
  const hasTitle = /[»"”]\s*\.?$/u.test(open.text) && open.quotes <= 0 && open.straight % 2 === 0;
  const isWhole = isOfAct ? hasNumber(open.text) : hasTitle;
  if (isWhole) return startsSmall(line.text) && line.gap === 0;
  if (line.gap === 0 || isTorn(open, line.text)) return true;
  return (
    isOfAct &&
    line.gap < 2 &&
    line.text.length < LONGEST_LINE &&
    (/^(?:№|N)\s?\S/u.test(line.text) || !isClosed(line.text))
  );
}

function close(open: Open): Paragraph {
  const isRow = open.last.cells !== undefined;
  return {
    text: open.text,
    src: [open.from, open.to],
    head: headOf(open.text, isRow),
    gap: open.gap,
    repairs: [...open.repairs],
    ...(isRow && open.last.cells ? { cells: open.last.cells } : {}),
  };
}

/** Where entries are glued on one line: the starts of the parts. Numbers must follow each other. */
function cuts(text: string): number[] {
  const found = new Set<number>();
  for (const pattern of [stepInside, chapterInside])
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      if (!/(?:^|[;:.\s•-])\d{1,3}\s?\)\s*$/u.test(text.slice(Math.max(0, at - 12), at))) found.add(at);
    }
  let last = Number(/^(?:[-•]\s*)?(\d{1,3})\s?\)/u.exec(text)?.[1] ?? 0);
  for (const match of text.matchAll(itemInside)) {
    const at = match.index + match[0].length;
    const number = Number(/^\d+/.exec(text.slice(at, at + 4))?.[0]);
    if (number !== last + 1) continue;
    found.add(at);
    last = number;
  }
  if (text.length > LONGEST / 2) for (const at of clauseCuts(text)) found.add(at);
  return [...found].sort((a, b) => a - b);
}

/** In a text without lines the clauses, chapters and appendices are found by their numbers. */
function clauseCuts(text: string): number[] {
  const at: number[] = [];
  for (const match of text.matchAll(
    /(?<=[.;:»"\p{L}\d])\s+(?=(?:Регламент|Утвержден\p{L}?|Приложение)\s+(?:электронной\s+)?(?:государственной\s+услуги|приказом|постановлением|к\s+регламенту|к\s+приказу|к\s+постановлению|\d)|Сноска\.\s)|(?<=[.;:»"\p{L}])\s+(?=Глава\s\d|Приложение\s\d|Регламент\s|Таблица\s|\d{1,2}\.\s+\p{Lu}|\d{1,2}\)\s|\d{1,2}-тарау|(?:процедура|процесс|условие)\s\d)/gu,
  ))
    at.push(match.index + match[0].length);
  return at;
}

function split(paragraph: Paragraph): Paragraph[] {
  if (paragraph.cells) return [paragraph];
  const { text } = paragraph;
  const at = cuts(text);
  if (at.length === 0) return [paragraph];
  const parts = [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length).trim());
  return parts
    .filter((part) => part !== '')
    .map((part, index) => ({ ...paragraph, text: part, head: headOf(part), gap: index === 0 ? paragraph.gap : 0 }));
}

/** Whether indents tell paragraphs: some lines have one and a good part has none. */
function isIndented(lines: readonly Line[]): boolean {
  const texts = lines.filter((line) => line.cells === undefined);
  const share = texts.filter((line) => line.indent > 2).length / Math.max(1, texts.length);
  return share > 0.1 && share < 0.97;
}

/** A line longer than this was never wrapped. */
const WIDEST = 130;
const isWrapped = (lines: readonly Line[]): boolean => {
  const texts = lines.filter((line) => line.cells === undefined);
  return texts.filter((line) => line.text.length > WIDEST).length <= texts.length / 40;
};

/** A number alone between blank lines is that of a page; the sentence goes on behind it. */
const isPageNumber = (line: Line, next: Line | undefined): boolean =>
  line.cells === undefined &&
  line.gap > 0 &&
  (next === undefined || next.gap > 0) &&
  /^[-–—]?\s?\d{1,3}\s?[-–—]?$/u.test(line.text);

/** lines -> PARAGRAPHS: wrapped lines and sentences torn by a page break are joined, entries glued on one line are parted. */
export function paragraphsOf(lines: readonly Line[], dictionary: Dictionary): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const layout: Layout = { indented: isIndented(lines), wrapped: isWrapped(lines) };
  let open: Open | undefined;
  for (const [index, line] of lines.entries()) {
    if (isPageNumber(line, lines[index + 1])) {
      paragraphs.push({
        text: line.text,
        src: [line.from, line.to],
        head: { kind: 'noise' },
        gap: line.gap,
        repairs: [],
      });
      continue;
    }
    if (open && continues(open, line, layout)) {
      join(open, line, dictionary);
      continue;
    }
    if (open) for (const part of split(close(open))) paragraphs.push(part);
    open = begin(line);
  }
  if (open) for (const part of split(close(open))) paragraphs.push(part);
  return paragraphs;
}
