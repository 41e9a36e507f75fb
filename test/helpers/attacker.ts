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

/** Whether `target` is a combination of `known`: then a hidden figure could be had from the published ones. */
export function derivable(known: readonly Sum[], target: Sum): boolean {
  return rank([...known, target]) === rank(known);
}

function rank(rows: readonly Sum[]): number {
  const matrix = rows.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width && found < matrix.length; column += 1) {
    const pivot = matrix.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [matrix[found], matrix[pivot]] = [matrix[pivot] ?? [], matrix[found] ?? []];
    const head = matrix[found] ?? [];
    for (const row of matrix.slice(found + 1)) {
      const factor = (row[column] ?? 0) / (head[column] ?? 1);
      if (factor !== 0) for (let at = column; at < width; at += 1) row[at] = (row[at] ?? 0) - factor * (head[at] ?? 0);
    }
    found += 1;
  }
  return found;
}

/** How a dimension is headed in the tables, and what a row of the cube is called in it. */
export interface Dimension {
  readonly heading: string;
  readonly keyOf: (row: CubeRow) => string;
}

const textOf = (sheet: Worksheet, row: number, column: number): string =>
  String(sheet.getCell(row, column).value ?? '');
const LABEL = 2;
const KEY = 18;

/** Everything that the tables of a workbook tell, as sums; `shown` = the groups that stand there by name. */
export function published(
  workbook: Workbook,
  combinations: readonly CubeRow[],
  dimensions: readonly Dimension[],
): { readonly sums: readonly Sum[]; readonly shown: ReadonlySet<string> } {
  const sumOf = (member: (row: CubeRow) => boolean): Sum => combinations.map((row) => (member(row) ? 1 : 0));
  const sums: Sum[] = [sumOf(({ previous }) => !previous)];
  const shown = new Set<string>();
  workbook.eachSheet((sheet) => {
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
  return { sums, shown };
}
