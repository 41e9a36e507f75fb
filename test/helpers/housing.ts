import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherReport, type GatheredReport, type ReportOptions } from '../../src/jobs/report.ts';

/** The satisfaction of 1,681 tenants of Copenhagen (Madsen 1976; `housing` of the R package MASS): 72 combinations and how often each was met. */
export const folder = 'test/fixtures/housing';

const rows = (file: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};

/** What R calculates, written by figures.R. */
export const figures = () => rows('figures.csv');

const types = ['Tower', 'Apartment', 'Atrium', 'Terrace'];

/** The report of the tenants, one answer each: type of house = service, influence = region, contact = channel; dates as given by contact. */
export async function housingReport(
  into: string,
  dateOf: (contact: string) => string,
  more: Partial<ReportOptions> = {},
): Promise<GatheredReport> {
  const lines = rows('housing.csv').flatMap(({ Sat, Infl, Type, Cont, Freq }) =>
    Array.from({ length: Number(Freq) }, () => `${Type};${dateOf(Cont ?? '')};${Sat};${Infl};${Cont}\n`),
  );
  const file = join(into, 'tenants.csv');
  writeFileSync(file, `type;date;sat;infl;cont\n${lines.join('')}`);
  const result = await gatherReport({
    responses: [file],
    out: join(into, 'housing.xlsx'),
    services: types.map((type) => ({ address: `copenhagen/${type}`, act: 'copenhagen', title: { ru: type } })),
    root: folder,
    language: 'ru',
    edition: 'internal',
    period: {},
    ...more,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}
