import { cornerSide, type Point } from '../model/questionnaire.ts';
import { affine, apart, projective, type Mapping, type Pair } from './mapping.ts';
import type { Picture } from './picture.ts';

export interface Straightened {
  readonly map: Mapping;
  /** How far, at most, a corner square lies from where the mapping puts it; millimetres. */
  readonly error: number;
  /** The grey of print in the corner squares. */
  readonly black: number;
}

interface Blob extends Point {
  readonly area: number;
  readonly grey: number;
}

const isSquare = (area: number, spread: number, wanted: number): boolean => {
  // For a square the second moments about its middle sum to area²/6, at any angle.
  const compactness = spread / ((area * area) / 6);
  return area > 0.6 * wanted && area < 1.45 * wanted && compactness > 0.85 && compactness < 1.25;
};

/** The dark square nearest to a place; undefined where there is none of the right size. */
function squareNear(picture: Picture, around: Point, perMm: number, radius: number): Blob | undefined {
  const reach = radius * perMm;
  const [x0, y0] = [Math.max(0, Math.floor(around.x - reach)), Math.max(0, Math.floor(around.y - reach))];
  const [x1, y1] = [
    Math.min(picture.width, Math.ceil(around.x + reach)),
    Math.min(picture.height, Math.ceil(around.y + reach)),
  ];
  const [width, height] = [x1 - x0, y1 - y0];
  if (width < 4 || height < 4) return undefined;
  const at = (x: number, y: number): number => picture.grey[(y + y0) * picture.width + x + x0] ?? 255;
  const levels: number[] = [];
  for (let y = 0; y < height; y += 3) for (let x = 0; x < width; x += 3) levels.push(at(x, y));
  levels.sort((a, b) => a - b);
  const [dark, light] = [levels[Math.floor(levels.length * 0.01)] ?? 0, levels[Math.floor(levels.length * 0.8)] ?? 255];
  if (light - dark < 40) return undefined;
  const threshold = dark + (light - dark) * 0.45;
  const seen = new Uint8Array(width * height);
  const wanted = (cornerSide * perMm) ** 2;
  let best: Blob | undefined;
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || at(start % width, Math.floor(start / width)) > threshold) continue;
    const blob = grow(start, width, height, seen, (x, y) => at(x, y) <= threshold);
    const { area, sumX, sumY, sumSquares } = blob;
    const [x, y] = [sumX / area, sumY / area];
    if (!isSquare(area, sumSquares - area * (x * x + y * y), wanted)) continue;
    const found = { x: x + x0, y: y + y0, area, grey: at(Math.round(x), Math.round(y)) };
    if (!best || apart(found, around) < apart(best, around)) best = found;
  }
  return best && apart(best, around) <= reach ? best : undefined;
}

function grow(
  start: number,
  width: number,
  height: number,
  seen: Uint8Array,
  isDark: (x: number, y: number) => boolean,
) {
  const stack = [start];
  seen[start] = 1;
  let [area, sumX, sumY, sumSquares] = [0, 0, 0, 0];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [x, y] = [next % width, Math.floor(next / width)];
    area += 1;
    sumX += x;
    sumY += y;
    sumSquares += x * x + y * y;
    for (const [nx, ny] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      const place = ny * width + nx;
      if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[place] || !isDark(nx, ny)) continue;
      seen[place] = 1;
      stack.push(place);
    }
  }
  return { area, sumX, sumY, sumSquares };
}

/**
 * From the code outwards: its corners give a first mapping, each corner square found makes it better, the nearest first.
 * `radius` is how far from its expected place a square is looked for, in millimetres. Undefined where fewer than three of the four squares are to be seen.
 */
export function straighten(
  picture: Picture,
  code: readonly Pair[],
  corners: readonly Point[],
  radius: number,
): Straightened | undefined {
  const origin = code[0]?.form ?? { x: 0, y: 0 };
  const found: Pair[] = [];
  let black = 0;
  for (const corner of [...corners].sort((a, b) => apart(a, origin) - apart(b, origin))) {
    const map = affine([...code, ...found]);
    if (!map) return undefined;
    const place = map(corner);
    const perMm = Math.sqrt(Math.abs(areaAround(map, corner)));
    const square = squareNear(picture, place, perMm, radius);
    if (!square) continue;
    found.push({ form: corner, picture: square, weight: 50 });
    black = Math.max(black, square.grey);
  }
  if (found.length < 3) return undefined;
  const map = projective([...code, ...found]);
  if (!map) return undefined;
  const error = Math.max(
    ...found.map(({ form, picture: seen }) => apart(map(form), seen) / Math.sqrt(Math.abs(areaAround(map, form)))),
  );
  return { map, error, black };
}

/** Square pixels that a square millimetre covers. */
function areaAround(map: Mapping, { x, y }: Point): number {
  const [o, right, below] = [map({ x, y }), map({ x: x + 1, y }), map({ x, y: y + 1 })];
  return (right.x - o.x) * (below.y - o.y) - (right.y - o.y) * (below.x - o.x);
}
