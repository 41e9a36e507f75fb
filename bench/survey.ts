/**
 * What it costs to read, check and count a million answers, beside a library that merely parses them.
 *
 *   npm run bench -- survey                             a hundred thousand and a million
 *   ROWS=1000000,10000000 npm run bench -- survey
 *
 * Every measurement runs in its own process, so that memory is its own; seconds are of the processor; ratios within one run count.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import type { Engine } from '../src/jobs/report-engine.ts';
import { gatherReport } from '../src/jobs/report.ts';
import { Duckdb } from '../src/source/duckdb.ts';
import type { RowSink } from '../src/source/row.ts';
import { readXlsx } from '../src/source/xlsx.ts';
import { dayOf } from '../src/survey/days.ts';
import { reportWorkbook } from '../src/workbook/index.ts';

const acts = ['mint-102-2014', 'miir-138-2019', 'mint-364-2012', 'zhambyl-62-2013', 'knb-46-2019'];
const services = Array.from({ length: 34 }, (_, index) => {
  const act = acts[index % 5] ?? '';
  const address = `${act}/service-${String(index).padStart(2, '0')}`;
  return { address, act, title: { ru: `Выдача лицензии на деятельность № ${index}` } };
});
const regions = [
  'Жамбылская область',
  'город Алматы',
  'Астана қаласы',
  'Карагандинская область',
  'Туркестанская область',
  'Абай облысы',
  'ВКО',
  'город Шымкент',
];
const channels = ['веб-портал', 'ЦОН', 'услугодатель'];

/** A small generator of pseudo-chance: the same file every time. */
function* lines(rows: number): Generator<string> {
  let state = 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  yield 'id,service,date,quality,accessibility,region,channel,language\n';
  for (let row = 0; row < rows; row += 1) {
    const month = String(1 + next(12)).padStart(2, '0');
    const date = String(1 + next(28)).padStart(2, '0');
    yield `R${row.toString(36)}-${next(100000)},${services[next(34)]?.address ?? ''},2025-${month}-${date},${1 + next(3)},${1 + next(3)},${regions[next(8)] ?? ''},${channels[next(3)] ?? ''},${next(2) ? 'ru' : 'kk'}\n`;
  }
}

async function makeFile(file: string, rows: number): Promise<void> {
  if (existsSync(file)) return;
  const out = createWriteStream(`${file}.part`);
  let waiting = '';
  for (const line of lines(rows)) {
    waiting += line;
    if (waiting.length > 1 << 20) {
      if (!out.write(waiting)) await once(out, 'drain');
      waiting = '';
    }
  }
  out.end(waiting);
  await once(out, 'finish');
  renameSync(`${file}.part`, file);
}

const parseOnly = (file: string): Promise<number> =>
  new Promise((resolve, reject) => {
    let count = 0;
    Papa.parse<string[]>(createReadStream(file), {
      chunk: ({ data }) => {
        count += data.length;
      },
      complete: () => resolve(count),
      error: reject,
    });
  });

const gather = (file: string, engine: Engine = 'own') =>
  gatherReport({
    engine,
    responses: [file],
    out: join(tmpdir(), 'reglament-bench', 'report.xlsx'),
    services,
    language: 'ru',
    edition: 'internal',
    period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 12, 31) },
  });

/** The same answers as a workbook, written row by row. */
async function makeWorkbook(file: string, rows: number): Promise<void> {
  if (existsSync(file)) return;
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: `${file}.part`, useSharedStrings: true });
  const sheet = writer.addWorksheet('Ответы');
  for (const line of lines(rows)) {
    const cells = line.trimEnd().split(',');
    sheet.addRow(cells.map((cell) => (/^\d$/.test(cell) ? Number(cell) : cell))).commit();
  }
  await writer.commit();
  renameSync(`${file}.part`, file);
}

/** The stream reader of exceljs, which merely goes over the rows. */
async function rowsOnly(file: string): Promise<number> {
  let count = 0;
  const options = {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'cache',
    entries: 'emit',
    hyperlinks: 'ignore',
  };
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, options as never))
    for await (const row of sheet) count += row.hasValues ? 1 : 0;
  return count;
}

