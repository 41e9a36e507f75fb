import { statSync } from 'node:fs';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { rawChunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { filePattern, quoted, type Duckdb } from '../source/duckdb.ts';
import { linesAt, MAX_LINE, Tidiness, wholeLines } from '../source/tidy.ts';
import {
  alikeIn,
  codedFields,
  DATE_LETTERS,
  DAYS,
  Dictionary,
  type CodedField,
  type SumColumns,
} from './dictionary.ts';
import type { Intake } from './intake.ts';
import { MAX_ID, type TableIntake } from './table-intake.ts';

/** Of each region of a file so many bytes are read to learn its words. */
const SAMPLE = 4096;
/** The beginning of a file, by which the reader guesses the delimiter: it gets it whole. */
const HEAD = MAX_LINE;
/** Where more than one record in so many must be looked at by itself, nothing is gained. */
const FEW = 8;

export interface SurveyFile {
  readonly file: string;
  readonly asPrevious: boolean;
}

/** A file whose plain records are counted; the others are read, with the heading, from their lines. */
export interface CountedFile {
  readonly lines: Uint32Array;
  readonly sums: readonly SumColumns[];
  /** How many they are. */
  readonly plain: number;
}

/** A file as it was found before DuckDB reads it. */
interface Scanned {
  readonly file: string;
  /** Size and time of change: what is read four times must stay the same. */
  readonly stamp: string;
  readonly table: string;
  readonly rows: number;
  readonly headRows: number;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly dictionary: Dictionary;
}

/**
 * A record is plain where it is accepted without a remark, its id stands nowhere else and it has no comment. DuckDB finds and
 * counts these; every other line goes to `CsvReader` and `TableIntake` as it stands in the file. So no rule is told twice: what
 * is turned away, remarked or repeated is found by the same code as ever, in the order of the files.
 *
 *   file -> tidy? words -> DuckDB: a hash of the id and a sum of codes for each row -> plain: counted by their sums
 *                                                                                  '-> other: their lines, proved
 *
 * A finding where the files are not fit for it: then they are read by ourselves, all of them, since ids are compared over files.
 */
export async function countPlain(
  duckdb: Duckdb,
  intake: Intake,
  files: readonly SurveyFile[],
): Promise<readonly CountedFile[] | Diagnostic> {
  const scanned: Scanned[] = [];
  for (const file of files) {
    const one = await scan(intake, file, `records${scanned.length}`);
    if ('code' in one) return one;
    scanned.push(one);
  }
  const { ownIds, keep } = intake.options;
  // So few would be listed one by one, which takes all of them.
  const few = diagnostic('duckdb-few', { keep });
  const rows = scanned.reduce((sum, one) => sum + one.rows - one.headRows, 0);
  if (rows <= keep) return few;
  for (const one of scanned) await duckdb.run(loading(one));
  let most = rows / FEW;
  let plain = 0;
  const all: CountedFile[] = [];
  for (const one of scanned) {
    if (hasIds(one) && (ownIds || all.length === 0))
      await duckdb.run(repeating(ownIds ? [one] : scanned.filter(hasIds)));
    const result = await count(duckdb, one, most);
    if (result === 'many') return diagnostic('duckdb-many', { share: FEW });
    if (result === 'disagree') return diagnostic('duckdb-disagrees', { file: one.file }, { file: one.file });
    most -= result.lines.length - 1 - one.headRows;
    plain += result.plain;
    all.push(result);
  }
  return plain > keep ? all : few;
}

/** Reads what is left of a file, and takes over what was counted of it. */
export async function readCounted(
  { lines, sums }: CountedFile,
  table: TableIntake,
  chunks: AsyncIterable<Buffer>,
): Promise<void> {
  const reader = new CsvReader(table);
  for await (const { line, bytes } of linesAt(wholeLines(chunks), lines)) {
    reader.goTo(line);
    reader.push(bytes);
  }
  reader.end();
  table.finish();
  for (const columns of sums) for (const alike of alikeIn(columns)) table.takeCounted(alike);
}

const stampOf = (file: string): string => {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
};

async function scan(intake: Intake, { file, asPrevious }: SurveyFile, table: string): Promise<Scanned | Diagnostic> {
  const untidy = diagnostic('duckdb-untidy', { file }, { file });
  const stamp = stampOf(file);
  const tidiness = new Tidiness();
  const dictionary = new Dictionary(intake, asPrevious);
  const sampler = new CsvReader(dictionary);
  let headRows = 0;
  let bytes = 0;
  for await (const region of wholeLines(rawChunks(file))) {
    if (!tidiness.take(region)) return untidy;
    const isHead = bytes < HEAD;
    if (isHead) headRows = tidiness.lines - 1;
    bytes += region.length;
    sampler.push(isHead ? region : region.subarray(0, region.indexOf('\n', SAMPLE) + 1));
    if (sampler.stopped || dictionary.broken) return untidy;
  }
  sampler.end();
  const { lines, lineEnd } = tidiness;
  const known = codedFields.every(
    (field) => (dictionary.mapping?.[field] ?? 0) < 0 || dictionary.parts[field].size > 0,
  );
  if (!dictionary.mapping || dictionary.broken || lineEnd === undefined || !known) return untidy;
  return { file, stamp, table, rows: lines - 1, headRows, delimiter: sampler.mark, lineEnd, dictionary };
}

const hasIds = ({ dictionary }: Scanned): boolean => (dictionary.mapping?.id ?? -1) >= 0;

const HASH = (text: string): string => `(hash(${text}) & 4294967295)::UINTEGER`;

/** One row of numbers for each record, in the order of the file: `hash`, and `sum`, which is NULL unless the record is plain by itself. */
function loading({ file, table, delimiter, dictionary }: Scanned): string {
  const { mapping, width, parts } = dictionary;
  const columnOf = (field: CodedField | 'id' | 'comment'): string => `c${mapping?.[field]}`;
  const has = (field: CodedField | 'id' | 'comment'): boolean => (mapping?.[field] ?? -1) >= 0;
  const columns = Array.from({ length: width }, (_, index) => `c${index}`);
  // A word -> its place in a list of words -> its part of the sum: quicker than joins, which would mix up the order.
  const partOf = (field: CodedField): string => {
    const text = field === 'date' ? `left(${columnOf(field)}, ${DATE_LETTERS})` : columnOf(field);
    return `([${[...parts[field].values()].join()}]::BIGINT[])[enum_code(try_cast(${text} AS ${table}_${field}))::INTEGER + 1]`;
  };
  const coded = codedFields.filter(has);
  const types = coded.map(
    (field) => `CREATE TYPE ${table}_${field} AS ENUM (${[...parts[field].keys()].map(quoted).join()});`,
  );
  const plain = [
    ...(has('id') ? [`strlen(${columnOf('id')}) BETWEEN 1 AND ${MAX_ID}`] : []),
    ...(has('comment') ? [`${columnOf('comment')} = ''`] : []),
    'true',
  ];
  return `${types.join('\n')}
    CREATE TEMP TABLE ${table} AS
    SELECT ${HASH(has('id') ? columnOf('id') : `concat_ws(${quoted(delimiter)}, ${columns.join()})`)} AS hash,
      CASE WHEN ${plain.join(' AND ')} THEN ${coded.map(partOf).join(' + ')} END AS sum
    FROM read_csv(${filePattern(file)}, auto_detect = false, header = false, skip = 1, compression = 'none', encoding = 'utf-8',
      delim = ${quoted(delimiter)}, quote = '', escape = '', comment = '',
      nullstr = '\n', strict_mode = true, null_padding = false, ignore_errors = false,
      buffer_size = ${MAX_LINE * 32}, max_line_size = ${MAX_LINE * 2},
      columns = {${columns.map((column) => `${column}: 'VARCHAR'`).join()}})`;
}

/** The hashes that stand in these tables more than once: of equal ids, and by chance of a few others, which are only looked at. */
const repeating = (tables: readonly Scanned[]): string => `
  CREATE OR REPLACE TEMP TABLE repeated AS
  SELECT hash FROM (${tables.map(({ table }) => `SELECT hash FROM ${table}`).join(' UNION ALL ')}) GROUP BY hash HAVING count(*) > 1`;

const isPlain = (one: Scanned): string =>
  `told.sum IS NOT NULL AND told.rowid >= ${one.headRows}${hasIds(one) ? ' AND told.hash NOT IN (SELECT hash FROM repeated)' : ''}`;
const fromOthers = (one: Scanned): string => `FROM ${one.table} AS told WHERE NOT (${isPlain(one)})`;

/** The plain rows counted by their sums, and the numbers of the other lines; 'disagree' where the two do not make up the file. */
async function count(duckdb: Duckdb, one: Scanned, most: number): Promise<CountedFile | 'many' | 'disagree'> {
  const { file, rows, headRows } = one;
  const others = await duckdb.number(`SELECT count(*)::DOUBLE ${fromOthers(one)}`);
  if (others - headRows > most) return 'many';
  const lines = new Uint32Array(others + 1);
  lines[0] = 1;
  let length = 1;
  const numbers = duckdb.numbers(`SELECT told.rowid::DOUBLE + 2 ${fromOthers(one)} ORDER BY told.rowid`);
  for await (const [column = []] of numbers) {
    lines.set(column, length);
    length += column.length;
  }
  const sums: SumColumns[] = [];
  let plain = 0;
  const columns = duckdb.numbers(`
    SELECT (sum - sum % ${DAYS})::DOUBLE, min(sum % ${DAYS})::DOUBLE, max(sum % ${DAYS})::DOUBLE, count(*)::DOUBLE
    FROM ${one.table} AS told WHERE ${isPlain(one)} GROUP BY sum - sum % ${DAYS}`);
  for await (const [sum = [], first = [], last = [], many = []] of columns) {
    sums.push({ sum, first, last, many });
    plain += many.reduce((all, one) => all + one, 0);
  }
  const agree =
    length === lines.length &&
    plain + others === rows &&
    (await isProved(duckdb, one, lines)) &&
    stampOf(file) === one.stamp;
  return agree ? { lines, sums, plain } : 'disagree';
}

/**
 * Whether the lines are those of the rows that are not plain: the id (without ids: the whole record) in each line must have the
 * hash of its row. That is a proof for all of them, in whatever order DuckDB may have read: a hash that stands once in the
 * file names its line; of one that stands more often all the rows are here, so all their lines are.
 */
async function isProved(duckdb: Duckdb, one: Scanned, lines: Uint32Array): Promise<boolean> {
  const { file, delimiter, dictionary } = one;
  const id = dictionary.mapping?.id ?? -1;
  async function* texts(): AsyncGenerator<readonly [number, string]> {
    for await (const { line, bytes } of linesAt(wholeLines(rawChunks(file)), lines))
      for (const [index, text] of bytes.toString().split(one.lineEnd).entries())
        if (line + index > 1 && text !== '')
          yield [line + index - 2, id < 0 ? text : (text.split(delimiter)[id] ?? '')];
  }
  await duckdb.run(`CREATE OR REPLACE TEMP TABLE proof (place UINTEGER, text VARCHAR)`);
  await duckdb.append('proof', texts());
  const agreed = await duckdb.number(`SELECT count(*)::DOUBLE ${fromOthers(one)}
    AND EXISTS (SELECT 1 FROM proof WHERE proof.place = told.rowid AND ${HASH('proof.text')} = told.hash)`);
  return agreed === lines.length - 1;
}
