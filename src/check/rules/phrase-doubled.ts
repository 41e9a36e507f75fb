import { diagnostic } from '../../diagnostics/index.ts';
import { stem } from '../../text/index.ts';
import { isDamaged, placeName, textsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** A phrase that stands twice in a row, whatever its endings: «2 рабочих дней рабочего дня». */
export function doubledPhrase(text: string): string | undefined {
  const words = text.match(/[\p{L}]+|[^\p{L}\s]+/gu) ?? [];
  const root = (index: number): string => {
    const word = words[index]?.toLowerCase() ?? '';
    return /\p{L}{3}/u.test(word) ? (/^д(?:ень|ня|ней)$/u.test(word) ? 'день' : stem(word)) : '';
  };
  for (let index = 0; index < words.length; index++) {
    const [a, b, c, d] = [root(index), root(index + 1), root(index + 2), root(index + 3)];
    if (a !== '' && b !== '' && a === c && b === d) return words.slice(index, index + 4).join(' ');
    const once = words[index]?.toLowerCase();
    if (a.length >= 4 && once === words[index + 1]?.toLowerCase()) return words.slice(index, index + 2).join(' ');
  }
  return undefined;
}

/** No phrase of the act says the same twice in a row. */
export const phraseDoubled: Rule = {
  *regulation(subject) {
    const seen = new Set<string>();
    for (const { pointer, text } of textsOf(subject.tree.data)) {
      const phrase = doubledPhrase(text);
      if (phrase === undefined || seen.has(phrase) || pointer[0] === 'marks' || isDamaged(subject, pointer)) continue;
      seen.add(phrase);
      yield diagnostic('phrase-doubled', { place: placeName(subject, pointer), phrase }, placeIn(subject, ...pointer));
    }
  },
};
