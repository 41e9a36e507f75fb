import type { Block, Inline, LayoutDocument } from '../../layout/index.ts';
import type { BookletWords, Language } from '../../model/index.ts';
import type { ClauseDifference, DerivedClause, DerivedPart } from '../../process/index.ts';
import { fill, wordDiff } from '../../text/index.ts';
import { upright } from './paper.ts';

type Words = BookletWords['clauses'];

/** A piece of a line: `changed` words stand out from the others. */
interface Run {
  readonly text: string;
  readonly changed?: true;
}

/** One paragraph of the product: text and Word are both written from it. */
export interface ClauseLine {
  readonly kind: 'title' | 'heading' | 'clause' | 'item' | 'difference';
  readonly runs: readonly Run[];
  /** How far it is set in, in steps. */
  readonly depth?: number;
}

const plain = (kind: ClauseLine['kind'], text: string, depth?: number): ClauseLine => ({
  kind,
  runs: [{ text }],
  ...(depth === undefined ? {} : { depth }),
});

/** A sentence ends with a full stop, an entry of a list with a semicolon, the last one of the clause with a full stop. */
function ended(line: string, isLast: boolean): string {
  if (line.endsWith(':') && !isLast) return line;
  const isSentence = /^\p{Lu}\p{Ll}/u.test(line);
  return `${line}${isLast || isSentence ? '.' : ';'}`;
}

function partLines({ title, items }: DerivedPart, isLast: boolean): ClauseLine[] {
  const lines = items.flatMap((item) => item.lines);
  return [
    ...(title === undefined ? [] : [plain('item', title)]),
    ...lines.map((line, index) => plain('item', ended(line, isLast && index === lines.length - 1))),
  ];
}

/** The clauses as they are pasted into the act, under a title that names the regulation. */
export function clauseLines(clauses: readonly DerivedClause[], service: string, words: Words): ClauseLine[] {
  const isOurs = clauses.some(({ parts }) => parts.some(({ items }) => items.some(({ ours }) => ours)));
  return [
    plain('title', fill(words.title, { service })),
    ...clauses.flatMap(({ headings, parts }) => [
      ...headings.map((text) => plain('clause', text)),
      ...parts.flatMap((part, index) => partLines(part, index === parts.length - 1)),
    ]),
    ...(isOurs ? [plain('difference', words.oursNote)] : []),
  ];
}

/** The words that stand in one of two texts alone, the others as they are. */
function against(text: string, other: string): Run[] {
  const runs = wordDiff(other, text).filter(({ kind }) => kind !== 'removed');
  return runs.flatMap(({ kind, text: words }, index): Run[] => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    { text: words, ...(kind === 'added' ? { changed: true as const } : {}) },
  ]);
}

/** «в акте: …», «выведено: …», one below the other, with the words that differ. */
function bothLines(act: string | null, derived: string | null, { act: ofAct, derived: ofOurs }: Words, lost: string) {
  const line = (label: string, text: string | null, other: string | null): ClauseLine => {
    const [before = '', after = ''] = label.split('{text}');
    const runs = text === null ? [{ text: lost }] : other === null ? [{ text }] : against(text, other);
    return {
      kind: 'difference',
      depth: 2,
      runs: [{ text: before }, ...runs, { text: after }].filter((run) => run.text !== ''),
    };
  };
  return [line(ofAct, act, derived), line(ofOurs, derived, act)];
}

function differenceLines(difference: ClauseDifference, words: Words, lost: string): ClauseLine[] {
  const head = (text: string): ClauseLine => plain('difference', text, 1);
  const why =
    'why' in difference && difference.why ? [plain('difference', fill(words.why, { text: difference.why }), 2)] : [];
  switch (difference.kind) {
    case 'missing':
      return [
        head(fill(words.missing, { step: difference.label })),
        plain('difference', fill(words.derived, { text: difference.derived }), 2),
      ];
    case 'extra':
      return [
        head(fill(words.extra, { step: difference.label })),
        plain('difference', fill(words.act, { text: difference.act ?? lost }), 2),
        ...why,
      ];
    case 'order':
      return [head(words.order), ...bothLines(difference.act, difference.derived, words, lost)];
    case 'unsaid':
      return [head(fill(words.unsaid, { step: difference.label, text: difference.derived }))];
    default:
      return [
        head(fill(words[difference.kind], { step: difference.label })),
        ...bothLines(difference.act, difference.derived, words, lost),
        ...why,
      ];
  }
}

