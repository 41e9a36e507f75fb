/** How often each word stands in the text, in small letters; single letters are not counted. */
export interface Dictionary {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Bounded: one letter repeated by millions is no word and would exhaust the matcher. */
const word = /\p{L}[\p{L}\d]{0,80}(?:-\p{L}[\p{L}\d]{0,80}){0,8}/gu;
/** Enough words to know the language of a text; a longer text only repeats them. */
const LIMIT = 200_000;

/** What heads an act and its parts; a conversion that spaces all its headings leaves them nowhere whole. */
const headings = [
  'приложение',
  'регламент',
  'утвердить',
  'утвержден',
  'приказываю',
  'постановляет',
  'министр',
  'глава',
];
const headingsKk = ['қосымша', 'регламенті', 'бұйырамын', 'бекітілсін', 'бекітілген', 'министрі', 'тарау', 'кесте'];

/** The words of the text itself, and those of headings: the only dictionary of word borders, so any subject and both languages are served. */
export function dictionaryOf(texts: Iterable<string>): Dictionary {
  const counts = new Map<string, number>([...headings, ...headingsKk].map((one) => [one, 1]));
  let total = 0;
  for (const text of texts) {
    for (const [found] of text.matchAll(word)) {
      if (found.length < 2) continue;
      const small = found.toLowerCase();
      counts.set(small, (counts.get(small) ?? 0) + 1);
      total += 1;
    }
    if (total > LIMIT) break;
  }
  return { counts, total };
}

/** Words of one letter. Kazakh has none. */
export const singles = new Set(['а', 'в', 'и', 'к', 'о', 'с', 'у', 'я']);
const LONGEST = 36;
const UNKNOWN = 9;
const UNKNOWN_LETTER = 3;
const SINGLE = 7;

function costOf(piece: string, { counts, total }: Dictionary): number {
  const count = counts.get(piece);
  if (count !== undefined) return Math.log((total + 1) / count) + 1;
  if (piece.length === 1 && singles.has(piece)) return SINGLE;
  return UNKNOWN + UNKNOWN_LETTER * piece.length;
}

/**
 * Letters without spaces -> words, by the dictionary: the division with the least cost, where a known word costs the logarithm of its
 * rarity and unknown letters cost by their number. Time is linear in the length (words are bounded).
 */
export function divide(letters: string, dictionary: Dictionary): string[] {
  const lower = letters.toLowerCase();
  const small = lower.length === letters.length ? lower : letters;
  const best: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= small.length; end += 1) {
    best[end] = Infinity;
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const cost = (best[start] ?? Infinity) + costOf(small.slice(start, end), dictionary);
      if (cost < (best[end] ?? Infinity)) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  const words: string[] = [];
  for (let end = small.length; end > 0; end = from[end] ?? 0) words.unshift(letters.slice(from[end] ?? 0, end));
  return words;
}

/** Enough words in the text to tell that a word is none. */
const ENOUGH = 3000;

/** Whether any word of a text stands elsewhere too; of invented letters at the edge of a page none does. */
export function isReadable(text: string, { counts, total }: Dictionary): boolean {
  const words = [...text.matchAll(word)].map(([found]) => found.toLowerCase()).filter((found) => found.length > 2);
  if (words.length === 0 || total < ENOUGH) return true;
  return words.some((found) => (counts.get(found) ?? 0) > 1);
}
