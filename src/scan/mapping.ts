import type { Point } from '../model/questionnaire.ts';

/** From millimetres on the form to pixels of the picture. */
export type Mapping = (point: Point) => Point;

export interface Pair {
  readonly form: Point;
  readonly picture: Point;
  readonly weight: number;
}

/** Gaussian elimination with pivots; undefined where the points say too little. */
function solve(matrix: number[][], right: number[]): number[] | undefined {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    const best = rows
      .slice(column)
      .reduce((most, row) => (Math.abs(row[column] ?? 0) > Math.abs(most[column] ?? 0) ? row : most));
    const pivot = best[column] ?? 0;
    if (Math.abs(pivot) < 1e-12) return undefined;
    rows[rows.indexOf(best)] = rows[column] ?? best;
    rows[column] = best;
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / pivot;
      for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (best[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

/** Least squares: `rows` of coefficients with a value and a weight each. */
function leastSquares(
  rows: readonly { readonly of: readonly number[]; readonly value: number; readonly weight: number }[],
): number[] | undefined {
  const size = rows[0]?.of.length ?? 0;
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  for (const { of, value, weight } of rows) {
    of.forEach((one, i) => {
      right[i] = (right[i] ?? 0) + weight * one * value;
      const line = normal[i] ?? [];
      of.forEach((other, j) => (line[j] = (line[j] ?? 0) + weight * one * other));
    });
  }
  return solve(normal, right);
}

/** The best affine mapping of three pairs or more. */
export function affine(pairs: readonly Pair[]): Mapping | undefined {
  const rows = (value: (pair: Pair) => number) =>
    pairs.map((pair) => ({ of: [pair.form.x, pair.form.y, 1], value: value(pair), weight: pair.weight }));
  const across = leastSquares(rows(({ picture }) => picture.x));
  const down = leastSquares(rows(({ picture }) => picture.y));
  if (!across || !down) return undefined;
  const [a = 0, b = 0, c = 0] = across;
  const [d = 0, e = 0, f = 0] = down;
  return ({ x, y }) => ({ x: a * x + b * y + c, y: d * x + e * y + f });
}

/** The best mapping of a plane seen at an angle, of four pairs or more (R. Hartley, A. Zisserman, «Multiple View Geometry», 4.1). */
export function projective(pairs: readonly Pair[]): Mapping | undefined {
  // Both sides are brought near 1, so that the squares of the coefficients are of one size.
  const [unit, scale] = [100, 1000];
  const rows = pairs.flatMap(({ form, picture, weight }) => {
    const [x, y, u, v] = [form.x / unit, form.y / unit, picture.x / scale, picture.y / scale];
    return [
      { of: [x, y, 1, 0, 0, 0, -u * x, -u * y], value: u, weight },
      { of: [0, 0, 0, x, y, 1, -v * x, -v * y], value: v, weight },
    ];
  });
  const found = leastSquares(rows);
  if (!found) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  return (point) => {
    const [x, y] = [point.x / unit, point.y / unit];
    const depth = g * x + h * y + 1;
    return { x: (scale * (a * x + b * y + c)) / depth, y: (scale * (d * x + e * y + f)) / depth };
  };
}

export const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