/** Where the act names no term at all, that is said once. */
function gathered(differences: readonly ClauseDifference[]): {
  rest: ClauseDifference[];
  unsaid: { label: string; derived: string }[];
} {
  const unsaid = differences.filter((one) => one.kind === 'unsaid');
  return unsaid.length < 3
    ? { rest: [...differences], unsaid: [] }
    : { rest: differences.filter(({ kind }) => kind !== 'unsaid'), unsaid };
}

function partReport(
  part: DerivedPart,
  differences: readonly ClauseDifference[] | undefined,
  words: Words,
  lost: string,
): ClauseLine[] {
  const title = part.title === undefined ? [] : [plain('difference', part.title)];
  const omitted = part.omitted.map(({ label }) => plain('difference', fill(words.omitted, { text: label }), 1));
  if (!differences) return [...title, plain('difference', words.nothing), ...omitted];
  const { rest, unsaid } = gathered(differences);
  const terms = unsaid.map(({ label, derived }) => `${label} (${derived})`).join('; ');
  const same = differences.length === 0 ? [plain('difference', fill(words.same, { count: part.items.length }))] : [];
  return [
    ...title,
    ...same,
    ...(unsaid.length > 0 ? [plain('difference', fill(words.unsaidAll, { text: terms }), 1)] : []),
    ...rest.flatMap((one) => differenceLines(one, words, lost)),
    ...omitted,
  ];
}

/** A clause with what the act says otherwise in each of its parts; undefined where there is nothing to compare with. */
export interface ComparedClause {
  readonly clause: DerivedClause;
  readonly differences: readonly (readonly ClauseDifference[] | undefined)[];
}

/** How the clauses of the act differ from what follows from the process, item by item. */
export function reportLines(
  compared: readonly ComparedClause[],
  service: string,
  words: Words,
  lost: string,
): ClauseLine[] {
  return [
    plain('title', fill(words.differences, { service })),
    ...compared.flatMap(({ clause, differences }, at) => [
      ...(compared[at - 1]?.clause.place === clause.place
        ? []
        : [plain('heading', fill(words.clause, { place: clause.place }))]),
      ...clause.parts.flatMap((part, index) => partReport(part, differences[index], words, lost)),
    ]),
  ];
}

const textOf = ({ runs }: ClauseLine): string =>
  runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

/** Lines as plain text; words that stand out are put in square brackets. */
export const linesAsText = (lines: readonly ClauseLine[]): string =>
  lines
    .map((line, index) => {
      const above = index > 0 && line.kind !== 'item' && line.kind !== 'difference' ? '\n' : '';
      return `${above}${'  '.repeat(line.depth ?? 0)}${textOf(line)}\n`;
    })
    .join('');

const inline = ({ text, changed }: Run): Inline => ({ kind: 'text', text, ...(changed ? { underline: true } : {}) });

function blockOf({ kind, runs, depth = 0 }: ClauseLine): Block {
  const content = runs.map(inline);
  if (kind === 'title')
    return { kind: 'heading', level: 1, align: 'center', bold: true, sizePt: 14, after: 4, content };
  if (kind === 'heading') return { kind: 'heading', level: 2, align: 'left', before: 4, after: 1, content };
  if (kind === 'difference') return { kind: 'paragraph', left: depth * 7, after: 0.5, content };
  return { kind: 'paragraph', align: 'justify', indent: 12.5, before: kind === 'clause' ? 4 : 0, content };
}

/** Lines as a document of A4 pages, for Word. */
export const linesAsDocument = (lines: readonly ClauseLine[], lang: Language): LayoutDocument => ({
  title: lines[0] ? textOf(lines[0]) : '',
  lang,
  page: upright,
  sizePt: 14,
  body: lines.map(blockOf),
});
