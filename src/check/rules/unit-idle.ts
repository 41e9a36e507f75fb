import { diagnostic } from '../../diagnostics/index.ts';
import { bare } from '../../text/index.ts';
import { flowsOf, isDamaged, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Whoever stands in the list of those who take part does something, or is at least asked or told something. */
export const unitIdle: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const flows = flowsOf(regulation);
    if (flows.some(({ name }) => isDamaged(subject, ['process', name], true))) return;
    const acting = new Set(flows.flatMap(({ flow }) => flow.steps.flatMap((step) => step.actors)));
    const told = bare(flows.flatMap(({ flow }) => flow.steps.map((step) => wordsOf(step.text, regulation))).join(' '));
    for (const [index, participant] of regulation.participants.entries()) {
      if (participant.listed === undefined || acting.has(participant.id)) continue;
      const names = [
        wordsOf(participant.name, regulation),
        wordsOf(participant.short, regulation),
        ...(participant.aliases ?? []),
      ];
      if (names.some((name) => bare(name).length > 2 && told.includes(bare(name)))) continue;
      yield diagnostic(
        'unit-idle',
        { name: wordsOf(participant.name, regulation) },
        placeIn(subject, 'participants', index),
      );
    }
  },
};
