import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type CellValue, type Workbook } from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { gatherReport } from '../../../src/jobs/report.ts';
import { dayOf } from '../../../src/survey/days.ts';
import type { ReportLanguage } from '../../../src/survey/report.ts';
import { reportWorkbook } from '../../../src/workbook/index.ts';
import { has, run } from '../../helpers/programs.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'recalculation-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function gathered(language: ReportLanguage, cube: boolean) {
  const result = await gatherReport({
    responses: ['examples/responses'],
    out: join(folder, 'report.xlsx'),
    services: surveyServicesStub,
    language,
    edition: 'internal',
    period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) },
    targetsFile: 'examples/plan/targets.csv',
    volumesFile: 'examples/plan/volumes.csv',
  });
  if (!result.ok) throw new Error('the examples give no report');
  const { model, texts } = result.value;
  return { model: cube ? { ...model, kept: undefined } : model, texts };
}

const resultOf = (value: CellValue): unknown =>
  typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? '') : value;

/** Every formula cell: place -> result. */
function formulas(workbook: Workbook): Map<string, unknown> {
  const found = new Map<string, unknown>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) found.set(`${sheet.name}!${cell.address}`, resultOf(cell.value));
      }),
    ),
  );
  return found;
}

async function load(file: string): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

describe('LibreOffice calculates the figures from the answers', () => {
  for (const [language, cube] of [
    ['ru', false],
    ['kk', false],
    ['ru', true],
  ] as const) {
    it.skipIf(!has('soffice'))(
      `and every one agrees with ours (${language}, ${cube ? 'cube' : 'answers'})`,
      async () => {
        const { model, texts } = await gathered(language, cube);
        const ours = join(folder, 'ours.xlsx');
        const bare = join(folder, 'bare.xlsx');
        writeFileSync(ours, await reportWorkbook(model, texts));
        writeFileSync(bare, await reportWorkbook(model, texts, { cached: false }));
        const out = join(folder, 'recalculated');
        run(
          'soffice',
          `-env:UserInstallation=file://${folder}/office`,
          '--headless',
          '--convert-to',
          'xlsx',
          '--outdir',
          out,
          bare,
        );
        const expected = formulas(await load(ours));
        const calculated = await load(join(out, 'bare.xlsx'));
        expect(expected.size).toBeGreaterThan(700);
        const wrong: string[] = [];
        for (const [place, value] of expected) {
          const [sheet = '', address = ''] = place.split('!');
          const other = resultOf(calculated.getWorksheet(sheet)?.getCell(address).value ?? null) ?? '';
          const same =
            typeof value === 'number' && typeof other === 'number'
              ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value))
              : value === other;
          if (!same) wrong.push(`${place}: ${String(value)} / ${JSON.stringify(other)}`);
        }
        expect(wrong).toEqual([]);
      },
    );
  }
});
