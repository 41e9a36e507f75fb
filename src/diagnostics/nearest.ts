/**
 * The number of single-letter edits between two words (Levenshtein 1966). Beyond `most` it is not counted further: only cells
 * that near the diagonal can lead to less (E. Ukkonen, Information and Control 64 (1985) 100-118).
 */
export function distance(a: string, b: string, most = Infinity): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(Infinity);
    next[0] = i;
    const last = Math.min(b.length, i + most);
    let least = i;
    for (let j = Math.max(1, i - most); j <= last; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const edits = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return least;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Up to three of the known names that a mistyped one may have meant, the likeliest first. */
export function nearest(name: string, known: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(name.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= limit || (name.length > 3 && candidate.includes(name)))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
