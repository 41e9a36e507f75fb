import type { Align, ColumnWidth, Table, TableCell, TextStyle } from '../layout/index.ts';
import type { Language } from '../model/text.ts';
import type { Element } from './markup.ts';

/** What the attributes of checked markup say, as the layout wants it; what is absent stays absent. */
export type Attributes = Element['attributes'];

/** The entries that are not undefined: an absent attribute leaves no key behind. */
type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
export function present<T extends Record<string, unknown>>(entries: T): Present<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Present<T>;
}

export const number = (attributes: Attributes, name: string): number | undefined => {
  const value = attributes[name];
  return value === undefined ? undefined : Number(value);
};
export const flag = (attributes: Attributes, name: string): boolean | undefined => {
  const value = attributes[name];
  return value === undefined ? undefined : value === 'yes';
};
const one =
  <T extends string>(words: readonly T[]) =>
  (attributes: Attributes, name: string): T | undefined =>
    words.find((word) => word === attributes[name]);

const alignOf = one<Align>(['left', 'right', 'center', 'justify']);
export const sideOf = one(['left', 'center', 'right']);
export const languageOf = one<Language>(['kk', 'ru']);
export const bordersOf = one<NonNullable<Table['borders']>>(['all', 'outer', 'rows', 'none']);
export const rowValignOf = one(['top', 'middle']);
export const valignOf = one<NonNullable<TableCell['valign']>>(['top', 'middle', 'bottom']);

export const styleOf = (a: Attributes): Present<TextStyle> =>
  present({
    sizePt: number(a, 'size'),
    leading: number(a, 'leading'),
    align: alignOf(a, 'align'),
    bold: flag(a, 'bold'),
    italic: flag(a, 'italic'),
    lang: languageOf(a, 'lang'),
    hyphenate: flag(a, 'hyphenate'),
  });

export const placedOf = (a: Attributes) =>
  present({ before: number(a, 'before'), after: number(a, 'after'), keepWithNext: flag(a, 'keep') });

export function columnsOf(a: Attributes): ColumnWidth[] {
  return (a['columns'] ?? '1*')
    .split(' ')
    .map((width) => (width.endsWith('*') ? { share: Number(width.slice(0, -1)) } : { width: Number(width) }));
}
