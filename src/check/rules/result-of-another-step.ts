import { diagnostic } from '../../diagnostics/index.ts';
import { stems, tokens } from '../../text/index.ts';
import { isDamaged, itemsOf, participantOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The participant named as the doer («руководителем управления») by his head word in the instrumental case. */
function doerIn(result: string, name: string): boolean {
  const head = stems(name)[0];
  return head !== undefined && tokens(result).some((word) => word.startsWith(head) && /(ем|ом|им|ым)$/u.test(word));
}

/** The result of a step is what its own actor leaves behind, not what another does later. */
export const resultOfAnotherStep: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    for (const [index, telling] of regulation.tellings.entries()) {
      for (const { item, step, index: at } of itemsOf(regulation, telling)) {
        const result = wordsOf(item.result, regulation);
        if (result === '' || !step || telling.kind !== 'table' || isDamaged(subject, ['tellings', index, 'items', at]))
          continue;
        const own = new Set(
          step.actors.flatMap((id) => stems(wordsOf(participantOf(regulation, id)?.name, regulation)).slice(0, 1)),
        );
        const other = regulation.participants.find((participant) => {
          const name = wordsOf(participant.name, regulation);
          return (
            participant.kind === 'unit' &&
            !step.actors.includes(participant.id) &&
            !own.has(stems(name)[0] ?? '') &&
            doerIn(result, name)
          );
        });
        if (!other) continue;
        yield diagnostic(
          'result-of-another-step',
          { place: telling.place, step: item.number ?? step.id, result, actor: wordsOf(other.name, regulation) },
          placeIn(subject, 'tellings', index, 'items', at, 'result'),
        );
      }
    }
  },
};
