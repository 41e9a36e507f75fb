import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Act, Regulation } from '../../src/model/index.ts';
import { handMade, handMadeAct } from '../helpers/agreement.ts';
import { comparisons, comparisonsOfAct } from '../helpers/comparisons.ts';
import { readTerm } from '../helpers/facts.ts';
import { mutationsOfActs, mutationsOfRegulations } from '../helpers/mutations.ts';
import { isMadeOf } from '../helpers/words.ts';

/** The data held against the words of the acts, by rules that know nothing of a single act. */
const root = 'regulations';
const loaded = readdirSync(root)
  .filter((name) => existsSync(join(root, name, 'act.yaml')))
  .map((name) => ({
    name,
    act: handMadeAct(join(root, name)),
    regulations: handMade(join(root, name)),
    lines: readFileSync(join(root, name, 'source.txt'), 'utf8').split('\n'),
  }));
const loadedAs = (name: string) => {
  const found = loaded.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe.each(loaded)('$name', ({ act, regulations, lines }) => {
  it.each(Object.entries(comparisonsOfAct))('%s', (_, compare) => expect(compare(act, lines, regulations)).toEqual([]));
  describe.each(regulations)('regulation $number', (regulation) => {
    it.each(Object.entries(comparisons))('%s', (_, compare) => expect(compare(regulation, lines)).toEqual([]));
  });
});

describe('a change of the data is found', () => {
  it.each(mutationsOfRegulations)('$what', ({ act: name, number, change, by }) => {
    const { regulations, lines } = loadedAs(name);
    const changed = structuredClone(regulations.find((one) => one.number === number));
    if (!changed) throw new Error(number);
    change(changed);
    expect(Regulation.safeParse(changed).success).toBe(true);
    expect(comparisons[by]?.(changed, lines)).not.toEqual([]);
  });
  it.each(mutationsOfActs)('$what', ({ act: name, change, by }) => {
    const { act, regulations, lines } = loadedAs(name);
    const changed = structuredClone({ act, regulations });
    change(changed.act, changed.regulations);
    expect(Act.safeParse(changed.act).success).toBe(true);
    expect(comparisonsOfAct[by]?.(changed.act, lines, changed.regulations)).not.toEqual([]);
  });
});

describe('the words of a term', () => {
  it.each([
    ['10–15 мин', { amount: [10, 15], unit: 'minute', bound: 'exact', from: false }],
    ['1,5 мин', { amount: 1.5, unit: 'minute', bound: 'exact', from: false }],
    ['в день поступления', { amount: 0, unit: 'day', dayKind: 'unstated', bound: 'same-day', from: false }],
    ['в срок, указанный в расписке', { amount: null, unit: null, bound: 'exact', from: false }],
    [
      'в течение 30 календарных дней со дня предоставления образца товара (15 минут)',
      { amount: 30, unit: 'day', dayKind: 'calendar', bound: 'at-most', from: true },
    ],
  ])('%s', (raw, meant) => expect(readTerm(raw)).toEqual(meant));
});

describe('a torn text', () => {
  it('is put together from its pieces, without a foreign letter', () => {
    const among = ['мониқұрутуралыхабар', 'ламаныжіберу'];
    expect(isMadeOf('құрутуралыхабарламаны', among)).toBe(true);
    expect(isMadeOf('кұрутуралыхабарламаны', among)).toBe(false);
  });
});
