/** A run of words that both texts have, or that only the earlier or only the later one has. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One sign for each of the ways in which quotes, dashes and spaces are written: conversions and typists differ in them. */
export const typographic = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[«»“”„"]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Beyond this many pairs of words the middle of two texts is shown as replaced whole. */
const MOST = 4_000_000;

/** How long the longest common run of words is from each pair of places on; the table of the classical algorithm. */
function commonFrom(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1;
  const table = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] =
        left[i] === right[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return table;
}

type Steps = { kind: WordRun['kind']; word: string }[];

function middle(left: readonly string[], right: readonly string[], keys: readonly [string[], string[]]): Steps {
  const removed = (word: string) => ({ kind: 'removed', word }) as const;
  const added = (word: string) => ({ kind: 'added', word }) as const;
  const [from, to] = keys;
  if (left.length * right.length > MOST) return [...left.map(removed), ...right.map(added)];
  const table = commonFrom(from, to);
  const width = right.length + 1;
  const steps: Steps = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && from[i] === to[j]) {
      steps.push({ kind: 'same', word: right[j] ?? '' });
      i += 1;
      j += 1;
    } else if (
      j >= right.length ||
      (i < left.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      steps.push(removed(left[i] ?? ''));
      i += 1;
    } else {
      steps.push(added(right[j] ?? ''));
      j += 1;
    }
  }
  return steps;
}

/** Removed words before added ones wherever they stand together, and each run in one piece. */
function runsOf(steps: Steps): WordRun[] {
  const runs: WordRun[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const flush = (): void => {
    if (removed.length > 0) runs.push({ kind: 'removed', text: removed.join(' ') });
    if (added.length > 0) runs.push({ kind: 'added', text: added.join(' ') });
    [removed, added] = [[], []];
  };
  let same: string[] = [];
  for (const { kind, word } of steps) {
    if (kind === 'same') {
      flush();
      same.push(word);
      continue;
    }
    if (same.length > 0) runs.push({ kind: 'same', text: same.join(' ') });
    same = [];
    (kind === 'removed' ? removed : added).push(word);
  }
  flush();
  if (same.length > 0) runs.push({ kind: 'same', text: same.join(' ') });
  return runs;
}

/** What became of a text, word by word, as the longest common run of words tells it; typography is set aside. */
export function wordDiff(before: string, after: string): WordRun[] {
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
  const [left, right] = [words(before), words(after)];
  const keys: [string[], string[]] = [left.map(typographic), right.map(typographic)];
  const [from, to] = keys;
  let start = 0;
  while (start < left.length && start < right.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const cut = <T>(list: readonly T[]): T[] => list.slice(start, list.length - end);
  const same = (word: string) => ({ kind: 'same', word }) as const;
  return runsOf([
    ...right.slice(0, start).map(same),
    ...middle(cut(left), cut(right), [cut(from), cut(to)]),
    ...right.slice(right.length - end).map(same),
  ]);
}
