import type { Workbook, Worksheet } from 'exceljs';
import type { CubeRow } from '../../src/survey/cube.ts';

/**
 * Whoever holds the public edition and can solve linear equations. The unknowns are the numbers of answers of all combinations
 * that there may be (he does not know which were met); every figure published is a sum over some of them.
 */

/** Which combinations a sum counts: one number for each of them, 0 or 1. */
type Sum = readonly number[];

/** All combinations of the values that were met anywhere. */
export function combinationsOf(cube: readonly CubeRow[]): CubeRow[] {
  const all = <K extends keyof CubeRow>(key: K): CubeRow[K][] => [...new Set(cube.map((row) => row[key]))];
  const cells: readonly number[] = [];
  return all('previous').flatMap((previous) =>
    all('service').flatMap((service) =>
      all('region').flatMap((region) =>
        all('channel').flatMap((channel) =>
          all('language').flatMap((language) =>
            all('month').map((month) => ({ previous, service, region, channel, language, month, cells })),
          ),
        ),
      ),
    ),
  );
}

/** Sums reduced by one another: of any two of them, only one counts the first combination of the other. */
type Basis = { readonly sum: Sum; readonly head: number }[];

function reduced(sum: Sum, basis: Basis): number[] {
  const left = [...sum];
  for (const { sum: known, head } of basis) {
    const factor = left[head] ?? 0;
    if (Math.abs(factor) > 1e-9) known.forEach((count, at) => (left[at] = (left[at] ?? 0) - factor * count));
  }
  return left;
}

const headOf = (sum: Sum): number => sum.findIndex((count) => Math.abs(count) > 1e-9);

/** What can be told of any sum once `known` are published: whether it is a combination of them, so that it could be had. */
export function attackerOf(known: readonly Sum[]): (target: Sum) => boolean {
  const basis: Basis = [];
  for (const sum of known) {
    const left = reduced(sum, basis);
    const head = headOf(left);
    const lead = left[head];
    if (lead !== undefined) basis.push({ sum: left.map((count) => count / lead), head });
  }
  return (target) => headOf(reduced(target, basis)) < 0;
}

/** How a dimension is headed in the tables, and what a row of the cube is called in it. */
export interface Dimension {
  readonly heading: string;
  readonly keyOf: (row: CubeRow) => string;
}

const textOf = (sheet: Worksheet, row: number, column: number): string =>
  String(sheet.getCell(row, column).value ?? '');
const columnOf = (sheet: Worksheet, column: number): string[] =>
  Array.from({ length: sheet.rowCount }, (_, row) => textOf(sheet, row + 1, column));
const LABEL = 2;
const KEY = 18;

/**
 * Everything that the tables of a workbook tell, as sums; `shown` = the groups that stand there by name; `lines` = what the
 * tables are made of, by their headings; those of both periods are told from the others.
 */
export function published(
  workbook: Workbook,
  combinations: readonly CubeRow[],
  dimensions: readonly Dimension[],
): {
  readonly sums: readonly Sum[];
  readonly shown: ReadonlySet<string>;
  readonly lines: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const sumOf = (member: (row: CubeRow) => boolean): Sum => combinations.map((row) => (member(row) ? 1 : 0));
  const sums: Sum[] = [sumOf(({ previous }) => !previous)];
  const shown = new Set<string>();
  const lines = new Map<string, Set<string>>();
  workbook.eachSheet((sheet) => {
    // The summary compares all answers of both periods.
    if (columnOf(sheet, 2).includes('Было, n')) sums.push(sumOf(({ previous }) => previous));
    let dimension: Dimension | undefined;
    let periods: readonly boolean[] = [];
    let named: string[] = [];
    for (let row = 1; row <= sheet.rowCount; row += 1) {
      const label = textOf(sheet, row, LABEL);
      const headed = dimensions.find(({ heading }) => heading === label);
      if (headed) {
        dimension = headed;
        periods = textOf(sheet, row, LABEL + 1) === 'Было, n' ? [true, false] : [false];
        named = [];
        continue;
      }
      if (!dimension || label === '') {
        dimension = undefined;
        continue;
      }
      const { keyOf, heading } = dimension;
      if (label === 'Всего') continue;
      const key = textOf(sheet, row, KEY) || label;
      const folded = label.startsWith('прочие');
      const table = periods.length === 1 ? heading : `${heading}, было`;
      lines.set(table, (lines.get(table) ?? new Set()).add(label));
      if (!folded) named.push(key);
      const names = [...named];
      for (const previous of periods) {
        sums.push(
          sumOf((one) => one.previous === previous && (folded ? !names.includes(keyOf(one)) : keyOf(one) === key)),
        );
        if (!folded) shown.add(`${heading} ${key} ${previous}`);
      }
    }
  });
  return { sums, shown, lines };
}
