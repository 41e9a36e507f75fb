import russian from 'hyphen/ru/index.js';

const softHyphen = '\u00AD';
const vowels = new Set('аәеёиоөуұүыіэюя');
const signs = new Set('ьъ');
const cachedWords = 10_000;
const known = new Map<string, readonly number[]>();

/** In Kazakh «у» and «и» after a vowel are consonants: жа-уап, жа-уап-ты; after a consonant they are vowels: ту-ра-лы. */
const isVowel = (word: string, index: number): boolean => {
  const letter = word[index] ?? '';
  if (!vowels.has(letter)) return false;
  return !((letter === 'у' || letter === 'и') && vowels.has(word[index - 1] ?? ''));
};

/** One vowel makes a syllable and takes one consonant before it: рес-пуб-ли-ка-сы-ның, рұқ-сат-тар. */
function kazakh(word: string): number[] {
  const places: number[] = [];
  let last = -1;
  for (let index = 0; index < word.length; index++) {
    if (!isVowel(word, index)) continue;
    if (last >= 0) {
      const place = index - last > 1 ? index - 1 : index;
      if (!signs.has(word[place] ?? '')) places.push(place);
    }
    last = index;
  }
  return places;
}

function byPatterns(word: string): number[] {
  const places: number[] = [];
  let letters = 0;
  for (const character of russian.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 5 })) {
    if (character === softHyphen) places.push(letters);
    else letters += 1;
  }
  return places;
}

/**
 * Where a word of letters may be divided: numbers of letters before the hyphen. At least two letters stay and three go over.
 * Russian by the patterns of TeX, Kazakh by syllables. Words in capitals, short words and foreign letters give nothing.
 */
export function divisions(word: string, lang: 'kk' | 'ru'): readonly number[] {
  if (word.length < 5 || !/^\p{Script=Cyrillic}\p{Ll}+$/u.test(word)) return [];
  const key = `${lang}${word}`;
  const before = known.get(key);
  if (before) return before;
  const lower = word.toLowerCase();
  const places = (lang === 'kk' ? kazakh(lower) : byPatterns(lower)).filter(
    (place) => place >= 2 && word.length - place >= 3,
  );
  if (known.size >= cachedWords) known.clear();
  known.set(key, places);
  return places;
}
