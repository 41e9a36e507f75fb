import { anyWording, type ViewWords, type Participant, type Regulation, type ViewHints } from '../model/index.ts';
import type { Graph, GraphEdge, GraphNode } from '../process/index.ts';
import { fill } from '../text/index.ts';
import type { Arrow, Figure, Lane, Picture, Role } from './picture.ts';

/** What a view is drawn from besides the graph. */
export interface ViewOptions {
  readonly name: string;
  readonly style: Picture['style'];
  readonly title: string;
  readonly words: ViewWords;
  readonly hints: ViewHints;
}

const capital = (text: string): string =>
  /^\p{Ll}\p{Ll}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
const tidy = (text: string): string => capital(text.replace(/[\s;.]+$/u, ''));

const roles: Readonly<Record<Picture['style'], Readonly<Record<GraphNode['kind'], Role>>>> = {
  scheme: {
    start: 'start',
    step: 'step',
    condition: 'condition',
    document: 'document',
    result: 'result',
    refusal: 'refusal',
    error: 'error',
    stop: 'stop',
    flow: 'flow',
    return: 'connector',
  },
  interaction: {
    start: 'message-start',
    step: 'step',
    condition: 'condition',
    document: 'document',
    result: 'message-end',
    refusal: 'error',
    error: 'error',
    stop: 'stop',
    flow: 'flow',
    return: 'connector',
  },
};

const signs: Partial<Record<Role, string>> = { 'message-start': '✉', 'message-end': '✉', stop: '…', connector: '↺' };

function textOf(node: GraphNode, role: Role, style: Picture['style'], words: ViewWords): string {
  if (role === 'error' && style === 'interaction') return '✖';
  const sign = signs[role];
  if (sign !== undefined) return sign;
  if (node.kind === 'flow') return fill(words.otherFlow, { clause: node.clause ?? '' });
  if (node.kind === 'start') return words.application;
  if (node.text === null) return words.lost;
  if (node.text !== undefined) return tidy(node.text);
  return node.kind === 'result' ? words.result : words.refusal;
}

/** «Процедура 1», «1-процесс», with its clause where that is not the picture's own; a number alone is «1.». */
function headOf(node: GraphNode, words: ViewWords): string | undefined {
  if (node.word === undefined) return node.number === undefined ? undefined : `${node.number}.`;
  const head = capital(fill(words.numbered, { word: node.word, number: node.number ?? words.lost }));
  return node.clause === undefined ? head : fill(words.ofClause, { head, clause: node.clause });
}

function figureOf(node: GraphNode, lane: string, partner: string | undefined, { style, words }: ViewOptions): Figure {
  const role = roles[style][node.kind];
  const head = headOf(node, words);
  const terms = node.terms.length > 0 ? `(${node.terms.join(';\n')})` : undefined;
  const foot = [partner && fill(words.partner, { name: partner }), terms]
    .filter((part) => part !== undefined)
    .join(' ');
  return {
    id: node.id,
    role,
    lane,
    ...(head === undefined ? {} : { head }),
    text: textOf(node, role, style, words),
    ...(foot === '' ? {} : { foot }),
  };
}

/** The lane of a node: its participant's; both participants' where the first has no lane of its own. */
function laneKey(node: GraphNode, alone: ReadonlySet<string>): string {
  if (node.partner === undefined) return node.lane;
  return alone.has(node.lane) ? node.lane : `${node.lane}+${node.partner}`;
}

const participantOf = (regulation: Regulation, id: string): Participant | undefined =>
  regulation.participants.find((one) => one.id === id);

/** The short name of a participant, else the full one; its id where the list lacks it. */
function nameOf(regulation: Regulation, id: string): string {
  const one = participantOf(regulation, id);
  return anyWording(one?.short ?? one?.name, regulation.lang, regulation.lang) ?? id;
}

