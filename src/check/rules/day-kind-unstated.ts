import { diagnostic } from '../../diagnostics/index.ts';
import { parseTerm } from '../../text/index.ts';
import { flowsOf, itemsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** A term in days says which days: working or calendar. */
export const dayKindUnstated: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const seen = new Set<string>();
    for (const { name, flow } of flowsOf(regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        for (const [at, term] of (step.terms ?? []).entries()) {
          if (term.unit !== 'day' || term.dayKind !== 'unstated' || term.bound === 'same-day' || term.raw === null)
            continue;
          seen.add(`${name}.${step.id}`);
          yield diagnostic(
            'day-kind-unstated',
            { place: `${name} ${step.id}`, raw: term.raw },
            placeIn(subject, 'process', name, 'steps', index, 'terms', at),
          );
        }
      }
    }
    for (const [index, telling] of regulation.tellings.entries()) {
      for (const { item, step, index: at } of itemsOf(regulation, telling)) {
        const raw = wordsOf(item.term, regulation);
        const term = parseTerm(raw, regulation.lang);
        if (!term || term.unit !== 'day' || term.dayKind !== 'unstated' || term.bound === 'same-day') continue;
        if (step && seen.has(`${telling.flow}.${step.id}`)) continue;
        yield diagnostic(
          'day-kind-unstated',
          { place: telling.place, raw },
          placeIn(subject, 'tellings', index, 'items', at, 'term'),
        );
      }
    }
  },
};
