import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatheredReport } from '../../../src/jobs/report.ts';
import { changesBy } from '../../../src/survey/changes.ts';
import { sumBy, type CubeRow } from '../../../src/survey/cube.ts';
import { dayOf } from '../../../src/survey/days.ts';
import { countsOf, index, share, wilson } from '../../../src/survey/statistics.ts';
import { figures, folder, housingReport } from '../../helpers/housing.ts';
import { has, run } from '../../helpers/programs.ts';

const scratch = mkdtempSync(join(tmpdir(), 'housing-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const wanted = figures();
const levels = ['Low', 'Medium', 'High'];

describe('a public data set, beside the figures of R', () => {
  let report: GatheredReport;
  beforeAll(async () => {
    report = await housingReport(scratch, () => '2025-02-03');
  });

  const keys: Record<string, (row: CubeRow) => string> = {
    all: () => 'all',
    Type: (row) => report.model.services[row.service]?.title.ru ?? '',
    Infl: (row) => levels[row.region - 1] ?? '',
    Cont: (row) => ['Low', 'High'][row.channel - 1] ?? '',
  };

  it('reads every tenant', () => expect(report.model.accepted).toBe(1681));

  it.each(wanted.filter(({ what }) => what !== 'change').map((line) => [line['what'], line['group'], line] as const))(
    '%s %s: counts, share, Wilson interval (prop.test), index',
    (what = '', group = '', line) => {
      const cells = sumBy(report.model.cube, keys[what] ?? (() => '')).get(group) ?? [];
      const counts = countsOf(cells, 'quality');
      const interval = wilson(counts.yes, counts.n);
      expect([counts.no, counts.partly, counts.yes].map(String)).toEqual([line['no'], line['partly'], line['yes']]);
      for (const [ours, theirs] of [
        [share(counts), line['share']],
        [interval?.low, line['low']],
        [interval?.high, line['high']],
        [index(counts), line['index']],
      ] as const)
        expect(ours).toBeCloseTo(Number(theirs), 12);
    },
  );
});

it('changes of two periods: p of prop.test, corrected by p.adjust over the four groups', async () => {
  const { model } = await housingReport(scratch, (contact) => (contact === 'Low' ? '2025-02-03' : '2025-03-03'), {
    period: { from: dayOf(2025, 3, 1), to: dayOf(2025, 3, 31) },
  });
  const lines = wanted.filter(({ what }) => what === 'change');
  const changes = changesBy(model, 'quality', (row) => row.service);
  expect(changes.map(({ key }) => model.services[key]?.title.ru)).toEqual(lines.map(({ group }) => group));
  changes.forEach(({ p, adjusted }, place) => {
    expect(p).toBeCloseTo(Number(lines[place]?.['p']), 10);
    expect(adjusted).toBeCloseTo(Number(lines[place]?.['adjusted']), 10);
  });
});

const hasMass =
  has('Rscript') &&
  ['/usr/lib/R/library/MASS', '/usr/local/lib/R/site-library/MASS'].some((place) => existsSync(place));
it.skipIf(!hasMass)('R calculates the same figures today', () => {
  run('Rscript', join(folder, 'figures.R'), scratch);
  for (const name of ['housing.csv', 'figures.csv'])
    expect(readFileSync(join(scratch, name), 'utf8')).toBe(readFileSync(join(folder, name), 'utf8'));
});
