import { diagnostic } from '../../diagnostics/index.ts';
import type { Flow } from '../../model/index.ts';
import { flowsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The steps from which an end (a step without `next`, or a way into another flow) can be reached. */
function stepsThatEnd(flow: Flow): Set<string> {
  const ending = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const step of flow.steps) {
      const next = step.next ?? [];
      if (ending.has(step.id) || !(next.length === 0 || next.some(({ to }) => to.includes('.') || ending.has(to))))
        continue;
      ending.add(step.id);
      grown = true;
    }
  }
  return ending;
}

/** From every step some way leads to an end. Only the first step of a trap is reported. */
export const loopWithoutExit: Rule = {
  *regulation(subject) {
    for (const { name, flow } of flowsOf(subject.regulation)) {
      const ending = stepsThatEnd(flow);
      const index = flow.steps.findIndex((step) => !ending.has(step.id));
      const step = flow.steps[index];
      if (step)
        yield diagnostic(
          'loop-without-exit',
          { step: step.id, flow: name },
          placeIn(subject, 'process', name, 'steps', index),
        );
    }
  },
};