/** Our reader, which gives the rows to a sink that counts them. */
async function ownRows(file: string): Promise<number> {
  let count = 0;
  const sink: RowSink = { columns: () => 'taken', row: () => void (count += 1), fault: () => undefined };
  await readXlsx(file, createHash('sha256'), () => sink, []);
  return count;
}

async function child(what: string, file: string): Promise<void> {
  const start = process.cpuUsage();
  const clock = performance.now();
  let note = '';
  if (what === 'papaparse') note = String((await parseOnly(file)) - 1);
  else if (what === 'exceljs') note = String((await rowsOnly(file)) - 1);
  else if (what === 'rows') note = String(await ownRows(file));
  else {
    const result = await gather(file, what === 'duckdb' ? 'duckdb' : 'own');
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    note = [result.value.model.accepted, ...result.findings.map(({ code }) => code)].join(' ');
    if (what === 'workbook') note = String((await reportWorkbook(result.value.model, result.value.texts)).length);
  }
  // The time of the processor, not of the clock: others may be at work on the machine.
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const elapsed = (performance.now() - clock) / 1e3;
  process.stdout.write(JSON.stringify({ seconds, elapsed, megabytes: process.resourceUsage().maxRSS / 1024, note }));
}

interface Measured {
  readonly seconds: number;
  /** By the clock. */
  readonly elapsed: number;
  readonly megabytes: number;
  readonly note: string;
}

function measure(what: string, file: string): Measured {
  const runs = Array.from({ length: what === 'workbook' ? 1 : 3 }, (): Measured => {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--child', what, file], {
      encoding: 'utf8',
    });
    const parsed: Measured = JSON.parse(output);
    return parsed;
  });
  return (
    runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)] ?? {
      seconds: 0,
      elapsed: 0,
      megabytes: 0,
      note: '',
    }
  );
}

async function main(): Promise<void> {
  const folder = join(tmpdir(), 'reglament-bench');
  mkdirSync(folder, { recursive: true });
  const sizes = (process.env['ROWS'] ?? '')
    .split(',')
    .map(Number)
    .filter((size) => size > 0);
  const show = ({ seconds, megabytes, note }: Measured) =>
    `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${note}`;
  const opened = await Duckdb.open();
  const hasDuckdb = opened.ok;
  if (opened.ok) opened.value.close();
  for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const file = join(folder, `answers-${rows}.csv`);
    await makeFile(file, rows);
    const size = (statSync(file).size / 2 ** 20).toFixed(0);
    const theirs = measure('papaparse', file);
    const ours = measure('intake', file);
    const duck = hasDuckdb ? measure('duckdb', file) : undefined;
    const book = measure('workbook', file);
    console.log(`${rows} rows, ${size} MB`);
    console.log(`  papaparse, parse and count:  ${show(theirs)}`);
    console.log(`  intake, checked and counted: ${show(ours)}  = ${(ours.seconds / theirs.seconds).toFixed(2)} x`);
    console.log(
      duck
        ? `  the same by DuckDB:          ${show(duck)}  = ${(duck.seconds / theirs.seconds).toFixed(2)} x; by the clock ${duck.elapsed.toFixed(2)} s, our reader ${ours.elapsed.toFixed(2)} s`
        : '  the same by DuckDB:          not installed (REGLAMENT_DUCKDB)',
    );
    console.log(`  with the workbook:           ${show(book)} bytes`);
    console.log(`  a million would take:        ${((ours.seconds / rows) * 1e6).toFixed(2)} s`);
  }
  const book = join(folder, 'answers-100000.xlsx');
  await makeWorkbook(book, 100_000);
  const theirs = measure('exceljs', book);
  const own = measure('rows', book);
  const ours = measure('intake', book);
  console.log('100000 rows of XLSX');
  console.log(`  exceljs stream, rows only:   ${show(theirs)}`);
  console.log(`  our reader, rows only:       ${show(own)}  = ${(own.seconds / theirs.seconds).toFixed(2)} x`);
  console.log(`  intake, checked and counted: ${show(ours)}  = ${(ours.seconds / theirs.seconds).toFixed(2)} x`);
  if (process.env['REGLAMENT_BENCH_KEEP'] === undefined) rmSync(folder, { recursive: true });
}

if (process.argv[2] === '--child') await child(process.argv[3] ?? '', process.argv[4] ?? '');
else await main();
