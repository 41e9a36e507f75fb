/** Letters to insert, delete, replace or swap to make one word of the other. */
function distance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of left.entries()) {
    const current = [row + 1];
    for (const [column, other] of right.entries()) {
      const same = letter === other ? 0 : 1;
      let best = Math.min((previous[column] ?? 0) + same, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      if (row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === other)
        best = Math.min(best, (beforePrevious[column - 1] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** The names most like the one given, best first, for «did you mean …»; none if nothing is near. */
export function nearest(name: string, names: Iterable<string>, count = 3): string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length * 0.4));
  return [...new Set(names)]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const part = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
      return { candidate, far: part ? Math.min(1, distance(wanted, other)) : distance(wanted, other) };
    })
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** The same as one text for a hint, empty if nothing is near. */
export const nearestText = (name: string, names: Iterable<string>): string => nearest(name, names).join(', ');
