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
import { attackerOf, combinationsOf, published, type Dimension } from '../../helpers/attacker.ts';
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

const row = (previous: boolean, service: number, region: number, yes: number, no: number): CubeRow => ({
  previous,
  service,
  region,
  channel: 0,
  language: 0,
  month: 360,
  cells: cellsOf(yes, no),
});

/** Answers that an earlier edition gave away. */
const leaks: readonly (readonly CubeRow[])[] = [
  // Two regions of 15 answers: one table took the one to hide a third with, the changes took the other.
  [
    row(false, 0, 3, 5, 10),
    row(false, 0, 0, 0, 2),
    row(false, 0, 1, 9, 7),
    row(false, 0, 2, 5, 10),
    row(true, 0, 0, 4, 6),
    row(true, 0, 2, 5, 5),
  ],
  // A service small in the previous period only: its act less the other service of the act.
  [
    row(false, 4, 1, 20, 5),
    row(false, 5, 1, 20, 5),
    row(false, 0, 1, 20, 5),
    row(true, 4, 1, 20, 5),
    row(true, 5, 1, 2, 1),
    row(true, 0, 1, 12, 3),
  ],
];

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
    { timeout: 300_000 },
    async () => {
      await fc.assert(fc.asyncProperty(cubes, keepsItsSecrets), {
        numRuns: 12,
        examples: leaks.map((cube) => [cube]),
        // A failure is shrunk for so long, and no longer.
        interruptAfterTimeLimit: 120_000,
        markInterruptAsFailure: true,
      });
    },
  );

  it('the attacker of this test does find what a careless edition would give away', () => {
    const total = [1, 1, 1];
    expect(attackerOf([total, [1, 0, 0], [0, 1, 0]])([0, 0, 1])).toBe(true);
    expect(attackerOf([total, [1, 0, 0]])([0, 0, 1])).toBe(false);
  });
});

async function keepsItsSecrets(cube: readonly CubeRow[]): Promise<void> {
  fc.pre(!isSmall({ cells: sumCells(cube.filter(({ previous }) => !previous)) }));
  const model: ReportModel = { ...gathered.model, cube, kept: undefined };
  const combinations = combinationsOf(cube);
  const { sums, shown, lines } = published(await opened(model), combinations, dimensions);
  expect(sums.length).toBeGreaterThan(dimensions.length);
  const derivable = attackerOf(sums);
  for (const { heading, keyOf } of dimensions)
    for (const previous of [false, true])
      for (const [key, cells] of sumBy(cube, (row) => (row.previous === previous ? keyOf(row) : undefined))) {
        if (!isSmall({ cells })) continue;
        expect(shown.has(`${heading} ${key} ${previous}`), `${heading} ${key}`).toBe(false);
        const hidden = combinations.map((row) => (row.previous === previous && keyOf(row) === key ? 1 : 0));
        expect(derivable(hidden), `${heading} ${key}, previous: ${previous}`).toBe(false);
      }
  // The page tells nothing more: its lines stand in the workbook's tables (those have months without answers as well).
  const page = new TextDecoder().decode(reportHtml(model, gathered.texts));
  const met = linesOf(page);
  expect([...met.keys()]).toContain('Канал');
  for (const [heading, labels] of met)
    for (const label of labels) expect([...(lines.get(heading) ?? [])], heading).toContain(label);
}

/** The tables of the page that tell of groups: heading of their first column -> their lines, without numbers. */
function linesOf(page: string): Map<string, Set<string>> {
  const lines = new Map<string, Set<string>>();
  const sections = [...page.matchAll(/<section id="(\w+)">(.*?)<\/section>/gs)];
  const of = (ids: readonly string[]): string =>
    sections.flatMap(([, id = '', body = '']) => (ids.includes(id) ? [body] : [])).join('');
  const take = (text: string, mark: string): void => {
    for (const [table] of text.matchAll(/<table>.*?<\/table>/gs)) {
      const heading = `${/<button[^>]*>([^<]*)</.exec(table)?.[1] ?? ''}${mark}`;
      const known = lines.get(heading) ?? new Set<string>();
      for (const [, label = ''] of table.matchAll(/<th scope="row"[^>]*>([^<]*)</g))
        if (label !== 'Всего') known.add(label.replace(/^\d+\. /, ''));
      lines.set(heading, known);
    }
  };
  take(of(['form', 'services', 'comparison', 'regions', 'channels', 'dynamics']), '');
  take(of(['changes']), ', было');
  return lines;
}

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
        expect(new Set(publish([...groups].reverse()).shown)).toEqual(new Set(shown));
        const some = groups.filter((group) => group.cells.some((count) => count > 0));
        expect([...shown, ...folded].map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        expect(countsOf(sumCells([...shown, ...folded]), 'quality')).toEqual(countsOf(sumCells(groups), 'quality'));
      }),
    );
  });
});
