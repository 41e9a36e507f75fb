/** Words in lower case without punctuation. */
export const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
const endings =
  /(?:ыми|ими|ого|его|ому|ему|ами|ями|иях|ием|ах|ях|ых|их|ый|ий|ой|ая|яя|ое|ее|ом|ем|ым|им|ей|ов|ев|ью|[аяыиуюеоьй])$/u;
/** A word without its Russian ending: crude, but the same on both sides of a comparison. */
export const stem = (word: string): string => {
  const cut = word.replace(endings, '');
  return cut.length >= 2 ? cut : word;
};
export const stems = (text: string): string[] => tokens(text).map(stem);
/** Letters and digits only, lower case: equality of texts whatever their spacing, quotes and dashes. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** The share of words that two texts have in common (Dice's coefficient over multisets of stems). */
export function likeness(a: string, b: string): number {
  const [left, right] = [stems(a), stems(b)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) {
      common++;
      counts.set(word, count - 1);
    }
  }
  return (2 * common) / (left.length + right.length);
}
