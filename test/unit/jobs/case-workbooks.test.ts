import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatPlace, wordingOf } from '../../../src/diagnostics/format.ts';
import { renderBatch, type RenderResult } from '../../../src/jobs/render-batch.ts';
import { makeLocate } from '../../../src/source/index.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { exampleCase, tablesOf, type Table } from '../../helpers/tables.ts';

let folder = '';
beforeEach(() => (folder = freshFolder()));
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const run = (cases: readonly string[]): Promise<RenderResult> =>
  renderBatch({ root: '.', cases, out: join(folder, 'out') });

/** Errors as `place code: message`. */
const errors = ({ findings }: RenderResult): string[] => {
  const locate = makeLocate();
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((one) => {
      const place = one.at ? formatPlace(one.at, locate).replace(`${folder}/`, '') : '';
      return `${place} ${one.code}: ${wordingOf(one, 'ru').message}`;
    });
};

const licence = 'mint102-poisons-licence';
const permit = 'miir138-transit-permit-ru';

describe('a workbook', () => {
  async function workbook(fill: (book: exceljs.Workbook) => void): Promise<string> {
    const book = new exceljs.Workbook();
    fill(book);
    const file = join(folder, 'day.xlsx');
    await book.xlsx.writeFile(file);
    return file;
  }
  const sheetOf = (
    book: exceljs.Workbook,
    name: string,
    table: Table | undefined,
    change: (name: string, text: string) => exceljs.CellValue = (_, text) => text,
  ): void => {
    const sheet = book.addWorksheet(name);
    sheet.addRow(table?.columns.map((column) => column.name));
    for (const row of table?.rows ?? [])
      sheet.addRow(row.map((text, index) => change(table?.columns[index]?.name ?? '', text)));
  };

  it('says cells by sheet and letter; other sheets are left, and told', async () => {
    const tables = tablesOf(exampleCase(permit));
    const file = await workbook((book) => {
      sheetOf(book, 'Разрешение на транзит', tables.get(''));
      sheetOf(book, 'Товары', tables.get('goods'), (name, text) => (name === 'quantity' ? 'много' : text));
      sheetOf(book, 'Приложенные документы', tables.get('attachments'));
      book.addWorksheet('Заметки').addRow(['позвонить в порт']);
    });
    const result = await run([file]);
    const column = tables.get('goods')?.columns.findIndex(({ name }) => name === 'quantity') ?? 0;
    expect(errors(result)).toEqual(
      [2, 3, 4].map(
        (row) => `day.xlsx!Товары!${String.fromCharCode(65 + column)}${row} value-wrong: «quantity»: "много"`,
      ),
    );
    expect(
      result.findings
        .filter(({ code }) => code === 'table-headless')
        .map(({ severity, at }) => [severity, at?.cell?.sheet]),
    ).toEqual([['info', 'Заметки']]);
  });

  it('gives dates with their times, numbers as texts, and what formulas gave', async () => {
    const tables = tablesOf(exampleCase(licence));
    const file = await workbook((book) => {
      sheetOf(book, 'Лицензия', tables.get(''), (name, text) => {
        if (name === 'decided.at') return new Date(`${text}T00:00:00Z`);
        if (name === 'accepted.at') return new Date(`${text}:00Z`);
        if (name === 'document.number') return Number(text);
        return name === 'decided.officer.name' ? { formula: '"x"', result: text } : text;
      });
      sheetOf(book, 'Приложенные документы', tables.get('attachments'));
      sheetOf(book, 'Приложение к лицензии', tables.get('licence-appendix'));
    });
    const result = await run([file]);
    const direct = await renderBatch({
      root: '.',
      cases: [`examples/cases/${licence}.yaml`],
      out: join(folder, 'direct'),
    });
    expect(errors(result)).toEqual([]);
    expect(result.documents.map(({ sha256 }) => sha256)).toEqual(direct.documents.map(({ sha256 }) => sha256));
  });

  it('that is none, an old one, or cut off', async () => {
    const good = await workbook((book) => sheetOf(book, 'Лицензия', tablesOf(exampleCase(licence)).get('')));
    const whole = readFileSync(good);
    put('cut.xlsx', whole.subarray(0, whole.length / 2));
    put('old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    put('not.xlsx', 'case;service');
    const result = await run(['cut.xlsx', 'old.xlsx', 'not.xlsx', 'gone.csv'].map((name) => join(folder, name)));
    expect(errors(result).map((one) => one.replace(/:.*/, ''))).toEqual([
      'cut.xlsx packed-broken',
      'old.xlsx workbook-old',
      'not.xlsx packed-broken',
      'gone.csv file-missing',
    ]);
    expect(result.documents).toEqual([]);
  });
});
