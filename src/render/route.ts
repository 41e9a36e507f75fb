import { docked } from './dock.ts';
import type { Box, EdgeLine, Geometry, NodeBox, Point } from './geometry.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** The price of a route; what the eye minds most costs most. Lengths are in pixels. */
const price = {
  throughBox: 2000,
  throughTitle: 2000,
  throughLabel: 250,
  along: 400,
  border: 250,
  crossing: 90,
  bend: 24,
  /** Leaving upwards or entering from below: the act's order runs down. */
  upward: 90,
  /** One point of a condition for an arrow in and an arrow out. */
  sharedPort: 70,
  pixel: 0.25,
} as const;

const clearance = 7;
/** What the head of an arrow needs before its box. */
const headRoom = 15;
const sides: readonly Side[] = ['bottom', 'right', 'left', 'top'];

function portOf(node: Box, side: Side): Point {
  const { x, y, width, height } = node;
  if (side === 'top') return [x + width / 2, y];
  if (side === 'bottom') return [x + width / 2, y + height];
  return [side === 'left' ? x : x + width, y + height / 2];
}

/** The first corner in common: what a line leaving a side must keep to, so that it does not run back into its box. */
function leavesAway(from: Point, next: Point, side: Side, clearance: number): boolean {
  const [dx, dy] = [next[0] - from[0], next[1] - from[1]];
  if (side === 'top') return dy <= -clearance && dx === 0;
  if (side === 'bottom') return dy >= clearance && dx === 0;
  return dy === 0 && (side === 'left' ? dx <= -clearance : dx >= clearance);
}

const isUpright = (side: Side): boolean => side === 'top' || side === 'bottom';

/** Routes of up to three turns between two ports, over the given channels. */
function* routes(
  start: Point,
  leaving: Side,
  end: Point,
  entering: Side,
  xs: readonly number[],
  ys: readonly number[],
): Generator<Point[]> {
  const [x1, y1] = start;
  const [x2, y2] = end;
  if (isUpright(leaving) && isUpright(entering)) {
    if (x1 === x2) yield [start, end];
    else for (const y of [...ys, (y1 + y2) / 2]) yield [start, [x1, y], [x2, y], end];
    return;
  }
  if (!isUpright(leaving) && !isUpright(entering)) {
    if (y1 === y2) yield [start, end];
    else for (const x of [...xs, (x1 + x2) / 2]) yield [start, [x, y1], [x, y2], end];
    return;
  }
  yield isUpright(leaving) ? [start, [x1, y2], end] : [start, [x2, y1], end];
}

/** A straight line between facing sides that overlap: no port, the middle of what they share. */
function straight(
  from: NodeBox,
  to: NodeBox,
): { readonly points: Point[]; readonly leaving: Side; readonly entering: Side }[] {
  const pointed = (node: NodeBox): boolean => node.shape === 'diamond';
  /** What is left free at the corners; little at a small circle. */
  const corner = (node: NodeBox, size: 'width' | 'height'): number => Math.min(8, node[size] / 3);
  const middle = (a: NodeBox, b: NodeBox, at: 'x' | 'y', size: 'width' | 'height'): number | undefined => {
    const low = Math.max(a[at] + corner(a, size), b[at] + corner(b, size));
    const high = Math.min(a[at] + a[size] - corner(a, size), b[at] + b[size] - corner(b, size));
    const centres = [a, b].filter(pointed).map((node) => node[at] + node[size] / 2);
    const wanted = centres[0] ?? b[at] + b[size] / 2;
    if (centres.length === 2 && Math.abs((centres[0] ?? 0) - (centres[1] ?? 0)) > 2) return undefined;
    if (low > high) return undefined;
    if (centres.length > 0) return wanted >= low && wanted <= high ? wanted : undefined;
    return Math.min(high, Math.max(low, wanted));
  };
  const found: { points: Point[]; leaving: Side; entering: Side }[] = [];
  const x = middle(from, to, 'x', 'width');
  if (x !== undefined && from.y + from.height < to.y)
    found.push({
      points: [
        [x, from.y + from.height],
        [x, to.y],
      ],
      leaving: 'bottom',
      entering: 'top',
    });
  if (x !== undefined && to.y + to.height < from.y)
    found.push({
      points: [
        [x, from.y],
        [x, to.y + to.height],
      ],
      leaving: 'top',
      entering: 'bottom',
    });
  const y = middle(from, to, 'y', 'height');
  if (y !== undefined && from.x + from.width < to.x)
    found.push({
      points: [
        [from.x + from.width, y],
        [to.x, y],
      ],
      leaving: 'right',
      entering: 'left',
    });
  if (y !== undefined && to.x + to.width < from.x)
    found.push({
      points: [
        [from.x, y],
        [to.x + to.width, y],
      ],
      leaving: 'left',
      entering: 'right',
    });
  return found;
}

