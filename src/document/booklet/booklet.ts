import { diagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { Block, Figure, Inline, LayoutDocument, PageFormat } from '../../layout/index.ts';
import {
  resolveMark,
  type Appendix,
  type AppendixView,
  type BookletWords,
  type Regulation,
} from '../../model/index.ts';
import { tableOf } from '../../process/index.ts';
import { fill } from '../../text/index.ts';
import { headBlocks, serviceOf, titleBlock, wordsOf, type HeadMaking } from './head.ts';
import { lying, pageFor, roomOf, scaleOn, slack, upright, type Size } from './paper.ts';
import { questionnaireBlocks } from './questionnaire.ts';
import { isWide, lostRun, tableParts } from './table.ts';

/** One drawn sheet of a view; sizes are millimetres at full size. */
export interface BookletSheet extends Size {
  readonly pdf: Uint8Array;
  /** What a reader who does not see it is told. */
  readonly alt: string;
  /** The name of the variant, where a view is drawn for each. */
  readonly variant?: string;
  /** «2» of «3» where one drawing is cut into several. */
  readonly sheet?: { readonly number: number; readonly of: number };
  readonly paper?: 'A4' | 'A3';
}

/** What a booklet is made from. */
export interface BookletMaking {
  readonly regulation: Regulation;
  readonly words: BookletWords;
  /** The file that findings name. */
  readonly file: string;
  /** With the drafters' mistakes. */
  readonly asFiled: boolean;
  /** The drawn sheets of a view of an appendix, in order; empty where there is nothing to draw. */
  readonly sheets: (view: AppendixView) => readonly BookletSheet[];
  /** Millimetres that blocks take from the top of a page. */
  readonly taken: (blocks: readonly Block[], page: PageFormat) => number;
}

/** Blocks on pages of one format; `joins` may stand on the page of the section before it. */
interface Section {
  readonly page: PageFormat;
  readonly blocks: readonly Block[];
  readonly joins: boolean;
}

type Making = BookletMaking & HeadMaking;

/** Millimetres between blocks that stand on one page. */
const gap = 5;
/** Letters of «Лист 2 из 3» below a drawing. */
const captionPt = 10;

const text = (words: string): Inline => ({ kind: 'text', text: words });

/** «Лист 2 из 3», the name of the variant, or nothing. */
function captionOf({ variant, sheet }: BookletSheet, words: BookletWords): string {
  const cut = sheet && fill(words.sheet, { sheet: sheet.number, sheets: sheet.of });
  return [variant, cut].filter((part) => part !== undefined).join('. ');
}

function figureOf(drawn: BookletSheet, scale: number, words: BookletWords): Figure {
  const caption = captionOf(drawn, words);
  return {
    kind: 'figure',
    width: drawn.width * scale,
    height: drawn.height * scale,
    alt: drawn.alt,
    source: { pdf: drawn.pdf, page: 0 },
    align: 'center',
    ...(caption === '' ? {} : { caption: [{ kind: 'text', text: caption, sizePt: captionPt }] }),
  };
}

/** What stands on the page of a drawing besides it, so that its height can be counted. */
function besides(drawn: BookletSheet, above: readonly Block[], words: BookletWords): Block[] {
  const { caption } = figureOf(drawn, 1, words);
  return caption ? [...above, { kind: 'paragraph', before: 2, content: caption }] : [...above];
}

const lostParagraph = (words: BookletWords): Block => ({
  kind: 'paragraph',
  align: 'center',
  content: [lostRun(words)],
});

/** A drawing takes a page of its own, upright or lying, A4 or A3; what stands above it is counted in. */
function drawnSections(item: AppendixView, opening: readonly Block[], making: Making): Section[] {
  const { words, taken } = making;
  const sheets = making.sheets(item);
  if (sheets.length === 0) return [{ page: upright, blocks: [...opening, lostParagraph(words)], joins: false }];
  return sheets.map((drawn, index): Section => {
    const above = index === 0 ? opening : [];
    const { page, scale } = pageFor(drawn, (format) => taken(besides(drawn, above, words), format), drawn.paper);
    return { page, blocks: [...above, figureOf(drawn, scale, words)], joins: false };
  });
}

/** Blocks that stay on one page where one page holds them. */
function together(content: readonly Block[], page: PageFormat, { taken }: Making): Block[] {
  const whole: Block = { kind: 'group', keepTogether: true, before: gap, content };
  return taken([{ ...whole, keepTogether: false }], page) <= roomOf(page).height ? [whole] : [...content];
}

/** A legend stands below what it explains where that leaves room, else on a page of its own. */
function legendSection(
  item: AppendixView,
  opening: readonly Block[],
  before: Section | undefined,
  making: Making,
): Section[] {
  const [drawn] = making.sheets(item);
  if (!drawn) return drawnSections(item, opening, making);
  const on = (page: PageFormat): Block[] => [
    ...opening,
    figureOf(drawn, scaleOn(page, drawn, making.taken(opening, page)), making.words),
  ];
  const used = before?.page.size === 'A4' ? making.taken(before.blocks, before.page) : Infinity;
  const page =
    before && used + gap + making.taken(on(before.page), before.page) <= roomOf(before.page).height
      ? before.page
      : upright;
  return [{ page, blocks: together(on(page), page, making), joins: page === before?.page }];
}

function tableSection(item: AppendixView, opening: readonly Block[], making: Making): Section[] {
  const { regulation, words, asFiled } = making;
  const table = tableOf(regulation, item.flow ?? 'internal', item.telling, words.table, asFiled);
  if (!table) return [{ page: upright, blocks: [...opening, lostParagraph(words)], joins: true }];
  const page = isWide(table) ? lying : upright;
  const parts = tableParts(table, words, roomOf(page).width);
  const blocks = parts.flatMap((part, index) => together(index === 0 ? [...opening, ...part] : part, page, making));
  return [{ page, blocks, joins: true }];
}

function viewSections(
  item: AppendixView,
  opening: readonly Block[],
  before: Section | undefined,
  making: Making,
): Section[] {
  const { regulation, words } = making;
  switch (item.view) {
    case 'results-table':
      return tableSection(item, opening, making);
    case 'legend':
      return legendSection(item, opening, before, making);
    case 'questionnaire':
      return [{ page: upright, blocks: [...opening, ...questionnaireBlocks(regulation, words)], joins: true }];
    default:
      return drawnSections(item, opening, making);
  }
}

/** The title of a view, unless it is the appendix's own; signs without a title are called what they are. */
function viewTitle(item: AppendixView, appendix: Appendix, making: Making): Block[] {
  const untitled = item.view === 'legend' ? making.words.legend : '';
  const title = item.title === undefined ? untitled : wordsOf(item.title, making);
  return title === wordsOf(appendix.title, making) ? [] : titleBlock(title, 3, making.words);
}

function formMark(appendix: Appendix, making: Making): Block[] {
  const form = wordsOf(appendix.form, making);
  return form
    ? [{ kind: 'paragraph', align: 'right', sizePt: 11, after: 3, keepWithNext: true, content: [text(form)] }]
    : [];
}

/** head -> title -> views in the act's order, each on pages that suit it. */
function appendixSections(appendix: Appendix, index: number, making: Making): Section[] {
  const title = wordsOf(appendix.title, making);
  const isCut = title !== null && making.marked('lost', `appendices/${index}/title`);
  const [first, ...others] = appendix.contains.map((item) => wordsOf(item.title, making));
  const head = [
    // One title among several is not the appendix's: each has a bookmark of its own.
    ...headBlocks(appendix, index, title || (others.some((words) => words) ? '' : first) || '', making),
    ...formMark(appendix, making),
    ...titleBlock(title, 2, making.words, isCut),
  ];
  const sections: Section[] = [];
  for (const [place, item] of appendix.contains.entries()) {
    const opening = [...(place === 0 ? head : []), ...viewTitle(item, appendix, making)];
    for (const section of viewSections(item, opening, sections.at(-1), making)) {
      const last = sections.at(-1);
      if (last && section.joins && same(last.page, section.page))
        sections[sections.length - 1] = { ...last, blocks: [...last.blocks, ...section.blocks] };
      else sections.push(section);
    }
  }
  if (sections.length === 0) return [{ page: upright, blocks: head, joins: false }];
  return sections.map((section) => ({ ...section, blocks: withBreaks(section.blocks, section.page, making) }));
}

/** Page breaks before blocks that stay together and no longer fit, said outright: Word and its kin divide tables as they like. */
function withBreaks(blocks: readonly Block[], page: PageFormat, { taken }: Making): Block[] {
  const set: Block[] = [];
  let begin = 0;
  for (const block of blocks) {
    const here = set.slice(begin);
    const kept = block.kind === 'group' && block.keepTogether === true;
    if (kept && here.length > 0 && taken(here, page) !== Infinity) {
      const whole = taken([...here, { ...block, keepTogether: false }], page);
      if (whole > roomOf(page).height - slack) {
        set.push({ kind: 'page-break' });
        begin = set.length;
      }
    }
    set.push(block);
  }
  return set;
}

const same = (one: PageFormat | undefined, other: PageFormat): boolean =>
  one?.size === other.size && one.orientation === other.orientation;

const bodyOf = (sections: readonly Section[]): Block[] =>
  sections.flatMap(({ page, blocks }, index): Block[] => [
    same(sections[index - 1]?.page, page) ? { kind: 'page-break' } : { kind: 'format', page },
    ...blocks,
  ]);

/** Where the words that are printed are a mistake of the drafters that no reading replaces. */
function mistakesKept({ regulation, file, asFiled }: BookletMaking): Diagnostic[] {
  if (asFiled) return [];
  const kept = /^(appendices\/.*\/title|tellings\/.*\/title|questionnaire|legend)/;
  return (regulation.marks ?? []).flatMap(({ at, kind, why }) => {
    const pointer = resolveMark(at, regulation);
    const printed = kind === 'drafter-error' && pointer && kept.test(pointer.join('/'));
    return printed ? [diagnostic('booklet-mistake-kept', { why }, { file, pointer })] : [];
  });
}

/**
 * The appendices of a regulation as they are filed: each with its head at the right edge, its title, and its views on
 * pages that suit them. Findings: `booklet-empty` (no appendices), `booklet-mistake-kept` (note).
 */
export function bookletOf(given: BookletMaking): { document: LayoutDocument; findings: Diagnostic[] } {
  const { regulation, words, file } = given;
  const places = new Map(
    (['lost', 'drafter-error'] as const).map((kind) => [
      kind,
      new Set(
        (regulation.marks ?? []).flatMap((mark) =>
          mark.kind === kind ? [resolveMark(mark.at, regulation)?.join('/')] : [],
        ),
      ),
    ]),
  );
  const making: Making = { ...given, marked: (kind, place) => places.get(kind)?.has(place) ?? false };
  const sections = regulation.appendices.flatMap((appendix, index) => appendixSections(appendix, index, making));
  const [first = { page: upright, blocks: [] }] = sections;
  const number: Block = {
    kind: 'paragraph',
    align: 'center',
    sizePt: 10,
    content: [{ kind: 'page-number', sizePt: 10 }],
  };
  const empty = sections.length === 0 ? [diagnostic('booklet-empty', {}, { file, pointer: ['appendices'] })] : [];
  return {
    document: {
      title: fill(words.title, { service: serviceOf(making) }),
      lang: regulation.lang,
      page: first.page,
      sizePt: 12,
      footer: [number],
      body: bodyOf(sections),
    },
    findings: [...empty, ...mistakesKept(given)],
  };
}
