import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographic, wordDiff } from '../../../src/text/index.ts';

const text = fc
  .array(fc.constantFrom('а', 'б', 'в', 'г', '«д»', '"д"', '–', '-'), { maxLength: 14 })
  .map((list) => list.join(' '));
const joined = (kinds: readonly string[], runs: ReturnType<typeof wordDiff>): string =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map((run) => run.text)
    .join(' ');

describe('words that went and came', () => {
  it('give both texts back, typography apart', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        expect(typographic(joined(['same', 'removed'], runs))).toBe(typographic(before));
        expect(joined(['same', 'added'], runs)).toBe(after);
      }),
    );
  });

  it('of a text with itself there are none', () => {
    expect(wordDiff('в течение «15» минут', 'в течение "15" минут').map(({ kind }) => kind)).toEqual(['same']);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('stand together, what went before what came', () => {
    expect(wordDiff('руководство услугодателя подписывает', 'руководитель услугодателя срочно подписывает')).toEqual([
      { kind: 'removed', text: 'руководство' },
      { kind: 'added', text: 'руководитель' },
      { kind: 'same', text: 'услугодателя' },
      { kind: 'added', text: 'срочно' },
      { kind: 'same', text: 'подписывает' },
    ]);
  });

  it('do not take the memory of the machine where texts are huge', () => {
    const before = Array.from({ length: 6000 }, (_, index) => `а${index}`).join(' ');
    const after = Array.from({ length: 6000 }, (_, index) => `б${index}`).join(' ');
    expect(wordDiff(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
