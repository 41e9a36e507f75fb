import { costOf, headRoom, linksOf, slantOf, type Link, type Scene } from './cost.ts';
import { docked } from './dock.ts';
import type { Box, EdgeLine, Geometry, NodeBox, Point } from './geometry.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';

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
  // Three turns, close to the boxes: round a neighbour on the way.
  for (const off of [18, 32]) {
    for (const by of [18, 32]) {
      const [out, into] = [
        leaving === 'top' || leaving === 'left' ? -off : off,
        entering === 'top' || entering === 'left' ? -by : by,
      ];
      if (isUpright(leaving)) yield [start, [x1, y1 + out], [x2 + into, y1 + out], [x2 + into, y2], end];
      else yield [start, [x1 + out, y1], [x1 + out, y2 + into], [x2, y2 + into], end];
    }
  }
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

/** How many routes of each answer are tried together. */
const tried = 16;

/** The routes of one arrow, cheapest first, at most four from each side of the box. */
function bestRoutes(link: Link, scene: Scene, xs: readonly number[], ys: readonly number[]): (readonly Point[])[] {
  const priced = [...candidates(link, xs, ys)].map((points) => ({ points, cost: costOf(points, link, scene) }));
  const perPort = new Map<string, number>();
  return priced
    .sort((a, b) => a.cost - b.cost)
    .filter(({ points }) => {
      const port = String(points[0]);
      perPort.set(port, (perPort.get(port) ?? 0) + 1);
      return (perPort.get(port) ?? 0) <= 4;
    })
    .slice(0, tried)
    .map(({ points }) => points);
}

/** The two answers of a condition together: one alone never gives up the side that the other would need. */
function rerouteAnswers(
  pair: readonly [Link, Link],
  scene: Scene & { drawn: Map<string, readonly Point[]> },
  xs: readonly number[],
  ys: readonly number[],
): void {
  const [first, second] = pair;
  const { drawn } = scene;
  const now = [drawn.get(first.id) ?? [], drawn.get(second.id) ?? []] as const;
  const together = (one: readonly Point[], other: readonly Point[]): number => {
    drawn.set(first.id, one);
    drawn.set(second.id, other);
    return costOf(one, first, scene) + costOf(other, second, scene);
  };
  let best = { routes: now, cost: together(...now) };
  drawn.delete(first.id);
  drawn.delete(second.id);
  const [ones, others] = [bestRoutes(first, scene, xs, ys), bestRoutes(second, scene, xs, ys)];
  for (const one of ones) {
    for (const other of others) {
      const cost = together(one, other);
      if (cost < best.cost - 0.01) best = { routes: [one, other], cost };
    }
  }
  drawn.set(first.id, best.routes[0]);
  drawn.set(second.id, best.routes[1]);
}

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
    for (const { id, shape } of geometry.nodes) {
      const [first, second, ...more] = all.filter(({ from }) => from.id === id);
      if (shape === 'diamond' && first && second && more.length === 0)
        rerouteAnswers([first, second], { geometry, drawn, links }, xs, ys);
    }
  }
  return geometry.edges.map(({ id, points }) => ({ id, points: drawn.get(id) ?? points }));
}
