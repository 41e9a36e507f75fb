import type { Block, Box, Inline, LayoutDocument, ListItem, TableCell, TableRow } from '../layout/index.ts';
import type { Language } from '../model/text.ts';
import {
  bordersOf,
  columnsOf,
  flag,
  languageOf,
  number,
  placedOf,
  rowValignOf,
  present,
  sideOf,
  styleOf,
  valignOf,
  type Attributes,
} from './attributes.ts';
import { isInline, ruleOf, type ElementName } from './elements.ts';
import { withEmblem } from './emblem.ts';
import type { Element } from './markup.ts';

/** Where a block stands and how its text is set. */
const setOf = (a: Attributes) => ({ ...placedOf(a), ...styleOf(a) });

interface RunStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly sizePt?: number;
  readonly lang?: Language;
}

const smallSize = 9;

function runs(children: Element['children'], style: RunStyle): Inline[] {
  return children.flatMap((child): Inline[] => {
    if (typeof child === 'string') return [{ kind: 'text', text: child, ...style }];
    const { name, attributes } = child;
    const lang = languageOf(attributes, 'is');
    if (name === 'br') return [{ kind: 'break' }];
    if (name === 'page-number' || name === 'page-count') {
      return [
        { kind: name, ...present({ bold: style.bold, italic: style.italic, sizePt: style.sizePt, lang: style.lang }) },
      ];
    }
    if (name === 'b') return runs(child.children, { ...style, bold: true });
    if (name === 'i') return runs(child.children, { ...style, italic: true });
    if (name === 'u') return runs(child.children, { ...style, underline: true });
    if (name === 'small') return runs(child.children, { ...style, sizePt: number(attributes, 'size') ?? smallSize });
    return runs(child.children, { ...style, ...(lang ? { lang } : {}) });
  });
}

/** The text of a line, without the spaces and line feeds of the template around it. */
function inline(children: Element['children']): Inline[] {
  const content = runs(children, {});
  const trimmed = content.map((run, index) => {
    if (run.kind !== 'text') return run;
    const before = content[index - 1];
    const start = index === 0 || before?.kind === 'break' ? run.text.replace(/^[ \t\r\n]+/, '') : run.text;
    const after = content[index + 1];
    return { ...run, text: after === undefined || after.kind === 'break' ? start.replace(/[ \t\r\n]+$/, '') : start };
  });
  return trimmed.filter((run) => run.kind !== 'text' || run.text !== '');
}

const childOf = (element: Element, name: ElementName): Element | undefined =>
  element.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
const childrenOf = (element: Element, name: ElementName): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
const lineOf = (element: Element, name: ElementName): Inline[] | undefined => {
  const child = childOf(element, name);
  return child && inline(child.children);
};

/** Blocks; text that stands between them becomes paragraphs of its own (a cell or an item may hold bare text). */
function blocks(children: Element['children']): Block[] {
  const out: Block[] = [];
  let line: Element['children'] = [];
  const flush = (): void => {
    const content = inline(line);
    if (content.length > 0) out.push({ kind: 'paragraph', content });
    line = [];
  };
  for (const child of children) {
    if (typeof child === 'string' || isInline(child.name)) line.push(child);
    else {
      flush();
      if (ruleOf(child.name).block) out.push(block(child));
    }
  }
  flush();
  return out;
}

const cellOf = (cell: Element): TableCell => ({
  content: blocks(cell.children),
  ...styleOf(cell.attributes),
  ...present({
    colspan: number(cell.attributes, 'colspan'),
    rowspan: number(cell.attributes, 'rowspan'),
    valign: valignOf(cell.attributes, 'valign'),
    header: cell.name === 'th' ? true : undefined,
  }),
});

const rowOf = (row: Element): TableRow => ({
  cells: row.children.filter((child): child is Element => typeof child !== 'string').map(cellOf),
  ...present({ minHeight: number(row.attributes, 'min-height') }),
});

