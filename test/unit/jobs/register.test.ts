import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { register, type RegisterRequest } from '../../../src/jobs/register.ts';
import { renderBatch, type RenderRequest } from '../../../src/jobs/render-batch.ts';
import { openSigning } from '../../../src/jobs/signing.ts';
import { sha256 } from '../../../src/store/index.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';
import { hasOpenssl, passPhrase, Pki } from '../../helpers/pki.ts';
import { has, run } from '../../helpers/programs.ts';

let folder = '';
let cases = '';
let out = '';
let file = '';
/** The examples as originals: they are specimens. */
const write = (name: string, example: string, changes: Record<string, unknown> = {}): void =>
  writeFileSync(join(cases, name), exampleWith(example, { specimen: false, ...changes }));
const render = (more: Partial<RenderRequest> = {}) => renderBatch({ root: '.', cases: [cases], out, ...more });
const make = (more: Partial<RegisterRequest> = {}) =>
  register({ root: '.', cases: [cases], out: file, documents: out, language: 'ru', ...more });

beforeEach(() => {
  folder = freshFolder();
  cases = join(folder, 'cases');
  out = join(folder, 'out');
  file = join(folder, 'register.xlsx');
  mkdirSync(cases);
  write('a.yaml', 'mint102-poisons-licence');
  write('b.yaml', 'mint102-poisons-refusal');
});

type Row = Readonly<Record<string, string>>;

/** The cells of a sheet by the words over them, as texts. */
async function rowsOf(name: string, path = file): Promise<Row[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet(name);
  if (!sheet) return [];
  const texts = (row: number): string[] =>
    Array.from({ length: sheet.columnCount }, (_, column) => {
      const { value, text } = sheet.getCell(row, column + 1);
      return value instanceof Date ? value.toISOString().slice(0, 10) : text;
    });
  const head = texts(4);
  return Array.from({ length: sheet.rowCount - 4 }, (_, index) =>
    Object.fromEntries(texts(5 + index).map((text, column) => [head[column] ?? '', text])),
  );
}
const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }): string[] =>
  findings.map(({ code }) => code).sort();

