/** Letters that recognition takes for each other, Cyrillic and Latin: one sign for each group of look-alikes. */
const looks = ['ийлмнпцчшщыnmuhilw', 'гтrt', 'вжзкхэясszxkvcb', 'адad', 'бьъg6', 'ефёe', 'оюo', 'рp', 'уy'];
const look = (word: string): string =>
  [...word.toLowerCase()]
    .flatMap((letter) => looks.findIndex((group) => group.includes(letter)))
    .filter((group) => group >= 0)
    .join('');

function longestCommon(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const before = row;
    row = [0];
    for (let j = 1; j <= b.length; j++)
      row.push(b[j - 1] === letter ? (before[j - 1] ?? 0) + 1 : Math.max(before[j] ?? 0, row[j - 1] ?? 0));
  }
  return row.at(-1) ?? 0;
}

/** Whether recognised lines (Latin letters for Cyrillic ones) show the words of a text, by the look of the letters; digits are themselves. */
export function resembles(text: string, lines: readonly string[]): boolean {
  const recognised = lines.join(' ').split(/[^\p{L}\d]+/u);
  if (!(text.match(/\d+/g) ?? []).every((number) => recognised.includes(number))) return false;
  const tokens = recognised.filter((token) => /[a-z\d]/i.test(token)).map(look);
  const words = text
    .split(/[^\p{L}]+/u)
    .map(look)
    .filter((word) => word !== '');
  const likeness = (word: string): number =>
    Math.max(
      0,
      ...tokens
        .filter((token) => token.length <= word.length * 1.5 + 1)
        .map((token) => longestCommon(word, token) / word.length),
    );
  return words.reduce((sum, word) => sum + likeness(word), 0) / words.length >= 0.55;
}
