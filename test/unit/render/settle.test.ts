import { describe, expect, it } from 'vitest';
import { badnessOf, textSizeOn } from '../../../src/render/judge.ts';
import type { Geometry, NodeBox } from '../../../src/render/geometry.ts';
import { placeLabels } from '../../../src/render/labels.ts';
import { settle } from '../../../src/render/settle.ts';

const text = { width: 100, height: 40 };
const node = (id: string, y: number, shape: NodeBox['shape'] = 'box', height = 40): NodeBox => ({
  id,
  x: 50,
  y,
  width: shape === 'diamond' ? 140 : 100,
  height,
  shape,
  text,
});
const scene = (more: Partial<Geometry>): Geometry => ({
  width: 300,
  height: 900,
  nodes: [],
  edges: [],
  lanes: [{ id: 'l', x: 0, y: 0, width: 300, height: 900 }],
  titles: [],
  labels: [],
  ...more,
});

describe('settling', () => {
  it('takes out the air, keeps the order, and leaves room for an arrow', () => {
    const { nodes, lanes } = settle(
      scene({
        nodes: [node('a', 100), node('b', 400), node('c', 800)],
        edges: [
          {
            id: 'L_a_b_0',
            points: [
              [100, 140],
              [100, 400],
            ],
          },
        ],
      }),
    );
    const [a, b, c] = nodes;
    if (!a || !b || !c) throw new Error('lost');
    expect(b.y - (a.y + a.height)).toBeGreaterThanOrEqual(30);
    expect(b.y).toBeLessThan(400);
    expect(c.y).toBeGreaterThan(b.y + b.height);
    expect(lanes[0]?.height).toBeLessThan(900);
  });

  it('flattens a diamond no further than its text allows', () => {
    const [flat] = settle(scene({ nodes: [node('c1', 100, 'diamond', 140)] })).nodes;
    if (!flat) throw new Error('lost');
    expect(flat.height).toBeLessThan(140);
    expect(text.width / flat.width + text.height / flat.height).toBeLessThanOrEqual(1);
  });
});

describe('answers', () => {
  it('stand on their arrow, clear of boxes and borders', () => {
    const geometry = scene({
      nodes: [node('a', 100), node('b', 300)],
      edges: [
        {
          id: 'L_a_b_0',
          points: [
            [100, 140],
            [100, 300],
          ],
        },
      ],
      labels: [{ id: 'edge-label-a-b-L_a_b_0', x: 0, y: 0, width: 20, height: 16 }],
    });
    const [label] = placeLabels(geometry);
    if (!label) throw new Error('lost');
    expect(label.x + label.width / 2).toBe(100);
    expect(label.y).toBeGreaterThan(140);
    expect(label.y + label.height).toBeLessThan(300);
  });
});

describe('an answer on a short way', () => {
  it('leaves the head of its arrow free and stands beside the line where a border is near', () => {
    const points: [number, number][] = [
      [160, 100],
      [180, 100],
      [180, 200],
      [160, 200],
    ];
    const [label] = placeLabels(
      scene({
        nodes: [node('a', 100), node('b', 200)],
        lanes: [{ id: 'lane', x: 0, y: 0, width: 190, height: 400 }],
        edges: [{ id: 'L_a_b_0', points }],
        labels: [{ id: 'edge-label-a-b-L_a_b_0', x: 0, y: 0, width: 20, height: 16 }],
      }),
    );
    if (!label) throw new Error('lost');
    const isOnHead = label.x < 175 && label.x + label.width > 160 && label.y < 200 && label.y + label.height > 200;
    expect(isOnHead).toBe(false);
    expect(label.x + label.width).toBeLessThan(190 - 3);
  });
});

describe('the judge', () => {
  it('gives the size of text on paper: full where it fits, less where it does not', () => {
    expect(textSizeOn('A4', { width: 400, height: 400 })).toBe(10.5);
    expect(textSizeOn('A4', { width: 1400, height: 2400 })).toBeLessThan(
      textSizeOn('A3', { width: 1400, height: 2400 }),
    );
  });

  it('minds an arrow through a box more than anything else', () => {
    const clean = scene({
      nodes: [node('a', 100), node('c', 200), node('b', 300)],
      edges: [
        {
          id: 'L_a_b_0',
          points: [
            [150, 120],
            [200, 120],
            [200, 320],
            [150, 320],
          ],
        },
      ],
    });
    const through = {
      ...clean,
      edges: [
        {
          id: 'L_a_b_0',
          points: [
            [100, 140],
            [100, 300],
          ] as const,
        },
      ],
    };
    expect(badnessOf(through)).toBeGreaterThan(badnessOf(clean) + 100);
  });
});
