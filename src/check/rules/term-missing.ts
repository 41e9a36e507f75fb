import { diagnostic } from '../../diagnostics/index.ts';
import { bare } from '../../text/index.ts';
import { flowsOf, isDamaged, isProcedure, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const promises = { ru: /длительност/iu, kk: /ұзақтығ/iu } as const;

/** Where a clause promises the duration of each procedure, each has one, and the clause itself says it. */
export const termMissing: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const { name, flow } of flowsOf(regulation)) {
      const index = regulation.clauses.findIndex(({ n }) => n === flow.clause);
      const clause = regulation.clauses[index];
      if (!clause || !promises[regulation.lang].test(wordsOf(clause.text, regulation))) continue;
      const procedures = flow.steps.map((step, at) => ({ step, at })).filter(({ step }) => isProcedure(step));
      const inWords = procedures.some(({ step }) =>
        (step.terms ?? []).some(({ raw }) => raw !== null && bare(wordsOf(step.text, regulation)).includes(bare(raw))),
      );
      const inTable = regulation.tellings.some(
        ({ kind, flow: told, items }) => kind === 'table' && told === name && items.some(({ term }) => term),
      );
      if (!inWords && inTable)
        yield diagnostic('duration-promised', { clause: clause.n }, placeIn(subject, 'clauses', index));
      for (const { step, at } of procedures) {
        const here = ['process', name, 'steps', at] as const;
        if ((step.terms ?? []).length > 0 || isDamaged(subject, here, true) || damagedTelling(subject, name, step.id))
          continue;
        yield diagnostic('term-missing', { step: step.id, flow: name, clause: clause.n }, placeIn(subject, ...here));
      }
    }
  },
};

/** A table that lost this step, or its term, may have held the term. */
function damagedTelling(subject: Parameters<NonNullable<Rule['regulation']>>[0], flow: string, step: string): boolean {
  return subject.regulation.tellings.some((telling, index) => {
    if (telling.flow !== flow || telling.kind !== 'table') return false;
    const at = telling.items.findIndex((item) => item.step === step);
    return at < 0 ? isDamaged(subject, ['tellings', index], true) : telling.items[at]?.term === null;
  });
}
