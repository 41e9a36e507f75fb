import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type {
  Align,
  Block,
  Figure,
  Group,
  Heading,
  Language,
  List,
  Paragraph as ParagraphBlock,
  Rule,
  Table as TableBlock,
  TableCell as CellBlock,
} from '../layout/index.ts';
import { runs, type Narrow } from './inline.ts';
import { pixels, twips } from './units.ts';

/** What a section, a cell or a footer is made of. */
export type Child = Paragraph | Table;

/** Where blocks stand; lengths in millimetres. */
export interface Context {
  /** The drawing as a PNG. */
  readonly picture: (figure: Figure) => Uint8Array;
  readonly lang: Language;
  /** Between the margins of the page. */
  readonly width: number;
  readonly left: number;
  /** Held on the page of what follows. */
  readonly keepNext: boolean;
  /** Space above the first block and below the last, at least. */
  readonly before: number;
  readonly after: number;
  /** The first block begins a page. */
  readonly pageBreak: boolean;
  /** Inside a cell. */
  readonly narrow?: Narrow;
  readonly style?: string;
  readonly sizePt?: number;
  readonly align?: Align;
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const;
const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const;

type Common = Pick<IParagraphOptions, 'alignment' | 'indent' | 'keepNext' | 'pageBreakBefore' | 'spacing'>;

interface Placing {
  readonly align?: Align;
  readonly before?: number;
  readonly after?: number;
  readonly keepWithNext?: boolean;
  readonly indent?: number;
  readonly left?: number;
  readonly right?: number;
}

function common(
  { align, before = 0, after = 0, keepWithNext, indent = 0, left = 0, right = 0 }: Placing,
  context: Context,
): Common {
  const setting = align ?? context.align;
  const first = indent >= 0 ? { firstLine: twips(indent) } : { hanging: twips(-indent) };
  return {
    ...(setting === undefined ? {} : { alignment: alignments[setting] }),
    indent: { left: twips(context.left + left), right: twips(right), ...first },
    keepNext: keepWithNext === true || context.keepNext,
    spacing: { before: twips(Math.max(before, context.before)), after: twips(Math.max(after, context.after)) },
    ...(context.pageBreak ? { pageBreakBefore: true } : {}),
  };
}

const heading = (block: Heading, context: Context): Paragraph =>
  new Paragraph({
    ...common(block, context),
    keepNext: true,
    heading: headingLevels[block.level],
    children: runs(block.content, block),
  });

const rule = (block: Rule, context: Context): Paragraph =>
  new Paragraph({
    ...common(block, context),
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } },
  });

/** An item hangs behind its label; only its own paragraphs are lists of words here. */
const list = (block: List, given: Context): Child[] =>
  block.items.flatMap((item, index) => {
    const context = { ...given, before: 0, after: 0 };
    const label = item.label ?? (block.ordered ? `${index + 1}.` : '–');
    const hanging = block.labelWidth ?? 7;
    return item.content.flatMap((inner, place) => {
      if (inner.kind !== 'paragraph') return blocks([inner], context);
      const behind = { ...inner, left: (block.left ?? 0) + hanging };
      const set = common(place === 0 ? { ...behind, indent: -hanging } : behind, context);
      const mark = place === 0 ? [new TextRun({ children: [label, new Tab()] })] : [];
      return [new Paragraph({ ...set, children: [...mark, ...runs(inner.content, inner)] })];
    });
  });

const figure = (block: Figure, context: Context): Paragraph[] => [
  new Paragraph({
    ...common(block, context),
    keepNext: block.caption !== undefined || context.keepNext,
    style: 'Drawing',
    children: [
      new ImageRun({
        type: 'png',
        data: context.picture(block),
        transformation: { width: pixels(block.width), height: pixels(block.height) },
        altText: { name: block.alt.slice(0, 80), title: block.alt.slice(0, 80), description: block.alt },
      }),
    ],
  }),
  ...(block.caption
    ? [new Paragraph({ style: 'Caption', keepNext: context.keepNext, children: runs(block.caption) })]
    : []),
];

