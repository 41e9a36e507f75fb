import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, surveyServices } from '../../../src/jobs/report.ts';
import { findBrowser, launchBrowser } from '../../../src/render/index.ts';
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
    formats: ['html'],
    edition,
    period,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return out.replace('.xlsx', '.html');
}

describe('the report as one page', () => {
  it('asks nothing of the network, and is the same each time', async () => {
    const first = readFileSync(await make('ru', 'internal'), 'utf8');
    expect(first).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?https?:/);
    expect(readFileSync(await make('ru', 'internal'), 'utf8')).toBe(first);
  });

  it('hides small groups in the public edition, and no comment or address stands in it', async () => {
    const page = readFileSync(await make('ru', 'public'), 'utf8');
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
    for (const [language, scheme] of [
      ['ru', 'light'],
      ['kk', 'dark'],
    ] as const) {
      const page = await browser.value.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`file://${await make(language, 'internal')}`);
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
      await page.close();
    }
  });
});
