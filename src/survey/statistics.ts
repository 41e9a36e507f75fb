import type { Question } from '../model/response.ts';
import { SMALL } from './report.ts';

/** 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;
/** 99.9 % point: the outer limits of a funnel hold 99.8 %. */
export const Z998 = 3.090232306167813;

/** A p below it is called significant. */
export const SIGNIFICANT = 0.05;

/** Answers to one question in a group. */
export interface Counts {
  readonly no: number;
  readonly partly: number;
  readonly yes: number;
  readonly missing: number;
  /** Those who answered: no + partly + yes. */
  readonly n: number;
}

/** Counts of one question out of sixteen cells `quality * 4 + accessibility`. */
export function countsOf(cells: readonly number[], question: Question): Counts {
  const of = (answer: number): number => {
    let sum = 0;
    for (let other = 0; other < 4; other += 1)
      sum += cells[question === 'quality' ? answer * 4 + other : other * 4 + answer] ?? 0;
    return sum;
  };
  const [missing, no, partly, yes] = [of(0), of(1), of(2), of(3)];
  return { no, partly, yes, missing, n: no + partly + yes };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The share «удовлетворен» of those who answered; undefined where nobody did. */
export const share = ({ yes, n }: Counts): number | undefined => (n === 0 ? undefined : yes / n);

/** 0..100, partly = 50: the mean of the three options on an even scale. */
export const index = ({ partly, yes, n }: Counts): number | undefined =>
  n === 0 ? undefined : (100 * yes + 50 * partly) / n;

/** Share satisfied less share not satisfied, -1..1. */
export const balance = ({ no, yes, n }: Counts): number | undefined => (n === 0 ? undefined : (yes - no) / n);

/** Score interval of a share (E. B. Wilson, JASA 22 (1927) 209-212), without continuity correction. */
export function wilson(yes: number, n: number, z = Z95): Interval | undefined {
  if (n === 0) return undefined;
  const middle = (yes + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((yes * (n - yes)) / n + (z * z) / 4);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Difference of two independent shares, second less first, with Newcombe's hybrid score interval (Statistics in Medicine 17 (1998) 873-890, method 10). */
export function difference(before: Counts, after: Counts): (Interval & { readonly value: number }) | undefined {
  const first = wilson(before.yes, before.n);
  const second = wilson(after.yes, after.n);
  if (!first || !second) return undefined;
  const [p1, p2] = [before.yes / before.n, after.yes / after.n];
  const value = p2 - p1;
  return {
    value,
    low: value - Math.hypot(p2 - second.low, first.high - p1),
    high: value + Math.hypot(second.high - p2, p1 - first.low),
  };
}

/** Two-sided p of equal shares: the z test with the pooled share (Fleiss, Levin, Paik, «Statistical Methods for Rates and Proportions», 3rd ed., 3.1), no continuity correction. */
export function equalityP(before: Counts, after: Counts): number | undefined {
  if (before.n === 0 || after.n === 0) return undefined;
  const pooled = (before.yes + after.yes) / (before.n + after.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n));
  if (error === 0) return 1;
  return 2 * normalTail(Math.abs(after.yes / after.n - before.yes / before.n) / error);
}

/**
 * Upper tail of the standard normal distribution for x >= 0. Below 3 by the series of Marsaglia (Journal of Statistical
 * Software 11(4), 2004), above by the continued fraction of Laplace (Abramowitz, Stegun 26.2.14); both to 1e-15.
 */
export function normalTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum) && odd < 400; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 0.5 - sum * density;
  }
  let fraction = 0;
  for (let depth = 200; depth >= 1; depth -= 1) fraction = depth / (x + fraction);
  return density / (x + fraction);
}

/** Adjusted p-values that keep the share of false discoveries (Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289-300), in the order given. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, place }, fromEnd) => {
    least = Math.min(least, (p * ps.length) / (ps.length - fromEnd));
    adjusted[place] = least;
  });
  return adjusted;
}

/** Limits within which the share of a group of n varies by chance around the common share (D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202). */
export function funnelLimits(common: number, n: number, z: number): Interval {
  const half = z * Math.sqrt((common * (1 - common)) / n);
  return { low: Math.max(0, common - half), high: Math.min(1, common + half) };
}

export type Position = 'small' | 'within' | 'above' | 'below' | 'farAbove' | 'farBelow';

/** Where a group stands against the common share: outside the 95 % limits its difference is more than chance, outside 99.8 % far more. */
export function positionOf(counts: Counts, common: number): Position {
  const own = share(counts);
  if (own === undefined || counts.n < SMALL) return 'small';
  const [inner, outer] = [funnelLimits(common, counts.n, Z95), funnelLimits(common, counts.n, Z998)];
  if (own > inner.high) return own > outer.high ? 'farAbove' : 'above';
  if (own < inner.low) return own < outer.low ? 'farBelow' : 'below';
  return 'within';
}

/** A norm is reached, or missed, where the whole interval says so; else the answers are too few to tell. */
export function outcomeOf(
  interval: Interval | undefined,
  norm: number | undefined,
): 'reached' | 'unsure' | 'missed' | undefined {
  if (!interval || norm === undefined) return undefined;
  if (interval.low >= norm) return 'reached';
  return interval.high < norm ? 'missed' : 'unsure';
}

/** Places by share among groups with answers enough; undefined where a group does not differ by more than chance. */
export function placesOf(list: readonly Counts[], common: number): (number | undefined)[] {
  return list.map((counts) => {
    const position = positionOf(counts, common);
    if (position === 'small' || position === 'within') return undefined;
    const own = share(counts) ?? 0;
    return 1 + list.filter((other) => other.n >= SMALL && (share(other) ?? 0) > own).length;
  });
}
