import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, type ReportOptions } from '../../../src/jobs/report.ts';
import { dayOf } from '../../../src/survey/days.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const options = (more: Partial<ReportOptions>): ReportOptions => ({
  responses: ['examples/responses'],
  out: join(folder, 'report.xlsx'),
  services: surveyServicesStub,
  language: 'ru',
  edition: 'internal',
  period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) },
  ...more,
});

describe('the report of the example responses', () => {
  it('accounts for every record and lists the rejected ones beside the workbook, readable by the owner alone', async () => {
    const result = await report(options({}));
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const { read, accepted, rejected, rejectedFile } = result.value;
    expect(read).toBe(accepted + rejected);
    expect(accepted).toBeGreaterThan(500);
    expect(rejected).toBe(12);
    expect(rejectedFile).toBe(join(folder, 'report.rejected.csv'));
    const list = readFileSync(rejectedFile ?? '', 'utf8');
    expect(list.trimEnd().split('\r\n')).toHaveLength(13);
    expect(statSync(rejectedFile ?? '').mode & 0o777).toBe(0o600);
  });

  it('gives the same bytes for the same input', async () => {
    const first = join(folder, 'first.xlsx');
    const second = join(folder, 'second.xlsx');
    await report(options({ out: first }));
    await report(options({ out: second }));
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });

  it('goes on when one file among several is bad', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, 'name;age\nA;3\n');
    const result = await report(options({ responses: [bad, 'examples/responses/2025-q1.csv'] }));
    expect(result.ok).toBe(true);
    expect(result.findings.map(({ code }) => code)).toContain('survey-other');
  });
});

describe('the list of rejected records', () => {
  const head = 'id;service;date;quality;accessibility\n';
  const good = '1;miir-138-2019/transit-permit;2025-02-03;3;3\n';

  it('of an earlier run does not outlive a run without rejected records', async () => {
    const file = join(folder, 'answers.csv');
    const run = async (text: string) => {
      writeFileSync(file, text);
      return report(options({ responses: [file], out: join(folder, 'again.xlsx') }));
    };
    const first = await run(`${head}${good}2;nowhere;2025-02-03;3;3\n`);
    expect(first.findings.map(({ code }) => code)).toEqual(['rejected-service-unknown']);
    const second = await run(head + good);
    expect(second.ok && second.value.rejectedFile).toBeUndefined();
    expect(readFileSync(join(folder, 'again.rejected.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('that cannot be written is a finding, and leaves no half of it', async () => {
    const result = await report(options({ out: join(folder, 'answers.csv', 'x.xlsx') }));
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ code }) => code)).toContain('file-unwritable');
  });
});

describe('a folder of ten files, nine of them bad', () => {
  const head = 'id;service;date;quality;accessibility\n';
  const row = (id: number) => `${id};miir-138-2019/transit-permit;2025-02-03;3;3\n`;
  const many = Array.from({ length: 300 }, (_, index) => row(index + 100)).join('');

  it('names each fault, accounts for every record and reports the good one', async () => {
    const heap = join(folder, 'heap');
    mkdirSync(heap);
    const files: Record<string, string | Uint8Array> = {
      '0-good.csv': head + row(1) + row(2),
      '1-empty.csv': '',
      '2-heading-only.csv': head,
      '3-other.csv': 'name;age\nA;3\n',
      '4-doubled.csv': head.replace('accessibility', 'service') + row(3),
      '5-broken.csv.gz': 'not packed',
      '6-bomb.csv.gz': gzipSync(Buffer.concat([Buffer.from(head), Buffer.alloc(100 << 20, '\n')])),
      '7-cut.csv.gz': gzipSync(head + many).subarray(0, 400),
      '8-not-a-workbook.xlsx': 'PK',
      '9-zero-bytes.csv': head + row(4).replace('2025', '20\u000025') + row(5),
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(heap, name), content);
    const result = await report(options({ responses: [heap], out: join(folder, 'heap.xlsx') }));
    expect(result.ok).toBe(true);
    const faults = result.findings.flatMap(({ code, at }) => (at ? [`${basename(at.file)} ${code}`] : []));
    expect(faults.sort()).toEqual([
      '1-empty.csv responses-empty',
      '2-heading-only.csv responses-empty',
      '3-other.csv survey-other',
      '4-doubled.csv heading-doubled',
      '5-broken.csv.gz packed-broken',
      '6-bomb.csv.gz packed-bomb',
      '7-cut.csv.gz packed-broken',
      '8-not-a-workbook.xlsx packed-broken',
      '9-zero-bytes.csv rejected-control-byte',
    ]);
    if (result.ok) expect(result.value.read).toBe(result.value.accepted + result.value.rejected);
  });
});
