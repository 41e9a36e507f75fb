import { diagnostic } from '../../diagnostics/index.ts';
import type { Flow, Term } from '../../model/index.ts';
import { flowsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

function first(flow: Flow, kind: 'working' | 'calendar'): { term: Term; step: number } | undefined {
  for (const [step, { terms }] of flow.steps.entries()) {
    const term = terms?.find((one) => one.unit === 'day' && one.dayKind === kind && one.outsideTotal !== true);
    if (term) return { term, step };
  }
  return undefined;
}

/** One process counts its days in one way: working and calendar days have no sum. */
export const daysMixed: Rule = {
  *regulation(subject) {
    for (const { name, flow } of flowsOf(subject.regulation)) {
      const [working, calendar] = [first(flow, 'working'), first(flow, 'calendar')];
      if (!working || !calendar) continue;
      yield diagnostic(
        'days-mixed',
        { flow: name, working: working.term.raw ?? '', calendar: calendar.term.raw ?? '' },
        placeIn(subject, 'process', name, 'steps', calendar.step, 'terms'),
        { related: [placeIn(subject, 'process', name, 'steps', working.step, 'terms')] },
      );
    }
  },
};
