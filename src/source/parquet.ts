import { statSync } from 'node:fs';
import { refuseSwelling } from './bytes.ts';
import { filePattern, type Duckdb } from './duckdb.ts';
import { emptyRow, fillRow, MAX_FIELDS, type RowSink } from './row.ts';

const identifier = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/**
 * Gives the records of a Parquet file to a sink, each value as its text; the line of a record is its number, from 1. A time
 * that knows its zone is told in UTC, whatever the machine. Throws what DuckDB throws, and `PackingFault`.
 */
export async function readParquet(duckdb: Duckdb, file: string, sink: RowSink): Promise<void> {
  // Older writers do not say that their bytes are letters; names of folders are no columns.
  const source = `read_parquet(${filePattern(file)}, binary_as_string = true, hive_partitioning = false)`;
  const names: string[] = [];
  for await (const [name = ''] of duckdb.texts(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${source})`))
    names.push(name);
  if (names.length > MAX_FIELDS) return sink.badHeading?.('column-count', 1);
  if (sink.columns(names, 1) !== 'taken') return;
  const packed = statSync(file).size;
  const row = emptyRow();
  let line = 0;
  let length = 0;
  const texts = names.map((name) => `coalesce(${identifier(name)}::VARCHAR, '')`);
  for await (const cells of duckdb.texts(`SELECT ${texts.join()} FROM ${source}`)) {
    line += 1;
    length += cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    refuseSwelling(length, packed);
    fillRow(row, cells, line);
    sink.row(row);
  }
}
