import { diagnostic } from '../../diagnostics/index.ts';
import { bare, likeness, stems } from '../../text/index.ts';
import { difference, isDamaged, itemsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const party = /^(услугодател|услугополучател|потребител)/u;

/** The words of the one text that the other does not have. */
function surplus(text: string, other: string): string[] {
  const rest = stems(other);
  return stems(text).filter((word) => {
    const index = rest.indexOf(word);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** The texts agree but for the party that they name. */
function swapsParties(told: string, read: string): boolean {
  const [left, right] = [surplus(told, read), surplus(read, told)];
  const roots = (words: readonly string[]): string => words.map((word) => party.exec(word)?.[0] ?? '?').join();
  return left.length > 0 && ![...left, ...right].some((word) => !party.test(word)) && roots(left) !== roots(right);
}

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
        // A clause told in another construction is no slip; a copy that differs in a word or two is.
        if (likeness(told, read) < 0.85) continue;
        const { left, right } = difference(told, read);
        const here = placeIn(subject, 'tellings', index, 'items', at, 'text');
        const stepIndex = regulation.process[telling.flow]?.steps.indexOf(step) ?? 0;
        const related = { related: [placeIn(subject, 'process', telling.flow, 'steps', stepIndex, 'text')] };
        const swapped = swapsParties(told, read);
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
