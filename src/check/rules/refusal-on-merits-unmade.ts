import { diagnostic } from '../../diagnostics/index.ts';
import type { Flow, Step } from '../../model/index.ts';
import { flowsOf, isCondition, isDamaged, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** How the acts say that an application is examined on its merits. */
const examines = {
  ru: /соответстви[ея]\p{L}* .*(услови|требовани)|на (его|их) соответствие/iu,
  kk: /сәйкестігін/iu,
} as const;

/** Whether some way from a step comes to a condition or to a step that refuses. */
function mayRefuse(flow: Flow, from: Step, refusals: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const open: Step[] = [from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step !== from && (isCondition(step) || step.end === 'refusal' || step.end === 'error')) return true;
    if (step.outcome?.some((id) => refusals.has(id))) return true;
    seen.add(step.id);
    for (const { to } of step.next ?? []) {
      const next = flow.steps.find(({ id }) => id === to);
      if (next && !seen.has(to)) open.push(next);
    }
  }
  return false;
}

/** An examination has two outcomes: on some way after it there is a condition, or a refusal. */
export const refusalOnMeritsUnmade: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const refusals = new Set(regulation.refusals.map(({ id }) => id));
    for (const { name, flow } of flowsOf(regulation)) {
      if (isDamaged(subject, ['process', name], true)) continue;
      for (const [index, step] of flow.steps.entries()) {
        if (isCondition(step) || !examines[regulation.lang].test(wordsOf(step.text, regulation))) continue;
        if ((step.next ?? []).length === 0 || mayRefuse(flow, step, refusals)) continue;
        yield diagnostic(
          'refusal-on-merits-unmade',
          { step: `${name} ${step.id}` },
          placeIn(subject, 'process', name, 'steps', index),
        );
      }
    }
  },
};
