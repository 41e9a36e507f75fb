import type { Regulation } from '../../model/index.ts';
import type { Clause, Part } from '../outline.ts';
import { type ClauseRole } from '../words/clauses.ts';
import { hereafter } from '../words/sentences.ts';
import { bare, place, restOf, srcOf, type Context } from './context.ts';
import { roleOfClause } from './flows.ts';

type Glossary = NonNullable<Regulation['glossary']>;

/** Roles whose lists are taken apart elsewhere and are not repeated in the clause. */
const apart: ReadonlySet<ClauseRole> = new Set([
  'glossary',
  'units',
  'requirements',
  'technical',
  'results',
  'steps',
  'repeated',
  'portal-recipient',
  'portal-provider',
]);

/** The clauses in their order: words, items and further paragraphs that no other part of the file has. */
export function clausesOf(part: Part, context: Context): Regulation['clauses'] {
  return part.clauses.map((clause) => {
    const role = roleOfClause(clause);
    place(context, [clause.paragraph]);
    const own = clause.entries.filter(
      ({ paragraph }) => !context.placed.has(paragraph) && !(role && apart.has(role) && paragraph.head.kind === 'item'),
    );
    const items = own.flatMap(({ paragraph, more }) => {
      if (paragraph.head.kind !== 'item') return [];
      place(context, [paragraph, ...more]);
      const text = bare([paragraph.head.rest, ...more.map((one) => one.text)].join(' '));
      return text === '' ? [] : [{ n: paragraph.head.number, text, src: srcOf(paragraph, more) }];
    });
    const more = own.flatMap(({ paragraph, more: following }) => {
      if (paragraph.head.kind === 'item') return [];
      place(context, [paragraph, ...following]);
      return [paragraph, ...following].map((one) => ({ text: one.text, src: srcOf(one) }));
    });
    return {
      n: clause.number,
      text: restOf(clause.paragraph),
      ...(items.length > 0 ? { items } : {}),
      ...(more.length > 0 ? { more } : {}),
      src: srcOf(
        clause.paragraph,
        own.flatMap((entry) => [entry.paragraph, ...entry.more]),
      ),
    };
  });
}

/** «1) термин (далее – АБ) – определение»: the first dash outside brackets and quotes divides. */
export function glossaryOf(clause: Clause, context: Context): Glossary {
  return clause.entries.flatMap(({ paragraph, more }) => {
    const { head } = paragraph;
    if (head.kind !== 'item' && head.kind !== 'step') return [];
    place(context, [paragraph, ...more]);
    const whole = bare([restOf(paragraph), ...more.map((one) => one.text)].join(' '));
    const at = divider(whole);
    const term = at < 0 ? whole : whole.slice(0, at).trim();
    const definition = at < 0 ? null : whole.slice(at).replace(/^\s*[-–—]\s*/u, '');
    const abbreviation = [...whole.matchAll(hereafter)].at(-1)?.[1]?.trim();
    const bareTerm = term.replace(hereafter, '').replace(/\s+/g, ' ').trim();
    const entry = {
      n: head.kind === 'step' ? (head.item ?? head.number) : head.number,
      term: bareTerm,
      definition,
      src: srcOf(paragraph, more),
    };
    return [abbreviation === undefined ? entry : { ...entry, abbreviation }];
  });
}

function divider(text: string): number {
  let brackets = 0;
  let quotes = 0;
  for (let at = 0; at < Math.min(text.length, 600); at += 1) {
    const sign = text[at] ?? '';
    if (sign === '(') brackets += 1;
    else if (sign === ')') brackets -= 1;
    else if (sign === '«') quotes += 1;
    else if (sign === '»') quotes -= 1;
    else if (brackets <= 0 && quotes <= 0 && /^\s[-–—]\s/u.test(text.slice(at, at + 3))) return at;
  }
  return -1;
}

export const numberedOf = (clause: Clause, context: Context): { n: string; text: string; src: [number, number] }[] =>
  clause.entries.flatMap(({ paragraph, more }) => {
    if (paragraph.head.kind !== 'item') return [];
    place(context, [paragraph, ...more]);
    const text = bare([paragraph.head.rest, ...more.map((one) => one.text)].join(' '));
    const [from, to] = srcOf(paragraph, more);
    return [{ n: paragraph.head.number, text, src: [from, to] satisfies [number, number] }];
  });
