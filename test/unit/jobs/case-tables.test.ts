import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatPlace, wordingOf } from '../../../src/diagnostics/format.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { renderBatch, type RenderRequest, type RenderResult } from '../../../src/jobs/render-batch.ts';
import { makeLocate } from '../../../src/source/index.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { smallWorkbook } from '../../helpers/workbook.ts';
import { csvOf, exampleCase, tablesOf, type Table } from '../../helpers/tables.ts';

let folder = '';
beforeEach(() => (folder = freshFolder()));
const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
};

/** The rows of some cases under the columns of all. */
function tableOf(
  names: readonly string[],
  table = '',
  change: (cells: Map<string, string>, index: number) => void = () => undefined,
): string {
  const all = names.flatMap((name, index) => {
    const found: Table | undefined = tablesOf(exampleCase(name)).get(table);
    return (found?.rows ?? []).map((row) => {
      const cells = new Map(found?.columns.map((column, place) => [column.name, row[place] ?? '']));
      change(cells, index);
      return cells;
    });
  });
  const columns = [...new Set(all.flatMap((cells) => [...cells.keys()]))];
  return [columns, ...all.map((cells) => columns.map((name) => cells.get(name) ?? ''))]
    .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
    .join('\n');
}

const run = (cases: readonly string[], more: Partial<RenderRequest> = {}): Promise<RenderResult> =>
  renderBatch({ root: '.', cases, out: join(folder, 'out'), ...more });

/** Errors as `place code: message`. */
const errors = ({ findings }: RenderResult): string[] => {
  const locate = makeLocate();
  const place = ({ at }: Diagnostic): string => (at ? formatPlace(at, locate).replace(`${folder}/`, '') : '');
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((one) => `${place(one)} ${one.code}: ${wordingOf(one, 'ru').message}`);
};

const licence = 'mint102-poisons-licence';
/** The papers of an acceptance stand in a further table: most tables here are without it. */
const unaccepted = (cells: Map<string, string>): void => {
  for (const name of [...cells.keys()]) if (name.startsWith('accepted.')) cells.delete(name);
};
const permit = 'miir138-transit-permit-ru';

describe('tables of one set', () => {
  it('belong together by their names: files of a folder, named or not', async () => {
    const tables = tablesOf(exampleCase(permit));
    for (const [name, table] of tables)
      put(
        name === '' ? 'day/дела.csv' : `day/${name === 'goods' ? 'товары' : 'приложенные документы'}.csv`,
        csvOf(table),
      );
    const whole = await run([join(folder, 'day')]);
    expect(errors(whole)).toEqual([]);
    expect(whole.documents.map(({ kind }) => kind)).toContain('transit-permit');
    const named = await run([join(folder, 'day', 'дела.csv')]);
    expect(named.documents).toEqual(whole.documents);
    expect(named.kept).toBe(whole.documents.length);
  });

  it('may hold cases of several kinds, each saying its own', async () => {
    const names = [licence, 'mint102-explosives-refusal', 'knb46-sale-permit-ru'];
    put('all.csv', tableOf(names));
    for (const part of ['goods', 'grounds', 'attachments', 'licence-appendix'])
      put(`all.${part}.csv`, tableOf(names, part));
    const result = await run([join(folder, 'all.csv')]);
    expect(errors(result)).toEqual([]);
    expect(new Set(result.documents.map(({ kind }) => kind))).toEqual(
      new Set(
        ['licence', 'licence-appendix', 'refusal', 'crypto-sale-permit', 'receipt', 'hand-over-mark', 'consent'].filter(
          (kind) => result.documents.some((one) => one.kind === kind),
        ),
      ),
    );
    expect(result.documents.filter(({ kind }) => kind === 'licence-appendix')).toHaveLength(2);
  });

  it('print the same as the cases, whatever the number of threads', async () => {
    put('all.csv', tableOf([licence]));
    put('all-licence-appendix.csv', tableOf([licence], 'licence-appendix'));
    put('all-attachments.csv', tableOf([licence], 'attachments'));
    const direct = await renderBatch({
      root: '.',
      cases: [`examples/cases/${licence}.yaml`],
      out: join(folder, 'direct'),
    });
    const tabled = await run([join(folder, 'all.csv')], { jobs: 2 });
    expect(tabled.documents.map(({ sha256 }) => sha256)).toEqual(direct.documents.map(({ sha256 }) => sha256));
  });
});

