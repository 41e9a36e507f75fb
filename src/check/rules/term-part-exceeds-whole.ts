import { diagnostic } from '../../diagnostics/index.ts';
import type { Term } from '../../model/index.ts';
import { flowsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const longest = (term: Term): number => (Array.isArray(term.amount) ? term.amount[1] : (term.amount ?? 0));
const comparable = (a: Term, b: Term): boolean => a.unit === b.unit && a.dayKind === b.dayKind;

/** A term that lies within another is not longer than it; no term is longer than that of the whole service. */
export const termPartExceedsWhole: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const { name, flow } of flowsOf(regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        for (const [at, term] of (step.terms ?? []).entries()) {
          const here = placeIn(subject, 'process', name, 'steps', index, 'terms', at);
          const host = flow.steps.find(({ id }) => id === term.includedIn);
          const fits = (host?.terms ?? []).filter((whole) => whole.amount !== null && comparable(whole, term));
          if (fits.length > 0 && fits.every((whole) => longest(whole) < longest(term)))
            yield diagnostic(
              'term-part-exceeds-whole',
              { step: step.id, part: term.raw ?? '', whole: fits[0]?.raw ?? '' },
              here,
              {
                related: [placeIn(subject, 'process', name, 'steps', host ? flow.steps.indexOf(host) : 0, 'terms')],
              },
            );
          for (const total of regulation.totalTerm ?? []) {
            const same = total.unit === term.unit && total.dayKind === term.dayKind && total.amount !== null;
            if (same && name === 'internal' && term.outsideTotal !== true && longest(term) > (total.amount ?? 0))
              yield diagnostic(
                'term-part-exceeds-whole',
                { step: step.id, part: term.raw ?? '', whole: `${total.amount}` },
                here,
              );
          }
        }
      }
    }
  },
};