const boxOf = (box: Element): Box => ({
  content: blocks(box.children),
  ...present({
    number: box.attributes['number'],
    caption: lineOf(box, 'caption'),
    colspan: number(box.attributes, 'colspan'),
    rowspan: number(box.attributes, 'rowspan'),
  }),
});

const itemOf = (item: Element): ListItem => ({
  content: blocks(item.children),
  ...present({ label: item.attributes['label'] }),
});

type Maker = (element: Element, a: Attributes) => Block;

const makers: Readonly<Partial<Record<ElementName, Maker>>> = {
  p: (element, a) => ({
    kind: 'paragraph',
    content: inline(element.children),
    ...setOf(a),
    ...present({
      indent: number(a, 'indent'),
      left: number(a, 'left'),
      right: number(a, 'right'),
      keepTogether: flag(a, 'together'),
      maxLines: number(a, 'max-lines'),
    }),
  }),
  h1: (element, a) => ({ kind: 'heading', level: 1, content: inline(element.children), ...placedOf(a), ...styleOf(a) }),
  h2: (element, a) => ({ kind: 'heading', level: 2, content: inline(element.children), ...placedOf(a), ...styleOf(a) }),
  h3: (element, a) => ({ kind: 'heading', level: 3, content: inline(element.children), ...placedOf(a), ...styleOf(a) }),
  list: (element, a) => ({
    kind: 'list',
    ordered: flag(a, 'ordered') ?? false,
    items: childrenOf(element, 'item').map(itemOf),
    ...setOf(a),
    ...present({ left: number(a, 'left'), labelWidth: number(a, 'label-width') }),
  }),
  table: (element, a) => {
    const head = childOf(element, 'head');
    return {
      kind: 'table',
      columns: columnsOf(a),
      body: childrenOf(element, 'tr').map(rowOf),
      ...setOf(a),
      ...present({
        head: head && childrenOf(head, 'tr').map(rowOf),
        borders: bordersOf(a, 'borders'),
        padding: number(a, 'padding'),
        summary: a['summary'],
        continuation: lineOf(element, 'continuation'),
      }),
    };
  },
  columns: (element, a) => {
    const [left, right] = (a['shares'] ?? '').split(' ').map(Number);
    const langs = a['langs']?.split(' ').filter((lang): lang is Language => lang === 'kk' || lang === 'ru');
    const [first, second] = langs ?? [];
    return {
      kind: 'columns',
      rows: childrenOf(element, 'row').map((row) => ({
        left: blocks(childOf(row, 'left')?.children ?? []),
        right: blocks(childOf(row, 'right')?.children ?? []),
        ...present({ before: number(row.attributes, 'before'), valign: rowValignOf(row.attributes, 'valign') }),
      })),
      ...setOf(a),
      ...present({ gap: number(a, 'gap'), divider: flag(a, 'divider') }),
      ...(left && right ? { shares: [left, right] as const } : {}),
      ...(first && second ? { langs: [first, second] as const } : {}),
    };
  },
  rule: (_, a) => ({
    kind: 'rule',
    ...placedOf(a),
    ...present({ thicknessPt: number(a, 'thickness'), width: number(a, 'width'), align: sideOf(a, 'align') }),
  }),
  cut: (element, a) => ({ kind: 'cut-line', content: inline(element.children), ...placedOf(a) }),
  boxes: (element, a) => ({
    kind: 'box-form',
    columns: columnsOf(a),
    rows: childrenOf(element, 'box-row').map((row) => ({
      boxes: childrenOf(row, 'box').map(boxOf),
      ...present({ minHeight: number(row.attributes, 'min-height') }),
    })),
    ...setOf(a),
  }),
  barcode: (_, a) => ({
    kind: 'barcode',
    symbology: 'code128',
    value: a['value'] ?? '',
    alt: a['alt'] ?? '',
    ...placedOf(a),
    ...present({
      width: number(a, 'width'),
      height: number(a, 'height'),
      printValue: flag(a, 'print'),
      align: sideOf(a, 'align'),
    }),
  }),
  qr: (_, a) => ({
    kind: 'barcode',
    symbology: 'qr',
    value: a['value'] ?? '',
    alt: a['alt'] ?? '',
    ...placedOf(a),
    ...present({ width: number(a, 'width'), align: sideOf(a, 'align') }),
  }),
  signature: (element, a) => ({
    kind: 'signature',
    post: lineOf(element, 'post') ?? [],
    name: lineOf(element, 'name') ?? [],
    ...setOf(a),
    ...present({ caption: lineOf(element, 'caption') }),
  }),
  'electronic-signature': (element, a) => ({
    kind: 'signature-field',
    content: blocks(element.children),
    label: a['label'] ?? '',
    detached: a['form'] === 'detached',
    ...setOf(a),
  }),
  seal: (_, a) => ({
    kind: 'seal',
    label: a['label'] ?? '',
    ...placedOf(a),
    ...present({ size: number(a, 'size'), align: sideOf(a, 'align'), lang: languageOf(a, 'lang') }),
  }),
  field: (element, a) => ({
    kind: 'field',
    label: lineOf(element, 'label') ?? [],
    ...setOf(a),
    ...present({
      value: lineOf(element, 'value'),
      caption: lineOf(element, 'caption'),
      labelWidth: number(a, 'label-width'),
      lines: number(a, 'lines'),
    }),
  }),
  checkbox: (element, a) => ({
    kind: 'checkbox',
    checked: flag(a, 'checked') ?? false,
    content: inline(element.children),
    ...setOf(a),
    ...present({ left: number(a, 'left') }),
  }),
  emblem: (element, a) => ({
    kind: 'figure',
    width: number(a, 'width') ?? 0,
    height: number(a, 'height') ?? 0,
    alt: a['alt'] ?? '',
    source: { pdf: element.drawing ?? new Uint8Array(), page: 0 },
    ...placedOf(a),
    ...present({ align: sideOf(a, 'align') }),
  }),
  space: (_, a) => ({ kind: 'spacer', height: number(a, 'height') ?? 0 }),
  'page-break': (_, a) => ({ kind: 'page-break', ...(a['numbers'] === 'anew' ? { numbersAnew: true } : {}) }),
};

