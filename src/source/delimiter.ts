const delimiters = [',', ';', '\t'] as const;

/** The delimiter that cuts the first lines most evenly; undefined where none of them stands in the heading. */
export function guessDelimiter(head: string): string | undefined {
  const lines = head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const count = (line: string, mark: string) => line.replace(/"(?:[^"]|"")*"/g, '').split(mark).length - 1;
  let best: { mark: string; score: number } | undefined;
  for (const mark of delimiters) {
    const wanted = count(lines[0] ?? '', mark);
    if (wanted === 0) continue;
    const score = (lines.filter((line) => count(line, mark) === wanted).length / lines.length) * 1000 + wanted;
    if (!best || score > best.score) best = { mark, score };
  }
  return best?.mark;
}
