import type { Box, EdgeLine, Geometry, Point } from './geometry.ts';
import { enters, headRoom, segments } from './cost.ts';

interface Place {
  readonly at: Point;
  readonly walked: number;
  readonly isUpright: boolean;
}

/** Places along a route for the middle of its answer, nearest to the question first. */
function* places(points: readonly Point[]): Generator<Place> {
  let before = 0;
  for (const [a, b] of segments(points)) {
    const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    const isUpright = Math.abs(a[0] - b[0]) < Math.abs(a[1] - b[1]);
    const first = Math.min(16, length / 2);
    for (let by = first; by <= Math.max(first, length - 12); by += 6) {
      const share = by / length;
      yield { at: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], walked: before + by, isUpright };
    }
    before += length;
  }
}

/** The answer on the line, then beside it, on either hand. */
function* boxesAt({ at, isUpright }: Place, label: Box): Generator<{ readonly box: Box; readonly isBeside: boolean }> {
  const aside = 3 + (isUpright ? label.width : label.height) / 2;
  for (const off of [0, -aside, aside]) {
    const [x, y] = isUpright ? [at[0] + off, at[1]] : [at[0], at[1] + off];
    yield { box: { ...label, x: x - label.width / 2, y: y - label.height / 2 }, isBeside: off !== 0 };
  }
}

/** The end of a route where its head is drawn. */
function headOf({ points }: EdgeLine): [Point, Point] | undefined {
  const [a, b] = segments(points).at(-1) ?? [];
  if (!a || !b) return undefined;
  const share = Math.min(1, headRoom / (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])));
  return [[b[0] - (b[0] - a[0]) * share, b[1] - (b[1] - a[1]) * share], b];
}

const overlap = (a: Box, b: Box, room: number): boolean =>
  a.x < b.x + b.width + room &&
  b.x < a.x + a.width + room &&
  a.y < b.y + b.height + room &&
  b.y < a.y + a.height + room;

function badness(box: Box, own: EdgeLine, geometry: Geometry, placed: readonly Box[]): number {
  let cost = 0;
  for (const node of geometry.nodes) if (overlap(box, node, 1)) cost += 400;
  for (const other of placed) if (overlap(box, other, 2)) cost += 400;
  for (const { x, width } of geometry.lanes)
    for (const border of [x, x + width]) if (border > box.x - 3 && border < box.x + box.width + 3) cost += 120;
  for (const edge of geometry.edges) {
    if (edge.id !== own.id && segments(edge.points).some((part) => enters(part, box, 1))) cost += 90;
  }
  const head = headOf(own);
  if (head && enters(head, box, 0)) cost += 200;
  return cost;
}

/**
 * Where the answers stand: on their own arrow or, where that has no room, beside it; near the question, clear of boxes,
 * borders, heads, other arrows and answers.
 */
export function placeLabels(geometry: Geometry): Box[] {
  const placed: Box[] = [];
  for (const label of geometry.labels) {
    const edge = geometry.edges.find(({ id }) => label.id.endsWith(`-${id}`));
    let best = { box: label, cost: Infinity };
    for (const place of edge ? places(edge.points) : []) {
      for (const { box, isBeside } of boxesAt(place, label)) {
        const isCrossed = isBeside && edge && segments(edge.points).some((part) => enters(part, box, 1));
        const cost =
          (edge ? badness(box, edge, geometry, placed) : 0) +
          Math.abs(place.walked - 26) * 0.4 +
          (isCrossed ? 90 : isBeside ? 40 : 0);
        if (cost < best.cost) best = { box, cost };
      }
    }
    placed.push(best.box);
  }
  return placed;
}