function block(element: Element): Block {
  const { attributes: a } = element;
  const maker = makers[element.name];
  if (maker) return maker(element, a);
  return {
    kind: 'group',
    content: blocks(element.children),
    ...setOf(a),
    ...present({
      keepTogether: flag(a, 'together'),
      maxHeight: number(a, 'max-height'),
      left: number(a, 'left'),
      right: number(a, 'right'),
      width: number(a, 'width'),
      position: sideOf(a, 'position'),
      border: flag(a, 'border'),
    }),
  };
}

/** What a document shows besides its markup. */
export interface Trimmings {
  /** Pale letters across every page. */
  readonly watermark?: string | undefined;
  /** A PDF of one page with the state emblem; without it the elements `emblem` show nothing. */
  readonly emblem?: Uint8Array | undefined;
}

/**
 * A whole document from its markup. The table of elements has been held against the markup before (`parseMarkup`), so
 * nothing here can be of the wrong form; what is absent stays absent. `lang` is the language of
 * the words that say nothing else.
 */
export function documentOf(markup: Element, title: string, lang: Language, trimmings: Trimmings = {}): LayoutDocument {
  const root = withEmblem(markup, trimmings.emblem);
  const { watermark } = trimmings;
  const a = root.attributes;
  const [top = 20, right = 15, bottom = 20, left = 25] = (a['margins'] ?? '').split(' ').filter(Boolean).map(Number);
  const header = childOf(root, 'header');
  const footer = childOf(root, 'footer');
  return {
    title,
    lang,
    page: {
      size: a['page'] === 'A5' ? 'A5' : 'A4',
      orientation: a['orientation'] === 'landscape' ? 'landscape' : 'portrait',
      margins: { top, right, bottom, left },
    },
    body: blocks(root.children),
    ...present({
      sizePt: number(a, 'size'),
      leading: number(a, 'leading'),
      watermark,
      header: header && blocks(header.children),
      footer: footer && blocks(footer.children),
    }),
  };
}
