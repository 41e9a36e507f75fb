import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { Act, Regulation } from '../../src/model/index.ts';
import { mutationsOfRegulations } from '../helpers/comparison/changes.ts';
import { mutationsOfActs } from '../helpers/comparison/changes-of-acts.ts';
import type { Filed } from '../helpers/comparison/declared.ts';
import { comparisons, comparisonsOfAct } from '../helpers/comparison/index.ts';
import { slipsOf } from '../helpers/comparison/slips.ts';

/** Changes of the real data that test/data/coverage.test.ts must find. */
const { library } = loadLibrary('.');
const linesOf = (act: string): string[] => readFileSync(join('regulations', act, 'source.txt'), 'utf8').split('\n');
const regulationsOf = (act: string): Filed[] =>
  library.regulations.flatMap(({ act: { id }, service, regulation }) =>
    id === act ? [{ service, regulation: structuredClone(regulation) }] : [],
  );

describe('a change is found by the comparison that is there for it', () => {
  it.each(mutationsOfRegulations)('$what', ({ act, number, change, by }) => {
    const changed = regulationsOf(act).find(({ regulation }) => regulation.number === number)?.regulation;
    if (!changed) throw new Error(number);
    change(changed);
    expect(Regulation.safeParse(changed).success).toBe(true);
    expect(comparisons[by]?.(changed, linesOf(act))).not.toEqual([]);
  });
  it.each(mutationsOfActs)('$what', ({ act: name, change, by }) => {
    const act = structuredClone(library.acts.find(({ id }) => id === name)?.act);
    if (!act) throw new Error(name);
    const regulations = regulationsOf(name);
    change(act, regulations);
    expect(Act.safeParse(act).success).toBe(true);
    expect(comparisonsOfAct[by]?.(act, linesOf(name), regulations)).not.toEqual([]);
  });
  it('there is a change for every comparison', () => {
    const tried = (mutations: readonly { by: string }[]): string[] =>
      [...new Set(mutations.map(({ by }) => by))].sort();
    expect(tried(mutationsOfRegulations)).toEqual(Object.keys(comparisons).sort());
    expect(tried(mutationsOfActs)).toEqual(Object.keys(comparisonsOfAct).sort());
  });
});

/**
 * Every slip of the hand in one file: each word, entry, number, term, unit, follower and pair of cells in turn. `SLIPS=all`
 * goes through all files and prints what is not found; a few changes stay possible there, where the act says a thing twice
 * or names two parties in one sentence.
 */
describe('every slip is found', () => {
  const isAll = process.env['SLIPS'] === 'all';
  const chosen = library.regulations.filter(({ address }) => isAll || address === 'mint-102-2014/transit-permit');
  it.each(chosen)(
    '$address',
    ({ act, regulation }) => {
      const lines = linesOf(act.id);
      const isFound = (changed: Regulation): boolean =>
        Object.values(comparisons).some((compare) => compare(changed, lines).length > 0);
      const slips = [...slipsOf(regulation)].filter((_, index) => isAll || index % 3 === 0);
      const lost = slips.filter(({ changed }) => !isFound(changed)).map(({ what }) => what);
      if (isAll) console.log(`${regulation.title as string}: ${slips.length}, not found ${lost.length}`, lost);
      else expect(lost).toEqual([]);
    },
    600_000,
  );
});
