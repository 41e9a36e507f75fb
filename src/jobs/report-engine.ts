import { statSync } from 'node:fs';
import { diagnostic, success, type Outcome } from '../diagnostics/index.ts';
import { packingOf } from '../source/bytes.ts';
import { Duckdb, reasonOf } from '../source/duckdb.ts';
import type { Intake } from '../survey/intake.ts';
import { countPlain, type CountedFile, type SurveyFile } from '../survey/plain-records.ts';
import { kindOf } from './report-inputs.ts';

/** What reads the answers: ourselves, or DuckDB where it can; `auto` takes the quicker of them on two cores, ourselves. The report is the same. */
export type Engine = 'auto' | 'own' | 'duckdb';

const isPlainCsv = ({ file }: SurveyFile): boolean =>
  kindOf(file) === 'delimited' &&
  !file.toLowerCase().endsWith('.gz') &&
  statSync(file).isFile() &&
  packingOf(file) === 'none';

/**
 * What DuckDB counts of the files, in their order; undefined where they are to be read by ourselves, with a finding that says
 * why if DuckDB was asked for. Fails where it was asked for and is not installed.
 */
export async function countedFiles(
  engine: Engine,
  intake: Intake,
  files: readonly SurveyFile[],
): Promise<Outcome<readonly CountedFile[] | undefined>> {
  if (engine !== 'duckdb') return success(undefined);
  const opened = await Duckdb.open();
  if (!opened.ok) return opened;
  const duckdb = opened.value;
  try {
    const other = files.find((file) => !isPlainCsv(file));
    if (other) return success(undefined, [diagnostic('duckdb-kind', { file: other.file }, { file: other.file })]);
    const counted = await countPlain(duckdb, intake, files);
    return 'code' in counted ? success(undefined, [counted]) : success(counted);
  } catch (error) {
    // Whatever DuckDB does not like, a record with too few fields for one, is for our own reader to tell.
    return success(undefined, [diagnostic('duckdb-failed', { reason: reasonOf(error) })]);
  } finally {
    duckdb.close();
  }
}
