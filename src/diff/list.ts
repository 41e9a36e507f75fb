import type { Pointer } from '../diagnostics/index.ts';
import type { FlowName } from '../model/index.ts';
import { stem, tokens, typographic } from '../text/index.ts';
import { align, type Pair } from './align.ts';
import type { Change, Difference, Field, Part, Thing } from './difference.ts';

/** What a field says and how it is compared. */
export interface Said {
  /** As it is shown: null is lost; undefined, nothing is said. */
  readonly shown: string | null | undefined;
  /** Equal keys are no change; the words without their typography, unless given. */
  readonly key?: string;
  /** Shown instead where the words are the same and the keys differ. */
  readonly detail?: string;
}

/** One of the fields that occur many times in an entry, as cells do: `where` tells it from the others, `label` is for people. */
export interface Repeated extends Said {
  readonly field: Field;
  readonly where: string;
  readonly label: string;
}

/** An entry of a list in the form in which all lists are compared. */
export interface Listed {
  readonly label: string;
  readonly pointer: Pointer;
  /** Its words, where the label does not hold them. */
  readonly full?: string;
  /** The words by which the entry is recognised. */
  readonly words: string;
  /** The stable name in the file, where there is one: entries that share it are alike. */
  readonly id?: string;
  /** Entries of different sorts are never the same thing. */
  readonly sort?: string;
  readonly fields: Partial<Record<Field, Said>>;
  readonly more?: readonly Repeated[];
}

/** Lists whose order only follows the text that they were gathered from. */
const unordered: ReadonlySet<Part> = new Set(['abbreviation']);
/** What a shared id is worth beside the words. */
const worthOfId = 0.7;

const keyOf = ({ shown, key }: Said): string =>
  key ?? (shown === undefined ? '' : shown === null ? '\u0000' : typographic(shown));

/** A change of one field; undefined where it says the same. */
export function changeOf(
  field: Field,
  old: Said | undefined,
  now: Said | undefined,
  where?: string,
): Change | undefined {
  const [before, after] = [old ?? { shown: undefined }, now ?? { shown: undefined }];
  if (keyOf(before) === keyOf(after)) return undefined;
  const alike = before.shown === after.shown;
  const show = (said: Said): string | null | undefined => (alike ? (said.detail ?? said.shown) : said.shown);
  const [was, is] = [show(before), show(after)];
  return {
    field,
    ...(where === undefined ? {} : { where }),
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
}

export function changesOf(old: Listed, now: Listed): Change[] {
  const names = new Set([...Object.keys(old.fields), ...Object.keys(now.fields)]) as Set<Field>;
  const [before, after] = [old, now].map(({ more = [] }) => new Map(more.map((one) => [one.where, one])));
  const repeated = [...new Map([...(before ?? []), ...(after ?? [])]).values()].map(({ where, field, label }) =>
    changeOf(field, before?.get(where), after?.get(where), label),
  );
  return [...[...names].map((field) => changeOf(field, old.fields[field], now.fields[field])), ...repeated].filter(
    (change) => change !== undefined,
  );
}

/** Long enough to tell «услугодатель» from «услугополучатель», short enough to lose what Kazakh adds to a stem. */
const longestStem = 7;
const roots = (text: string): string[] => tokens(text).map((word) => stem(word).slice(0, longestStem));

/**
 * How alike two texts are (Dice's coefficient over multisets of stems), where a word counts the more the fewer of the
 * given texts have it: what every step of a regulation says tells none of them from the others.
 */
export function likenessAmong(texts: readonly string[]): (a: string, b: string) => number {
  const counted = new Map<string, Map<string, number>>();
  const common = new Map<string, number>();
  const countsOf = (text: string): Map<string, number> => {
    const known = counted.get(text);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const root of roots(text)) counts.set(root, (counts.get(root) ?? 0) + 1);
    counted.set(text, counts);
    return counts;
  };
  for (const text of texts) for (const root of countsOf(text).keys()) common.set(root, (common.get(root) ?? 0) + 1);
  const weight = (root: string): number => Math.log(1 + texts.length / (common.get(root) ?? 1));
  const totals = new Map<string, number>();
  const totalOf = (text: string): number => {
    const known = totals.get(text);
    if (known !== undefined) return known;
    const total = [...countsOf(text)].reduce((sum, [root, count]) => sum + weight(root) * count, 0);
    totals.set(text, total);
    return total;
  };
  return (a, b) => {
    const whole = totalOf(a) + totalOf(b);
    if (whole === 0) return a === b ? 1 : 0;
    // In an order of its own, so that (a, b) and (b, a) round alike.
    const [one, other] = a < b ? [countsOf(a), countsOf(b)] : [countsOf(b), countsOf(a)];
    let both = 0;
    for (const [root, count] of one) {
      const also = other.get(root);
      if (also !== undefined) both += weight(root) * Math.min(count, also);
    }
    return (2 * both) / whole;
  };
}

export function pairsOf(old: readonly Listed[], now: readonly Listed[]): Pair[] {
  const alike = likenessAmong([...old, ...now].map(({ words }) => words));
  return align(old, now, {
    key: ({ words, id = '', sort = '', label }) => `${sort}\n${id}\n${typographic(words || label)}`,
    likeness: (a, b) => {
      if (a.sort !== b.sort) return 0;
      return Math.max(alike(a.words, b.words), a.id !== undefined && a.id === b.id ? worthOfId : 0);
    },
  });
}

const thing = ({ label, pointer, full }: Listed): Thing => ({
  label,
  pointer,
  ...(full === undefined ? {} : { text: full }),
});

/** What became of the entries of a list: in the order of the new one, what is gone where it stood. */
export function listDifferences(
  part: Part,
  old: readonly Listed[],
  now: readonly Listed[],
  pairs: readonly Pair[] = pairsOf(old, now),
  flow?: FlowName,
): Difference[] {
  const common = { part, ...(flow === undefined ? {} : { flow }) };
  const gone = new Map(old.map((entry, index) => [index, entry]));
  for (const pair of pairs) gone.delete(pair.old);
  const pairOf = new Map(pairs.map((pair) => [pair.now, pair]));
  const found: Difference[] = [];
  const removeUpTo = (end: number): void => {
    for (const [index, entry] of gone) {
      if (index >= end) continue;
      gone.delete(index);
      found.push({ ...common, kind: 'removed', before: thing(entry), changes: [] });
    }
  };
  for (const [index, entry] of now.entries()) {
    const pair = pairOf.get(index);
    const before = pair && old[pair.old];
    if (!before) {
      found.push({ ...common, kind: 'added', after: thing(entry), changes: [] });
      continue;
    }
    if (!pair.moved) removeUpTo(pair.old);
    const changes = changesOf(before, entry);
    const moved = pair.moved && !unordered.has(part);
    if (changes.length === 0 && !moved) continue;
    const ends = { before: thing(before), after: thing(entry) };
    found.push({ ...common, kind: 'changed', ...ends, ...(moved ? { moved: true } : {}), changes });
  }
  removeUpTo(old.length);
  return found;
}
