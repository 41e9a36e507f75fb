import { createHash, type Hash } from 'node:crypto';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { hashed, packingOf, PackingFault, rawChunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { Duckdb, reasonOf } from '../source/duckdb.ts';
import { utf8Chunks } from '../source/encoding.ts';
import { readParquet } from '../source/parquet.ts';
import { JsonReader } from '../source/ndjson.ts';
import type { Intake } from '../survey/intake.ts';
import { readCounted, type CountedFile } from '../survey/plain-records.ts';
import type { InputFile } from '../survey/report.ts';
import { TableIntake } from '../survey/table-intake.ts';
import { fileFault } from './file-fault.ts';
import { kindOf } from './report-inputs.ts';

/** Reads one file into the intake, or what is left of it where its plain records are `counted`. Whatever is wrong with the file as a whole becomes a finding; the rest of the run goes on. */
export async function readResponses(
  intake: Intake,
  file: string,
  asPrevious: boolean,
  findings: Diagnostic[],
  counted?: CountedFile,
): Promise<InputFile[]> {
  const first = intake.files.length;
  const hash = createHash('sha256');
  const before = findings.length;
  intake.nextFile();
  try {
    // The first bytes say more than the name: exports get renamed.
    const packing = packingOf(file);
    if (counted) {
      const table = new TableIntake(intake, file, findings, { asPrevious, titled: true });
      await readCounted(counted, table, hashed(rawChunks(file), hash));
    } else if (packing === 'parquet' || kindOf(file) === 'parquet') {
      const table = new TableIntake(intake, file, findings, { asPrevious, titled: false });
      findings.push(...(await readByDuckdb(table, file, hash)));
    } else if (packing === 'old') findings.push(diagnostic('workbook-old', { file }, { file }));
    else if (packing === 'zip' || kindOf(file) === 'sheet') await readSheets(intake, file, asPrevious, hash, findings);
    else await readText(intake, file, asPrevious, hash, findings);
  } catch (error) {
    findings.push(fileFault(file, error));
  }
  const sha256 = hash.digest('hex');
  const counts = intake.files
    .slice(first)
    .filter(({ profile }, _index, all) => profile !== '' || all.every((other) => other.profile === ''));
  if (findings.length === before && counts.every(({ read }) => read === 0))
    findings.push(diagnostic('responses-empty', { file }, { file }));
  return counts.map((count) => ({ ...count, sha256 }));
}

/** Parquet is packed in more ways than one would write oneself; where DuckDB is missing, the other files are read all the same. */
async function readByDuckdb(table: TableIntake, file: string, hash: Hash): Promise<readonly Diagnostic[]> {
  for await (const chunk of rawChunks(file)) hash.update(chunk);
  const opened = await Duckdb.open();
  if (!opened.ok)
    return opened.findings.map(({ code }) => code).includes('duckdb-missing')
      ? [diagnostic('parquet-unread', { file }, { file })]
      : opened.findings;
  try {
    await readParquet(opened.value, file, table);
    table.finish();
    return [];
  } catch (error) {
    if (error instanceof PackingFault) throw error;
    return [diagnostic('parquet-broken', { file, reason: reasonOf(error) }, { file })];
  } finally {
    opened.value.close();
  }
}

async function readSheets(
  intake: Intake,
  file: string,
  asPrevious: boolean,
  hash: Hash,
  findings: Diagnostic[],
): Promise<void> {
  const { readXlsx } = await import('../source/xlsx.ts');
  const sheets: { table: TableIntake; own: Diagnostic[] }[] = [];
  const tableOf = (sheet: string): TableIntake => {
    const own: Diagnostic[] = [];
    const table = new TableIntake(intake, file, own, { asPrevious, titled: true, sheet });
    sheets.push({ table, own });
    return table;
  };
  try {
    await readXlsx(file, hash, tableOf, findings);
  } finally {
    for (const { table } of sheets) table.finish();
    // Beside a sheet of answers there may be others of other things; only a workbook without any answers is at fault.
    const understood = sheets.some(({ table }) => table.understood);
    findings.push(
      ...sheets.flatMap(({ own }) => (understood ? own.filter(({ code }) => code !== 'survey-other') : own)),
    );
  }
}

async function readText(
  intake: Intake,
  file: string,
  asPrevious: boolean,
  hash: Hash,
  findings: Diagnostic[],
): Promise<void> {
  const isJson = kindOf(file) === 'json';
  const table = new TableIntake(intake, file, findings, { asPrevious, titled: !isJson });
  const reader = isJson ? new JsonReader(table) : new CsvReader(table);
  const chunks = utf8Chunks(hashed(rawChunks(file), hash), ({ encoding, lines, mixed }) =>
    findings.push(diagnostic(mixed ? 'encoding-mixed' : 'encoding-taken', { file, encoding, lines }, { file })),
  );
  for await (const chunk of chunks) {
    reader.push(chunk);
    if (reader.stopped) return;
  }
  reader.end();
  table.finish();
}
