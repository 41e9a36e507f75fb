import { diagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { LoadedRegulation, Telling } from '../../model/index.ts';
import { isDamaged, itemsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

function* gapsOf(subject: LoadedRegulation, telling: Telling, index: number): Generator<Diagnostic> {
  const last = new Map<string, number>();
  for (const { item, step, index: at } of itemsOf(subject.regulation, telling)) {
    const printed = item.number ?? step?.number;
    const number = /^\d+$/.test(printed ?? '') ? Number(printed) : undefined;
    if (number === undefined) continue;
    const word = step?.word ?? '';
    const before = last.get(word);
    last.set(word, number);
    // One printed number may hold several of our steps.
    if (before === undefined || number === before + 1 || (number === before && item.number === undefined)) continue;
    yield diagnostic(
      'numbering-gap',
      { place: telling.place, word, before, after: number },
      placeIn(subject, 'tellings', index, 'items', at),
    );
  }
}

/** The steps of each telling are numbered one after another; pages that the source lost are no fault. */
export const numberingGap: Rule = {
  *regulation(subject) {
    for (const [index, telling] of subject.regulation.tellings.entries()) {
      if (telling.kind === 'results' || telling.kind === 'drawing') continue;
      const damaged =
        isDamaged(subject, ['tellings', index], true) || isDamaged(subject, ['process', telling.flow], true);
      if (!damaged) yield* gapsOf(subject, telling, index);
    }
  },
};
