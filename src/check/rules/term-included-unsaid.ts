import { diagnostic } from '../../diagnostics/index.ts';
import { likeness } from '../../text/index.ts';
import { flowsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Where a sister service counts the same term of the same action as part of another, this one says so too. */
export const termIncludedUnsaid: Rule = {
  *regulation(subject, library) {
    for (const { name, flow } of flowsOf(subject.regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        for (const [at, term] of (step.terms ?? []).entries()) {
          if (term.includedIn !== undefined || term.raw === null) continue;
          for (const sister of library.regulations) {
            if (sister === subject || sister.act.id !== subject.act.id) continue;
            const twin = sister.regulation.process[name]?.steps.find(({ id }) => id === step.id);
            const included = twin?.terms?.some(
              (other) => other.includedIn !== undefined && other.amount === term.amount && other.unit === term.unit,
            );
            if (
              !included ||
              likeness(wordsOf(twin?.text, sister.regulation), wordsOf(step.text, subject.regulation)) < 0.8
            )
              continue;
            yield diagnostic(
              'term-included-unsaid',
              { step: step.id, raw: term.raw, other: sister.address },
              placeIn(subject, 'process', name, 'steps', index, 'terms', at),
            );
            break;
          }
        }
      }
    }
  },
};
