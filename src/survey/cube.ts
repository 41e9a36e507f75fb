import { dateOf, FIRST_YEAR } from './days.ts';

/** Sixteen counts by answers: cell `quality * 4 + accessibility`, 0 = no answer. */
export const CELLS = 16;

/** One combination of everything that answers are counted by. Region, channel and language: 0 = not stated. */
export interface CubeRow {
  readonly previous: boolean;
  readonly service: number;
  readonly region: number;
  readonly channel: number;
  readonly language: number;
  /** Months since January 1995. */
  readonly month: number;
  readonly cells: readonly number[];
}

// previous 1 bit, month 9, service 10, region 5, channel 3, language 2: thirty bits, a small integer for the engine.
export const MAX_SERVICES = 1 << 10;

/** Counts answers by period, service, region, channel, language and month. Its size depends on the combinations met, not on the answers. */
export class Cube {
  private places = new Map<number, number>();
  private counts = new Float64Array(CELLS * 256);
  private months = new Map<number, number>();

  add(
    previous: boolean,
    service: number,
    region: number,
    channel: number,
    language: number,
    day: number,
    cell: number,
  ): void {
    const key =
      ((((((previous ? 512 : 0) | this.month(day)) << 10) | service) << 10) |
        (region << 5) |
        (channel << 2) |
        language) >>>
      0;
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.places.size * CELLS;
      this.places.set(key, place);
      if (place + CELLS > this.counts.length) {
        const wider = new Float64Array(this.counts.length * 2);
        wider.set(this.counts);
        this.counts = wider;
      }
    }
    this.counts[place + cell] = (this.counts[place + cell] ?? 0) + 1;
  }

  private month(day: number): number {
    const known = this.months.get(day);
    if (known !== undefined) return known;
    const { year, month } = dateOf(day);
    const value = (year - FIRST_YEAR) * 12 + month - 1;
    this.months.set(day, value);
    return value;
  }

  /** The combinations, sorted: the current period first, then by service, month, region, channel, language. */
  rows(): CubeRow[] {
    return [...this.places]
      .map(([key, place]) => ({
        previous: (key >>> 29) % 2 === 1,
        month: (key >>> 20) & 511,
        service: (key >>> 10) & 1023,
        region: (key >>> 5) & 31,
        channel: (key >>> 2) & 7,
        language: key & 3,
        cells: Array.from(this.counts.subarray(place, place + CELLS)),
      }))
      .sort(
        (a, b) =>
          Number(a.previous) - Number(b.previous) ||
          a.service - b.service ||
          a.month - b.month ||
          a.region - b.region ||
          a.channel - b.channel ||
          a.language - b.language,
      );
  }
}

export const emptyCells = (): number[] => new Array<number>(CELLS).fill(0);

/** Sums cells by a key; rows whose key is undefined are left out. */
export function sumBy<K>(rows: readonly CubeRow[], keyOf: (row: CubeRow) => K | undefined): Map<K, number[]> {
  const sums = new Map<K, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = emptyCells()));
    row.cells.forEach((count, cell) => (sum[cell] = (sum[cell] ?? 0) + count));
  }
  return sums;
}
