import { createHash, type Hash } from 'node:crypto';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { PackingFault, rawChunks, utf8Chunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { JsonReader } from '../source/ndjson.ts';
import type { Intake } from '../survey/intake.ts';
import type { InputFile } from '../survey/report.ts';
import { TableIntake } from '../survey/table-intake.ts';
import { kindOf } from './report-inputs.ts';

/** Reads one file into the intake. Whatever is wrong with the file as a whole becomes a finding; the rest of the run goes on. */
export async function readResponses(
  intake: Intake,
  file: string,
  asPrevious: boolean,
  findings: Diagnostic[],
): Promise<InputFile[]> {
  const first = intake.files.length;
  const hash = createHash('sha256');
  const before = findings.length;
  try {
    if (kindOf(file) === 'sheet') {
      const { readXlsx } = await import('../source/xlsx.ts');
      const sheets: { table: TableIntake; own: Diagnostic[] }[] = [];
      const tableOf = (sheet: string): TableIntake => {
        const own: Diagnostic[] = [];
        const table = new TableIntake(intake, file, own, asPrevious, sheet);
        sheets.push({ table, own });
        return table;
      };
      await readXlsx(file, hash, tableOf, findings);
      // Beside a sheet of answers there may be others of other things; only a workbook without any answers is at fault.
      const understood = sheets.some(({ table }) => table.understood);
      findings.push(
        ...sheets.flatMap(({ own }) => (understood ? own.filter(({ code }) => code !== 'survey-other') : own)),
      );
    } else {
      await readText(file, new TableIntake(intake, file, findings, asPrevious), hash, findings);
    }
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

async function readText(file: string, table: TableIntake, hash: Hash, findings: Diagnostic[]): Promise<void> {
  const reader = kindOf(file) === 'json' ? new JsonReader(table) : new CsvReader(table);
  const chunks = utf8Chunks(hashed(rawChunks(file), hash), (encoding) => {
    if (encoding !== 'utf-8') findings.push(diagnostic('encoding-taken', { file, encoding }, { file }));
  });
  for await (const chunk of chunks) {
    reader.push(chunk);
    if (reader.stopped) return;
  }
  reader.end();
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

function fileFault(file: string, error: unknown): Diagnostic {
  if (error instanceof PackingFault) {
    return error.kind === 'bomb'
      ? diagnostic('packed-bomb', { file, size: error.message }, { file })
      : diagnostic('packed-broken', { file, reason: error.message }, { file });
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return diagnostic('file-unreadable', { file, reason: String(error.code) }, { file });
  throw error;
}
