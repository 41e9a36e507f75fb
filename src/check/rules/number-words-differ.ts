import { diagnostic } from '../../diagnostics/index.ts';
import { numberFromWords } from '../../text/index.ts';
import { placeName, textsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** A number in figures and the same number in words agree: not «7 (девять)». */
export const numberWordsDiffer: Rule = {
  *regulation(subject) {
    const seen = new Set<string>();
    for (const { pointer, text } of textsOf(subject.tree.data)) {
      for (const [, digits = '', words = ''] of text.matchAll(/(\d{1,3})\s*\(([\p{L}\s]{3,30})\)/gu)) {
        const written = numberFromWords(words, subject.regulation.lang);
        // «30 (на начало …)» and the like are no numbers in words.
        if (!written || written.words !== words.trim().toLowerCase() || written.value === Number(digits)) continue;
        if (seen.has(`${digits} ${words}`)) continue;
        seen.add(`${digits} ${words}`);
        yield diagnostic(
          'number-words-differ',
          { place: placeName(subject, pointer), number: digits, words },
          placeIn(subject, ...pointer),
        );
      }
    }
  },
};
