/** Two entries that are one and the same thing before and after, by their places; `moved` stands out of the common order. */
export interface Pair {
  readonly old: number;
  readonly now: number;
  readonly moved: boolean;
}

/** How things are told apart and recognised; all of it must give the same for (a, b) and (b, a). */
export interface Recognition<T> {
  /** 0 (nothing in common) … 1 (the same). */
  readonly likeness: (old: T, now: T) => number;
  /** What makes an entry itself: entries with the same key are the same whatever surrounds them. */
  readonly key: (entry: T) => string;
}

/** Entries less alike than this are two things. */
const alike = 0.45;
/** Out of the common order, more is asked. */
const alikeElsewhere = 0.62;
/** Beyond this many possible pairs only entries that are the same to the letter are recognised. */
const MOST = 1_000_000;

type Found = readonly [old: number, now: number];

/** The pairs in common order whose likenesses (squared, so that one true pair outweighs two false ones) sum to the most. */
function inOrder(rows: number, columns: number, gain: (row: number, column: number) => number): Found[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const apart = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const value = gain(i, j);
      best[i * width + j] = value > 0 ? Math.max(apart, value + (best[(i + 1) * width + j + 1] ?? 0)) : apart;
    }
  const found: Found[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = best[i * width + j] ?? 0;
    const value = gain(i, j);
    if (value > 0 && here === value + (best[(i + 1) * width + j + 1] ?? 0)) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i += 1;
    else j += 1;
  }
  return found;
}

/** What stands elsewhere now: of the entries that found no partner in order, the likest pairs first. */
function elsewhere(
  found: readonly Found[],
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
): Found[] {
  const [taken, given] = [new Set(found.map(([i]) => i)), new Set(found.map(([, j]) => j))];
  const left = Array.from({ length: rows }, (_, i) => i).filter((i) => !taken.has(i));
  const right = Array.from({ length: columns }, (_, j) => j).filter((j) => !given.has(j));
  const candidates = left
    .flatMap((i) => right.map((j) => ({ i, j, value: likeness(i, j) })))
    .filter(({ value }) => value >= alikeElsewhere)
    .sort((a, b) => b.value - a.value || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j);
  const moved: Found[] = [];
  for (const { i, j } of candidates) {
    if (taken.has(i) || given.has(j)) continue;
    taken.add(i);
    given.add(j);
    moved.push([i, j]);
  }
  return moved;
}

/** Entries with the same key, the first of them with the first, where both lists have equally many. */
function sameKeys(left: readonly string[], right: readonly string[]): Found[] {
  const placesOf = (keys: readonly string[]): Map<string, number[]> => {
    const places = new Map<string, number[]>();
    for (const [index, key] of keys.entries()) {
      const known = places.get(key);
      if (known) known.push(index);
      else places.set(key, [index]);
    }
    return places;
  };
  const there = placesOf(right);
  return [...placesOf(left)].flatMap(([key, places]) => {
    const others = there.get(key) ?? [];
    return places.length === others.length ? places.map((i, nth): Found => [i, others[nth] ?? 0]) : [];
  });
}

/** The places that no pair takes. */
const rest = (length: number, taken: readonly number[]): number[] => {
  const known = new Set(taken);
  return Array.from({ length }, (_, index) => index).filter((index) => !known.has(index));
};

/** The longest run of pairs whose order is common; found has one pair per old place, in their order. */
function unmoved(found: readonly Found[]): Set<Found> {
  // tails[n] ends the run of n + 1 pairs that ends earliest; before[i] is what stands before the pair i in its run.
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, [, now]] of found.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[tails[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = index;
  }
  const kept = new Set<Found>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) {
    const pair = found[index];
    if (pair) kept.add(pair);
  }
  return kept;
}

/** Same keys -> the rest in common order -> what is left, wherever it stands now -> which of them moved. */
function alignOneWay<T>(old: readonly T[], now: readonly T[], recognition: Recognition<T>): Pair[] {
  const same = sameKeys(old.map(recognition.key), now.map(recognition.key));
  const left = rest(
    old.length,
    same.map(([i]) => i),
  );
  const right = rest(
    now.length,
    same.map(([, j]) => j),
  );
  const likenessAt = (i: number, j: number): number => {
    const [before, after] = [old[i], now[j]];
    return before === undefined || after === undefined ? 0 : recognition.likeness(before, after);
  };
  const isBounded = left.length * right.length <= MOST;
  const likenesses = left.map((i) =>
    isBounded ? Float64Array.from(right, (j) => likenessAt(i, j)) : new Float64Array(),
  );
  const likeness = (i: number, j: number): number => likenesses[i]?.[j] ?? 0;
  const common = isBounded
    ? inOrder(left.length, right.length, (i, j) => (likeness(i, j) >= alike ? likeness(i, j) ** 2 : 0))
    : [];
  const others = isBounded ? elsewhere(common, left.length, right.length, likeness) : [];
  const weighed = [...common, ...others].map(([i, j]): Found => [left[i] ?? 0, right[j] ?? 0]);
  const found = [...same, ...weighed].sort(([a], [b]) => a - b);
  const kept = unmoved(found);
  return found.map((pair) => ({ old: pair[0], now: pair[1], moved: !kept.has(pair) }));
}

/**
 * Which entries of two lists are the same things, by their content and their order, never by their numbers. A thing that
 * went elsewhere is found too. Looking from now to old gives the same pairs: the lists are compared in an order of their own.
 */
export function align<T>(old: readonly T[], now: readonly T[], recognition: Recognition<T>): Pair[] {
  const turned = JSON.stringify(old.map(recognition.key)) > JSON.stringify(now.map(recognition.key));
  if (!turned) return alignOneWay(old, now, recognition);
  return alignOneWay(now, old, recognition)
    .map((pair) => ({ old: pair.now, now: pair.old, moved: pair.moved }))
    .sort((a, b) => a.old - b.old);
}
