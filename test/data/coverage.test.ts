import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { coverageOf } from '../helpers/comparison/coverage.ts';
import { readTerm } from '../helpers/comparison/facts.ts';
import { comparisons, comparisonsOfAct } from '../helpers/comparison/index.ts';
import { resembles } from '../helpers/comparison/likeness.ts';

/** The data held against the words of the acts, both ways, by rules that know nothing of a single act. */
const { library } = loadLibrary('.');

describe.each(library.acts)('$id', ({ id, act }) => {
  const regulations = library.regulations.filter((one) => one.act.id === id);
  const lines = readFileSync(join('regulations', id, 'source.txt'), 'utf8').split('\n');
  it.each(Object.entries(comparisonsOfAct))('%s', (_, compare) => expect(compare(act, lines, regulations)).toEqual([]));
  describe.each(regulations)('$service', ({ regulation }) => {
    it.each(Object.entries(comparisons))('%s', (_, compare) => expect(compare(regulation, lines)).toEqual([]));
  });
});

describe('the comparison', () => {
  const source = ['1. Услуга оказывается комитетом.', 'процедура 1 – специалист регистрирует;'];
  const compare = (data: object): ReturnType<typeof coverageOf> => coverageOf(data, [], source, [1, 2]);
  it('finds a word that the text does not have, and the words that it has instead', () => {
    const { wrong, missing } = compare({ text: 'Услуга оказывается министерством' });
    expect(wrong).toEqual(['/text: not in the text: Услуга оказывается министерством']);
    expect(missing).toEqual(['1: 1услугаоказываетсякомитетом', '2: процедура1специалистрегистрирует']);
  });
  it('stays silent where only spacing, quotes and case differ', () => {
    expect(compare({ text: 'у с л у г а  оказывается «комитетом»' }).wrong).toEqual([]);
  });
  it('takes recognised Latin letters for the Cyrillic ones they look like, and nothing else', () => {
    const recognised = ['Perncrpamns Pacesorperme Tloxmmcane', 'sasreHns SR paspemerx', '1 paGosmit', 'zems'];
    expect(resembles('Регистрация заявления', recognised)).toBe(true);
    expect(resembles('1 рабочий день', recognised)).toBe(true);
    expect(resembles('2 рабочих дня', recognised)).toBe(false);
    expect(resembles('Уведомление об отказе', recognised)).toBe(false);
    expect(resembles('Регистрация заявления', ['Регистрация заявления'])).toBe(false);
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
