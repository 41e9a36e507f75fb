import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { readResponses } from '../../../src/jobs/report-read.ts';
import { report } from '../../../src/jobs/report.ts';
import { Duckdb, quoted } from '../../../src/source/duckdb.ts';
import { dayOf } from '../../../src/survey/days.ts';
import { recordsOf, textOf, usual } from '../../helpers/answers.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';
import { taking } from '../../helpers/taking.ts';

const opened = await Duckdb.open();
const missing = opened.ok ? '' : ': DuckDB is missing, see .ci/run';
const make = async (sql: string): Promise<void> => (opened.ok ? opened.value.run(sql) : undefined);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-'));
});
afterAll(() => {
  if (opened.ok) opened.value.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

const period = { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) };

async function taken(file: string) {
  const { intake, rejected } = taking('', { period, keep: 100_000 });
  intake.files.length = 0;
  const findings: Diagnostic[] = [];
  const [input] = await readResponses(intake, file, false, findings);
  const { kept, comments, reasons, remarks, met } = intake;
  return { input, findings, kept, comments, met, rejected, reasons: [...reasons], remarks: [...remarks] };
}

const reported = (responses: readonly string[]) =>
  report({
    ...{ responses, out: join(folder, 'report.xlsx'), services: surveyServicesStub, period },
    ...{ language: 'ru', edition: 'internal' },
  });

const example = 'examples/responses/2025-q1.csv';
const service = 'miir-138-2019/transit-permit';

describe.skipIf(!opened.ok)(`answers in Parquet${missing}`, () => {
  it('are what they are in CSV, down to the reasons of those turned away', async () => {
    const csv = join(folder, 'answers.csv');
    const parquet = join(folder, 'answers [1]*.parquet');
    writeFileSync(csv, textOf(recordsOf(1, 4000), usual));
    await make(`COPY (SELECT * FROM read_csv(${quoted(csv)}, all_varchar = true, quote = '', nullstr = 'NULL'))
      TO ${quoted(parquet)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
    const [own, other] = [await taken(csv), await taken(parquet)];
    expect(own.rejected.length).toBeGreaterThan(20);
    const placeless = ({ rejected, input, ...rest }: typeof own) => ({
      ...rest,
      read: input?.read,
      // A record of Parquet has a number, where one of CSV has a line below the heading.
      rejected: rejected.map(({ line, raw, reason, field, value, near }) => ({
        line,
        raw,
        reason,
        field,
        value,
        near,
      })),
    });
    const expected = placeless(own);
    expect(placeless(other)).toEqual({
      ...expected,
      rejected: expected.rejected.map((one) => ({ ...one, line: one.line - 1, raw: one.raw.replace(/;/g, '\t') })),
    });
    expect(other.input?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('may be numbers, dates, times and bytes, in UTC wherever the machine stands', async () => {
    const file = join(folder, 'typed.parquet');
    await make(`COPY (SELECT i AS id, ${quoted(service)}::BLOB AS service, 3.0 AS quality, 2::TINYINT AS accessibility, NULL AS comment,
        CASE WHEN i < 2 THEN TIMESTAMPTZ '2025-02-03 23:30:00+00' END AS date FROM range(3) t(i)) TO ${quoted(file)} (FORMAT parquet)`);
    vi.stubEnv('TZ', 'Asia/Almaty');
    const { kept, rejected, findings } = await taken(file);
    expect(findings).toEqual([]);
    expect(kept).toMatchObject([
      { id: '0', day: dayOf(2025, 2, 3), quality: 3, accessibility: 2, comment: '' },
      { id: '1' },
    ]);
    expect(rejected).toMatchObject([{ line: 3, reason: 'date-missing', raw: `2\t${service}\t3.0\t2\t\t` }]);
  });

  it('of another survey, damaged or swelling are told, and the other files are read', async () => {
    const files = ['other', 'cut', 'bomb', 'text'].map((name) => join(folder, `${name}.parquet`));
    const [other = '', cut = '', bomb = '', text = ''] = files;
    await make(`COPY (SELECT 1 AS name, 2 AS age) TO ${quoted(other)} (FORMAT parquet)`);
    await make(`COPY (SELECT 1 AS name, 2 AS age) TO ${quoted(cut)} (FORMAT parquet)`);
    truncateSync(cut, 100);
    await make(`COPY (SELECT i AS id, ${quoted(service)} AS service, '2025-02-03' AS date, 3 AS quality, 3 AS accessibility,
        repeat('x', 400000) AS note FROM range(200) t(i)) TO ${quoted(bomb)} (FORMAT parquet, COMPRESSION zstd)`);
    writeFileSync(text, 'id;service\n');
    const result = await reported([...files, example]);
    expect(result.ok).toBe(true);
    const about = (file: string) => result.findings.find(({ at }) => at?.file === file)?.code;
    expect(files.map(about)).toEqual(['survey-other', 'parquet-broken', 'packed-bomb', 'parquet-broken']);
  });
});

describe('without DuckDB', () => {
  it('a Parquet file is told with what it needs, whatever it is called, and the other files are read', async () => {
    vi.stubEnv('REGLAMENT_DUCKDB', folder);
    const renamed = join(folder, 'renamed.csv');
    writeFileSync(renamed, Buffer.concat([Buffer.from('PAR1'), readFileSync(example)]));
    const named = join(folder, 'named.parquet');
    writeFileSync(named, 'PAR1');
    const result = await reported([renamed, named, example]);
    expect(result.ok && result.value.accepted).toBeGreaterThan(100);
    const told = result.findings.filter(({ code }) => code === 'parquet-unread');
    expect(told.map(({ at }) => at?.file)).toEqual([renamed, named]);
  });
});
