import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { countedFiles, type Engine } from '../../../src/jobs/report-engine.ts';
import { readResponses } from '../../../src/jobs/report-read.ts';
import { report } from '../../../src/jobs/report.ts';
import { responseFields } from '../../../src/model/response.ts';
import { Duckdb } from '../../../src/source/duckdb.ts';
import { dayInBytes, dayOf } from '../../../src/survey/days.ts';
import { DATE_LETTERS } from '../../../src/survey/dictionary.ts';
import { chance, recordOf, recordsOf, ROWS, textOf, usual } from '../../helpers/answers.ts';
import { taking, type Options } from '../../helpers/taking.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

const opened = await Duckdb.open();
if (opened.ok) opened.value.close();
const missing = opened.ok ? '' : ': DuckDB is missing, see .ci/run';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const period = { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) };
const previous = { from: dayOf(2024, 10, 1), to: dayOf(2024, 12, 31) };

/** Everything that becomes of files, by either engine. */
async function taken(engine: Engine, files: readonly string[], options: Options) {
  const { intake, rejected } = taking('', { period, previous, keep: 100, ...options });
  intake.files.length = 0;
  const findings: Diagnostic[] = [];
  const counted = await countedFiles(
    engine,
    intake,
    files.map((file) => ({ file, asPrevious: false })),
  );
  if (!counted.ok) throw new Error('DuckDB is missing');
  if (counted.value) intake.kept = undefined;
  const inputs = [];
  for (const [index, file] of files.entries())
    inputs.push(...(await readResponses(intake, file, false, findings, counted.value?.[index])));
  const { current, previousCount, kept, comments, commentCount, met, metBefore, reasons, remarks } = intake;
  return {
    by: counted.value ? 'duckdb' : (counted.findings[0]?.code ?? 'own'),
    all: {
      ...{ inputs, rejected, findings, current, previousCount, kept, comments, commentCount, met, metBefore },
      reasons: [...reasons],
      remarks: [...remarks],
      cube: intake.cube.rows(),
      read: [intake.read, intake.accepted + intake.rejected],
    },
  };
}

/** Both engines over the same files; gives what read them when DuckDB was asked. */
async function compared(texts: readonly (string | Buffer)[], options: Options = {}, name = 'answers'): Promise<string> {
  const files = texts.map((text, index) => {
    const file = join(folder, `${name}-${index}.csv`);
    writeFileSync(file, text);
    return file;
  });
  const own = await taken('own', files, options);
  const other = await taken('duckdb', files, options);
  expect(own.by).toBe('own');
  expect(other.all).toEqual(own.all);
  return other.by;
}

const withRow = (text: string, change: (line: string) => string, at = 7000): string =>
  text
    .split('\n')
    .map((line, index) => (index === at ? change(line) : line))
    .join('\n');

