/** Latin letters that look like Cyrillic ones; a word that mixes both alphabets was mistyped or misread. */
const alike: Readonly<Record<string, string>> = {
  A: 'А',
  a: 'а',
  B: 'В',
  C: 'С',
  c: 'с',
  E: 'Е',
  e: 'е',
  H: 'Н',
  I: 'І',
  i: 'і',
  K: 'К',
  k: 'к',
  M: 'М',
  O: 'О',
  o: 'о',
  P: 'Р',
  p: 'р',
  T: 'Т',
  X: 'Х',
  x: 'х',
  Y: 'У',
  y: 'у',
  h: 'һ',
  ə: 'ә',
  Ə: 'Ә',
  ɵ: 'ө',
  Ɵ: 'Ө',
  u: 'и',
  n: 'п',
  r: 'г',
  m: 'т',
};
const certain = /^[AaBCcEeHIiKkMOoPpTXxYyhəƏɵƟ]+$/u;
const mixed = /[\p{L}]*(?:[A-Za-zəƏɵƟ][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zəƏɵƟ])[\p{L}]*/gu;
const lone = /(?<=[\u0400-\u04ff][,»)]? )[ceoaciykpx](?= [\u0400-\u04ff«])/gu;

const toCyrillic = (text: string): string => text.replace(/[A-Za-zəƏɵƟ]/gu, (letter) => alike[letter] ?? letter);

/** Turns Latin look-alikes inside Cyrillic words, and lone ones between Cyrillic words, into Cyrillic letters. */
export function unmixLetters(text: string): string {
  if (!/[A-Za-zəƏɵƟ]/u.test(text)) return text;
  return text
    .replace(mixed, (word) => {
      const latin = word.replace(/[^A-Za-zəƏɵƟ]/gu, '');
      return certain.test(latin) ? toCyrillic(word) : word;
    })
    .replace(lone, toCyrillic);
}
