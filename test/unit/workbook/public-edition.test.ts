import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type Workbook } from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportHtml } from '../../../src/html/index.ts';
import { gatherReport, type GatheredReport } from '../../../src/jobs/report.ts';
import { readVocabulary } from '../../../src/jobs/report-texts.ts';
import { emptyCells, sumBy, type CubeRow } from '../../../src/survey/cube.ts';
import { dayOf, yearOfMonth } from '../../../src/survey/days.ts';
import type { ReportModel } from '../../../src/survey/report.ts';
import { countsOf } from '../../../src/survey/statistics.ts';
import { isSmall, publish, sumCells } from '../../../src/survey/suppress.ts';
import { reportWorkbook } from '../../../src/workbook/index.ts';
import { combinationsOf, derivable, published, type Dimension } from '../../helpers/attacker.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

const read = readVocabulary();
if (!read.ok) throw new Error('the vocabulary is broken');
const vocabulary = read.value;

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

async function opened(model: ReportModel): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await reportWorkbook(model, gathered.texts)).buffer as ArrayBuffer);
  return workbook;
}

const { regions, channels, languages } = vocabulary;
const named = (list: readonly { readonly ru: string }[], code: number): string => list[code - 1]?.ru ?? 'не указано';
const yearMonth = (month: number): string => `${yearOfMonth(month)}-${String((month % 12) + 1).padStart(2, '0')}`;
const quarter = (month: number): string =>
  `${yearOfMonth(month)}-${['I', 'II', 'III', 'IV'][Math.floor((month % 12) / 3)] ?? ''}`;
const dimensions: readonly Dimension[] = [
  { heading: 'Услуга', keyOf: ({ service }) => surveyServicesStub[service]?.address ?? '' },
  { heading: 'Акт', keyOf: ({ service }) => surveyServicesStub[service]?.act ?? '' },
  { heading: 'Регион', keyOf: ({ region }) => named(regions, region) },
  { heading: 'Канал', keyOf: ({ channel }) => named(channels, channel) },
  { heading: 'Язык анкеты', keyOf: ({ language }) => named(languages, language) },
  { heading: 'Месяц', keyOf: ({ month }) => yearMonth(month) },
  { heading: 'Квартал', keyOf: ({ month }) => quarter(month) },
];

/** Answers as chance would have it: a few combinations with few answers each, so that many groups are small. */
const cubes = fc
  .array(
    fc.record({
      previous: fc.boolean(),
      service: fc.integer({ min: 0, max: 5 }),
      region: fc.integer({ min: 0, max: 3 }),
      channel: fc.integer({ min: 0, max: 2 }),
      language: fc.integer({ min: 0, max: 2 }),
      month: fc.integer({ min: 360, max: 364 }),
      yes: fc.integer({ min: 0, max: 7 }),
      no: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((rows) => rows.map(({ yes, no, ...row }): CubeRow => ({ ...row, cells: cellsOf(yes, no) })));

function cellsOf(yes: number, no: number): number[] {
  const cells = emptyCells();
  cells[15] = yes;
  cells[5] = no;
  return cells;
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
      'Сравнение услуг',
      'Регионы',
      'Каналы',
      'Динамика',
      'Изменения',
      'Матрица вопросов',
      'Качество данных',
      'Справочник',
      'Методика',
    ]);
  });

  it(
    'shows no group under ten answers, and nothing from which one could be calculated',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(cubes, async (cube) => {
          fc.pre(!isSmall({ cells: sumCells(cube.filter(({ previous }) => !previous)) }));
          const model: ReportModel = { ...gathered.model, cube, kept: undefined };
          const combinations = combinationsOf(cube);
          const { sums, shown } = published(await opened(model), combinations, dimensions);
          expect(sums.length).toBeGreaterThan(dimensions.length);
          const page = new TextDecoder().decode(reportHtml(model, gathered.texts));
          for (const { heading, keyOf } of dimensions)
            for (const previous of [false, true])
              for (const [key, cells] of sumBy(cube, (row) => (row.previous === previous ? keyOf(row) : undefined))) {
                if (!isSmall({ cells })) continue;
                expect(shown.has(`${heading} ${key} ${previous}`), `${heading} ${key}`).toBe(false);
                if (!previous && heading === 'Регион' && key !== 'не указано')
                  expect(page).not.toContain(`<th scope="row" data-value="${key}">`);
                const hidden = combinations.map((row) => (row.previous === previous && keyOf(row) === key ? 1 : 0));
                expect(derivable(sums, hidden), `${heading} ${key}`).toBe(false);
              }
        }),
        { numRuns: 6 },
      );
    },
  );

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
