import type { Bpmn, BpmnFlow, BpmnNode } from './bpmn.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Coordinates of a BPMN diagram in pixels. */
export interface BpmnLayout {
  readonly pool: Bounds;
  readonly outside?: Bounds;
  readonly lanes: ReadonlyMap<string, Bounds>;
  readonly nodes: ReadonlyMap<string, Bounds>;
  readonly edges: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

const column = 230;
const taskWidth = 160;
const lettersInLine = 18;
const lineHeight = 14.4;
/** What the sign of the kind of task takes in a corner of it. */
const iconRoom = 18;
const header = 30;
const gap = 24;

/** Columns by the longest way from the start; arrows that lead back do not count. */
function ranksOf({ nodes, flows }: Bpmn): Map<string, number> {
  const rank = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = rank.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const before = flows.filter(({ to }) => to === id).map(({ from }) => visit(from));
    open.delete(id);
    const own = Math.max(-1, ...before) + 1;
    rank.set(id, own);
    return own;
  };
  for (const { id } of nodes) visit(id);
  return rank;
}

/** Lines of a task: viewers break at words, and 18 letters of 12 px stand in one also in a wide type. */
function linesOf(name: string): number {
  let lines = 1;
  let room = lettersInLine;
  for (const word of name.split(/\s+/)) {
    if (word.length > room && room < lettersInLine) {
      lines += 1;
      room = lettersInLine;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / lettersInLine);
    room -= word.length + 1;
  }
  return lines;
}

function sizeOf({ kind, name }: BpmnNode): { width: number; height: number } {
  if (kind === 'startEvent' || kind === 'endEvent') return { width: 36, height: 36 };
  if (kind === 'exclusiveGateway') return { width: 50, height: 50 };
  if (kind === 'dataObjectReference') return { width: 36, height: 50 };
  return { width: taskWidth, height: Math.max(80, linesOf(name) * lineHeight + 2 * iconRoom) };
}

/** Events and gateways bear their names below them. */
const labelOf = ({ kind }: BpmnNode): number => (/Task|Activity/.test(kind) ? 0 : 40);

function waypoints(from: Bounds, to: Bounds, clear: boolean, gutter: number): [number, number][] {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  if (clear && Math.abs(y1 - y2) < 1 && x2 > x1)
    return [
      [x1, y1],
      [x2, y2],
    ];
  const near = x1 + 20;
  if (clear && x2 > x1)
    return [
      [x1, y1],
      [x2 - 20, y1],
      [x2 - 20, y2],
      [x2, y2],
    ];
  return [
    [x1, y1],
    [near, y1],
    [near, gutter],
    [x2 - 20, gutter],
    [x2 - 20, y2],
    [x2, y2],
  ];
}

/** Pools, lanes as rows, columns by the longest way, arrows at right angles that go round what stands between. */
export function layoutBpmn(bpmn: Bpmn): BpmnLayout {
  const ranks = ranksOf(bpmn);
  const columnOf = (node: BpmnNode): number => {
    const maker = bpmn.outputs.find(({ document }) => document === node.id)?.step;
    return (ranks.get(maker ?? node.id) ?? 0) + (maker === undefined ? 0 : 1);
  };
  const left = 60 + 2 * header;
  const top = bpmn.outside ? 160 : 40;
  const lanes = new Map<string, Bounds>();
  const nodes = new Map<string, Bounds>();
  const width = (Math.max(0, ...bpmn.nodes.map(columnOf)) + 1) * column + 40;
  let y = top;
  for (const lane of bpmn.lanes) {
    // What shares a column stands in rows; a row is as tall as its tallest, and all stand on its axis.
    const rows: BpmnNode[][] = [];
    for (const node of bpmn.nodes.filter((one) => one.lane === lane.id)) {
      const free = rows.find((row) => !row.some((other) => columnOf(other) === columnOf(node)));
      if (free) free.push(node);
      else rows.push([node]);
    }
    let used = gap;
    for (const row of rows) {
      const tallest = Math.max(...row.map((node) => sizeOf(node).height));
      for (const node of row) {
        const size = sizeOf(node);
        const x = left + 30 + columnOf(node) * column + (taskWidth - size.width) / 2;
        nodes.set(node.id, { ...size, x, y: y + used + (tallest - size.height) / 2 });
      }
      used += Math.max(tallest, ...row.map((node) => (tallest + sizeOf(node).height) / 2 + labelOf(node))) + gap;
    }
    const height = Math.max(120, used) + gap;
    lanes.set(lane.id, { x: 60 + header, y, width: width + header, height });
    y += height;
  }
  const pool: Bounds = { x: 60, y: top, width: width + 2 * header, height: y - top };
  const outside: Bounds | undefined = bpmn.outside ? { x: 60, y: 40, width: pool.width, height: 60 } : undefined;
  const edges = new Map<string, readonly (readonly [number, number])[]>();
  for (const [index, flow] of bpmn.flows.entries())
    edges.set(flow.id, routed(flow, bpmn, { ranks, nodes, lanes }, index));
  for (const { id, from, to } of bpmn.messages) {
    const event = nodes.get(from === 'outside' ? to : from);
    if (!event || !outside) continue;
    const x = event.x + event.width / 2;
    const line = [
      [x, outside.y + outside.height],
      [x, event.y],
    ] as const;
    edges.set(id, from === 'outside' ? line : [...line].reverse());
  }
  return { pool, ...(outside ? { outside } : {}), lanes, nodes, edges };
}

interface Placed {
  readonly ranks: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, Bounds>;
  readonly lanes: ReadonlyMap<string, Bounds>;
}

/** An arrow past other columns runs in the gutter at the foot of the lane it leaves. */
function routed(
  flow: BpmnFlow,
  bpmn: Bpmn,
  { ranks, nodes, lanes }: Placed,
  index: number,
): (readonly [number, number])[] {
  const [from, to] = [nodes.get(flow.from), nodes.get(flow.to)];
  if (!from || !to) return [];
  const beside = (ranks.get(flow.to) ?? 0) - (ranks.get(flow.from) ?? 0) === 1;
  const lane = lanes.get(bpmn.nodes.find(({ id }) => id === flow.from)?.lane ?? '');
  const gutter = (lane ? lane.y + lane.height : to.y) - 6 - (index % 3) * 5;
  return waypoints(from, to, beside, gutter);
}
