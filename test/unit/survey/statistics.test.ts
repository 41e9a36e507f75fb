import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  countsOf,
  difference,
  equalityP,
  funnelLimits,
  normalTail,
  wilson,
  type Counts,
} from '../../../src/survey/statistics.ts';

const counts = (yes: number, n: number): Counts => ({ no: n - yes, partly: 0, yes, missing: 0, n });

describe('Wilson interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (yes, n, low, high) => {
    const interval = wilson(yes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('solves the equation it is defined by: |p - limit| = z * sqrt(limit (1 - limit) / n)', () => {
    for (const [yes, n] of [
      [3, 10],
      [97, 100],
      [1, 2],
      [400, 401],
    ] as const) {
      const interval = wilson(yes, n);
      for (const limit of [interval?.low ?? NaN, interval?.high ?? NaN]) {
        expect(Math.abs(yes / n - limit)).toBeCloseTo(1.959963984540054 * Math.sqrt((limit * (1 - limit)) / n), 12);
      }
    }
  });

  it('is not there without answers', () => expect(wilson(0, 0)).toBeUndefined());
});

describe('Newcombe interval of a difference', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('%i/%i against %i/%i', (yes1, n1, yes2, n2, value, low, high) => {
    const found = difference(counts(yes2, n2), counts(yes1, n1));
    expect(found?.value).toBeCloseTo(value, 4);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });
});

describe('normal tail', () => {
  // Abramowitz, Stegun, table 26.1, and R 4.2.2 pnorm(x, lower.tail = FALSE).
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [2.9999, 0.0013503423],
    [3, 0.0013498980316300933],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271785e-16],
  ])('beyond %f', (x, tail) => expect(Math.abs(normalTail(x) / tail - 1)).toBeLessThan(1e-6));
});

describe('equality of two shares', () => {
  // z test with the pooled share; R 4.2.2 prop.test(c(45, 56), c(100, 100), correct = FALSE) gives 0.1197.
  it('agrees with the published p', () => expect(equalityP(counts(45, 100), counts(56, 100))).toBeCloseTo(0.1197, 3));
  it('is 1 where all say the same', () => expect(equalityP(counts(10, 10), counts(20, 20))).toBe(1));
});

describe('Benjamini-Hochberg', () => {
  it('gives the adjusted p of the fifteen tests of the original paper', () => {
    // JRSS B 57 (1995), section 4: at 0.05 the four smallest are rejected.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(ps);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 10);
  });

  it('keeps the order of its input and treats equal p alike', () => {
    const adjusted = benjaminiHochberg([0.04, 0.01, 0.04, 0.5]);
    expect(adjusted[0]).toBe(adjusted[2]);
    expect(adjusted[1]).toBeCloseTo(0.04, 12);
    expect(adjusted[0]).toBeCloseTo((0.04 * 4) / 3, 12);
  });
});

it('counts one question out of the sixteen cells', () => {
  const cells = Array.from({ length: 16 }, (_, cell) => cell);
  expect(countsOf(cells, 'quality')).toEqual({ missing: 6, no: 22, partly: 38, yes: 54, n: 114 });
  expect(countsOf(cells, 'accessibility')).toEqual({ missing: 24, no: 28, partly: 32, yes: 36, n: 96 });
});

it('narrows the funnel with the size of the group', () => {
  const [few, many] = [funnelLimits(0.7, 10, 1.96), funnelLimits(0.7, 1000, 1.96)];
  expect(few.high).toBeLessThanOrEqual(1);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
});
