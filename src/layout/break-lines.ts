import type { Run } from './inline.ts';

/** A line: the pieces from `from` up to and without `to`, and by how many of their own widths its spaces grow. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly stretch: number;
}

export interface Measure {
  /** Width of the first line and of all others, in points. */
  readonly first: number;
  readonly rest: number;
  readonly justify: boolean;
  /** The last line counts like the others, so that a centred title falls into lines of like length. */
  readonly balance?: boolean;
}

/** How far spaces may grow and shrink, in parts of their own width, before the line counts as bad. */
const grow = 0.6;
const shrink = 0.25;
/** A justified line that would need spaces wider than this many times their own width is left ragged. */
const widest = 4;
const fitnessCost = 3_000;
const hyphensInRowCost = 40_000;
/** A last line that is but the end of a word reads badly: rather let the line above be loose. */
const scrapCost = 250_000;

interface Node {
  readonly gap: number;
  readonly demerits: number;
  readonly fitness: number;
  readonly before: Node | undefined;
  readonly stretch: number;
}

/** Sums over pieces and spaces up to a piece, so that the width of any line is a difference. */
function sums(run: Run) {
  const width = [0];
  const space = [0];
  run.pieces.forEach((piece, index) => {
    const gap = run.gaps[index];
    const spaceWidth = gap?.kind === 'space' ? gap.width : 0;
    width.push((width[index] ?? 0) + piece.width + spaceWidth);
    space.push((space[index] ?? 0) + spaceWidth);
  });
  return { width, space };
}

const fitnessOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

/**
 * Breaks a paragraph where the sum of its lines' faults is least (Knuth and Plass, «Breaking Paragraphs into Lines», 1981),
 * without their looseness parameter. `tolerance` is the greatest growth of a line, in units of `grow`.
 * Gives nothing when no set of breaks fits.
 */
export function breakLines(run: Run, measure: Measure, tolerance: number): readonly Line[] | undefined {
  if (run.pieces.length === 0) return [];
  const { width, space } = sums(run);
  let active: Node[] = [{ gap: -1, demerits: 0, fitness: 1, before: undefined, stretch: 0 }];
  for (let index = 0; index < run.gaps.length; index++) {
    const gap = run.gaps[index];
    if (!gap || gap.cost === Infinity) continue;
    const forced = gap.cost === -Infinity;
    const best: (Node | undefined)[] = [];
    const kept: Node[] = [];
    for (const node of active) {
      const from = node.gap + 1;
      const trailing = gap.kind === 'space' ? gap.width : 0;
      const natural =
        (width[index + 1] ?? 0) - (width[from] ?? 0) - trailing + (gap.kind === 'division' ? gap.width : 0);
      const spaces = (space[index + 1] ?? 0) - (space[from] ?? 0) - trailing;
      const line = node.gap < 0 ? measure.first : measure.rest;
      const rest = line - natural;
      const tooLong = measure.justify ? rest < -spaces * shrink - 0.01 : rest < -0.01;
      if (!tooLong && !forced) kept.push(node);
      if (tooLong) continue;
      // Without justification, and on a last line, spaces keep their width; a line is as bad as the room it leaves.
      const ragged = !measure.justify || (forced && rest >= 0);
      const room = ragged ? line * 0.25 : rest < 0 ? spaces * shrink : spaces * grow;
      const ratio = forced && rest >= 0 && !measure.balance ? 0 : room > 0 ? rest / room : rest < 0.01 ? 0 : 1000;
      if (ratio > tolerance) continue;
      const badness = 100 * Math.min(Math.abs(ratio), 40) ** 3;
      const penalty = forced ? 0 : gap.cost;
      const fitness = ragged ? node.fitness : fitnessOf(ratio);
      let demerits = (10 + badness + penalty) ** 2 + node.demerits;
      if (Math.abs(fitness - node.fitness) > 1) demerits += fitnessCost;
      if (gap.kind === 'division' && node.gap >= 0 && run.gaps[node.gap]?.kind === 'division')
        demerits += hyphensInRowCost;
      if (forced && node.gap >= 0 && run.gaps[node.gap]?.kind === 'division' && (spaces === 0 || natural < line * 0.12))
        demerits += scrapCost;
      const rival = best[fitness];
      if (rival && rival.demerits <= demerits) continue;
      best[fitness] = {
        gap: index,
        demerits,
        fitness,
        before: node,
        stretch: ragged || spaces === 0 ? 0 : rest / spaces,
      };
    }
    for (const node of best) if (node) kept.push(node);
    active = kept;
    if (active.length === 0) return undefined;
  }
  const last = active.reduce((first, second) => (second.demerits < first.demerits ? second : first));
  return linesTo(last);
}

function linesTo(last: Node): Line[] {
  const lines: Line[] = [];
  for (let node: Node | undefined = last; node?.before; node = node.before) {
    const stretch = node.stretch > widest ? 0 : node.stretch;
    lines.push({ from: node.before.gap + 1, to: node.gap + 1, stretch });
  }
  return lines.reverse();
}
