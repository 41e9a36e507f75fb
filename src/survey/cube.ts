import { dayOf, FIRST_YEAR, monthOf } from './days.ts';

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

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
/** More days than the years that a date may have. */
const DAYS = 42 * 366;

/**
 * Counts answers by period, service, region, channel, language and month. Its size depends on the combinations met, not on the answers.
 * A slot of the table is sixteen numbers, one line of the processor's cache: the counts of a combination, and in place of
 * cell 0 (no answer to either question: such a record is never counted) its key + 1, where 0 = free.
 */
export class Cube {
  private size = 0;
  private table = new Uint32Array(CELLS * 1024);
  private mask = 1023;
  /** Month of each day since the first year, 0 = not computed yet, else month + 1. */
  private readonly months = new Int16Array(DAYS);

  add(
    previous: boolean,
    service: number,
    region: number,
    channel: number,
    language: number,
    day: number,
    cell: number,
    many: number,
  ): void {
    const key =
      (((previous ? 512 : 0) | this.month(day)) << 20) | (service << 10) | (region << 5) | (channel << 2) | language;
    const at = this.slotOf(key) + cell;
    this.table[at] = (this.table[at] ?? 0) + many;
  }

  private month(day: number): number {
    const known = this.months[day - FIRST_DAY] ?? 0;
    if (known !== 0) return known - 1;
    const month = monthOf(day);
    this.months[day - FIRST_DAY] = month + 1;
    return month;
  }

  private slotOf(key: number): number {
    const at = freeOr(this.table, this.mask, key);
    if (this.table[at] === key + 1) return at;
    this.size += 1;
    if (this.size * 2 > this.mask) this.grow();
    const place = freeOr(this.table, this.mask, key);
    this.table[place] = key + 1;
    return place;
  }

  private grow(): void {
    const old = this.table;
    this.mask = this.mask * 2 + 1;
    this.table = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += CELLS) {
      const held = old[at] ?? 0;
      if (held !== 0) this.table.set(old.subarray(at, at + CELLS), freeOr(this.table, this.mask, held - 1));
    }
  }

  private *combinations(): Generator<readonly [key: number, cells: number[]]> {
    for (let at = 0; at < this.table.length; at += CELLS) {
      const held = this.table[at] ?? 0;
      if (held !== 0) yield [held - 1, [0, ...this.table.subarray(at + 1, at + CELLS)]];
    }
  }

  /** The combinations, sorted: the current period first, then by service, month, region, channel, language. */
  rows(): CubeRow[] {
    return [...this.combinations()]
      .map(([key, cells]) => ({
        previous: (key >>> 29) % 2 === 1,
        month: (key >>> 20) & 511,
        service: (key >>> 10) & 1023,
        region: (key >>> 5) & 31,
        channel: (key >>> 2) & 7,
        language: key & 3,
        cells,
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

/** Where a key stands in a table, or the free slot where it would. */
function freeOr(table: Uint32Array, mask: number, key: number): number {
  let slot = (Math.imul(key, 0x9e3779b1) >>> 9) & mask;
  for (;;) {
    const held = table[slot * CELLS];
    if (held === 0 || held === key + 1) return slot * CELLS;
    slot = (slot + 1) & mask;
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

/** So many rows keep a workbook of any number of answers under five megabytes. */
export const CUBE_ROWS = 40_000;

/** In which order dimensions are given up when a cube would be too long for a sheet: what is least asked for goes first. */
export const givenUp = ['language', 'channel', 'region'] as const;
export type GivenUp = (typeof givenUp)[number];

/** The cube with as many dimensions as fit into so many rows, and those that did not. */
export function fitted(
  rows: readonly CubeRow[],
  most: number,
): { readonly rows: readonly CubeRow[]; readonly dropped: ReadonlySet<GivenUp> } {
  const dropped = new Set<GivenUp>();
  let fitting = rows;
  for (const dimension of givenUp) {
    if (fitting.length <= most) break;
    dropped.add(dimension);
    const sums = new Map<string, CubeRow>();
    for (const row of fitting) {
      const without = { ...row, [dimension]: 0 };
      const { previous, service, region, channel, language, month } = without;
      const key = [previous, service, region, channel, language, month].join();
      const known = sums.get(key);
      sums.set(
        key,
        known ? { ...known, cells: known.cells.map((count, cell) => count + (row.cells[cell] ?? 0)) } : without,
      );
    }
    fitting = [...sums.values()];
  }
  return { rows: fitting, dropped };
}
