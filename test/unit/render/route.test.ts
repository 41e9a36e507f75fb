import { describe, expect, it } from 'vitest';
import type { Geometry, NodeBox } from '../../../src/render/geometry.ts';
import { reroute } from '../../../src/render/route.ts';

const box = (id: string, x: number, y: number, width = 100, height = 40): NodeBox => ({
  id,
  x,
  y,
  width,
  height,
  shape: 'box',
});
const scene = (nodes: readonly NodeBox[], points: readonly (readonly [number, number])[]): Geometry => ({
  width: 600,
  height: 600,
  nodes,
  edges: [{ id: 'L_a_b_0', points }],
  lanes: [],
  titles: [{ id: 'l', x: 0, y: -40, width: 600, height: 30 }],
  labels: [],
});

describe('routes of arrows', () => {
  it('a detour round the whole lane becomes a straight line', () => {
    const geometry = scene(
      [box('a', 0, 0), box('b', 0, 200)],
      [
        [0, 20],
        [-80, 20],
        [-80, 300],
        [50, 300],
        [50, 240],
      ],
    );
    expect(reroute(geometry)).toEqual([
      {
        id: 'L_a_b_0',
        points: [
          [50, 40],
          [50, 200],
        ],
      },
    ]);
  });

  it('a good route is left alone', () => {
    const points = [[50, 40], [50, 200]] as const; // prettier-ignore
    expect(reroute(scene([box('a', 0, 0), box('b', 0, 200)], points))).toEqual([{ id: 'L_a_b_0', points }]);
  });

  it('no route goes through a box that stands between', () => {
    const between = box('c', 0, 100);
    const [route] = reroute(
      scene(
        [box('a', 0, 0), between, box('b', 0, 200)],
        [
          [50, 40],
          [50, 200],
        ],
      ),
    );
    expect(route).toBeDefined();
    const crosses = (route?.points ?? []).some(
      ([x, y]) => x > between.x && x < between.x + between.width && y > between.y && y < between.y + between.height,
    );
    expect(crosses).toBe(false);
    expect(route?.points.length).toBeGreaterThan(2);
  });
});
