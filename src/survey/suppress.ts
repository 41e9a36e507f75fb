import { emptyCells } from './cube.ts';
import { SMALL } from './report.ts';
import { countsOf } from './statistics.ts';

interface Counted {
  readonly cells: readonly number[];
}

/** `id`: by what the groups of a dimension are told apart, the same wherever they are published. */
interface Identified extends Counted {
  readonly id: string | number;
}

/** A group that may not be shown by itself: under ten answers to either question. */
export const isSmall = ({ cells }: Counted): boolean =>
  countsOf(cells, 'quality').n < SMALL || countsOf(cells, 'accessibility').n < SMALL;

export const sumCells = (groups: readonly Counted[]): number[] =>
  groups.reduce((sum, { cells }) => sum.map((count, cell) => count + (cells[cell] ?? 0)), emptyCells());

const size = ({ cells }: Counted): number => cells.reduce((sum, count) => sum + count, 0);

/**
 * Divides groups into those that are published and those folded into one line. One small group alone could be had by
 * subtracting the others from the total, so it takes the next smallest with it; together they must be no small group.
 * (Complementary suppression; L. Willenborg, T. de Waal, «Elements of Statistical Disclosure Control», 2001, ch. 4.)
 *
 * Of groups of one size the first by `id` is taken, never the first in the list: two tables that folded different groups
 * would give away both.
 */
export function publish<T extends Identified>(
  groups: readonly T[],
): { readonly shown: readonly T[]; readonly folded: readonly T[] } {
  const some = groups.filter((group) => size(group) > 0);
  const folded = new Set(some.filter(isSmall));
  const rest = some.filter((group) => !folded.has(group)).sort((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1));
  while (folded.size > 0 && rest.length > 0 && (folded.size < 2 || isSmall({ cells: sumCells([...folded]) }))) {
    const next = rest.shift();
    if (next) folded.add(next);
  }
  return { shown: some.filter((group) => !folded.has(group)), folded: [...folded] };
}