/** Widths of the columns in millimetres: fixed ones, the rest by shares. */
function widthsOf({ columns }: TableBlock, width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('width' in column ? column.width : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
  return columns.map((column) => ('width' in column ? column.width : ((width - fixed) * column.share) / shares));
}

/** `room` is for a line of it, in millimetres. */
function cell(block: CellBlock, isHead: boolean, width: number, room: number, context: Context): TableCell {
  const align = block.align ?? (isHead ? 'center' : undefined);
  const inside = {
    ...context,
    left: 0,
    before: 0,
    after: 0,
    pageBreak: false,
    narrow: { lang: context.lang, room },
    style: 'TableText',
    ...(align === undefined ? {} : { align }),
  };
  const content = blocks(block.content, inside);
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(block.colspan === undefined ? {} : { columnSpan: block.colspan }),
    ...(block.rowspan === undefined ? {} : { rowSpan: block.rowspan }),
    children: content.length > 0 ? content : [new Paragraph({ style: 'TableText', keepNext: context.keepNext })],
  });
}

/** A table whose head is repeated on every page and whose rows no page divides. */
function table(block: TableBlock, context: Context): Table {
  const widths = widthsOf(block, context.width - context.left);
  const padding = block.padding ?? 1.2;
  const pad = twips(padding);
  const head = block.head ?? [];
  const size = block.sizePt ?? context.sizePt;
  const rows = [...head, ...block.body].map((row, index, all) => {
    const isHead = index < head.length;
    const keepNext = isHead || (context.keepNext && index < all.length - 1);
    const inside = { ...context, keepNext, ...(size === undefined ? {} : { sizePt: size }) };
    return new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: row.cells.map((one, column) => {
        const width = widths[column] ?? 0;
        return cell(one, isHead, width, width - 2 * padding, inside);
      }),
    });
  });
  return new Table({
    rows,
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    indent: { size: twips(context.left), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: pad, right: pad, top: twips(0.5), bottom: twips(0.5) },
  });
}

function group(block: Group, context: Context): Child[] {
  const free = context.width - (block.width ?? context.width);
  const shift = block.position === 'right' ? free : block.position === 'center' ? free / 2 : 0;
  const last = context.keepNext || block.keepWithNext === true;
  return blocks(
    block.content,
    {
      ...context,
      left: context.left + shift + (block.left ?? 0),
      before: Math.max(block.before ?? 0, context.before),
      after: Math.max(block.after ?? 0, context.after),
      keepNext: block.keepTogether === true || last,
      ...(block.align ? { align: block.align } : {}),
    },
    last,
  );
}

const paragraph = (block: ParagraphBlock, context: Context): Paragraph =>
  new Paragraph({
    ...common(block, context),
    ...(context.style === undefined ? {} : { style: context.style }),
    children: runs(
      block.content,
      { ...(context.sizePt === undefined ? {} : { sizePt: context.sizePt }), ...block },
      context.narrow,
    ),
  });

function one(block: Exclude<Block, { kind: 'page-break' }>, context: Context): Child[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block, context)];
    case 'heading':
      return [heading(block, context)];
    case 'rule':
      return [rule(block, context)];
    case 'list':
      return list(block, context);
    case 'figure':
      return figure(block, context);
    case 'group':
      return group(block, context);
    case 'table':
      // Only a paragraph can begin a page, and only it can have space above.
      return context.pageBreak
        ? [new Paragraph({ pageBreakBefore: true }), table(block, context)]
        : [table(block, context)];
    default:
      throw new RangeError(`no Word document of ours has a block of kind ${block.kind}`);
  }
}

/** Blocks as paragraphs and tables, in order; `keepLast` is whether the last of them is held on the page of what follows. */
export function blocks(content: readonly Block[], context: Context, keepLast = context.keepNext): Child[] {
  let { pageBreak } = context;
  return content.flatMap((block, index) => {
    if (block.kind === 'page-break') {
      pageBreak = true;
      return [];
    }
    const isLast = index === content.length - 1;
    const inside = {
      ...context,
      pageBreak,
      before: index === 0 ? context.before : 0,
      after: isLast ? context.after : 0,
      keepNext: isLast ? keepLast : context.keepNext,
    };
    pageBreak = false;
    return one(block, inside);
  });
}
