import { diagnostic } from '../../diagnostics/index.ts';
import { isDamaged, isProcedure, itemsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** A telling holds every step of the process and no other; what the source lost is no fault. */
export const stepUntold: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const [index, telling] of regulation.tellings.entries()) {
      const flow = regulation.process[telling.flow];
      if (!flow || telling.kind === 'results' || isDamaged(subject, ['tellings', index], true)) continue;
      const told = new Set(telling.items.map(({ step }) => step));
      const ofVariant = (applies: readonly string[] | undefined): boolean =>
        telling.variant === undefined || applies === undefined || applies.includes(telling.variant);
      const missing = flow.steps.filter((step) => isProcedure(step) && !told.has(step.id) && ofVariant(step.appliesTo));
      // Tellings of one variant share the steps among them; a step is untold only if no telling of this place has it.
      const elsewhere = new Set(
        regulation.tellings
          .filter(({ place }) => place === telling.place)
          .flatMap(({ items }) => items.map(({ step }) => step)),
      );
      const really = missing.filter(({ id }) => !elsewhere.has(id));
      if (really.length > 0)
        yield diagnostic(
          'step-untold',
          { place: telling.place, steps: really.map(({ number, id }) => number ?? id).join(', ') },
          placeIn(subject, 'tellings', index),
        );
      for (const { item, index: at } of itemsOf(regulation, telling)) {
        const text = wordsOf(item.text ?? item.result, regulation);
        if (item.step === null && text !== '')
          yield diagnostic(
            'step-extra',
            { place: telling.place, text },
            placeIn(subject, 'tellings', index, 'items', at),
          );
      }
    }
  },
};
