import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, isCondition, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** How the acts say that an application is examined on its merits. */
const examines = {
  ru: /соответстви[ея]\p{L}* .*(услови|требовани)|на (его|их) соответствие/iu,
  kk: /сәйкестігін/iu,
} as const;

/** An examination has two outcomes: a condition follows it, or a refusal. */
export const refusalOnMeritsUnmade: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const { name, flow } of flowsOf(regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        const next = (step.next ?? []).map(({ to }) => flow.steps.find(({ id }) => id === to));
        if (isCondition(step) || next.length !== 1 || !examines[regulation.lang].test(wordsOf(step.text, regulation)))
          continue;
        if (
          next.some((one) => one && isCondition(one)) ||
          step.outcome?.some((id) => regulation.refusals.some((refusal) => refusal.id === id))
        )
          continue;
        yield diagnostic(
          'refusal-on-merits-unmade',
          { step: `${name} ${step.id}` },
          placeIn(subject, 'process', name, 'steps', index),
        );
      }
    }
  },
};