describe('the register of issued documents', () => {
  it('has a line for each with what proves it, by days, and no receipts', async () => {
    const { documents } = await render();
    expect(codesOf(await make())).toEqual([]);
    const lines = await rowsOf('Реестр');
    expect(lines.map((line) => [line['Номер'], line['Дата'], line['Дело']])).toEqual([
      ['001', '2014-06-24', '2014-ЛЯ-0117'],
      ['002', '2014-06-24', '2014-ЛЯ-0117'],
      ['14009876', '2014-06-24', '2014-ЛЯ-0117'],
      ['20-1/ЛЯ-0131', '2014-07-04', '2014-ЛЯ-0131'],
    ]);
    for (const line of lines) {
      const document = documents.find((one) => one.file === line['Файл']);
      expect(line['SHA-256 файла']).toBe(sha256(readFileSync(join(out, line['Файл'] ?? ''))));
      expect(line['SHA-256 данных (в QR-коде)']).toBe(document?.data);
    }
    const [appendix, , licence, refusal] = lines;
    expect(licence).toMatchObject({
      'Вид документа': 'Лицензия',
      Заявитель: 'Товарищество с ограниченной ответственностью «Үшқоңыр Химия Өнеркәсібі»',
      'БИН / ИИН': '090640008121',
      Основание: 'Заявление по расписке № 14-0117 от 02.06.2014',
      Подписал: 'Әбдіқадыров Жеңіс Ұзақбайұлы, председатель Комитета промышленности',
    });
    expect(appendix?.['Основание']).toMatch(/^приказ председателя/);
    expect(refusal?.['Основание']).toMatch(/не соответствует квалификационным требованиям \(статья 45/);
    expect(await rowsOf('Не вошло')).toEqual([]);
  });

  it('masks ИИН unless asked for them, and never БИН', async () => {
    await render();
    await make();
    expect((await rowsOf('Реестр')).at(-1)?.['БИН / ИИН']).toBe('••••••••0158');
    const masked = unzipSync(readFileSync(file));
    for (const part of Object.values(masked)) expect(strFromU8(part)).not.toMatch(/\d{8}0158/);
    await make({ fullIds: true });
    expect((await rowsOf('Реестр')).at(-1)?.['БИН / ИИН']).toMatch(/^\d{8}0158$/);
  });

  it('has those of a period, its first and last day with it, and of kinds', async () => {
    await render();
    const numbers = async (more: Partial<RegisterRequest>): Promise<number> => (await make(more)).lines;
    expect(await numbers({ from: '2014-06-24', to: '2014-07-04' })).toBe(4);
    expect(await numbers({ from: '2014-06-25', to: '2014-07-04' })).toBe(1);
    expect(await numbers({ from: '2014-06-24', to: '2014-07-03' })).toBe(3);
    expect(await numbers({ kinds: ['refusal'] })).toBe(1);
  });

  it('speaks Kazakh', async () => {
    await render();
    await make({ language: 'kk' });
    expect((await rowsOf('Тізілім')).at(-1)).toMatchObject({
      'Құжат түрі': 'Дәлелді бас тарту',
      Нөмірі: '20-1/ЛЯ-0131',
    });
  });

  it('is the same bytes of the same input', async () => {
    await render();
    await make();
    const bytes = readFileSync(file);
    await make();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it.skipIf(!has('soffice'))('counts its lines with formulas that another program calculates to the same', async () => {
    await render();
    await make();
    const parts = unzipSync(readFileSync(file));
    const bare = Object.entries(parts).map(([name, part]): [string, Uint8Array] => [
      name,
      name.includes('worksheets/') ? strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : part,
    ]);
    writeFileSync(join(folder, 'bare.xlsx'), zipSync(Object.fromEntries(bare)));
    const office = `-env:UserInstallation=file://${folder}/office`;
    run(
      'soffice',
      office,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'new'),
      join(folder, 'bare.xlsx'),
    );
    const values = async (path: string): Promise<Record<string, unknown>> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      const found: Record<string, unknown> = {};
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.formula) found[`${sheet.name}!${cell.address}`] = cell.result;
          }),
        ),
      );
      return found;
    };
    const ours = await values(file);
    expect(Object.keys(ours).length).toBeGreaterThan(10);
    expect(await values(join(folder, 'new', 'bare.xlsx'))).toEqual(ours);
  });
});

