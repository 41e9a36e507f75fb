import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The papers that an applicant holds in his hands on the way, by the words of the acts. */
const papers = [
  { name: 'отрывной талон', asked: /отрывн\p{L}+ талон/iu, given: /выда\p{L}+[^.;]*отрывн\p{L}+ талон/iu },
  {
    name: 'расписка на получение',
    asked: /расписк\p{L}+ на получение/iu,
    given: /выда\p{L}+[^.;]*расписк\p{L}+ на получение/iu,
  },
] as const;
const several =
  /отрывн\p{L}+ талон\p{L}*(?: бланка заявления\s*[-–]?\s*расписки)?|расписк\p{L}+ со? штрих\s*-?\s*кодом|расписк\p{L}+ на получение/giu;

/** A paper that somebody must show was handed to him before; and one paper has one name. */
export const paperUnissued: Rule = {
  *regulation(subject) {
    const { regulation } = subject;
    const steps = flowsOf(regulation).flatMap(({ name, flow }) =>
      flow.steps.map((step, index) => ({ name, index, text: wordsOf(step.text, regulation) })),
    );
    for (const paper of papers) {
      const asked = steps.find(({ text }) => paper.asked.test(text) && !paper.given.test(text));
      if (!asked || steps.some(({ text }) => paper.given.test(text))) continue;
      yield diagnostic(
        'paper-unissued',
        { paper: paper.name, flow: asked.name },
        placeIn(subject, 'process', asked.name, 'steps', asked.index, 'text'),
      );
    }
    const found = new Map<string, (typeof steps)[number]>();
    for (const step of steps)
      for (const [name] of step.text.matchAll(several)) if (!found.has(kindOf(name))) found.set(kindOf(name), step);
    const first = [...found.values()][0];
    if (found.size < 2 || !first) return;
    yield diagnostic(
      'paper-several-names',
      { names: [...found.keys()].map((name) => `«${name}»`).join(', ') },
      placeIn(subject, 'process', first.name, 'steps', first.index, 'text'),
      {
        related: [...found.values()]
          .slice(1)
          .map((step) => placeIn(subject, 'process', step.name, 'steps', step.index, 'text')),
      },
    );
  },
};

/** The name of a paper in the nominative, so that cases of one name are not taken for several names. */
function kindOf(name: string): string {
  if (/талон/iu.test(name)) return 'отрывной талон бланка заявления-расписки';
  return /штрих/iu.test(name) ? 'расписка с штрих-кодом' : 'расписка на получение';
}
