/** How the value of an attribute is written: a choice of words, a number, several numbers, widths of columns, any text. */
export type AttributeKind = readonly string[] | 'number' | 'numbers' | 'columns' | 'text';

export interface ElementRule {
  /** It is a block, and may stand where blocks stand. */
  readonly block?: true;
  /** It may hold text with the elements of a line. */
  readonly text?: true;
  /** It may hold blocks. */
  readonly blocks?: true;
  /** The elements it may hold besides. */
  readonly holds: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required?: readonly string[];
}

const yes = ['yes', 'no'] as const;
const sides = ['left', 'center', 'right'] as const;
const language = ['kk', 'ru'] as const;
const placed = { before: 'number', after: 'number', keep: yes } as const;
const style = {
  size: 'number',
  leading: 'number',
  align: ['left', 'right', 'center', 'justify'],
  bold: yes,
  italic: yes,
  lang: language,
  hyphenate: yes,
} as const;
const inline = { holds: [], text: true, attributes: {} } as const;

/**
 * The markup: every element, what it may hold and its attributes. docs/markup.md says the same in words, and a test
 * compares the two. Lengths are millimetres, sizes of type are points.
 */
export const elements = {
  document: {
    blocks: true,
    holds: ['header', 'footer'],
    attributes: {
      size: 'number',
      leading: 'number',
      margins: 'numbers',
      page: ['A4', 'A5'],
      orientation: ['portrait', 'landscape'],
    },
  },
  header: { blocks: true, holds: [], attributes: {} },
  footer: { blocks: true, holds: [], attributes: {} },

  p: {
    block: true,
    text: true,
    holds: [],
    attributes: {
      ...placed,
      ...style,
      indent: 'number',
      left: 'number',
      right: 'number',
      together: yes,
      'max-lines': 'number',
    },
  },
  h1: { block: true, text: true, holds: [], attributes: { ...placed, ...style } },
  h2: { block: true, text: true, holds: [], attributes: { ...placed, ...style } },
  h3: { block: true, text: true, holds: [], attributes: { ...placed, ...style } },
  list: {
    block: true,
    holds: ['item'],
    attributes: { ...placed, ...style, ordered: yes, left: 'number', 'label-width': 'number' },
  },
  item: { blocks: true, text: true, holds: [], attributes: { label: 'text' } },
  table: {
    block: true,
    holds: ['head', 'tr', 'continuation'],
    attributes: {
      ...placed,
      ...style,
      columns: 'columns',
      borders: ['all', 'outer', 'rows', 'none'],
      padding: 'number',
      summary: 'text',
    },
    required: ['columns'],
  },
  head: { holds: ['tr'], attributes: {} },
  continuation: inline,
  tr: { holds: ['td', 'th'], attributes: { 'min-height': 'number' } },
  td: {
    blocks: true,
    text: true,
    holds: [],
    attributes: { ...style, colspan: 'number', rowspan: 'number', valign: ['top', 'middle', 'bottom'] },
  },
  th: {
    blocks: true,
    text: true,
    holds: [],
    attributes: { ...style, colspan: 'number', rowspan: 'number', valign: ['top', 'middle', 'bottom'] },
  },
  columns: {
    block: true,
    blocks: true,
    holds: ['row'],
    attributes: { ...placed, ...style, gap: 'number', divider: yes, shares: 'numbers', langs: ['kk ru', 'ru kk'] },
  },
  row: { holds: ['left', 'right'], attributes: { before: 'number', valign: ['top', 'middle'] } },
  left: { blocks: true, holds: [], attributes: {} },
  right: { blocks: true, holds: [], attributes: {} },
  rule: { block: true, holds: [], attributes: { ...placed, thickness: 'number', width: 'number', align: sides } },
  cut: { block: true, text: true, holds: [], attributes: { ...placed } },
  boxes: {
    block: true,
    holds: ['box-row'],
    attributes: { ...placed, ...style, columns: 'columns' },
    required: ['columns'],
  },
  'box-row': { holds: ['box'], attributes: { 'min-height': 'number' } },
  box: { blocks: true, holds: ['caption'], attributes: { number: 'text', colspan: 'number', rowspan: 'number' } },
  caption: inline,
  barcode: {
    block: true,
    holds: [],
    attributes: { ...placed, value: 'text', alt: 'text', width: 'number', height: 'number', print: yes, align: sides },
    required: ['value', 'alt'],
  },
  qr: {
    block: true,
    holds: [],
    attributes: { ...placed, value: 'text', alt: 'text', width: 'number', align: sides },
    required: ['value', 'alt'],
  },
  signature: { block: true, holds: ['post', 'name', 'caption'], attributes: { ...placed, ...style } },
  'electronic-signature': {
    block: true,
    blocks: true,
    holds: [],
    attributes: { ...placed, ...style, label: 'text', form: ['embedded', 'detached'] },
    required: ['label', 'form'],
  },
  post: inline,
  name: inline,
  seal: {
    block: true,
    holds: [],
    attributes: { ...placed, label: 'text', size: 'number', align: sides, lang: language },
    required: ['label'],
  },
  field: {
    block: true,
    holds: ['label', 'value', 'caption'],
    attributes: { ...placed, ...style, 'label-width': 'number', lines: 'number' },
  },
  label: inline,
  value: inline,
  checkbox: {
    block: true,
    text: true,
    holds: [],
    attributes: { ...placed, ...style, checked: yes, left: 'number' },
    required: ['checked'],
  },
  space: { block: true, holds: [], attributes: { height: 'number' }, required: ['height'] },
  'page-break': { block: true, holds: [], attributes: { numbers: ['on', 'anew'] } },
  emblem: {
    block: true,
    holds: [],
    attributes: { ...placed, width: 'number', height: 'number', align: sides, alt: 'text' },
    required: ['width', 'height', 'alt'],
  },
  group: {
    block: true,
    blocks: true,
    holds: [],
    attributes: {
      ...placed,
      ...style,
      together: yes,
      'max-height': 'number',
      left: 'number',
      right: 'number',
      width: 'number',
      position: sides,
      border: yes,
    },
  },

  b: inline,
  i: inline,
  u: inline,
  small: { holds: [], text: true, attributes: { size: 'number' } },
  lang: { holds: [], text: true, attributes: { is: language }, required: ['is'] },
  br: { holds: [], attributes: {} },
  'page-number': { holds: [], attributes: {} },
  'page-count': { holds: [], attributes: {} },
} as const satisfies Readonly<Record<string, ElementRule>>;

export type ElementName = keyof typeof elements;

const inlineNames: readonly string[] = ['b', 'i', 'u', 'small', 'lang', 'br', 'page-number', 'page-count'];
export const isInline = (name: ElementName): boolean => inlineNames.includes(name);
export const ruleOf = (name: ElementName): ElementRule => elements[name];