describe('what cannot be proved stands apart', () => {
  const apart = async (): Promise<(string | undefined)[][]> =>
    (await rowsOf('Не вошло')).map((line) => [line['Почему'], line['Файл']]);

  it('a case that was not printed, one that changed since, a file that is gone or was altered', async () => {
    await render();
    write('a.yaml', 'mint102-poisons-licence', { 'applicant.name': 'ТОО «Другое»' });
    write('c.yaml', 'mint102-explosives-refusal');
    const result = await make();
    expect(codesOf(result)).toEqual(['register-differs', 'register-unprinted']);
    expect(result).toMatchObject({ lines: 1, apart: 4 });
    expect((await apart()).map(([reason]) => reason)).toEqual([
      ...Array<string>(3).fill('данные дела изменились после печати'),
      'не напечатан',
    ]);
    write('a.yaml', 'mint102-poisons-licence');
    rmSync(join(cases, 'c.yaml'));
    const [first = '', second = ''] = readdirSync(out).filter((name) => /appendix/.test(name));
    rmSync(join(out, first));
    writeFileSync(join(out, second), readFileSync(join(out, second)).fill(32, 2000, 2010));
    expect(codesOf(await make())).toEqual(['register-altered', 'register-missing']);
    expect((await apart()).map(([, name]) => name).sort()).toEqual([first, second]);
  });

  it('a printed document whose case is not given, and a specimen', async () => {
    write('c.yaml', 'mint102-explosives-refusal', { specimen: true });
    await render();
    rmSync(join(cases, 'b.yaml'));
    const result = await make();
    expect(codesOf(result)).toEqual(['register-caseless', 'register-specimen']);
    expect(result).toMatchObject({ lines: 3, apart: 2 });
    const shown = await make({ specimens: true });
    expect(shown).toMatchObject({ lines: 4, apart: 1 });
    expect((await rowsOf('Реестр')).filter((line) => line['Вид документа']?.endsWith('(образец)'))).toHaveLength(1);
  });

  it('specimens of cases that are none', async () => {
    await render({ specimen: true });
    expect(await make()).toMatchObject({ lines: 0, apart: 4 });
    expect(await make({ specimens: true })).toMatchObject({ lines: 4, apart: 0 });
  });

  it('where nothing was printed the cases are listed, without hashes of files, and that is said', async () => {
    const result = await make();
    expect(codesOf(result)).toEqual(['register-uncompared']);
    expect((await rowsOf('Реестр')).map((line) => line['SHA-256 файла'])).toEqual(['', '', '', '']);
  });

  it('two documents of a kind with one number are both there, and told', async () => {
    write('c.yaml', 'mint102-poisons-refusal', { case: '2014-ЛЯ-0200' });
    await render();
    const result = await make();
    expect(codesOf(result)).toEqual(['register-number-doubled']);
    expect(result.lines).toBe(5);
  });

  it('appendices are counted in each licence anew: one number in two licences is no fault', async () => {
    const other = { 'events.decided.documents.0.number': '14009877' };
    const appendices = ['1', '2'].map((n) => [`events.decided.documents.${n}.licence.number`, '14009877']);
    const changes = { case: '2014-ЛЯ-0300', ...other, ...Object.fromEntries(appendices) };
    write('c.yaml', 'mint102-poisons-licence', changes);
    expect((await render()).failed).toBe(0);
    expect(codesOf(await make())).toEqual([]);
    write('c.yaml', 'mint102-poisons-licence', { ...changes, 'events.decided.documents.2.number': '001' });
    await render();
    expect(codesOf(await make())).toEqual(['register-number-doubled']);
  });

  it('is never written over a table of cases', async () => {
    const table = join(cases, 'day.xlsx');
    writeFileSync(table, 'filled in');
    expect(codesOf(await make({ out: table }))).toEqual(['output-is-input']);
    expect(readFileSync(table, 'utf8')).toBe('filled in');
  });

  it('a case with a fault is told; the others are there', async () => {
    await render();
    write('b.yaml', 'mint102-poisons-refusal', { 'applicant.iin': '1' });
    const result = await make();
    expect(codesOf(result)).toEqual(['register-caseless', 'value-wrong']);
    expect(result.lines).toBe(3);
  });
});

describe.skipIf(!hasOpenssl())('a signed document (needs openssl)', { timeout: 60_000 }, () => {
  it('is in the register with who signed it and when, also behind another signature', async () => {
    const pki = new Pki();
    pki.key('rsa', 'rsa:2048');
    pki.certify('rsa');
    pki.p12('rsa');
    const at = '2025-11-25T15:19:07+05:00';
    const signing = openSigning({ at, by: { kind: 'key', file: pki.path('rsa.p12'), passPhrase } });
    if (!signing.ok) throw new Error(JSON.stringify(signing.findings));
    const { documents } = await render({ signing: signing.value });
    const signed = documents.find(({ signature }) => signature);
    appendFileSync(join(out, signed?.file ?? ''), '\n% another signature\n');
    expect(codesOf(await make())).toEqual([]);
    const line = (await rowsOf('Реестр')).find((one) => one['Файл'] === signed?.file);
    expect(line?.['Электронная подпись']).toContain(signed?.signature?.signer);
    expect(line?.['Электронная подпись']).toContain('25.11.2025, 15:19:07');
    expect(line?.['SHA-256 файла']).toBe(signed?.sha256);
  });
});