const isControl = (edge: GraphEdge, from: Figure | undefined, to: Figure | undefined): boolean =>
  from?.role === 'condition' || edge.answer !== undefined || from?.lane === to?.lane;

function arrowsOf(graph: Graph, figures: readonly Figure[], { style, words, hints }: ViewOptions): Arrow[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const first = hints.order === 'yes-first' ? 'yes' : 'no';
  const rank = (edge: GraphEdge): number => (edge.answer === undefined ? 1 : edge.answer.kind === first ? 0 : 2);
  const place = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const inOrder = [...graph.edges].sort(
    (a, b) => (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0) || rank(a) - rank(b),
  );
  return inOrder.map((edge) => {
    const message = style === 'interaction' && !isControl(edge, byId.get(edge.from), byId.get(edge.to));
    const answer = edge.answer && (edge.answer.kind === 'words' ? edge.answer.text : words[edge.answer.kind]);
    return {
      from: edge.from,
      to: edge.to,
      kind: message ? 'message' : 'control',
      ...(answer === undefined ? {} : { label: answer }),
    };
  });
}

function lanesOf(
  figures: readonly Figure[],
  regulation: Regulation,
  { words, hints }: ViewOptions,
  given: readonly string[],
): Lane[] {
  const present = [...new Set(figures.map(({ lane }) => lane))];
  const order = [...(hints.lanes ?? given), ...present].filter((id) => present.includes(id));
  return [...new Set(order)].map((id) => {
    const ids = id.split('+');
    const title = id === '' ? words.unnamed : ids.map((one) => capital(nameOf(regulation, one))).join(' / ');
    return { id, title, kind: id === '' ? 'unnamed' : (participantOf(regulation, ids[0] ?? '')?.kind ?? 'unit') };
  });
}

/** A step that leads to itself gets a sign of return: Mermaid's swimlanes fail on an arrow from a box to itself. */
function withoutLoops(graph: Graph): Graph {
  const loops = graph.edges.filter(({ from, to }) => from === to);
  return {
    ...graph,
    nodes: graph.nodes.flatMap((node) =>
      loops.some(({ from }) => from === node.id)
        ? [node, { id: `r_${node.id}`, kind: 'return', lane: node.lane, terms: [] }]
        : [node],
    ),
    edges: graph.edges.map((edge) => (edge.from === edge.to ? { ...edge, to: `r_${edge.to}` } : edge)),
  };
}

/** A graph as a picture of one view: lanes, figures with number, text and term, arrows with their answers. */
export function pictureOf(regulation: Regulation, drawn: Graph, options: ViewOptions): Picture {
  const graph = withoutLoops(drawn);
  const { style, words, hints } = options;
  const alone = new Set(graph.nodes.filter((node) => node.partner === undefined).map(({ lane }) => lane));
  const firstStep = graph.nodes[1];
  const recipient = graph.nodes[0]?.lane ?? '';
  const figures = graph.nodes.map((node) => {
    const key = laneKey(node, alone);
    const partner =
      node.partner !== undefined && node.kind !== 'result' && key === node.lane
        ? nameOf(regulation, node.partner)
        : undefined;
    const starts = node.kind === 'start' && style === 'interaction' && firstStep;
    const ends = hints.ends === 'recipient' && (node.kind === 'result' || node.kind === 'refusal');
    const lane = starts ? laneKey(firstStep, alone) : ends ? recipient : key;
    return figureOf(node, lane, partner, options);
  });
  const lanes = lanesOf(figures, regulation, options, regulation.process[graph.flow]?.lanes ?? []);
  const count = (role: Role): number => figures.filter((figure) => figure.role === role).length;
  const description = fill(words.counts, { steps: count('step'), conditions: count('condition'), lanes: lanes.length });
  return {
    name: options.name,
    style,
    flow: graph.flow,
    title: options.title,
    description,
    lanes,
    figures,
    arrows: arrowsOf(graph, figures, options),
    hints,
  };
}
