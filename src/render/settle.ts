import type { Geometry, NodeBox } from './geometry.ts';
import { linksOf, type Link } from './cost.ts';

/** The least room under a figure: for an arrow alone, and for an arrow with its answer on it. */
const gap = { arrow: 30, answer: 46, lane: 26 } as const;
/** What a flattened diamond leaves on either side for an arrow with its answer. */
const edgeOfLane = 24;

/**
 * A diamond as flat as its lane is wide. Mermaid makes it square (width + height of the text both ways); a text of w × h
 * fits any diamond of W × H with w / W + h / H <= 1.
 */
function flattened(node: NodeBox, geometry: Geometry): NodeBox {
  const lane = geometry.lanes.find(({ x, width }) => node.x >= x - 1 && node.x + node.width <= x + width + 1);
  const { text } = node;
  if (node.shape !== 'diamond' || !lane || !text) return node;
  const middle = { x: node.x + node.width / 2, y: node.y + node.height / 2 };
  const room = 2 * Math.min(middle.x - lane.x, lane.x + lane.width - middle.x) - 2 * edgeOfLane;
  const width = Math.max(node.width, Math.min(room, text.width * 2.2));
  const wanted = (text.height + 4) / (1 - (text.width + 10) / width);
  const height = Math.min(node.height, Math.max(wanted, text.height * 1.7));
  return { ...node, x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

interface Row {
  readonly nodes: readonly NodeBox[];
  readonly centre: number;
}

const centreOf = (node: NodeBox): number => node.y + node.height / 2;

function rowsOf(nodes: readonly NodeBox[]): Row[] {
  const rows: { nodes: NodeBox[]; centre: number }[] = [];
  for (const node of [...nodes].sort((a, b) => centreOf(a) - centreOf(b))) {
    const last = rows.at(-1);
    if (last && centreOf(node) - last.centre < 3) last.nodes.push(node);
    else rows.push({ nodes: [node], centre: centreOf(node) });
  }
  return rows;
}

const besides = (a: NodeBox, b: NodeBox): boolean => a.x < b.x + b.width + 8 && b.x < a.x + a.width + 8;

/** How far below `above` the row of `below` must stay, from centre to centre. */
function distance(above: Row, below: Row, links: readonly Link[], answered: ReadonlySet<string>): number {
  let least = 0;
  for (const a of above.nodes) {
    for (const b of below.nodes) {
      const halves = (a.height + b.height) / 2;
      const link = links.find(
        ({ from, to }) => (from.id === a.id && to.id === b.id) || (from.id === b.id && to.id === a.id),
      );
      const was = b.y - (a.y + a.height);
      const room = link ? (answered.has(link.id) ? gap.answer : gap.arrow) : gap.lane;
      if (besides(a, b) || (link && was > 0)) least = Math.max(least, halves + Math.min(room, Math.max(was, 0)));
    }
  }
  return Math.max(least, Math.min(10, below.centre - above.centre));
}

/**
 * The same drawing without the air: diamonds as flat as their lanes allow, rows moved up as far as their arrows and
 * answers need. Order, rows and lanes stay as Mermaid placed them; nothing moves down. Pure arithmetic.
 */
export function settle(geometry: Geometry): Geometry {
  if (geometry.lanes.length === 0) return geometry;
  const flat = geometry.nodes.map((node) => flattened(node, geometry));
  const links = linksOf({ ...geometry, nodes: flat });
  const answered = new Set(
    links.map(({ id }) => id).filter((id) => geometry.labels.some((label) => label.id.endsWith(`-${id}`))),
  );
  const rows = rowsOf(flat);
  const centres: number[] = [];
  const top = Math.min(...geometry.lanes.map(({ y }) => y));
  for (const [index, row] of rows.entries()) {
    const under = rows.slice(0, index).map((above, at) => (centres[at] ?? 0) + distance(above, row, links, answered));
    const first = top + 18 + Math.max(...row.nodes.map(({ height }) => height / 2));
    centres.push(Math.min(row.centre, Math.max(first, ...under)));
  }
  const nodes = rows.flatMap((row, index) =>
    row.nodes.map((node) => ({ ...node, y: (centres[index] ?? row.centre) - node.height / 2 })),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const moved = (y: number): number => {
    const at = rows.findLastIndex(({ centre }) => centre <= y);
    return y + (at < 0 ? (centres[0] ?? 0) - (rows[0]?.centre ?? 0) : (centres[at] ?? 0) - (rows[at]?.centre ?? 0));
  };
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height)) + 22;
  const edges = geometry.edges.map((edge) => ({
    ...edge,
    points: edge.points.map(([x, y]) => [x, moved(y)] as const),
  }));
  const low = Math.max(bottom, ...edges.flatMap(({ points }) => points.map(([, y]) => y + 12)));
  return {
    ...geometry,
    nodes: geometry.nodes.map((node) => byId.get(node.id) ?? node),
    edges,
    lanes: geometry.lanes.map((lane) => ({ ...lane, height: Math.min(low - lane.y, lane.height) })),
  };
}