describe.skipIf(!opened.ok)(`what DuckDB counts is what our own reader counts${missing}`, () => {
  it('over many kinds of files', async () => {
    const form = fc.record({
      order: fc.shuffledSubarray([...responseFields], { minLength: responseFields.length }),
      delimiter: fc.constantFrom(';', ',', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1 }), form, fc.boolean(), fc.boolean(), async (seed, shape, mark, ended) => {
        const plain = recordsOf(seed).map((one) => ({ ...one, comment: one.comment.replace(shape.delimiter, ' ') }));
        const text = textOf(plain, shape);
        expect(await compared([`${mark ? '\ufeff' : ''}${ended ? text : text.slice(0, -shape.lineEnd.length)}`])).toBe(
          'duckdb',
        );
      }),
      { numRuns: 7, endOnFailure: true },
    );
  });

  it('over several files, with ids that stand in two of them, in one of them twice', async () => {
    const files = [recordsOf(1), recordsOf(2, 40, 100), recordsOf(3, ROWS, ROWS - 50)].map((records) =>
      textOf(records, usual),
    );
    expect(await compared(files)).toBe('duckdb');
    expect(await compared(files, { ownIds: true })).toBe('duckdb');
  });

  it('over files without ids, without comments, with columns that mean nothing', async () => {
    const without = { ...usual, order: responseFields.filter((name) => name !== 'id' && name !== 'comment') };
    expect(await compared([textOf(recordsOf(4, 14_000), without)])).toBe('duckdb');
    const more = textOf(recordsOf(5), usual).replace(/\n/g, ';x;\n').replace(';x;', ';other;');
    expect(await compared([more])).toBe('duckdb');
  });

  it('over the example answers, as they are, and sixty times without quotes and most comments', async () => {
    const example = readFileSync('examples/responses/2025-q1.csv', 'utf8');
    expect(await compared([example])).toBe('duckdb-untidy');
    const [heading = '', ...lines] = example.split(/\r?\n/);
    // Half of them have comments, which are looked at one by one: that would not be worth it.
    const tidy = lines
      .filter((line) => line.split(';').length === heading.split(';').length && !line.includes('"'))
      .filter((line, index) => line.endsWith(';') || index % 20 === 0);
    const many = Array.from({ length: 60 }, (_, round) => tidy.map((line) => line.replace(';', `-${round};`)));
    expect(await compared([[heading, ...many.flat()].join('\n')])).toBe('duckdb');
  });

  it('over a file whose name means something to DuckDB', async () => {
    expect(await compared([textOf(recordsOf(6), usual)], {}, "it's [1] *")).toBe('duckdb');
  });

  const text = textOf(recordsOf(7), usual);
  it.each([
    ['a record with too few fields', withRow(text, (line) => line.replace(';', '')), 'duckdb-failed'],
    ['a record with too many fields', withRow(text, (line) => `${line};x`), 'duckdb-failed'],
    ['an empty field too many', withRow(text, (line) => `${line};`), 'duckdb'],
    ['a quote', withRow(text, (line) => `${line}"сказал"`), 'duckdb-untidy'],
    ['a stray quote', withRow(text, (line) => `"${line}`), 'duckdb-untidy'],
    ['an empty line', withRow(text, (line) => `${line}\n`), 'duckdb-untidy'],
    ['a line of empty fields', withRow(text, () => ';;;;;;;;'), 'duckdb'],
    ['the heading once more', withRow(text, () => responseFields.join(';')), 'duckdb'],
    ['a zero byte', withRow(text, (line) => `${line}\0`), 'duckdb-untidy'],
    ['one line end of another system', withRow(text, (line) => `${line}\r`), 'duckdb-untidy'],
    ['a title above the heading', `Выгрузка;;;;;;;;\n${text}`, 'duckdb-untidy'],
    ['the mark of Excel', `sep=;\n${text}`, 'duckdb-untidy'],
    ['windows-1251', Buffer.from(text.replace(/[а-яё]/gi, 'a').replace(/ /g, '\u00e0'), 'latin1'), 'duckdb-untidy'],
    ['another survey', text.replace('service', 'товар'), 'duckdb-untidy'],
    ['a doubled heading', text.replace('comment', 'service'), 'duckdb-untidy'],
    ['one question', text.replace('quality', 'вопрос'), 'duckdb-untidy'],
    ['no date of the period', text.replace(/202[45]/g, '1999'), 'duckdb-untidy'],
    ['nothing but the heading', responseFields.join(';'), 'duckdb-untidy'],
    ['nothing', '', 'duckdb-untidy'],
    ['few answers', textOf(recordsOf(8, 60), usual), 'duckdb-few'],
    [
      'remarks everywhere',
      textOf(
        recordsOf(9).map((one) => ({ ...one, quality: one.id.endsWith('7') ? '1' : '' })),
        usual,
      ),
      'duckdb-many',
    ],
  ])('over %s', async (_what, bytes, by) => {
    expect(await compared([bytes])).toBe(by);
  });

  it('over damaged files, whoever reads them', async () => {
    const whole = Buffer.from(text);
    const wound = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      put: fc.constantFrom('x', 'я', ' ', '1', ';', '\n', '1;', ';;;;;;;;;\n', '\u0000', '"', '\r\n', '', '2025'),
      over: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 3 }), async (wounds) => {
        const damaged = wounds.reduce((bytes, { at, put, over }) => {
          const place = Math.floor(at * bytes.length);
          return Buffer.concat([bytes.subarray(0, place), Buffer.from(put), bytes.subarray(place + over)]);
        }, whole);
        await compared([damaged]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  const numbers = Duckdb.prototype.numbers;
  it.each([
    [
      'tells of other rows than it means',
      'ORDER BY',
      (column: number[]) => column.map((one) => one + (one > 8000 ? 1 : 0)),
    ],
    ['tells of them in another order', 'ORDER BY', (column: number[]) => column.slice().reverse()],
    [
      'counts a record twice',
      'GROUP BY',
      (column: number[]) => column.map((one, index) => one + (index === 0 ? 1 : 0)),
    ],
  ])('over files of which DuckDB %s', async (_what, query, change) => {
    const lying = vi.spyOn(Duckdb.prototype, 'numbers').mockImplementation(async function* (this: Duckdb, sql: string) {
      for await (const columns of numbers.call(this, sql))
        yield sql.includes(query) ? columns.map((column) => change([...column])) : columns;
    });
    expect(await compared([text])).toBe('duckdb-disagrees');
    lying.mockRestore();
  });

  it('over a folder of CSV and of something else: all of it is read by ourselves', async () => {
    const packed = join(folder, 'packed.csv.gz');
    writeFileSync(packed, gzipSync(text));
    const plain = join(folder, 'plain.csv');
    writeFileSync(plain, text);
    const own = await taken('own', [packed, plain], {});
    const other = await taken('duckdb', [packed, plain], {});
    expect(other).toEqual({ ...own, by: 'duckdb-kind' });
  });

  it('down to the bytes of the workbook, the page and the list of rejected records', async () => {
    const next = chance(11);
    const records = Array.from({ length: 60_000 }, (_, row) => ({
      ...recordOf(row, next),
      region: '',
      channel: 'ЦОН',
    }));
    const file = join(folder, 'large.csv');
    writeFileSync(file, textOf(records, usual));
    const made = async (engine: Engine) => {
      const out = join(folder, `report-${engine}.xlsx`);
      const result = await report({
        ...{ responses: [file], out, services: surveyServicesStub, period, engine },
        ...{ language: 'ru', edition: 'internal', formats: ['xlsx', 'html'] },
      });
      expect(result.ok && result.value.rejected).toBeGreaterThan(100);
      expect(result.findings.filter(({ code }) => code.startsWith('duckdb'))).toEqual([]);
      return ['xlsx', 'html', 'rejected.csv'].map((end) => readFileSync(join(folder, `report-${engine}.${end}`)));
    };
    const [own, other] = [await made('own'), await made('duckdb')];
    expect(own.map((bytes, index) => other[index]?.equals(bytes))).toEqual([true, true, true]);
  });
});

describe('without DuckDB', () => {
  const run = (engine: Engine) =>
    report({
      ...{ responses: ['examples/responses/2025-q1.csv'], out: join(folder, 'none.xlsx'), engine },
      ...{ services: surveyServicesStub, language: 'ru', edition: 'internal', period },
    });

  it('it is told where it is asked for, and nothing is written', async () => {
    vi.stubEnv('REGLAMENT_DUCKDB', folder);
    const result = await run('duckdb');
    expect([result.ok, result.findings.map(({ code }) => code)]).toEqual([false, ['duckdb-missing']]);
    expect((await run('auto')).ok).toBe(true);
  });

  it('a package that does not start is told by its name', async () => {
    const package_ = join(folder, 'broken', 'node_modules', '@duckdb', 'node-api');
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, 'index.js'), 'throw new Error("wrong processor")');
    vi.stubEnv('REGLAMENT_DUCKDB', join(folder, 'broken'));
    const result = await run('duckdb');
    expect(result.findings).toMatchObject([{ code: 'duckdb-broken', args: { reason: 'wrong processor' } }]);
  });
});

it('a date is told by its first letters', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{0,4}[-./]?[0-9]{1,2}[-./]?[0-9]{1,4}[ T,0-9]?$/),
      fc.oneof(fc.string(), fc.stringMatching(/^[ T,\u00a0][0-9: ]{0,9}$/)),
      (date, rest) => {
        const [whole, first] = [Buffer.from(date + rest), Buffer.from((date + rest).slice(0, DATE_LETTERS))];
        fc.pre((whole[0] ?? 0) > 32);
        expect(dayInBytes(first, 0, first.length)).toBe(dayInBytes(whole, 0, whole.length));
      },
    ),
    { numRuns: 2000 },
  );
});
