import {
  anyWording,
  wording,
  type Flow,
  type FlowName,
  type Language,
  type Next,
  type Regulation,
  type Step,
  type Term,
} from '../model/index.ts';

/**
 * What stands at a point of the process. `flow` is a reference to another description of the process; `return` is made
 * by views, where a step leads to itself.
 */
export type NodeKind =
  'start' | 'step' | 'condition' | 'document' | 'result' | 'refusal' | 'error' | 'stop' | 'flow' | 'return';

/** A point of the process, in the act's own words; `lane` is a participant's id, empty where the act names nobody. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly lane: string;
  readonly number?: string;
  readonly word?: string;
  /** Undefined where the act gives none (the view has a word for it); null where the source lost it. */
  readonly text?: string | null;
  readonly terms: readonly string[];
  /** The second participant of a step that two make together. */
  readonly partner?: string;
  /** The clause of the flow that a `flow` node stands for, or of a step that comes from another clause. */
  readonly clause?: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly answer?: { readonly kind: 'yes' | 'no' } | { readonly kind: 'words'; readonly text: string };
}

/** One flow (of one variant) as a graph: nodes in the order of the act, edges in the order the steps give them. */
export interface Graph {
  readonly flow: FlowName;
  readonly variant?: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Targets that name no step: `step → target`. */
  readonly broken: readonly { readonly step: string; readonly to: string }[];
}

const endNode = (step: Step): string => `e_${step.id}`;

/** The steps that a variant has; all steps where the flow has no variants. */
const stepsOf = (flow: Flow, variant: string | undefined): readonly Step[] =>
  variant === undefined ? flow.steps : flow.steps.filter((step) => step.appliesTo?.includes(variant) ?? true);

/**
 * Where a step leads in a variant. A target that the variant lacks is passed through to what follows it, unless the
 * same answer also leads to a step that the variant has.
 */
function nextOf(
  step: Step,
  here: ReadonlyMap<string, Step>,
  all: ReadonlyMap<string, Step>,
  seen: readonly string[] = [],
): Next[] {
  const targets = step.next ?? [];
  return targets.flatMap((next) => {
    const hidden = all.get(next.to);
    if (here.has(next.to) || !hidden || seen.includes(next.to)) return [next];
    if (targets.some((other) => here.has(other.to) && JSON.stringify(other.when) === JSON.stringify(next.when)))
      return [];
    return nextOf(hidden, here, all, [...seen, next.to]).map((after) => ({
      ...after,
      ...(next.when === undefined ? {} : { when: next.when }),
    }));
  });
}

const termsOf = (
  terms: readonly Term[] | undefined,
  variant: string | undefined,
  variants: readonly string[],
  lost: string,
): string[] => {
  const fits = ({ when }: Term): boolean =>
    variant === undefined ||
    when === undefined ||
    when.includes(variant) ||
    !when.some((word) => variants.includes(word));
  return [...new Set((terms ?? []).filter(fits).map(({ raw }) => raw ?? lost))];
};

/** The words in the language of the act; ours are taken where the act has none in it. */
const inLanguage = (text: Parameters<typeof anyWording>[0], language: Language): string | undefined =>
  anyWording(text, language, language);

interface Making {
  readonly regulation: Regulation;
  readonly flow: Flow;
  readonly name: FlowName;
  readonly variant?: string;
  readonly lost: string;
}

function stepNode(step: Step, making: Making): GraphNode {
  const { regulation, flow, variant, lost } = making;
  const variants = (flow.variants ?? []).map(({ id }) => id);
  const said = wording(step.short, regulation.lang, regulation.lang) ?? inLanguage(step.text, regulation.lang);
  const [lane, partner] = step.actors;
  return {
    id: step.id,
    kind: step.id.startsWith('c') ? 'condition' : 'step',
    lane: lane ?? '',
    ...(step.number ? { number: step.number } : {}),
    ...(step.word === undefined ? {} : { word: step.word }),
    text: said ?? null,
    terms: termsOf(step.terms, variant, variants, lost),
    ...(partner === undefined ? {} : { partner }),
  };
}

/** What the process ends in at a step, in the words of clause 3 where the step says which of them. */
function endText(step: Step, regulation: Regulation): string | undefined {
  const outcomes = [...regulation.results, ...regulation.refusals, ...(regulation.papers ?? [])];
  const named = (step.outcome ?? []).flatMap((id) => outcomes.filter((outcome) => outcome.id === id));
  if (named.length !== 1) return undefined;
  return inLanguage(named[0]?.text, regulation.lang);
}

function endNodes(
  step: Step,
  making: Making,
  recipient: string | undefined,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  if (step.next?.length) return { nodes: [], edges: [] };
  const kind = step.end ?? 'stop';
  const document = inLanguage(step.document, making.regulation.lang);
  const [lane = '', partner] = step.actors;
  const handed: GraphNode[] =
    document === undefined
      ? []
      : [{ id: `d_${step.id}`, kind: 'document', lane: recipient ?? lane, text: document, terms: [] }];
  const text = endText(step, making.regulation);
  const end: GraphNode = {
    id: endNode(step),
    kind,
    lane: handed[0]?.lane ?? lane,
    ...(partner === undefined || handed.length > 0 ? {} : { partner }),
    ...(text === undefined ? {} : { text }),
    terms: [],
  };
  const nodes = [...handed, end];
  const chain = [step.id, ...nodes.map(({ id }) => id)];
  return { nodes, edges: chain.slice(1).map((to, index) => ({ from: chain[index] ?? step.id, to })) };
}

function edgeOf(from: string, next: Next, to: string, language: Language): GraphEdge {
  if (next.when === undefined) return { from, to };
  if (next.when === 'yes' || next.when === 'no') return { from, to, answer: { kind: next.when } };
  return { from, to, answer: { kind: 'words', text: inLanguage(next.when, language) ?? '' } };
}

