import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { FontSet } from '../text/metrics.ts';
import type { Align, Language, TextStyle } from './block.ts';
import type { LetterStyle, Numbers } from './inline.ts';
import type { Item, Tag, TagId } from './page.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;
/** A length in points as the millimetres a person is told, one decimal. */
export const toMm = (points: number): number => Math.round((points / mm) * 10) / 10;

/** What is told of a place on the page besides ink; coordinates as in `Item`. */
export type Mark =
  | { readonly kind: 'outline'; readonly title: string; readonly level: number; readonly y: number }
  | {
      readonly kind: 'anchor';
      readonly name: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly field: 'text' | 'check' | 'signature';
      readonly checked?: boolean;
      readonly label: string;
      readonly tag: TagId;
    };

/** A slice of a document that no page end divides. Items: x on the page, y from the top of the slice. */
export interface Strip {
  readonly height: number;
  /** Space above; none at the top of a page. */
  readonly before: number;
  /** The next strip must stand on the same page. */
  readonly keep: boolean;
  /** Where a strip that is higher than any page came from. */
  readonly at?: Place;
  readonly items: readonly Item[];
  readonly marks?: readonly Mark[];
  /** Set again at the top of a page that begins with this strip. */
  readonly head?: readonly Strip[];
  /** Begins a page; `anew` counts pages from 1 again. */
  readonly newPage?: true | 'anew';
}

export interface Flow {
  readonly strips: readonly Strip[];
  /** Space wanted below the last strip. */
  readonly after: number;
}

/** How text is set here, with nothing left open. */
export interface Style extends LetterStyle {
  readonly leading: number;
  readonly align: Align;
  readonly hyphenate: boolean;
}

/** What is collected on the way: the reading order and the faults. */
export interface Book {
  readonly tags: Tag[];
  readonly findings: Diagnostic[];
}

export interface Context {
  readonly fonts: FontSet;
  readonly style: Style;
  /** Left edge on the page and width of the column, in points. */
  readonly x: number;
  readonly width: number;
  /** Height of the page between header and footer. */
  readonly room: number;
  readonly tag: TagId;
  readonly numbers?: Numbers;
  readonly at?: Place;
  readonly book: Book;
}

/** The style inside a block that states some of it. */
export function styled(style: Style, stated: TextStyle): Style {
  const { sizePt, leading, align, bold, italic, lang, hyphenate } = stated;
  if ((sizePt ?? leading ?? align ?? bold ?? italic ?? lang ?? hyphenate) === undefined) return style;
  return {
    sizePt: sizePt ?? style.sizePt,
    leading: leading ?? style.leading,
    align: align ?? style.align,
    bold: bold ?? style.bold,
    italic: italic ?? style.italic,
    lang: lang ?? style.lang,
    hyphenate: hyphenate ?? style.hyphenate,
  };
}

/** A new element of the reading order inside the context's; page furniture has none. */
export function tagged(context: Context, tag: Omit<Tag, 'parent'>): TagId {
  if (context.tag === null) return null;
  return context.book.tags.push({ ...tag, parent: context.tag }) - 1;
}

/** The language to state on a tag: only where it differs from what is around. */
export const langOf = (context: Context, lang: Language): { lang?: Language } =>
  lang === context.style.lang ? {} : { lang };

/** The item moved by dx, dy. */
export function moved(item: Item, dx: number, dy: number): Item {
  if (dx === 0 && dy === 0) return item;
  if (item.kind === 'line') {
    const runs = dx === 0 ? item.runs : item.runs.map((run) => ({ ...run, x: run.x + dx }));
    return { kind: 'line', y: item.y + dy, runs, tag: item.tag };
  }
  if (item.kind === 'rule') return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/** The item as page furniture: not part of the reading order. */
export function silent(item: Item): Item {
  if (item.kind === 'path') {
    const { figure: _figure, ...bare } = item;
    return bare;
  }
  if (item.kind === 'line') {
    const runs = item.runs.map(({ tag: _tag, ...run }) => run);
    return { ...item, runs, tag: null };
  }
  return 'tag' in item ? { ...item, tag: null } : item;
}

/** Adds what the strips show, one below the other, the first at `top`; gives where they end. */
export function join(flow: Flow, top: number, items: Item[], marks: Mark[]): number {
  let y = top;
  flow.strips.forEach((strip, index) => {
    if (index > 0) y += strip.before;
    for (const item of strip.items) items.push(moved(item, 0, y));
    if (strip.marks) for (const mark of strip.marks) marks.push({ ...mark, y: mark.y + y });
    y += strip.height;
  });
  return y;
}

/** All strips as one that no page end divides. */
export function joined(flow: Flow, more: Partial<Strip> = {}): Strip {
  const items: Item[] = [];
  const marks: Mark[] = [];
  const y = join(flow, 0, items, marks);
  return { height: y, before: flow.strips[0]?.before ?? 0, keep: false, items, marks, ...more };
}

/** Height of a flow without the space above and below it. */
export const heightOf = (flow: Flow): number =>
  flow.strips.reduce((sum, strip, index) => sum + strip.height + (index > 0 ? strip.before : 0), 0);

/** The strip moved down inside itself. */
export const lowered = (strip: Strip, dy: number): Strip => ({
  ...strip,
  items: strip.items.map((item) => moved(item, 0, dy)),
  ...(strip.marks ? { marks: strip.marks.map((mark) => ({ ...mark, y: mark.y + dy })) } : {}),
});
