import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressesIn, loadLibrary } from '../../src/jobs/regulations.ts';
import { clauseDifferences, clausesOf, type ClauseMaking } from '../../src/process/index.ts';
import { bare, tokens } from '../../src/text/index.ts';
import { bookletTexts } from '../helpers/booklet.ts';
import { importFile, regulationsOf } from '../helpers/agreement.ts';

const { library } = loadLibrary('.', addressesIn('.'));
const texts = bookletTexts();

/** The conversion made Russian letters of some Kazakh ones; what was repaired is marked in the data. */
const folded = (text: string): string => {
  const letters: Readonly<Record<string, string>> = { қ: 'к', ң: 'н', ғ: 'г', ұ: 'у', ү: 'у', ө: 'о', ә: 'а', і: 'и' };
  return bare(text).replace(/[қңғұүөәі]/g, (letter) => letters[letter] ?? letter);
};

/** Whether a text holds the words of another, as often: the conversion moved words of links, and one paragraph tells two steps. */
function holds(text: string, words: string): boolean {
  const left = tokens(text);
  return tokens(words).every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** The clauses that follow from the process are the act's own clauses, but for what the report says. */
describe('derived clauses and the text of the act', () => {
  for (const { address, regulation, act } of library.regulations)
    it(address, () => {
      const lines = readFileSync(join(dirname(act.tree.file), 'source.txt'), 'utf8').split('\n');
      const { clauses: words, lost } = texts[regulation.lang];
      const textOf = (from: number, to: number): string =>
        lines
          .slice(from - 1, to)
          .join(' ')
          .normalize('NFC');
      const linesOf = (from: number, to: number): string => bare(textOf(from, to));
      const says: ClauseMaking['says'] = ([from, to], term) => linesOf(from, to).includes(bare(term));
      const making: ClauseMaking = { regulation, lang: regulation.lang, words: { ...words, lost }, says };
      let compared = 0;
      const foreign: string[] = [];
      for (const { parts, place } of clausesOf(making))
        for (const part of parts) {
          const different = new Set(
            (clauseDifferences(part, making) ?? []).map((one) => ('label' in one ? one.label : '')),
          );
          for (const item of part.items) {
            const told = part.telling?.items.find(({ step }) => step === item.step);
            if (!told?.src || different.has(item.label)) continue;
            compared += 1;
            const said = folded(textOf(...told.src));
            // Behind its own words stand terms; the act may say them elsewhere in the sentence.
            const own =
              item.terms.length === 1 ? item.lines[0]?.slice(0, -` – ${item.terms[0] ?? ''}`.length) : item.lines[0];
            if (!said.includes(folded(own ?? '')) && !holds(textOf(...told.src), own ?? ''))
              foreign.push(`${place} ${item.label}`);
          }
        }
      expect(compared).toBeGreaterThan(3);
      expect(foreign).toEqual([]);
    });
});

it('the importer sees that steps stand under numbers of items', () => {
  const regulations = regulationsOf(importFile('regulations/zhambyl-62-2013/source.txt'));
  const [told] = regulations;
  expect(told?.tellings.filter(({ kind }) => kind === 'clause').map(({ enumerated }) => enumerated)).toEqual([
    true,
    true,
  ]);
});
