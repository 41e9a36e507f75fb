import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handMade, handMadeAct } from '../helpers/agreement.ts';
import { columnsNotAlike } from '../helpers/columns.ts';
import {
  abbreviationsNotHeld,
  addressesNotThere,
  factsOfAct,
  outsideNotAsSaid,
  readTerm,
  servicesNotAsListed,
  termsNotAsSaid,
} from '../helpers/facts.ts';
import { appendicesNotNumbered, entriesNotNumbered, stepsNotNumbered, symbolsNotAsSaid } from '../helpers/numbers.ts';
import {
  actorsNotNamed,
  branchesReversed,
  drawingsNotAlike,
  lanesNotAlike,
  mistakesNotKept,
  namesNotThere,
  outcomesNotAsSaid,
  stepsNotTold,
} from '../helpers/reading.ts';

/** What the data hold as numbers, dates, codes and places in a table, held against the words of the act. */
const root = 'regulations';
const acts = readdirSync(root).filter((name) => existsSync(join(root, name, 'act.yaml')));

describe.each(acts)('%s', (name) => {
  const lines = readFileSync(join(root, name, 'source.txt'), 'utf8').split('\n');
  const act = handMadeAct(join(root, name));
  it('numbers and dates of the act stand on their lines', () => {
    expect(factsOfAct(act, lines)).toEqual([]);
    expect(entriesNotNumbered(act, lines)).toEqual([]);
    expect(servicesNotAsListed(act)).toEqual([]);
  });

  const regulations = handMade(join(root, name));
  it('drawings of sister regulations agree', () => expect(drawingsNotAlike(regulations)).toEqual([]));

  describe.each(regulations)('regulation $number', (regulation) => {
    it('each column of a table holds what the data give for its step', () =>
      expect(columnsNotAlike(regulation, lines)).toEqual([]));
    it('each term means what its words say', () => {
      expect(termsNotAsSaid(regulation)).toEqual([]);
      expect(outsideNotAsSaid(regulation, lines)).toEqual([]);
    });
    it('who acts in a step is named there, or marked as inferred', () => {
      expect(actorsNotNamed(regulation)).toEqual([]);
      expect(namesNotThere(regulation, lines)).toEqual([]);
    });
    it('every step is told, corrected mistakes are kept, a refusal is behind «no»', () => {
      expect(stepsNotTold(regulation)).toEqual([]);
      expect(mistakesNotKept(regulation)).toEqual([]);
      expect(branchesReversed(regulation)).toEqual([]);
    });
    it('lanes and outcomes are those that the act shows and names', () => {
      expect(lanesNotAlike(regulation)).toEqual([]);
      expect(outcomesNotAsSaid(regulation)).toEqual([]);
    });
    it('numbers are printed where the data say', () => {
      expect(entriesNotNumbered(regulation, lines)).toEqual([]);
      expect(stepsNotNumbered(regulation, lines)).toEqual([]);
      expect(appendicesNotNumbered(regulation, lines)).toEqual([]);
    });
    it('addresses, abbreviations and symbols are those of the act', () => {
      expect(abbreviationsNotHeld(regulation, lines)).toEqual([]);
      expect(addressesNotThere(regulation, lines)).toEqual([]);
      expect(symbolsNotAsSaid(regulation)).toEqual([]);
    });
  });
});

describe('the words of a term', () => {
  it.each([
    ['10–15 мин', { amount: [10, 15], unit: 'minute', bound: 'exact', from: false }],
    ['1,5 мин', { amount: 1.5, unit: 'minute', bound: 'exact', from: false }],
    ['в день поступления', { amount: 0, unit: 'day', dayKind: 'unstated', bound: 'same-day', from: false }],
    [
      'в течение 30 календарных дней со дня предоставления образца товара (15 минут)',
      { amount: 30, unit: 'day', dayKind: 'calendar', bound: 'at-most', from: true },
    ],
  ])('%s', (raw, meant) => expect(readTerm(raw)).toEqual(meant));
});
