import { diagnostic } from '../../diagnostics/index.ts';
import type { Participant, Regulation } from '../../model/index.ts';
import { stems } from '../../text/index.ts';
import { isDamaged, itemsOf, participantOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The same name but for its endings: every word of the shorter one stands in the longer one. */
function sameName(a: string, b: string): boolean {
  const [shorter, longer] = [stems(a), stems(b)].sort((left, right) => left.length - right.length);
  return (shorter ?? []).every((word) =>
    (longer ?? []).some((other) => other.startsWith(word) || word.startsWith(other)),
  );
}

const namesOf = (participant: Participant, regulation: Regulation): string[] =>
  [wordsOf(participant.name, regulation), wordsOf(participant.short, regulation)].filter(Boolean);

/** The tables call a participant what the list calls it. */
export const unitSeveralNames: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const seen = new Set<string>();
    for (const [index, telling] of regulation.tellings.entries()) {
      for (const { item, index: at, step } of itemsOf(regulation, telling)) {
        const told = wordsOf(item.actor, regulation);
        const participant = participantOf(regulation, step?.actors[0]);
        if (
          told === '' ||
          !participant ||
          step?.actors.length !== 1 ||
          isDamaged(subject, ['tellings', index, 'items', at, 'actor'])
        )
          continue;
        const names = namesOf(participant, regulation);
        if (names.length === 0 || names.some((name) => sameName(name, told))) continue;
        const other = regulation.participants.find(
          (one) =>
            one !== participant &&
            [...namesOf(one, regulation), ...(one.aliases ?? [])].some((name) => sameName(name, told)),
        );
        // Another name is one remark; another participant contradicts each step anew.
        const key = `${participant.id} ${told} ${other ? `${telling.id} ${step.id}` : ''}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (other) {
          const place = placeIn(subject, 'tellings', index, 'items', at, 'actor');
          const stepIndex = regulation.process[telling.flow]?.steps.indexOf(step) ?? 0;
          yield diagnostic(
            'actor-differs',
            { step: step.number ?? step.id, place: telling.place, told, read: names[0] ?? '' },
            place,
            {
              related: [placeIn(subject, 'process', telling.flow, 'steps', stepIndex, 'actors')],
            },
          );
          continue;
        }
        yield diagnostic(
          'unit-several-names',
          { name: names[0] ?? '', other: told },
          placeIn(subject, 'tellings', index, 'items', at, 'actor'),
          {
            related: [placeIn(subject, 'participants', regulation.participants.indexOf(participant))],
          },
        );
      }
    }
  },
};