export const segments = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, index): [Point, Point] => [points[index] ?? point, point]);

export function enters([a, b]: readonly [Point, Point], box: Box, margin: number): boolean {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return (
    right > box.x - margin &&
    left < box.x + box.width + margin &&
    bottom > box.y - margin &&
    top < box.y + box.height + margin
  );
}

/** How two segments meet: not at all, across, or one along the other (within 9 px for more than 10 px). */
function meeting([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): 'none' | 'across' | 'along' {
  // Mermaid's own lines may lean by a pixel or two.
  const upright = Math.abs(a[0] - b[0]) < Math.abs(a[1] - b[1]);
  const otherUpright = Math.abs(c[0] - d[0]) < Math.abs(c[1] - d[1]);
  const i = upright ? 1 : 0;
  const j = upright ? 0 : 1;
  if (upright === otherUpright) {
    const shared =
      Math.min(Math.max(a[i], b[i]), Math.max(c[i], d[i])) - Math.max(Math.min(a[i], b[i]), Math.min(c[i], d[i]));
    return Math.abs(a[j] - c[j]) < 9 && shared > 10 ? 'along' : 'none';
  }
  const inside = (value: number, from: number, to: number): boolean =>
    value > Math.min(from, to) + 1 && value < Math.max(from, to) - 1;
  return inside(c[i], a[i], b[i]) && inside(a[j], c[j], d[j]) ? 'across' : 'none';
}

export interface Link {
  readonly id: string;
  readonly from: NodeBox;
  readonly to: NodeBox;
}

interface Scene {
  readonly geometry: Geometry;
  readonly drawn: ReadonlyMap<string, readonly Point[]>;
  readonly links: ReadonlyMap<string, Link>;
}

const near = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 6;

/** What a route costs among everything else that is drawn. */
export function costOf(
  points: readonly Point[],
  link: Link,
  { geometry, drawn, links }: Scene,
  pixel: number = price.pixel,
): number {
  const parts = segments(points);
  const rises = parts.filter(([a, b], index) => (index === 0 || index === parts.length - 1) && b[1] < a[1] - 1).length;
  let cost = price.bend * (points.length - 2) + price.upward * rises;
  for (const [index, part] of parts.entries()) {
    const [a, b] = part;
    const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    cost += pixel * length;
    for (const node of geometry.nodes) {
      const own = (node.id === link.from.id && index === 0) || (node.id === link.to.id && index === parts.length - 1);
      if (!own && enters(part, node, node.id === link.from.id || node.id === link.to.id ? -1 : clearance))
        cost += price.throughBox;
    }
    for (const title of geometry.titles) if (enters(part, title, 4)) cost += price.throughTitle;
    if (
      a[0] === b[0] &&
      geometry.lanes.some((lane) => Math.min(Math.abs(a[0] - lane.x), Math.abs(a[0] - lane.x - lane.width)) < 5)
    )
      cost += price.border;
  }
  for (const [id, other] of drawn) {
    if (id === link.id) continue;
    const sameEnd = links.get(id)?.to.id === link.to.id;
    if (link.from.shape === 'diamond' && near(points[0], other[0])) cost += price.along;
    if (near(points[0], other.at(-1)) || near(points.at(-1), other[0])) cost += price.sharedPort;
    for (const part of parts) {
      for (const rival of segments(other)) {
        const met = meeting(part, rival);
        if (met === 'across') cost += price.crossing;
        if (met === 'along') cost += sameEnd ? price.bend : price.along;
      }
    }
  }
  return cost;
}

function* candidates(link: Link, xs: readonly number[], ys: readonly number[]): Generator<Point[]> {
  for (const { points } of straight(link.from, link.to)) yield points;
  for (const leaving of sides) {
    const start = portOf(link.from, leaving);
    for (const entering of sides) {
      const end = portOf(link.to, entering);
      for (const points of routes(start, leaving, end, entering, xs, ys)) {
        const [second, beforeLast] = [points[1], points.at(-2)];
        if (
          second &&
          beforeLast &&
          leavesAway(start, second, leaving, 8) &&
          leavesAway(end, beforeLast, entering, headRoom)
        )
          yield points;
      }
    }
  }
}

const distinct = (values: readonly number[]): number[] => [...new Set(values.map((value) => Math.round(value)))];

/** The arrows with the boxes they join, told from their names (`L_<from>_<to>_<n>`). */
export function linksOf(geometry: Geometry): Link[] {
  const byId = new Map(geometry.nodes.map((node) => [node.id, node]));
  return geometry.edges.flatMap(({ id }) => {
    const name = id.replace(/^L_/, '').replace(/_\d+$/, '');
    for (const from of geometry.nodes) {
      const to = name.startsWith(`${from.id}_`) ? byId.get(name.slice(from.id.length + 1)) : undefined;
      if (to) return [{ id, from, to }];
    }
    return [];
  });
}

/** Mermaid's own corners made exactly upright and level, where they are nearly so. */
const cleaned = (points: readonly Point[]): Point[] => {
  const kept = points.filter(([x, y], index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return (
      !before ||
      !after ||
      !(
        (Math.abs(before[0] - x) < 1 && Math.abs(after[0] - x) < 1) ||
        (Math.abs(before[1] - y) < 1 && Math.abs(after[1] - y) < 1)
      )
    );
  });
  return kept;
};

/**
 * Better routes for arrows: for each, the cheapest of Mermaid's own and of all with up to two turns (three segments)
 * between the sides of its boxes, beside everything else. Two rounds, in the order of the text. Pure arithmetic over
 * the boxes as they stand.
 */
export function reroute(geometry: Geometry): EdgeLine[] {
  const all = linksOf(geometry);
  const links = new Map(all.map((link) => [link.id, link]));
  const drawn = new Map<string, readonly Point[]>(geometry.edges.map(({ id, points }) => [id, cleaned(points)]));
  const xs = distinct([
    ...geometry.lanes.flatMap(({ x, width }) => [x + 12, x + width - 12]),
    ...geometry.nodes.flatMap(({ x, width }) => [x - 18, x + width + 18]),
  ]);
  const ys = distinct(geometry.nodes.flatMap(({ y, height }) => [y - 18, y + height + 18]));
  for (const _round of [1, 2]) {
    for (const link of all) {
      const scene: Scene = { geometry, drawn, links };
      const given = drawn.get(link.id) ?? [];
      const now = docked(given, link);
      let best = now
        ? { points: now, cost: costOf(now, link, scene) + slantOf(now) }
        : { points: given, cost: Infinity };
      for (const points of candidates(link, xs, ys)) {
        const cost = costOf(points, link, scene);
        if (cost < best.cost - 0.01) best = { points, cost };
      }
      drawn.set(link.id, best.points);
    }
  }
  return geometry.edges.map(({ id, points }) => ({ id, points: drawn.get(id) ?? points }));
}

/** What Mermaid's own routes may suffer from: no room for the head, and lines a pixel or two out of the upright. */
function slantOf(points: readonly Point[]): number {
  const [a, b] = [points.at(-2), points.at(-1)];
  const cramped = a && b && Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < headRoom ? price.border : 0;
  return cramped + slants(points);
}

function slants(points: readonly Point[]): number {
  return segments(points).some(([a, b]) => Math.abs(a[0] - b[0]) > 0.3 && Math.abs(a[1] - b[1]) > 0.3) ? price.bend : 0;
}