describe('headings', () => {
  const heading = async (change: (cells: Map<string, string>) => void): Promise<string[]> => {
    put(
      'a.csv',
      tableOf([licence], '', (cells) => (unaccepted(cells), change(cells))),
    );
    return errors(await run([join(folder, 'a.csv')]));
  };

  it('that nobody knows are told with those that are near, and stop the table', async () => {
    expect(await heading((cells) => cells.set('Адрес заявитля', 'x'))).toEqual([
      expect.stringMatching(/^a\.csv:1:1 column-unknown: заголовка «Адрес заявитля» .*ничего не печатается/),
    ]);
  });

  it('that are missing are told all at once, in words and own names', async () => {
    const [only, ...rest] = await heading((cells) => {
      for (const name of [
        'service',
        'applicant.bin',
        'decided.at',
        'document.number',
        'document.activity.kk',
        'document.activity.ru',
      ])
        cells.delete(name);
      cells.set('kind', 'лицензия');
    });
    expect(rest).toEqual([]);
    expect(only).toContain(
      '«Услуга / Көрсетілетін қызмет» (service), «БИН / БСН» (applicant.bin), «Дата решения / Шешім күні» (decided.at)',
    );
  });

  it('that mean the same are told with both places', async () => {
    const found = await heading((cells) => cells.set('БСН', '090640008121'));
    expect(found).toEqual([
      expect.stringMatching(/column-doubled: «БСН» и «applicant.bin» означают одно и то же: applicant\.bin/),
    ]);
  });

  it('of remarks are passed over, and so are titles above the headings', async () => {
    const body = tableOf(
      [licence],
      '',
      (cells) => (unaccepted(cells), cells.set('№ п/п', '1'), cells.set('# заметка', 'позвонить')),
    );
    put('b.csv', `Лицензии за 24 июня${';'.repeat(40)}\n${';'.repeat(40)}\n${body}`);
    expect(errors(await run([join(folder, 'b.csv')]))).toEqual([]);
  });

  it('that are nowhere', async () => {
    put('c.csv', 'a;b\n1;2\n');
    expect(errors(await run([join(folder, 'c.csv')]))).toEqual([expect.stringContaining('table-headless')]);
  });
});

