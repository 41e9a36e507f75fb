import { emptyCells, sumBy } from './cube.ts';
import type { CubeRow } from './cube.ts';
import { SMALL, type Edition, type Question, type ReportModel } from './report.ts';
import { benjaminiHochberg, countsOf, equalityP, type Counts } from './statistics.ts';
import { cellsOfPeriod, folds, type GroupDimension } from './groups.ts';
import { isSmall, publish } from './suppress.ts';

/** One group in both periods; `p` and `adjusted` where both have answers enough to be compared. */
export interface Change<K> {
  readonly key: K;
  readonly before: Counts;
  readonly after: Counts;
  readonly p?: number;
  readonly adjusted?: number;
}

interface Source {
  readonly cube: readonly CubeRow[];
  readonly edition: Edition;
}

/** What the public edition may show of a group by itself; everything in the internal one. */
function mayShow<K extends string | number>(
  edition: Edition,
  sums: ReadonlyMap<K, readonly number[]>,
): (key: K) => boolean {
  if (edition === 'internal') return () => true;
  const shown = new Set(publish([...sums].map(([id, cells]) => ({ id, cells }))).shown.map(({ id }) => id));
  return (key) => shown.has(key);
}

/**
 * The groups of both periods for one question, those with at least ten answers in both first: only they are tested, and
 * together they are the family over which Benjamini and Hochberg correct.
 */
export function changesBy<K extends string | number>(
  { cube, edition }: Source,
  question: Question,
  keyOf: (row: CubeRow) => K,
): readonly Change<K>[] {
  const before = sumBy(cube, (row) => (row.previous ? keyOf(row) : undefined));
  const after = sumBy(cube, (row) => (row.previous ? undefined : keyOf(row)));
  const [shownBefore, shownAfter] = [mayShow(edition, before), mayShow(edition, after)];
  const pairs = [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => shownBefore(key) && shownAfter(key))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => ({
      key,
      before: countsOf(before.get(key) ?? emptyCells(), question),
      after: countsOf(after.get(key) ?? emptyCells(), question),
    }));
  const enough = (pair: Change<K>) => pair.before.n >= SMALL && pair.after.n >= SMALL;
  const tested = pairs.filter(enough);
  const ps = tested.map((pair) => equalityP(pair.before, pair.after) ?? 1);
  const adjusted = benjaminiHochberg(ps);
  return [
    ...tested.map((pair, index) => ({ ...pair, p: ps[index] ?? 1, adjusted: adjusted[index] ?? 1 })),
    ...pairs.filter((pair) => !enough(pair)),
  ];
}

/** By which groups the two periods are compared. Acts that a service hidden in either could be subtracted from are not. */
export const comparedDimensions = (model: ReportModel): readonly GroupDimension[] => [
  'service',
  ...(folds(model, 'service') || folds(model, 'service', true) ? [] : ['act' as const]),
  'region',
  'channel',
  'language',
];

/** Whether the previous period may be shown: in the public edition only where enough people answered in it. */
export function showsPrevious(model: ReportModel): boolean {
  const cells = cellsOfPeriod(model, true);
  if (model.previous === undefined || cells.every((count) => count === 0)) return false;
  return model.edition === 'internal' || !isSmall({ cells });
}
