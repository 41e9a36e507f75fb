import { percent, points } from '../survey/highlights.ts';
import type { Interval } from '../survey/statistics.ts';
import type { Cell } from './table.ts';

const none: Cell = { text: '–', value: -Infinity };

export const countCell = (value: number): Cell => ({ text: String(value), value });
export const shareCell = (value: number | undefined): Cell =>
  value === undefined ? none : { text: percent(value), value };
export const pointsCell = (value: number | undefined): Cell =>
  value === undefined ? none : { text: points(value), value };
export const indexCell = (value: number | undefined): Cell =>
  value === undefined ? none : { text: value.toFixed(1).replace('.', ','), value };
export const intervalCell = (interval: Interval | undefined): Cell =>
  interval ? { text: `${percent(interval.low)} – ${percent(interval.high)}`, value: interval.low } : none;
export const pointsIntervalCell = (interval: Interval | undefined): Cell =>
  interval ? { text: `${points(interval.low)} … ${points(interval.high)}`, value: interval.low } : none;

/** p as it is printed: three places, never «0,000». */
export function pCell(p: number | undefined): Cell {
  if (p === undefined) return none;
  return { text: p < 0.001 ? '< 0,001' : p.toFixed(3).replace('.', ','), value: p };
}
