import { diagnostic } from '../../diagnostics/index.ts';
import { flowsOf, isCondition } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

const said = { ru: { yes: 'да', no: 'нет' }, kk: { yes: 'иә', no: 'жоқ' } } as const;

/** A condition has both of its branches: yes and no, or at least two named ones. */
export const branchMissing: Rule = {
  *regulation(subject) {
    for (const { name, flow } of flowsOf(subject.regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        if (!isCondition(step)) continue;
        const answers = (step.next ?? []).map(({ when }) => when);
        const named = answers.filter((when) => when !== undefined && when !== 'yes' && when !== 'no');
        if (named.length >= 2) continue;
        for (const branch of ['yes', 'no'] as const) {
          if (!answers.includes(branch))
            yield diagnostic(
              'branch-missing',
              { step: step.id, flow: name, branch: said[subject.regulation.lang][branch] },
              placeIn(subject, 'process', name, 'steps', index),
            );
        }
      }
    }
  },
};
