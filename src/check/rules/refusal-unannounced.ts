import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Where a step refuses, the clause on results names a refusal. */
export const refusalUnannounced: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const clause = regulation.results[0]?.place;
    if (clause === undefined || regulation.refusals.some(({ place }) => place === clause)) return;
    for (const { name, flow } of flowsOf(regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        const refusal = regulation.refusals.find(({ id }) => step.outcome?.includes(id));
        if (!refusal) continue;
        yield diagnostic(
          'refusal-unannounced',
          { step: step.number ?? step.id, flow: name, text: wordsOf(refusal.text, regulation), clause },
          placeIn(subject, 'process', name, 'steps', index),
          {
            related: [placeIn(subject, 'results', 0)],
          },
        );
      }
    }
  },
};
