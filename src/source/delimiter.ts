const delimiters = [',', ';', '\t'] as const;
/** What it weighs, in thousandths of the lines, that a mark stands in the first line: most often it is the heading. */
const IN_FIRST = 100;

/**
 * The delimiter that cuts the first lines most evenly; undefined where none of them stands in any. A title above the heading
 * is outvoted by the lines below it; what is quoted does not count.
 */
export function guessDelimiter(head: string): string | undefined {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best: { mark: string; score: number } | undefined;
  for (const mark of delimiters) {
    const counts = lines.map((line) => line.split(mark).length - 1);
    for (const count of new Set(counts.filter((one) => one > 0))) {
      const score =
        (counts.filter((one) => one === count).length / lines.length) * 1000 + count + (counts[0] ? IN_FIRST : 0);
      if (!best || score > best.score) best = { mark, score };
    }
  }
  return best?.mark;
}