describe('cells and rows', () => {
  const faults = async (
    change: (cells: Map<string, string>, index: number) => void,
    more: Partial<RenderRequest> = {},
  ): Promise<RenderResult> => {
    put(
      'a.csv',
      tableOf(
        [licence, licence],
        '',
        (cells, index) => (unaccepted(cells), cells.set('case', `2014-ЛЯ-000${index}`), change(cells, index)),
      ),
    );
    return run([join(folder, 'a.csv')], more);
  };
  const second = (name: string, text: string) => (cells: Map<string, string>, index: number) =>
    void (index === 1 && cells.set(name, text));

  it.each([
    ['applicant.bin', '090640008122', 'a.csv:3:1 identifier-wrong'],
    ['applicant.bin', '90640008121', 'a.csv:3:1 value-wrong: «applicant.bin»'],
    ['applicant.bin', '', 'a.csv:3:1 field-missing: нет поля «applicant.bin»'],
    ['decided.at', '31.06.2014', 'a.csv:3:1 value-wrong: «decided.at»'],
    ['document.number', '#REF!', 'a.csv:3:1 cell-error: «document.number»'],
    ['document.number', '1.23456789012346E+19', 'a.csv:3:1 cell-digits-lost: «document.number»'],
    ['applicant.iin', '850312400159', 'a.csv:3:1 cells-exclusive'],
    ['kind', 'лицензии', 'a.csv:3:1 table-kind-unknown: нет вида документа «лицензии»'],
    ['kind', '', 'a.csv:3:1 table-kind-missing'],
    ['case', '', 'a.csv:3:1 row-unnumbered'],
    ['case', '2014-ляля-0000'.replace('ляля', 'ля'), 'a.csv:3:1 output-doubled'],
    ['document.activity', 'одно для обоих', 'a.csv:3:1 cell-wording-doubled'],
    ['service', 'mint-102-2014/poison-licence', 'a.csv:3:1 service-unknown'],
  ])('%s = «%s»: that row alone is not printed', async (name, text, expected) => {
    const result = await faults(second(name, text));
    expect(errors(result)).toEqual([expect.stringContaining(expected)]);
    expect(result.documents.map((one) => one.case)).toEqual(['2014-ЛЯ-0000']);
    expect([result.cases, result.failed]).toEqual([2, 1]);
  });

  it('days and numbers are read as people write them', async () => {
    const result = await faults(second('decided.at', '24.06.2014'));
    expect(errors(result)).toEqual([]);
    expect(result.documents.map(({ issued }) => issued)).toEqual(['2014-06-24', '2014-06-24']);
  });

  it('lines of two languages have to pair', async () => {
    put('p.csv', tableOf([permit], '', unaccepted));
    put('p.goods.csv', tableOf([permit], 'goods'));
    put(
      'p.csv',
      tableOf([permit], '', (cells) => (unaccepted(cells), cells.set('document.customs.kk', 'бір | екі | үш'))),
    );
    expect(errors(await run([join(folder, 'p.csv')]))).toEqual([
      expect.stringMatching(/^p\.csv:2:1 cell-lines-differ: .*на казахском 3, на русском 2/),
    ]);
  });

  it('a row of a further table without its case stops the set: some case lacks it', async () => {
    put('p.csv', tableOf([permit], '', unaccepted));
    put(
      'p.goods.csv',
      tableOf([permit], 'goods', (cells) => cells.set('case', '2019-ТР-0091')),
    );
    const result = await run([join(folder, 'p.csv')]);
    expect(errors(result)).toEqual(
      [2, 3, 4].map((line) => expect.stringMatching(new RegExp(`^p\\.goods\\.csv:${line}:1 row-orphan`)) as unknown),
    );
    expect(result.findings[0]?.args['near']).toBe('2019-тр-0019');
    expect(result.documents).toEqual([]);
  });

  it('a fault in a further row is told in that row', async () => {
    put('p.csv', tableOf([permit], '', unaccepted));
    put(
      'p.goods.csv',
      tableOf([permit], 'goods', (cells) => cells.set('code', '28')),
    );
    expect(errors(await run([join(folder, 'p.csv')]))).toEqual(
      [2, 3, 4].map((line) => expect.stringContaining(`p.goods.csv:${line}:1 value-wrong: «code»`) as unknown),
    );
  });

  it('a list that a case must have is asked for by the name of its table', async () => {
    put('p.csv', tableOf([permit]));
    put('p.goods.csv', tableOf([permit], 'goods'));
    expect(errors(await run([join(folder, 'p.csv')]))).toEqual(['p.csv:2:1 field-missing: нет поля «attachments»']);
  });

  it('a formula that nobody calculated is no empty cell', async () => {
    const rows = tableOf(
      [licence, licence],
      '',
      (cells, index) => (unaccepted(cells), cells.set('case', `2014-ЛЯ-000${index}`)),
    )
      .split('\n')
      .map((line) => line.slice(1, -1).split('";"'));
    const column = rows[0]?.indexOf('document.number') ?? -1;
    const cell = (text: string, row: number, place: number): string =>
      row === 2 && place === column ? '<c><f>A1</f></c>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = rows
      .map((texts, row) => `<row>${texts.map((text, place) => cell(text, row, place)).join('')}</row>`)
      .join('');
    put('a.xlsx', smallWorkbook(Buffer.from(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`)));
    const result = await run([join(folder, 'a.xlsx')]);
    expect(errors(result)).toEqual([
      expect.stringMatching(/^a\.xlsx!Лист1![A-Z]+3 cell-valueless: «document\.number»/),
    ]);
    expect(result.documents).toHaveLength(1);
  });

  it('a row that is cut short costs itself, and the manifest names it', async () => {
    const text = tableOf(
      [licence, licence],
      '',
      (cells, index) => (unaccepted(cells), cells.set('case', `2014-ЛЯ-000${index}`)),
    );
    put('a.csv', `${text}\n"2014-ЛЯ-0009";"mint`);
    const result = await run([join(folder, 'a.csv')]);
    expect(errors(result)).toEqual([expect.stringContaining('a.csv:4:1 row-broken')]);
    expect(result.documents).toHaveLength(2);
  });
});

describe('a map of the user', () => {
  const own = `sheets: { реестр: licence }
columns: { Рег. номер: document.number, ОКЭД: '-' }
values: { service: mint-102-2014/poisons-licence, decided.city.ru: город Астана, decided.city.kk: Астана қаласы }
`;
  const table = (): string =>
    tableOf([licence], '', (cells) => {
      unaccepted(cells);
      cells.set('Рег. номер', cells.get('document.number') ?? '');
      for (const name of ['document.number', 'service', 'kind', 'decided.city.kk', 'decided.city.ru'])
        cells.delete(name);
      cells.set('ОКЭД', '20.14');
    });

  it('names columns and sheets, and gives values for all rows', async () => {
    put('map.yaml', own);
    const file = put('реестр.csv', table());
    const result = await run([file], { map: join(folder, 'map.yaml') });
    expect(errors(result)).toEqual([]);
    expect(result.documents.map(({ kind, number }) => [kind, number])).toContainEqual(['licence', '14009876']);
  });

  it('is told what it names wrong; a wrong value is told where it stands', async () => {
    put('map.yaml', own.replace('document.number', 'document.nomber'));
    const file = put('реестр.csv', table());
    expect(errors(await run([file], { map: join(folder, 'map.yaml') }))).toEqual([
      expect.stringContaining('map.yaml:2:12 map-name-unknown'),
    ]);
    put('map.yaml', own.replace('mint-102-2014/poisons-licence', 'mint-102-2014/poison-licence'));
    expect(errors(await run([file], { map: join(folder, 'map.yaml') }))).toEqual([
      expect.stringContaining('map.yaml:3:11 service-unknown'),
    ]);
  });
});
