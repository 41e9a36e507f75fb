import { diagnostic } from '../../diagnostics/index.ts';
import { bare } from '../../text/index.ts';
import { flowsOf, isDamaged, marksAt, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Every result and refusal that the act announces is made by some step. */
export const resultUnmade: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const flows = flowsOf(regulation);
    const made = new Set(flows.flatMap(({ flow }) => flow.steps.flatMap((step) => step.outcome ?? [])));
    const told = bare(flows.flatMap(({ flow }) => flow.steps.map((step) => wordsOf(step.text, regulation))).join(' '));
    // A refusal that only our reading attaches to a step is not made by the act, unless a step names it.
    const written = new Set(
      flows.flatMap(({ name, flow }) =>
        flow.steps.flatMap((step, at) =>
          marksAt(subject, ['process', name, 'steps', at, 'outcome'], ['inferred']).length > 0
            ? []
            : (step.outcome ?? []),
        ),
      ),
    );
    if (flows.some(({ name }) => isDamaged(subject, ['process', name, 'steps'], false))) return;
    for (const list of ['results', 'refusals'] as const) {
      for (const [index, outcome] of regulation[list].entries()) {
        const named = made.has(outcome.id) && told.includes(bare(wordsOf(outcome.text, regulation)));
        if (named || (list === 'refusals' ? written : made).has(outcome.id)) continue;
        yield diagnostic(
          'result-unmade',
          { clause: outcome.place, text: wordsOf(outcome.text, regulation) },
          placeIn(subject, list, index),
        );
      }
    }
  },
};
