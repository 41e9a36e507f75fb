import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherReport, report, type ReportOptions } from '../../../src/jobs/report.ts';
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

describe('what surrounds the answers', () => {
  const head = 'id;service;date;quality;accessibility\n';
  const row = (id: number, quality = 3) => `${id};miir-138-2019/transit-permit;2025-02-03;${quality};3\n`;
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };

  it('each file may number its answers anew', async () => {
    const files = [put('own-1.csv', head + row(1) + row(2)), put('own-2.csv', head + row(1, 1) + row(1, 1))];
    const shared = await report(options({ responses: files }));
    expect(shared.ok && shared.value.rejected).toBe(2);
    const own = await report(options({ responses: files, ownIds: true }));
    expect(own.ok && [...own.value.reasons]).toEqual([['id-repeated', 1]]);
  });

  it('a file is read for what it is, whatever its name', async () => {
    const renamed = [
      put('as-csv.csv', readFileSync('examples/responses/2025-q1-google.xlsx')),
      put('as-plain.csv', gzipSync(head + row(1))),
      put('locked.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    ];
    const result = await report(options({ responses: renamed }));
    expect(result.ok && result.value.accepted).toBe(61);
    expect(result.findings.map(({ code }) => code)).toEqual(['workbook-old', 'kept-answer-missing']);
  });

  it('what a folder holds beside answers is told, not passed over in silence', async () => {
    put('mixed/a.csv', head + row(1));
    put('mixed/b.xls', 'x');
    put('mixed/.hidden', 'x');
    put('mixed/a.rejected.csv', 'x');
    put('mixed/inner/c.csv', head + row(2));
    const result = await report(options({ responses: [join(folder, 'mixed')] }));
    expect(result.findings.map(({ code, args }) => [code, basename(String(args['file']))])).toEqual([
      ['file-skipped', 'b.xls'],
      ['folder-skipped', 'inner'],
    ]);
  });

  it('norms and volumes may come as a workbook, under Russian headings, with the titles of the services', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('План');
    sheet.addRow(['План на год']);
    sheet.addRow(['Услуга', 'Показатель', 'Норматив', 'Цель', 'Оказано']);
    sheet.addRow([surveyServicesStub[1]?.title.ru, '2.1', '70', '85,5 %', 655]);
    const plan = join(folder, 'plan.xlsx');
    await book.xlsx.writeFile(plan);
    const result = await gatherReport(options({ targetsFile: plan, volumesFile: plan }));
    expect(result.ok && result.value.model.targets).toEqual([{ service: 1, indicator: '2.1', norm: 0.7, goal: 0.855 }]);
    expect(result.ok && [...result.value.model.volumes]).toEqual([[1, 655]]);
  });

  it('a report without the table that was asked for is not written', async () => {
    const out = join(folder, 'untabled.xlsx');
    const result = await report(options({ out, targetsFile: join(folder, 'nowhere.csv') }));
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ code }) => code)).toEqual(['file-missing']);
    expect(existsSync(out)).toBe(false);
  });

  it('more answers than services rendered are told', async () => {
    const volumes = put('volumes.csv', 'service;rendered\nmiir-138-2019/transit-permit;1\n');
    const result = await report(options({ volumesFile: volumes }));
    expect(result.findings.map(({ code }) => code)).toContain('volume-exceeded');
  });

  it('a public edition of too few answers is refused', async () => {
    const few = put('few.csv', head + Array.from({ length: 9 }, (_, index) => row(index)).join(''));
    const out = join(folder, 'few.xlsx');
    const result = await report(options({ responses: [few], out, edition: 'public' }));
    expect(result.findings.map(({ code }) => code)).toEqual(['public-small']);
    expect(existsSync(out)).toBe(false);
  });

  it('the period of a named previous file is that of its answers', async () => {
    const before = put(
      'before.csv',
      head + row(70).replace('2025-02-03', '2024-05-06') + row(71).replace('2025-02-03', '2024-07-08'),
    );
    const result = await gatherReport(options({ previousFile: before }));
    expect(result.ok && result.value.model.previous).toEqual({ from: dayOf(2024, 5, 6), to: dayOf(2024, 7, 8) });
  });
});
