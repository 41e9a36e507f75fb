import { diagnostic } from '../../diagnostics/index.ts';
import type { Flow, FlowName } from '../../model/index.ts';
import { flowsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** Where a step leads within its flow; one that leads into another flow is resumed by the step printed after it. */
function followers(flow: Flow, id: string): string[] {
  const index = flow.steps.findIndex((step) => step.id === id);
  const next = (flow.steps[index]?.next ?? []).map(({ to }) => to);
  const resumed = flow.steps[index + 1]?.id;
  return next.some((to) => to.includes('.')) && resumed !== undefined ? [...next, resumed] : next;
}

const reachedFrom = (flow: Flow, starts: readonly string[]): Set<string> => {
  const reached = new Set<string>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...followers(flow, id));
  }
  return reached;
};

/** Every step is reached from the first one of its flow, or from another flow. */
export const stepUnreachable: Rule = {
  *regulation(subject) {
    const flows = flowsOf(subject.regulation);
    const fromElsewhere = (name: FlowName): string[] =>
      flows
        .flatMap(({ flow }) => flow.steps.flatMap((step) => (step.next ?? []).map(({ to }) => to)))
        .filter((to) => to.startsWith(`${name}.`))
        .map((to) => to.slice(name.length + 1));
    for (const { name, flow } of flows) {
      const reached = reachedFrom(flow, [...flow.steps.slice(0, 1).map(({ id }) => id), ...fromElsewhere(name)]);
      for (const [index, step] of flow.steps.entries()) {
        if (!reached.has(step.id))
          yield diagnostic(
            'step-unreachable',
            { step: step.id, flow: name },
            placeIn(subject, 'process', name, 'steps', index),
          );
      }
    }
  },
};
