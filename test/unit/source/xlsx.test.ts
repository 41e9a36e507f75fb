import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { PackingFault } from '../../../src/source/bytes.ts';
import { readXlsx } from '../../../src/source/xlsx.ts';
import { Remembering } from '../../helpers/rows.ts';
import { sheetPart, smallWorkbook } from '../../helpers/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'book.xlsx');

async function read(bytes?: Uint8Array) {
  if (bytes) writeFileSync(file, bytes);
  const sheets = new Map<string, Remembering>();
  const findings: Diagnostic[] = [];
  await readXlsx(
    file,
    createHash('sha256'),
    (sheet) => {
      const sink = new Remembering();
      sheets.set(sheet, sink);
      return sink;
    },
    findings,
  );
  return { sheets, findings };
}

/** A workbook whose one sheet has these rows. */
const book = (rows: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  smallWorkbook(strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), more);

/** A workbook whose directory and local head promise so many bytes of the sheet. */
function promising(workbook: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(workbook);
  let patched = 0;
  for (const [signature, offset, nameAt] of [
    [0x02014b50, 24, 46],
    [0x04034b50, 22, 30],
  ] as const) {
    for (let at = 0; at < bytes.length - nameAt; at += 1) {
      if (bytes.readUInt32LE(at) !== signature || !bytes.toString('latin1', at + nameAt).startsWith(sheetPart))
        continue;
      bytes.writeUInt32LE(size, at + offset);
      patched += 1;
    }
  }
  expect(patched).toBe(2);
  return bytes;
}
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a sheet', () => {
  it('gives texts, numbers, dates, gaps and the values of formulas as they are shown', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Ответы');
    sheet.addRow(['дата', 'число', 'текст', 'формула', 'конец']);
    sheet.addRow([new Date(Date.UTC(2025, 2, 14, 23, 59)), 3, 'қазақша «текст»', { formula: 'B2+1', result: 4 }, 'z']);
    sheet.addRow([null, 2, { richText: [{ text: 'со' }, { text: 'став' }] }, null, 'y']);
    sheet.getCell('A2').numFmt = 'dd.mm.yyyy';
    await workbook.xlsx.writeFile(file);
    const { sheets } = await read();
    const sink = sheets.get('Ответы');
    expect(sink?.heading).toEqual(['дата', 'число', 'текст', 'формула', 'конец']);
    expect(sink?.rows).toEqual([
      { line: 2, cells: ['2025-03-14', '3', 'қазақша «текст»', '4', 'z'] },
      { line: 3, cells: ['', '2', 'состав', '', 'y'] },
    ]);
    expect(sink?.formulas).toEqual([2]);
  });

  it('is read with prefixed names, without cell references, and with cells beyond the heading turned away', async () => {
    const { sheets } = await read(
      book(
        `<row r="3">${inline('a')}${inline('b')}</row><row r="5">${inline('1')}${inline('2')}</row><row>${inline('1')}${inline('2')}${inline('3')}</row>`,
      ),
    );
    const sink = sheets.get('Лист1');
    expect(sink?.rows).toEqual([{ line: 5, cells: ['1', '2'] }]);
    expect(sink?.faults.map(({ fault, line }) => [fault, line])).toEqual([['column-count', 6]]);
  });

  it('tells a cell that has no value from an empty one', async () => {
    const { sheets } = await read(
      book(
        `<row>${inline('a')}${inline('b')}</row><row><c><f>A1</f></c><c t="s"><v>7</v></c></row><row><c/><c t="b"><v>1</v></c></row>`,
      ),
    );
    const sink = sheets.get('Лист1');
    expect(sink?.broken).toEqual([
      { line: 2, column: 0, fault: 'formula-empty' },
      { line: 2, column: 1, fault: 'cell-broken' },
    ]);
    expect(sink?.rows).toEqual([
      { line: 2, cells: ['', ''] },
      { line: 3, cells: ['', 'TRUE'] },
    ]);
  });

  it('has no cell beyond the last column that is read, nor one without a column', async () => {
    const { sheets } = await read(
      book(
        `<row>${inline('a')}</row>${['XFD3', '4'].map((place) => `<row>${inline('1')}<c r="${place}"><v>1</v></c></row>`).join('')}`,
      ),
    );
    expect(sheets.get('Лист1')?.faults.map(({ fault, line }) => [fault, line])).toEqual([
      ['column-count', 2],
      ['column-count', 3],
    ]);
  });

  it('that the package lacks is told', async () => {
    const { [sheetPart]: _sheet, ...others } = unzipSync(book(''));
    const { findings } = await read(zipSync(others));
    expect(findings.map(({ code, args }) => [code, args['reason']])).toEqual([['packed-broken', sheetPart]]);
  });

  it('tells of macros and external links, and opens neither', async () => {
    const { findings, sheets } = await read(
      book(`<row>${inline('a')}</row><row>${inline('1')}</row>`, {
        'xl/vbaProject.bin': strToU8('x'),
        'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
      }),
    );
    expect(findings.map(({ code, args }) => [code, args['what']])).toEqual([
      ['workbook-foreign', 'vbaProject.bin'],
      ['workbook-foreign', 'externalLinks'],
    ]);
    expect(sheets.get('Лист1')?.rows).toHaveLength(1);
  });
});

describe('what is no sound workbook is refused in bounded memory', () => {
  const refused = async (bytes: Uint8Array, kind: 'bomb' | 'broken') => {
    const error: unknown = await read(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PackingFault);
    expect(error instanceof PackingFault && error.kind).toBe(kind);
  };

  it('a zip bomb, from its directory', async () => {
    await refused(promising(book(`<row>${inline('a')}</row>`), 300 << 20), 'bomb');
  });

  it('a directory that promises less than comes out', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `<row r="${index + 1}">${inline(`text ${index}`)}</row>`,
    ).join('');
    await refused(promising(book(rows), 1000), 'broken');
  });

  it('no zip at all, a cut one, an empty file, one without a workbook, broken XML', async () => {
    await refused(strToU8('PK but not really a zip file'), 'broken');
    await refused(book(`<row>${inline('a')}</row>`).slice(0, 300), 'broken');
    await refused(new Uint8Array(), 'broken');
    await refused(zipSync({ 'a.txt': strToU8('x') }), 'broken');
    await refused(book('<row><c></row>'), 'broken');
  });
});

it('an export of another program is read', async () => {
  const bytes = readFileSync('examples/responses/2025-q1-google.xlsx');
  const { sheets } = await read(bytes);
  expect([...sheets.values()][0]?.rows.length).toBeGreaterThan(50);
});
