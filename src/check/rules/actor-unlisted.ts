import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, marksAt, participantOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/**
 * Whoever acts stands in the act's list of those who take part. Only the kinds of participants that the list holds
 * at all are expected in it: some acts list units only, others systems and the applicant as well.
 */
export const actorUnlisted: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const listedKinds = new Set(
      regulation.participants.filter(({ listed }) => listed !== undefined).map(({ kind }) => kind),
    );
    const damaged = regulation.participants.some(
      (_, index) => marksAt(subject, ['participants', index], ['lost']).length > 0,
    );
    if (damaged) return;
    for (const [index, participant] of regulation.participants.entries()) {
      if (participant.listed !== undefined || !listedKinds.has(participant.kind)) continue;
      const flows = flowsOf(regulation).filter(({ name, flow }) =>
        flow.steps.some(
          (step, at) =>
            step.actors.includes(participant.id) &&
            marksAt(subject, ['process', name, 'steps', at, 'actors'], ['inferred']).length === 0,
        ),
      );
      // Portal flows name the signed-in employee in general; the list is of the internal process.
      const own = flows.filter(({ name }) => listedKinds.has('system') || name === 'internal');
      if (own.length === 0) continue;
      const name = wordsOf(participantOf(regulation, participant.id)?.name, regulation);
      yield diagnostic(
        'actor-unlisted',
        { name, flow: own.map((flow) => flow.name).join(', ') },
        placeIn(subject, 'participants', index),
      );
    }
  },
};
