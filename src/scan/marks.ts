import { boxSide, type Point } from '../model/questionnaire.ts';
import type { Mapping } from './mapping.ts';
import { greyAt, type Picture } from './picture.ts';

export type MarkState = 'empty' | 'marked' | 'unclear' | 'lost';

/** What was seen in a square: the share of it that is inked, the extent of the ink in millimetres, how dark it is (1 = print). */
export interface ReadMark {
  readonly state: MarkState;
  readonly coverage: number;
  readonly extent: number;
  readonly darkness: number;
}

/** Measured on generated scans (bench/scan.ts): between the limits lies what a person must see. */
const limits = {
  /** Share of darkness from which a point counts as ink, and as a trace of something. */
  ink: 0.32,
  trace: 0.16,
  emptyInk: 0.005,
  emptyTrace: 0.02,
  markedInk: 0.04,
  markedExtent: 2.2,
  markedDarkness: 0.4,
  /** A square inked this much is filled; then it must be dark, or it is a stain. */
  filled: 0.6,
  filledDarkness: 0.6,
  border: 0.28,
};

const inset = 0.8;
const step = 0.125;
const reach = 0.9;

interface Light {
  readonly paper: number;
  readonly black: number;
}

const darknessAt = (picture: Picture, map: Mapping, light: Light, x: number, y: number): number => {
  const { x: px, y: py } = map({ x, y });
  return (light.paper - greyAt(picture, px, py)) / (light.paper - light.black);
};

/** The grey of paper around a square: beside and above it nothing is printed. */
function paperAround(picture: Picture, map: Mapping, { x, y }: Point): number {
  const levels: number[] = [];
  for (let along = -0.5; along <= boxSide + 0.5; along += 0.25) {
    for (const away of [0.9, 1.2]) {
      for (const place of [
        { x: x - away, y: y + along },
        { x: x + along, y: y - away },
        { x: x + along, y: y + boxSide + away },
      ]) {
        const { x: px, y: py } = map(place);
        levels.push(greyAt(picture, px, py));
      }
    }
  }
  levels.sort((a, b) => a - b);
  return levels[Math.floor(levels.length * 0.7)] ?? 255;
}

/** The share of the printed outline that is dark when the square stands at a place. */
function outline(picture: Picture, map: Mapping, light: Light, { x, y }: Point): number {
  let [sum, count] = [0, 0];
  for (let along = 0.25; along < boxSide; along += 0.5) {
    for (const [px, py] of [
      [x + along, y],
      [x + along, y + boxSide],
      [x, y + along],
      [x + boxSide, y + along],
    ] as const) {
      sum += Math.min(1, Math.max(0, darknessAt(picture, map, light, px, py)));
      count += 1;
    }
  }
  return sum / count;
}

/** Paper bends: the square is looked for a little around the place where it should be. */
function seat(
  picture: Picture,
  map: Mapping,
  light: Light,
  at: Point,
): { readonly at: Point; readonly border: number } {
  let best = { at, border: outline(picture, map, light, at) };
  for (let dy = -reach; dy <= reach + 1e-9; dy += 0.15) {
    for (let dx = -reach; dx <= reach + 1e-9; dx += 0.15) {
      const place = { x: at.x + dx, y: at.y + dy };
      const border = outline(picture, map, light, place);
      if (border > best.border + 0.01) best = { at: place, border };
    }
  }
  return best;
}

/** Reads one square. */
export function readMark(picture: Picture, map: Mapping, black: number, at: Point): ReadMark {
  const paper = paperAround(picture, map, at);
  const lost: ReadMark = { state: 'lost', coverage: 0, extent: 0, darkness: 0 };
  if (paper - black < 40) return lost;
  const light = { paper, black };
  const seated = seat(picture, map, light, at);
  const points = Math.floor((boxSide - 2 * inset) / step);
  const grid = Array.from({ length: points }, (_, row) =>
    Array.from({ length: points }, (_, column) =>
      darknessAt(picture, map, light, seated.at.x + inset + column * step, seated.at.y + inset + row * step),
    ),
  );
  const ink = inked(grid, limits.ink);
  const trace = inked(grid, limits.trace);
  const seen = { coverage: ink.share, extent: ink.extent * step, darkness: ink.darkness };
  if (seated.border < limits.border) return { ...seen, state: 'lost' };
  return { ...seen, state: judge(seen, trace.share) };
}

function judge({ coverage, extent, darkness }: Omit<ReadMark, 'state'>, trace: number): MarkState {
  if (coverage < limits.emptyInk) return trace < limits.emptyTrace ? 'empty' : 'unclear';
  if (trace > limits.filled && darkness < limits.filledDarkness) return 'unclear';
  const isMark = coverage >= limits.markedInk && extent >= limits.markedExtent && darkness >= limits.markedDarkness;
  return isMark ? 'marked' : 'unclear';
}

/** Dark points with dark neighbours: single ones are grain. */
function inked(grid: readonly (readonly number[])[], limit: number) {
  let [count, sum, all] = [0, 0, 0];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  grid.forEach((line, y) =>
    line.forEach((value, x) => {
      all += 1;
      if (value < limit) return;
      const near = [line[x - 1], line[x + 1], grid[y - 1]?.[x], grid[y + 1]?.[x]].filter(
        (other = 0) => other >= limit,
      ).length;
      if (near < 2) return;
      count += 1;
      sum += value;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }),
  );
  return {
    share: count / all,
    darkness: count === 0 ? 0 : sum / count,
    extent: count === 0 ? 0 : Math.max(right - left, bottom - top),
  };
}
