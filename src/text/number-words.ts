import type { Language } from './language.ts';

/** Russian numerals by the beginning that all their cases share; longer beginnings first. */
const russian: readonly (readonly [stem: RegExp, value: number])[] = [
  [/^девяност/, 90],
  [/^восьмидесят|^восемьдесят/, 80],
  [/^семидесят|^семьдесят/, 70],
  [/^шестидесят|^шестьдесят/, 60],
  [/^пятидесят|^пятьдесят/, 50],
  [/^сорок/, 40],
  [/^тридцат/, 30],
  [/^двадцат/, 20],
  [/^девятнадцат/, 19],
  [/^восемнадцат/, 18],
  [/^семнадцат/, 17],
  [/^шестнадцат/, 16],
  [/^пятнадцат/, 15],
  [/^четырнадцат/, 14],
  [/^тринадцат/, 13],
  [/^двенадцат/, 12],
  [/^одиннадцат/, 11],
  [/^десят/, 10],
  [/^девят/, 9],
  [/^восьм|^восемь/, 8],
  [/^семь$|^семи$/, 7],
  [/^шест/, 6],
  [/^пять$|^пяти$/, 5],
  [/^четыр/, 4],
  [/^три$|^тр[её]х$/, 3],
  [/^два$|^двух$|^две$/, 2],
  [/^один$|^одного$|^одной$|^одна$|^одну$/, 1],
];

const kazakh: Readonly<Record<string, number>> = {
  бір: 1,
  екі: 2,
  үш: 3,
  төрт: 4,
  бес: 5,
  алты: 6,
  жеті: 7,
  сегіз: 8,
  тоғыз: 9,
  он: 10,
  жиырма: 20,
  отыз: 30,
  қырық: 40,
  елу: 50,
  алпыс: 60,
  жетпіс: 70,
  сексен: 80,
  тоқсан: 90,
};

const valueOf = (word: string, lang: Language): number | undefined =>
  lang === 'kk' ? kazakh[word] : russian.find(([stem]) => stem.test(word))?.[1];

/** The first number below a hundred written in words, in any case: «двадцати одного» 21, «он бес» 15. */
export function numberFromWords(
  text: string,
  lang: Language,
): { readonly value: number; readonly words: string } | undefined {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  for (const [index, word] of words.entries()) {
    const first = valueOf(word, lang);
    if (first === undefined) continue;
    const next = words[index + 1];
    const second = next === undefined ? undefined : valueOf(next, lang);
    const joins =
      second !== undefined && second < 10 && first >= 10 && first % 10 === 0 && (first > 10 || lang === 'kk');
    return joins ? { value: first + second, words: `${word} ${next}` } : { value: first, words: word };
  }
  return undefined;
}
