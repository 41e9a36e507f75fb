import type { Box, EdgeLine, Geometry, Point } from './geometry.ts';
import { enters, segments } from './cost.ts';

/** Places along a route for the middle of its answer, nearest to the question first. */
function* places(points: readonly Point[]): Generator<{ readonly at: Point; readonly walked: number }> {
  let before = 0;
  for (const [a, b] of segments(points)) {
    const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    const first = Math.min(16, length / 2);
    for (let by = first; by <= Math.max(first, length - 12); by += 6) {
      const share = by / length;
      yield { at: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], walked: before + by };
    }
    before += length;
  }
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
  return cost;
}

/** Where the answers stand: on their own arrow, near the question, clear of boxes, borders, other arrows and answers. */
export function placeLabels(geometry: Geometry): Box[] {
  const placed: Box[] = [];
  for (const label of geometry.labels) {
    const edge = geometry.edges.find(({ id }) => label.id.endsWith(`-${id}`));
    let best = { box: label, cost: Infinity };
    for (const { at, walked } of edge ? places(edge.points) : []) {
      const box = { ...label, x: at[0] - label.width / 2, y: at[1] - label.height / 2 };
      const cost = (edge ? badness(box, edge, geometry, placed) : 0) + Math.abs(walked - 26) * 0.4;
      if (cost < best.cost) best = { box, cost };
    }
    placed.push(best.box);
  }
  return placed;
}
