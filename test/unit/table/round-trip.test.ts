import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../../src/diagnostics/index.ts';
import { caseFiles } from '../../../src/jobs/case-files.ts';
import { readUnit } from '../../../src/jobs/case-unit.ts';
import { caseUnits } from '../../../src/jobs/case-units.ts';
import { renderBatch } from '../../../src/jobs/render-batch.ts';
import { tableContext } from '../../../src/jobs/table-context.ts';
import { templateTable } from '../../../src/jobs/template-table.ts';
import { Case } from '../../../src/model/case.ts';
import { documentKinds, type DocumentKind, type Language } from '../../../src/model/index.ts';
import type { RowSink } from '../../../src/source/row.ts';
import { readXlsx } from '../../../src/source/xlsx.ts';
import { headingOf, roleOf, sheetName } from '../../../src/table/index.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { csvOf, exampleCase, tablesOf } from '../../helpers/tables.ts';

const examples = readdirSync('examples/cases').map((name) => name.replace('.yaml', ''));

/** The cases that stand in tables, or what is wrong with them. */
async function read(paths: readonly string[]): Promise<unknown[]> {
  const { files, findings } = caseFiles(paths);
  const found: unknown[] = [...findings];
  for await (const reading of caseUnits(files, () => tableContext('.'))) {
    if (reading.kind === 'fault') found.push(formatText(reading.findings, 'en', () => undefined));
    if (reading.kind !== 'case') continue;
    const unit = readUnit(reading.unit);
    found.push(unit.ok ? unit.value.value : formatText(unit.findings, 'en', () => undefined));
  }
  return found;
}

describe('a case is the same in a table', () => {
  it.each(examples)('%s, under its own names, and under the words of both languages', async (name) => {
    const data = exampleCase(name);
    const words = tableContext('.');
    if (!words.ok) throw new Error('no words');
    for (const language of [undefined, 'ru', 'kk'] as const) {
      const folder = freshFolder();
      for (const [table, content] of tablesOf(data)) {
        const text = csvOf(content, language && ((column) => headingOf(column, words.value.words, language)));
        writeFileSync(join(folder, table === '' ? 'day.csv' : `day-${table}.csv`), text);
      }
      expect(await read([folder])).toEqual([Case.parse(data)]);
    }
  });
});

/** Fills the sheets of an empty table with a case, as a clerk does: by the headings that he sees. */
async function fill(file: string, name: string, language: Language): Promise<void> {
  const context = tableContext('.');
  if (!context.ok) throw new Error('no words');
  const { words } = context.value;
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  for (const [table, { columns, rows }] of tablesOf(exampleCase(name))) {
    const sheet = book.worksheets.find((one) => {
      const role = roleOf(one.name, words);
      if (table === '') return one === book.worksheets.find(({ state }) => state === 'visible');
      return (
        (role?.is === 'list' && role.name === table) ||
        (role?.is === 'kind' && role.kind === table && one !== book.worksheets[0])
      );
    });
    if (!sheet) throw new Error(`${file} has no sheet for «${table}»`);
    const headings = new Map<string, number>();
    sheet.getRow(2).eachCell((cell, column) => headings.set(String(cell.value).replace(' *', ''), column));
    rows.forEach((row, line) =>
      row.forEach((text, index) => {
        const column = columns[index];
        if (text === '' || !column || column.name === 'kind') return;
        const place = headings.get(headingOf(column, words, language));
        if (place === undefined) throw new Error(`no column ${column.name} in «${sheet.name}»`);
        const { type } = column.leaf;
        // As Excel keeps them: days as numbers, quantities as numbers.
        sheet.getCell(3 + line, place).value =
          type === 'number'
            ? Number(text)
            : type === 'day' || type === 'moment'
              ? new Date(`${text.slice(0, 16)}${text.length > 10 ? ':00' : ''}Z`)
              : text;
      }),
    );
  }
  await book.xlsx.writeFile(file);
}

describe('a filled table prints what the case prints', () => {
  it.each([
    ['mint102-poisons-licence', 'licence', ['licence-appendix', 'receipt'], 'ru'],
    ['miir138-transit-permit-kk', 'transit-permit', ['receipt', 'consent', 'hand-over-mark'], 'kk'],
    ['mint102-explosives-refusal', 'refusal', ['receipt'], 'ru'],
  ] as [string, DocumentKind, DocumentKind[], Language][])('%s', async (name, kind, more, language) => {
    const folder = freshFolder();
    const file = join(folder, 'table.xlsx');
    const empty = await templateTable({ root: '.', kind, with: more, out: file, language });
    expect(empty.findings).toEqual([]);
    await fill(file, name, language);
    const direct = await renderBatch({
      root: '.',
      cases: [`examples/cases/${name}.yaml`],
      out: join(folder, 'direct'),
    });
    const tabled = await renderBatch({ root: '.', cases: [file], out: join(folder, 'tabled') });
    expect(tabled.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(direct.documents.length).toBeGreaterThan(0);
    expect(tabled.documents.map(({ file: pdf, sha256 }) => [pdf, sha256])).toEqual(
      direct.documents.map(({ file: pdf, sha256 }) => [pdf, sha256]),
    );
  });
});

describe('every kind has an empty table', () => {
  it.each(documentKinds.flatMap((kind) => [[kind, 'ru'] as const, [kind, 'kk'] as const]))(
    '%s in %s: every column has its words',
    async (kind, language) => {
      const file = join(freshFolder(), 'table.xlsx');
      expect((await templateTable({ root: '.', kind, out: file, language })).findings).toEqual([]);
      const sheets = new Map<string, string[][]>();
      const sink = (rows: string[][]): RowSink => ({
        columns: (names) => (rows.push([...names]), 'next'),
        row: () => undefined,
        fault: () => undefined,
      });
      const tableOf = (name: string): RowSink => sink(sheets.set(name, []).get(name) ?? []);
      await readXlsx(file, createHash('sha256'), tableOf, []);
      // A key in place of a word: something has no word.
      const texts = [...sheets.values()].flat(2);
      expect(texts.filter((text) => /^(?:column|what|group|choice|legend|table|kind|sheet)[.:]/.test(text))).toEqual(
        [],
      );
      const toFill = [...sheets].slice(0, -2);
      expect(toFill.length).toBeGreaterThan(0);
      for (const [name, rows] of toFill) {
        expect(name).toBe(sheetName(name));
        const headings = rows[1] ?? [];
        expect(new Set(headings).size).toBe(headings.length);
      }
      expect(await read([file])).toEqual([expect.stringContaining('table-empty')]);
    },
  );

  it('and is never written over a filled one unasked', async () => {
    const file = join(freshFolder(), 'table.xlsx');
    writeFileSync(file, 'filled');
    const request = { root: '.', kind: 'licence' as const, out: file, language: 'ru' as const };
    expect((await templateTable(request)).findings.map(({ code }) => code)).toEqual(['table-exists']);
    expect((await templateTable({ ...request, force: true })).ok).toBe(true);
  });
});
