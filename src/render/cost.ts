import type { Box, Geometry, NodeBox, Point } from './geometry.ts';

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
  sharedPort: 150,
  pixel: 0.25,
} as const;

const clearance = 7;
/** What the head of an arrow needs before its box. */
export const headRoom = 15;

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

export interface Scene {
  readonly geometry: Geometry;
  readonly drawn: ReadonlyMap<string, readonly Point[]>;
  readonly links: ReadonlyMap<string, Link>;
}

const near = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 6;

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

/** What Mermaid's own routes may suffer from: no room for the head, and lines a pixel or two out of the upright. */
export function slantOf(points: readonly Point[]): number {
  const [a, b] = [points.at(-2), points.at(-1)];
  const cramped = a && b && Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < headRoom ? price.border : 0;
  return cramped + slants(points);
}

function slants(points: readonly Point[]): number {
  return segments(points).some(([a, b]) => Math.abs(a[0] - b[0]) > 0.3 && Math.abs(a[1] - b[1]) > 0.3) ? price.bend : 0;
}
