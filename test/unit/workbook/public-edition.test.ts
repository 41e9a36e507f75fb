import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type Workbook } from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherReport, type GatheredReport } from '../../../src/jobs/report.ts';
import { sumBy } from '../../../src/survey/cube.ts';
import { dayOf } from '../../../src/survey/days.ts';
import type { ReportModel } from '../../../src/survey/report.ts';
import { countsOf } from '../../../src/survey/statistics.ts';
import { isSmall, publish, sumCells } from '../../../src/survey/suppress.ts';
import { reportWorkbook } from '../../../src/workbook/index.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'public-'));
afterAll(() => rmSync(folder, { recursive: true }));

let gathered: GatheredReport;
beforeAll(async () => {
  const result = await gatherReport({
    responses: ['examples/responses'],
    out: join(folder, 'report.xlsx'),
    services: surveyServicesStub,
    language: 'ru',
    edition: 'public',
    period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) },
  });
  if (!result.ok) throw new Error('the examples give no report');
  gathered = result.value;
});

/** Whether `target` is a combination of `known`: then a hidden figure could be had from the published ones. */
function derivable(known: readonly (readonly number[])[], target: readonly number[]): boolean {
  const rank = (rows: readonly (readonly number[])[]): number => {
    const matrix = rows.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < target.length; column += 1) {
      const pivot = matrix.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot < 0) continue;
      [matrix[found], matrix[pivot]] = [matrix[pivot] ?? [], matrix[found] ?? []];
      const head = matrix[found] ?? [];
      matrix.forEach((row, index) => {
        if (index === found) return;
        const factor = (row[column] ?? 0) / (head[column] ?? 1);
        if (factor !== 0) head.forEach((value, place) => (row[place] = (row[place] ?? 0) - factor * value));
      });
      found += 1;
    }
    return found;
  };
  return rank([...known, target]) === rank(known);
}

/** Leaves so many answers of a service in the current period. */
function thinned(model: ReportModel, service: number, left: number): ReportModel {
  let rest = left;
  const cube = model.cube.map((row) =>
    row.service !== service || row.previous
      ? row
      : {
          ...row,
          cells: row.cells.map((count) => {
            const kept = Math.min(count, rest);
            rest -= kept;
            return kept;
          }),
        },
  );
  return { ...model, cube };
}

async function opened(model: ReportModel): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await reportWorkbook(model, gathered.texts)).buffer as ArrayBuffer);
  return workbook;
}

/** What the workbook says of services, as sums over services: addresses, acts, totals, folded lines, on every sheet. */
function published(workbook: Workbook, model: ReportModel): { equations: number[][]; shown: Set<number> } {
  const count = model.services.length;
  const unit = (member: (index: number) => boolean) =>
    Array.from({ length: count }, (_, index) => (member(index) ? 1 : 0));
  const equations: number[][] = [unit(() => true)];
  const shown = new Set<number>();
  const acts = new Set(model.services.map(({ act }) => act));
  workbook.eachSheet((sheet) => {
    if (sheet.name === 'Справочник') return;
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const text = String(cell.value ?? '');
        const service = model.services.findIndex(({ address }) => address === text);
        if (service >= 0) {
          shown.add(service);
          equations.push(unit((index) => index === service));
        } else if (acts.has(text)) equations.push(unit((index) => model.services[index]?.act === text));
      }),
    );
  });
  return { equations, shown };
}

describe('the public edition', () => {
  it('holds values only: no formula, no answers, no cube, no comments, no rejected records', async () => {
    const bytes = await reportWorkbook(gathered.model, gathered.texts);
    const parts = unzipSync(bytes);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(7);
    for (const [name, part] of sheets) expect(strFromU8(part), name).not.toContain('<f>');
    const everything = Object.entries(parts)
      .map(([, part]) => strFromU8(part))
      .join('');
    for (const secret of ['A-00', 'Портал завис', 'poison-licence;', '701 555'])
      expect(everything.includes(secret), secret).toBe(false);
    const names = (await opened(gathered.model)).worksheets.map(({ name }) => name);
    expect(names).toEqual([
      'Сводка',
      'Форма отчёта',
      'Услуги',
      'Регионы',
      'Каналы',
      'Динамика',
      'Матрица вопросов',
      'Качество данных',
      'Справочник',
      'Методика',
    ]);
  });

  it('shows no group under ten answers, and nothing from which one could be calculated', async () => {
    for (const [service, left] of [
      [0, 3],
      [4, 9],
      [1, 0],
    ] as const) {
      const model = thinned(gathered.model, service, left);
      const { equations, shown } = published(await opened(model), model);
      const sums = sumBy(model.cube, (row) => (row.previous ? undefined : row.service));
      const hidden = [...sums]
        .filter(([, cells]) => isSmall({ cells }) && cells.some((count) => count > 0))
        .map(([index]) => index);
      expect(hidden.length).toBe(left === 0 ? 0 : 1);
      for (const index of hidden) {
        expect(shown.has(index)).toBe(false);
        expect(
          derivable(
            equations,
            Array.from({ length: model.services.length }, (_, place) => (place === index ? 1 : 0)),
          ),
        ).toBe(false);
      }
    }
  });

  it('the attacker of this test does find what a careless edition would give away', () => {
    const total = [1, 1, 1];
    expect(derivable([total, [1, 0, 0], [0, 1, 0]], [0, 0, 1])).toBe(true);
    expect(derivable([total, [1, 0, 0]], [0, 0, 1])).toBe(false);
  });
});

describe('complementary suppression', () => {
  const cells = fc
    .array(fc.integer({ min: 0, max: 8 }), { minLength: 16, maxLength: 16 })
    .map((all) => all.map((count, cell) => (cell === 0 ? 0 : count >> 1)));

  it('folds at least two groups or none, and never into a small one while others are left', () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 12 }), (list) => {
        const groups = list.map((one, id) => ({ id, cells: one }));
        const { shown, folded } = publish(groups);
        for (const group of shown) expect(isSmall(group)).toBe(false);
        if (folded.length > 0 && shown.length > 0) {
          expect(folded.length).toBeGreaterThan(1);
          expect(isSmall({ cells: sumCells(folded) })).toBe(false);
        }
        const some = groups.filter((group) => group.cells.some((count) => count > 0));
        expect([...shown, ...folded].map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        expect(countsOf(sumCells([...shown, ...folded]), 'quality')).toEqual(countsOf(sumCells(groups), 'quality'));
      }),
    );
  });
});
