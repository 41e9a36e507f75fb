import { diagnostic, nearest, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { Language } from '../model/text.ts';
import { columnsOf, isWording, leavesOf, type Column } from './columns.ts';
import type { Field } from './fields.ts';
import type { Words } from '../model/words.ts';
import { plain } from './plain.ts';

/** The heading of a column in a language. */
export function headingOf(column: Column, words: Words, language: Language): string {
  const word = words.say(`column:${column.leaf.name}`, language);
  return column.language ? `${word} ${words.say(`in:${column.language}`, language)}` : word;
}

/** Every heading by which a column may be called. */
function headingsOf(column: Column, words: Words): string[] {
  const names = words.all(`column:${column.leaf.name}`).slice(1);
  if (!column.language) return [column.name, ...names];
  const marks = words.all(`in:${column.language}`).slice(1);
  return [column.name, ...names.flatMap((name) => marks.map((mark) => `${name} ${mark}`))];
}

/** Columns by everything they may be called. */
export class Headings {
  readonly columns: readonly Column[];
  private readonly byName = new Map<string, Column>();
  /** Headings as they are written, by their plain form. */
  private readonly written = new Map<string, string>();
  private readonly words: Words;

  constructor(fields: readonly Field[], words: Words) {
    this.words = words;
    this.columns = columnsOf(fields);
    // The own name goes before what others are called.
    for (const column of this.columns) this.byName.set(plain(column.name), column);
    for (const column of this.columns)
      for (const name of headingsOf(column, words)) {
        const key = plain(name);
        if (!this.byName.has(key)) this.byName.set(key, column);
        if (!this.written.has(key)) this.written.set(key, name);
      }
  }

  find(heading: string): Column | undefined {
    return this.byName.get(plain(heading));
  }

  near(heading: string): string {
    return nearest(plain(heading), this.byName.keys())
      .map((name) => this.written.get(name) ?? name)
      .join(', ');
  }

  /** How a column is called in messages: the words of both languages and its own name. */
  call(leafName: string): string {
    const key = `column:${leafName}`;
    const [ru, kk] = [this.words.say(key, 'ru'), this.words.say(key, 'kk')];
    return `«${ru === kk ? ru : `${ru} / ${kk}`}» (${leafName})`;
  }
}

/** Headings that stand over remarks: a running number, or what begins with a hash sign. */
const isRemark = (heading: string): boolean =>
  heading.startsWith('#') || /^(?:№|№ ?п[/.]?п\.?|р[/.]?с\.?|№ ?р[/.]?с\.?)$/.test(plain(heading));

/** What stands in a column: a field, a remark to be passed over, or nothing at all. */
export type Heading = Column | 'remark' | 'empty';

/**
 * Headings -> columns. `own` is the user's map: heading -> own name, or `-` for what is passed over. Faults:
 * `column-unknown` with the nearest names, `column-doubled`.
 */
export function mapHeadings(
  names: readonly string[],
  headings: Headings,
  own: ReadonlyMap<string, string>,
  placeOf: (column: number) => Place,
): { columns: Heading[]; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const seen = new Map<string, number>();
  const columns = names.map((name, index): Heading => {
    if (name.trim() === '') return 'empty';
    const called = own.get(plain(name)) ?? name;
    if (called === '-' || (called === name && isRemark(name))) return 'remark';
    const column = headings.find(called);
    if (!column) {
      findings.push(diagnostic('column-unknown', { heading: name, near: headings.near(called) }, placeOf(index)));
      return 'remark';
    }
    const first = seen.get(column.name);
    if (first === undefined) seen.set(column.name, index);
    else
      findings.push(
        diagnostic('column-doubled', { heading: name, other: names[first] ?? '', name: column.name }, placeOf(index), {
          related: [placeOf(first)],
        }),
      );
    return column;
  });
  return { columns, findings };
}

/** Whether a field has a column: a wording has one already where it has one for one of the languages. */
const hasColumn = (field: Field, present: ReadonlySet<string>): boolean =>
  leavesOf([field]).some(({ name }) => present.has(name));

/** The required fields that no column holds, by own names; of alternatives those that come nearest to being whole. */
export function missingColumns(fields: readonly Field[], present: ReadonlySet<string>): string[] {
  return fields.flatMap((field): string[] => {
    if (field.kind === 'leaf') return field.required && !present.has(field.name) ? [field.name] : [];
    if (field.kind === 'list') return [];
    if (!field.required && !hasColumn(field, present)) return [];
    if (field.kind === 'group') return missingColumns(field.members, present);
    const options = [...field.options.values()].map((option) => missingColumns(option, present));
    return options.sort((one, other) => one.length - other.length)[0] ?? [];
  });
}

export const presentLeaves = (columns: readonly Heading[]): Set<string> =>
  new Set(columns.flatMap((column) => (typeof column === 'object' ? [column.leaf.name] : [])));

export { isWording };
