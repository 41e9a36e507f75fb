import type { NodeBox, Point } from './geometry.ts';
import type { Link } from './cost.ts';

/** Where an upright or level line at `at` meets the outline of a box on the side it comes from. */
function outlineAt(node: NodeBox, upright: boolean, at: number, positive: boolean): number {
  const [start, size] = upright ? [node.y, node.height] : [node.x, node.width];
  const [acrossStart, acrossSize] = upright ? [node.x, node.width] : [node.y, node.height];
  const off = Math.abs(at - (acrossStart + acrossSize / 2)) / (acrossSize / 2);
  const half = (size / 2) * (node.shape === 'diamond' ? Math.max(0, 1 - off) : 1);
  return start + size / 2 + (positive ? half : -half);
}

/** Mermaid's route with its ends on the outlines, after boxes were moved or flattened; nothing where an end misses its box. */
export function docked(points: readonly Point[], { from, to }: Link): Point[] | undefined {
  const dock = (node: NodeBox, end: Point, next: Point): Point | undefined => {
    const upright = Math.abs(end[0] - next[0]) < 3;
    const [start, size] = upright ? [node.x, node.width] : [node.y, node.height];
    const at = upright ? end[0] : end[1];
    if (at < start || at > start + size) return undefined;
    const met = outlineAt(node, upright, at, upright ? next[1] > end[1] : next[0] > end[0]);
    return upright ? [at, met] : [met, at];
  };
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  if (!first || !second || !beforeLast || !last) return undefined;
  const start = dock(from, first, second);
  const end = dock(to, last, beforeLast);
  return start && end && [start, ...points.slice(1, -1), end];
}