/** A node in place of another flow that this one hands over to, and the way back from it. */
function otherFlows(making: Making, steps: readonly Step[]): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const { regulation, name } = making;
  const provider =
    regulation.participants.find(({ kind }) => kind === 'provider') ??
    regulation.participants.find(({ kind }) => kind === 'unit');
  const left = new Set(
    steps.flatMap((step) =>
      (step.next ?? []).map(({ to }) => to.split('.')).flatMap(([other, step]) => (step && other ? [other] : [])),
    ),
  );
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const [other, flow] of Object.entries(regulation.process)) {
    if (!left.has(other) || other === name) continue;
    const id = `f_${other.replaceAll('-', '_')}`;
    nodes.push({ id, kind: 'flow', lane: provider?.id ?? '', clause: flow.clause, terms: [] });
    const back = flow.steps.flatMap((step) =>
      (step.next ?? []).filter(({ to }) => to.startsWith(`${name}.`)).map(({ to }) => to.slice(name.length + 1)),
    );
    const entered = new Set(steps.flatMap((step) => (step.next ?? []).map(({ to }) => to)));
    const after = steps.findIndex((step) => step.next?.some(({ to }) => to.startsWith(`${other}.`)));
    const resumed = steps.slice(after + 1).find((step) => !entered.has(step.id));
    const targets = back.length > 0 ? back : resumed ? [resumed.id] : [];
    for (const to of new Set(targets)) edges.push({ from: id, to });
  }
  return { nodes, edges };
}

/**
 * The graph of a flow: a start, every step and condition with both its answers, what each way ends in.
 * A variant narrows it to the steps and terms of that variant. `lost` stands for a term whose words are lost.
 */
export function graphOf(
  regulation: Regulation,
  name: FlowName,
  options: { readonly variant?: string; readonly lost: string },
): Graph | undefined {
  const flow = regulation.process[name];
  if (!flow) return undefined;
  const { variant, lost } = options;
  const making: Making = { regulation, flow, name, lost, ...(variant === undefined ? {} : { variant }) };
  const recipient = regulation.participants.find(({ kind }) => kind === 'recipient')?.id;
  const all = new Map(flow.steps.map((step) => [step.id, step]));
  const steps = stepsOf(flow, variant);
  const here = new Map(steps.map((step) => [step.id, step]));
  const others = otherFlows(making, steps);
  const known = new Set([...here.keys(), ...others.nodes.map(({ id }) => id)]);
  const first = steps[0];
  const nodes: GraphNode[] = first
    ? [{ id: 's', kind: 'start', lane: recipient ?? first.actors[0] ?? '', terms: [] }]
    : [];
  const edges: GraphEdge[] = first ? [{ from: 's', to: first.id }] : [];
  const broken: { step: string; to: string }[] = [];
  for (const step of steps) {
    nodes.push(stepNode(step, making));
    for (const next of nextOf(step, here, all)) {
      const [other, inner] = next.to.split('.');
      const to = inner === undefined || other === name ? (inner ?? next.to) : `f_${(other ?? '').replaceAll('-', '_')}`;
      if (known.has(to)) edges.push(edgeOf(step.id, next, to, regulation.lang));
      else broken.push({ step: step.id, to: next.to });
    }
    const ends = endNodes(step, making, recipient);
    nodes.push(...ends.nodes);
    edges.push(...ends.edges);
  }
  return {
    flow: name,
    ...(variant === undefined ? {} : { variant }),
    nodes: inserted(nodes, others.nodes, edges),
    edges: [...edges, ...others.edges],
    broken,
  };
}

/** References to other flows behind the step that hands over to them, so that the order stays the order of reading. */
function inserted(nodes: readonly GraphNode[], others: readonly GraphNode[], edges: readonly GraphEdge[]): GraphNode[] {
  return nodes.flatMap((node) => [
    node,
    ...others.filter((other) => edges.find(({ to }) => to === other.id)?.from === node.id),
  ]);
}

/** Ids of nodes that no way from the start leads to. */
export function unreachable(graph: Pick<Graph, 'nodes' | 'edges'>): string[] {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const edge of graph.edges) if (edge.from === id) visit(edge.to);
  };
  visit('s');
  return graph.nodes.map(({ id }) => id).filter((id) => !reached.has(id));
}

/** The variants of a flow that must be drawn apart: those that have steps of their own. */
export function variantsApart(flow: Flow): readonly string[] {
  const apart = flow.steps.some((step) => step.appliesTo !== undefined);
  return apart ? (flow.variants ?? []).map(({ id }) => id) : [];
}

/**
 * The corporation's flow with the hand-over behind it: its last step leads to the first of the pick-up, whose steps
 * bear their own clause, since their numbers begin again.
 */
export function withPickup(graph: Graph, pickup: Graph, clause: string): Graph {
  const last = graph.nodes.findLast(({ kind }) => kind === 'result')?.id;
  const first = pickup.edges.find(({ from }) => from === 's')?.to;
  if (last === undefined || first === undefined) return graph;
  const nodes = pickup.nodes.filter(({ id }) => id !== 's').map((node) => ({ ...node, id: `u_${node.id}`, clause }));
  const edges = pickup.edges
    .filter(({ from }) => from !== 's')
    .map((edge) => ({ ...edge, from: `u_${edge.from}`, to: `u_${edge.to}` }));
  return {
    ...graph,
    nodes: [...graph.nodes.filter(({ id }) => id !== last), ...nodes],
    edges: [...graph.edges.map((edge) => (edge.to === last ? { ...edge, to: `u_${first}` } : edge)), ...edges],
    broken: [...graph.broken, ...pickup.broken],
  };
}
