import { diagnostic } from '../../diagnostics/index.ts';
import type { Term } from '../../model/index.ts';
import { parseTerm, type ParsedTerm } from '../../text/index.ts';
import { isDamaged, itemsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const amountOf = (term: Pick<Term, 'amount'> | ParsedTerm): string => JSON.stringify(term.amount);
const agrees = (told: ParsedTerm, term: Term): boolean =>
  amountOf(told) === amountOf(term) &&
  told.unit === term.unit &&
  (told.dayKind === (term.dayKind ?? 'unstated') || told.unit !== 'day');

/** A telling gives the term that the process gives; a telling with several cases in one cell is left to the reader. */
export const termDiffers: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const [index, telling] of regulation.tellings.entries()) {
      for (const { item, step, index: at } of itemsOf(regulation, telling)) {
        const raw = wordsOf(item.term, regulation);
        const terms = step?.terms ?? [];
        const told = parseTerm(raw, regulation.lang);
        if (!step || !told || terms.length === 0 || isDamaged(subject, ['tellings', index, 'items', at, 'term']))
          continue;
        if (terms.some((term) => term.amount === null || agrees(told, term))) continue;
        const read = terms.map((term) => term.raw ?? '').join('; ');
        const stepIndex = regulation.process[telling.flow]?.steps.indexOf(step) ?? 0;
        yield diagnostic(
          'term-differs',
          { step: step.id, place: telling.place, told: raw, read },
          placeIn(subject, 'tellings', index, 'items', at, 'term'),
          {
            related: [placeIn(subject, 'process', telling.flow, 'steps', stepIndex, 'terms')],
          },
        );
      }
    }
  },
};
