import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** How the acts say that a paper leaves the house: signed, registered, handed over, sent. */
const completes = {
  ru: /подпис|регистр|выда[её]т|выдач[аи]\s|направл\p{L}+ услугополуч/iu,
  kk: /қол қо|тірке|береді|жібер/iu,
} as const;

/** A refusal goes the way of the positive result: somebody signs it and hands it over. */
export const refusalDeadEnd: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const refusals = new Set(regulation.refusals.map(({ id }) => id));
    for (const { name, flow } of flowsOf(regulation)) {
      const signs = flow.steps.some(
        (step) =>
          completes[regulation.lang].test(wordsOf(step.text, regulation)) &&
          (step.outcome ?? []).every((id) => !refusals.has(id)),
      );
      if (!signs) continue;
      for (const [index, step] of flow.steps.entries()) {
        const refuses = step.end === 'refusal' && (step.outcome ?? []).some((id) => refusals.has(id));
        if (!refuses || (step.next ?? []).length > 0 || completes[regulation.lang].test(wordsOf(step.text, regulation)))
          continue;
        yield diagnostic(
          'refusal-dead-end',
          { step: step.number ?? step.id, flow: name },
          placeIn(subject, 'process', name, 'steps', index),
        );
      }
    }
  },
};
