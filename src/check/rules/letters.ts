import { diagnostic } from '../../diagnostics/index.ts';
import { brief, isDamaged, placeName, textsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** A text with single spaces between words and none before a comma or inside brackets: a mend that is always certain. */
export const mendSpacing = (text: string): string =>
  text
    .replace(/(?<=\S) {2,}(?=\S)/gu, ' ')
    .replace(/(?<=[\p{L}\d»)]) +(?=[,;](?:\s|$))/gu, '')
    .replace(/(?<=[(«]) +(?=[\p{L}\d])/gu, '')
    .replace(/(?<=[\p{L}\d.]) +(?=[)»])/gu, '');

const mixed = /(?=\p{L}*[A-Za-z])(?=\p{L}*[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі])\p{L}{2,}/gu;

/** No word mixes two alphabets, quotes come in pairs, and spaces stand where type wants them. */
export const letters: Rule = {
  *regulation(subject) {
    for (const { pointer, text } of textsOf(subject.tree.data)) {
      if (pointer[0] === 'marks' || isDamaged(subject, pointer)) continue;
      const place = placeName(subject, pointer);
      for (const [word] of text.matchAll(mixed))
        yield diagnostic('alphabet-mixed', { place, word }, placeIn(subject, ...pointer));
      if (mendSpacing(text) !== text)
        yield diagnostic('spacing', { place, text: brief(text) }, placeIn(subject, ...pointer));
      const [open, close, plain] = [/«/g, /»/g, /"/g].map((sign) => (text.match(sign) ?? []).length);
      // A title that closes two quotations at once is printed with one sign: «… «Е-лицензирование»; that is custom.
      const off = (open ?? 0) < (close ?? 0) || plain === 1 || ((open ?? 0) > 0 && (close ?? 0) === 0);
      if (off) yield diagnostic('quotes-unbalanced', { place, text: brief(text) }, placeIn(subject, ...pointer));
    }
  },
};
