import type { ViewWords } from '../model/index.ts';
import type { Figure, Lane, Picture, Role } from './picture.ts';

export type BpmnKind =
  'startEvent' | 'endEvent' | 'userTask' | 'serviceTask' | 'callActivity' | 'exclusiveGateway' | 'dataObjectReference';

/** A node of the process; `event` is the definition inside an event, `note` its documentation. */
export interface BpmnNode {
  readonly id: string;
  readonly kind: BpmnKind;
  readonly lane: string;
  readonly name: string;
  readonly event?: 'message' | 'error';
  readonly note?: string;
}

export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
}

/** A collaboration: one process in a pool with lanes, and the recipient outside it where it takes no step itself. */
export interface Bpmn {
  readonly id: string;
  readonly title: string;
  readonly lanes: readonly Lane[];
  readonly outside?: { readonly id: string; readonly name: string };
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  /** Between the pool outside and events of the process. */
  readonly messages: readonly BpmnFlow[];
  /** What a step hands over as a document. */
  readonly outputs: readonly { readonly step: string; readonly document: string }[];
}

const kinds: Readonly<Record<Role, BpmnKind>> = {
  start: 'startEvent',
  'message-start': 'startEvent',
  connector: 'callActivity',
  step: 'userTask',
  condition: 'exclusiveGateway',
  document: 'dataObjectReference',
  result: 'endEvent',
  refusal: 'endEvent',
  'message-end': 'endEvent',
  error: 'endEvent',
  stop: 'endEvent',
  flow: 'callActivity',
};

function nodeOf(figure: Figure, lane: Lane | undefined, words: ViewWords): BpmnNode {
  const { id, role, head, text, foot } = figure;
  const sign = role === 'message-start' || role === 'message-end' || (role === 'error' && text === '✖');
  const name = sign
    ? words.symbols[role]
    : head === undefined
      ? text
      : head.endsWith('.')
        ? `${head} ${text}`
        : `${head}. ${text}`;
  const event = role === 'error' ? 'error' : role === 'message-start' || role === 'message-end' ? 'message' : undefined;
  return {
    id,
    kind: role === 'step' && lane?.kind === 'system' ? 'serviceTask' : kinds[role],
    lane: figure.lane,
    name,
    ...(event === undefined ? {} : { event }),
    ...(foot === undefined ? {} : { note: foot }),
  };
}

interface Wired {
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly name?: string }[];
}

/** A gateway before what several ways lead to, and after a step that several lead from: BPMN joins and splits openly. */
function opened({ nodes, flows }: Wired): Wired {
  const count = (end: 'from' | 'to', id: string): number => flows.filter((flow) => flow[end] === id).length;
  const joined = new Set(nodes.filter(({ id }) => count('to', id) > 1).map(({ id }) => id));
  const split = new Set(
    nodes.filter(({ id, kind }) => kind !== 'exclusiveGateway' && count('from', id) > 1).map(({ id }) => id),
  );
  const gateway = (id: string, of: BpmnNode): BpmnNode => ({ id, kind: 'exclusiveGateway', lane: of.lane, name: '' });
  return {
    nodes: nodes.flatMap((node) => [
      ...(joined.has(node.id) ? [gateway(`join_${node.id}`, node)] : []),
      node,
      ...(split.has(node.id) ? [{ ...gateway(`split_${node.id}`, node), name: '?' }] : []),
    ]),
    flows: [
      ...flows.map(({ from, to, ...rest }) => ({
        ...rest,
        from: split.has(from) ? `split_${from}` : from,
        to: joined.has(to) ? `join_${to}` : to,
      })),
      ...[...joined].map((id) => ({ from: `join_${id}`, to: id })),
      ...[...split].map((id) => ({ from: id, to: `split_${id}` })),
    ],
  };
}

/** A document is no point of the flow: the step that makes it goes straight on to what follows. */
function withoutDocuments({ nodes, flows }: Wired): Wired & Pick<Bpmn, 'outputs'> {
  const documents = new Set(nodes.filter(({ kind }) => kind === 'dataObjectReference').map(({ id }) => id));
  const outputs = flows.filter(({ to }) => documents.has(to)).map(({ from, to }) => ({ step: from, document: to }));
  const bridged = outputs.flatMap(({ step, document }) =>
    flows.filter(({ from }) => from === document).map(({ to }) => ({ from: step, to })),
  );
  return {
    nodes,
    flows: [...flows.filter(({ from, to }) => !documents.has(from) && !documents.has(to)), ...bridged],
    outputs,
  };
}

/**
 * A picture as a BPMN collaboration. Everything that the picture shows is there: lanes, steps, conditions with their
 * answers, ends, documents; terms are documentation. A recipient who takes no step stands outside as a pool of its own,
 * with messages to and from the process.
 */
export function bpmnOf(picture: Picture, words: ViewWords): Bpmn {
  const recipient = picture.lanes.find(({ kind }) => kind === 'recipient');
  const acts = picture.figures.some(
    ({ lane, role }) => lane === recipient?.id && (role === 'step' || role === 'condition'),
  );
  const outside = recipient && !acts ? recipient : undefined;
  const entry = picture.figures.find(({ role }) => role === 'step' || role === 'condition');
  const inside = (figure: Figure): Figure => {
    if (figure.lane !== outside?.id) return figure;
    const before = picture.arrows.find(({ to }) => to === figure.id)?.from;
    const lane = picture.figures.find(({ id }) => id === before)?.lane ?? entry?.lane ?? figure.lane;
    return { ...figure, lane: lane === outside.id ? (entry?.lane ?? lane) : lane };
  };
  const nodes = picture.figures.map((figure) => {
    const own = inside(figure);
    const node = nodeOf(
      own,
      picture.lanes.find(({ id }) => id === own.lane),
      words,
    );
    return outside && figure.role === 'start' ? { ...node, event: 'message' as const } : node;
  });
  const flows = picture.arrows.map(({ from, to, label }) => ({
    from,
    to,
    ...(label === undefined ? {} : { name: label }),
  }));
  const plain = withoutDocuments({ nodes, flows });
  const wired = opened(plain);
  const ends = wired.nodes.filter(({ kind }) => kind === 'endEvent');
  const starts = wired.nodes.filter(({ kind }) => kind === 'startEvent');
  const messages = outside
    ? [
        ...starts.map(({ id }) => ({ from: 'outside', to: id })),
        ...ends.filter(({ event }) => event !== 'error').map(({ id }) => ({ from: id, to: 'outside' })),
      ]
    : [];
  return {
    id: picture.name.replace(/[^a-z0-9]+/gi, '_'),
    title: picture.title,
    lanes: picture.lanes.filter(({ id }) => id !== outside?.id),
    ...(outside ? { outside: { id: 'outside', name: outside.title } } : {}),
    nodes: wired.nodes.map((node) =>
      outside && node.kind === 'endEvent' && node.event === undefined ? { ...node, event: 'message' } : node,
    ),
    flows: wired.flows.map((flow, index) => ({ ...flow, id: `flow_${index + 1}` })),
    messages: messages.map((flow, index) => ({ ...flow, id: `message_${index + 1}` })),
    outputs: plain.outputs,
  };
}
