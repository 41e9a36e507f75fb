import {
  anyWording,
  type Flow,
  type Next,
  type Regulation,
  type Step,
  type Telling,
  type TellingItem,
} from '../model/index.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

type Told = Telling['items'][number];

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s«»"–-]+/g, ' ')
    .trim();

/** The participant that a cell names, by its name, short name or alias; else the cell's own words as a lane. */
function laneOf(item: Told, step: Step | undefined, regulation: Regulation): string {
  const said = anyWording(item.actor, regulation.lang, regulation.lang);
  if (said === undefined) return step?.actors[0] ?? '';
  const known = regulation.participants.find(({ name, short, aliases }) =>
    [
      anyWording(name, regulation.lang, regulation.lang),
      anyWording(short, regulation.lang, regulation.lang),
      ...(aliases ?? []),
    ].some((one) => one !== undefined && squeeze(one) === squeeze(said)),
  );
  return known?.id ?? said;
}

/** The numbers that a cell «№ следующей процедуры» points to: «2», «4/5», «5 – если нет, 6 – если да». */
export const numbersIn = (cell: string): string[] =>
  [...cell.matchAll(/(?:^|[;,/|]|(?<=\s))\s*(\d{1,2})(?=\s*(?:[-–—/;,.]|$|\s))/g)].map(([, number]) => number ?? '');

/** The words of a cell, else the process's own; `lost` for a term that the source lost, null for such a text. */
function nodeOf(item: Told, step: Step | undefined, id: string, regulation: Regulation, lost: string): GraphNode {
  const own = anyWording(item.text, regulation.lang, regulation.lang);
  const term = item.term === null ? lost : anyWording(item.term, regulation.lang, regulation.lang);
  const number = item.number ?? step?.number;
  const text = item.text === null ? null : (own ?? anyWording(step?.text, regulation.lang, regulation.lang) ?? null);
  return {
    id,
    kind: step?.id.startsWith('c') ? 'condition' : 'step',
    lane: laneOf(item, step, regulation),
    ...(number ? { number } : {}),
    ...(step?.word === undefined ? {} : { word: step.word }),
    text,
    terms:
      term !== undefined
        ? term === '-'
          ? []
          : [term]
        : [...new Set((step?.terms ?? []).map(({ raw }) => raw ?? lost))],
  };
}

interface Place {
  readonly item: Told;
  readonly step: Step | undefined;
  readonly node: GraphNode;
}

/**
 * The told steps that a step leads to, past those that this telling leaves out: an answer is kept on the way, and what
 * leads back to the step itself only through left-out steps is left out with them.
 */
function ahead(
  step: Step | undefined,
  flow: Flow,
  told: ReadonlyMap<string, string>,
  past: readonly string[] = [],
): Next[] {
  if (!step) return [];
  const trail = [...past, step.id];
  return (step.next ?? []).flatMap((next) => {
    if (told.has(next.to)) return past.length > 0 && next.to === trail[0] ? [] : [next];
    if (trail.includes(next.to)) return [];
    const hidden = flow.steps.find(({ id }) => id === next.to);
    const found = ahead(hidden, flow, told, trail);
    return next.when === undefined ? found : found.map((one) => ({ ...one, when: one.when ?? next.when }));
  });
}

/** Where a place leads as the act tells it: by its own cell, else by the process among the steps told here. */
function edgesFrom(place: Place, index: number, places: readonly Place[], flow: Flow): GraphEdge[] {
  const { item, step, node } = place;
  const cell = typeof item.next === 'string' ? item.next : undefined;
  if (cell !== undefined) {
    return numbersIn(cell).flatMap((number) => {
      const target = places.find((other) => other.node.kind === 'step' && other.node.number === number);
      return target ? [{ from: node.id, to: target.node.id }] : [];
    });
  }
  const told = new Map(places.flatMap((other) => (other.step ? [[other.step.id, other.node.id] as const] : [])));
  const ways = ahead(step, flow, told);
  // An only way out of a step is none of several answers: the condition that gave it is not told here.
  const isAnswered = ways.length > 1 || node.kind === 'condition';
  const led = ways.map(({ to, when }): GraphEdge => {
    const way = { from: node.id, to: told.get(to) ?? to };
    return isAnswered && (when === 'yes' || when === 'no') ? { ...way, answer: { kind: when } } : way;
  });
  const following = places[index + 1];
  return led.length > 0 || step?.end || !following ? led : [{ from: node.id, to: following.node.id }];
}

const differs = (item: TellingItem): boolean =>
  item.step === null || [item.text, item.term, item.actor, item.next].some((cell) => cell !== undefined);

/** Whether a telling says anything that the process does not. */
export const tellsOtherwise = (telling: Telling, flow: Flow): boolean =>
  telling.items.some(differs) ||
  (telling.variant === undefined && flow.steps.some(({ id }) => !telling.items.some(({ step }) => step === id)));

/** The lane where a telling begins: the recipient's, where a drawing shows it, else that of the first step. */
function startLane({ participants, lang }: Regulation, { kind, lanes = [] }: Telling): string | undefined {
  const recipient = participants.find((one) => one.kind === 'recipient');
  const name = anyWording(recipient?.name, lang, lang);
  const isDrawn = lanes.some(
    (lane) => name !== undefined && squeeze(anyWording(lane, lang, lang) ?? '') === squeeze(name),
  );
  return kind === 'drawing' && isDrawn ? recipient?.id : undefined;
}

/**
 * A telling as it stands in the act, with the drafters' mistakes: its order, its words, its cells of what comes next.
 * `lost` stands for a term whose words are lost.
 */
export function filedGraph(regulation: Regulation, telling: Telling, lost: string): Graph | undefined {
  const flow = regulation.process[telling.flow];
  if (!flow || telling.items.length === 0) return undefined;
  const places = telling.items.map((item, index): Place => {
    const step = flow.steps.find(({ id }) => id === item.step);
    const repeated = telling.items.findIndex((other) => other.step === item.step) < index;
    const id = step && !repeated ? step.id : `t${index + 1}`;
    return { item, step, node: nodeOf(item, step, id, regulation, lost) };
  });
  const first = places[0];
  const edges = places.flatMap((place, index) => edgesFrom(place, index, places, flow));
  const lane = startLane(regulation, telling) ?? first?.node.lane ?? '';
  const nodes: GraphNode[] = [{ id: 's', kind: 'start', lane, terms: [] }];
  for (const { node, step } of places) {
    nodes.push(node);
    if (edges.some(({ from }) => from === node.id)) continue;
    nodes.push({ id: `e_${node.id}`, kind: step?.end ?? 'stop', lane: node.lane, terms: [] });
    edges.push({ from: node.id, to: `e_${node.id}` });
  }
  return { flow: telling.flow, nodes, edges: [{ from: 's', to: first?.node.id ?? '' }, ...edges], broken: [] };
}
