import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, surveyServices } from '../../../src/jobs/report.ts';
import { findBrowser, launchBrowser } from '../../../src/render/index.ts';
import { percent } from '../../../src/survey/highlights.ts';
import { readPeriod } from '../../../src/survey/days.ts';
import { freshFolder } from '../../helpers/cases.ts';

const program = findBrowser();
const folder = freshFolder();

async function make(language: 'ru' | 'kk', edition: 'internal' | 'public'): Promise<string> {
  const period = readPeriod('2025-01-01', '2025-03-31');
  if (!period) throw new Error('no period');
  const out = join(folder, `${language}-${edition}.xlsx`);
  const { services } = surveyServices('.', 'ru');
  const made = await report({
    responses: ['examples/responses'],
    out,
    services,
    language,
    formats: ['xlsx', 'html'],
    edition,
    period,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return out.replace('.xlsx', '.html');
}

/** The lines of the tables of a sheet: label and a share beside it. */
function linesOf(sheet: ExcelJS.Worksheet | undefined, column: number): (readonly [string, number])[] {
  const lines: [string, number][] = [];
  sheet?.eachRow((row) => {
    const value = row.getCell(column).value;
    const share = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
    const label = row.getCell(2).value;
    if (typeof share === 'number' && typeof row.getCell(1).value === 'number' && typeof label === 'string')
      lines.push([label, share]);
  });
  return lines;
}

describe('the report as one page', () => {
  it('asks nothing of the network, and is the same each time', async () => {
    const first = readFileSync(await make('ru', 'internal'), 'utf8');
    expect(first).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?https?:/);
    expect(readFileSync(await make('ru', 'internal'), 'utf8')).toBe(first);
  });

  it.each(['ru', 'kk'] as const)('has the figures of the workbook, sheet by sheet (%s)', async (language) => {
    const page = readFileSync(await make(language, 'internal'), 'utf8');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, `${language}-internal.xlsx`));
    const sections = new Map(
      [...page.matchAll(/<section id="(\w+)">(.*?)<\/section>/gs)].map(([, id = '', body = '']) => [id, body]),
    );
    expect([...sections.keys()]).toEqual([
      ...[
        'form',
        'services',
        'comparison',
        'regions',
        'channels',
        'dynamics',
        'changes',
        'matrix',
        'quality',
        'method',
      ],
    ]);
    // The sheets of tables that have their label in column 2, and where the shares of the satisfied stand on them.
    for (const [sheet, id, column] of [
      [3, 'services', 11],
      [5, 'regions', 11],
      [6, 'channels', 11],
      [7, 'dynamics', 11],
      [8, 'changes', 8],
    ] as const) {
      const cells = linesOf(workbook.worksheets[sheet - 1], column);
      expect(cells.length, id).toBeGreaterThan(1);
      for (const [label, share] of cells) {
        const line = `">${label}</th>`;
        const figures = (sections.get(id) ?? '')
          .split(line)
          .slice(1)
          .map((rest) => rest.split('</tr>')[0]);
        expect(
          figures.some((rest) => rest?.includes(`>${percent(share)}</td>`)),
          `${id}: ${label}`,
        ).toBe(true);
      }
    }
  });

  it('is marked as internal, or is not', async () => {
    expect(readFileSync(await make('ru', 'internal'), 'utf8')).toContain('Для служебного пользования');
    expect(readFileSync(await make('ru', 'public'), 'utf8')).not.toContain('служебного');
  });

  it('hides small groups in the public edition, and no comment or address stands in it', async () => {
    const [page = ''] = readFileSync(await make('ru', 'public'), 'utf8').split('<section id="matrix"');
    const counts = [...page.matchAll(/<tr><th scope="row"[^>]*>[^<]*<\/th><td data-value="(\d+)"/g)].map(([, n]) =>
      Number(n),
    );
    expect(counts.length).toBeGreaterThan(10);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
  });
});

describe.skipIf(!program.ok)('in a browser', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    if (program.ok) browser = await launchBrowser(program.value, 60_000);
  });
  afterAll(async () => {
    if (browser.ok) await browser.value.close();
  });

  it('has no fault of accessibility, fits a phone, and sorts', async () => {
    if (!browser.ok) throw new Error(JSON.stringify(browser.findings));
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const [language, edition, scheme] of [
      ['ru', 'internal', 'light'],
      ['kk', 'public', 'dark'],
    ] as const) {
      const page = await browser.value.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`file://${await make(language, edition)}`);
      for (const width of [360, 800, 1280]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.screenshot({ fullPage: true, path: `${process.env['SHOTS'] ?? folder}/${language}-${width}.png` });
      }
      await page.evaluate(axe);
      const faults: unknown = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
      );
      expect(faults).toEqual([]);
      const column = `[...document.querySelector('tbody').rows].map((row) => Number(row.cells[1].dataset.value))`;
      await page.evaluate(`document.querySelectorAll('th button')[1].click()`);
      const sorted: unknown = await page.evaluate(column);
      const numbers = Array.isArray(sorted) ? sorted.map(Number) : [];
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      // A sheet of A4 between margins of 14 mm: no table runs over its edge.
      await page.emulateMediaType('print');
      await page.setViewport({ width: 688, height: 1000 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(688);
      await page.close();
    }
  });
});
