import { diagnostic } from '../../diagnostics/index.ts';
import { bare, difference, isDamaged, itemsOf, tokens, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const party = /(услугодател|услугополучател|потребител)/u;
const partiesOf = (text: string): string =>
  tokens(text)
    .flatMap((word) => party.exec(word)?.[0] ?? [])
    .join();

/** A clause that repeats another says the same; where it swaps the two parties, that is said as such. */
export const tellingDiffers: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const [index, telling] of regulation.tellings.entries()) {
      if (telling.kind !== 'repeated-clause' && telling.kind !== 'clause') continue;
      for (const { item, step, index: at } of itemsOf(regulation, telling)) {
        const [told, read] = [wordsOf(item.text, regulation), wordsOf(step?.text, regulation)];
        if (
          !step ||
          told === '' ||
          read === '' ||
          bare(told) === bare(read) ||
          isDamaged(subject, ['tellings', index, 'items', at])
        )
          continue;
        const { left, right } = difference(told, read);
        const here = placeIn(subject, 'tellings', index, 'items', at, 'text');
        const stepIndex = regulation.process[telling.flow]?.steps.indexOf(step) ?? 0;
        const related = { related: [placeIn(subject, 'process', telling.flow, 'steps', stepIndex, 'text')] };
        const swapped = partiesOf(left) !== partiesOf(right) && partiesOf(left) !== '' && partiesOf(right) !== '';
        yield swapped
          ? diagnostic('wrong-party', { place: telling.place, found: left, expected: right }, here, related)
          : diagnostic(
              'telling-differs',
              { step: step.id, place: telling.place, told: left, read: right },
              here,
              related,
            );
      }
    }
  },
};
