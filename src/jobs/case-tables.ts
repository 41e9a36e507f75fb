import { createHash, type Hash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { hashed, packingOf, rawChunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { utf8Chunks } from '../source/encoding.ts';
import type { RowSink } from '../source/row.ts';
import { readingXlsx } from '../source/xlsx.ts';
import { listFolder, sha256 } from '../store/index.ts';
import { caseOfRow, roleOf, splitStem, type FurtherRows } from '../table/index.ts';
import { formOf, type CaseFile } from './case-files.ts';
import { faultOf, type Reading } from './case-units.ts';
import { fileFault } from './file-fault.ts';
import { keyOf } from './manifest.ts';
import type { TableContext } from './table-context.ts';
import { CaseRows, TableSketch } from './table-rows.ts';

/** Tables that belong together: the sheets of a workbook, or files of one folder that begin with one name. */
export interface TableSet {
  readonly files: readonly CaseFile[];
  /** Those that were not named, but lie beside: they may only hold what belongs to cases of the others. */
  readonly beside: ReadonlySet<string>;
}

const stemOf = (file: string): string =>
  basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]*$/, '');

/** Further tables that lie beside a table of cases and were not named themselves. */
function beside({ file, name }: CaseFile, set: string, { words }: TableContext): CaseFile[] {
  const names = listFolder(dirname(file));
  if (!names.ok) return [];
  return names.value.flatMap((other): CaseFile[] => {
    const path = join(dirname(file), other);
    const split = splitStem(stemOf(other), words);
    const isOfSet = formOf(other) === 'delimited' && split.set === set && roleOf(split.table, words) !== undefined;
    if (!isOfSet || other === basename(file)) return [];
    const own = dirname(name) === '.' ? other : `${dirname(name)}/${other}`;
    return [{ file: path, name: own, form: 'delimited', bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 }];
  });
}

/** Groups files: what is no table of a set stays alone, and the sets stand where their first file stood. */
export function tableSets(files: readonly CaseFile[], context: TableContext): TableSet[] {
  const sets = new Map<string, Map<string, CaseFile>>();
  const named = new Set(files.map(({ file }) => file));
  for (const one of files) {
    const { set } = splitStem(stemOf(one.file), context.words);
    const key = one.form === 'delimited' ? join(dirname(one.file), set) : `\0${one.file}`;
    const members = sets.get(key) ?? new Map<string, CaseFile>();
    sets.set(key, members.set(one.file, one));
    if (one.form !== 'delimited' || !existsSync(one.file)) continue;
    for (const other of beside(one, set, context)) if (!members.has(other.file)) members.set(other.file, other);
  }
  return [...sets.values()].map((members) => ({
    files: [...members.values()],
    beside: new Set([...members.keys()].filter((file) => !named.has(file))),
  }));
}

/** Reads a file of delimited text, and gives a turn after each piece. */
async function* readingCsv(file: string, hash: Hash, sink: RowSink, findings: Diagnostic[]): AsyncGenerator<void> {
  const reader = new CsvReader(sink);
  const chunks = utf8Chunks(hashed(rawChunks(file), hash), ({ encoding, lines, mixed }) =>
    findings.push(diagnostic(mixed ? 'encoding-mixed' : 'encoding-taken', { file, encoding, lines }, { file })),
  );
  for await (const chunk of chunks) {
    reader.push(chunk);
    yield;
    if (reader.stopped) return;
  }
  reader.end();
  yield;
}

/** Reads every table of a set; `sinkOf` gives what takes one, by file and sheet. Files that cannot be read are told. */
async function* scan(
  { files }: TableSet,
  { words }: TableContext,
  sinkOf: (file: CaseFile, sheet: string | null, name: string) => RowSink | undefined,
  findings: Diagnostic[],
  hashes: Map<string, string>,
): AsyncGenerator<CaseFile> {
  for (const one of files) {
    const hash = createHash('sha256');
    try {
      // The first bytes say more than the name: exports get renamed.
      const packing = packingOf(one.file);
      if (packing === 'old') findings.push(diagnostic('workbook-old', { file: one.file }, { file: one.file }));
      else if (packing === 'zip' || one.form === 'workbook') {
        const tableOf = (sheet: string): RowSink | undefined => sinkOf(one, sheet, sheet);
        for await (const _ of readingXlsx(one.file, hash, tableOf, findings, { withTimes: true })) yield one;
      } else {
        const stem = stemOf(one.file);
        const sink = sinkOf(one, null, splitStem(stem, words).table || stem);
        if (!sink) continue;
        for await (const _ of readingCsv(one.file, hash, sink, findings)) yield one;
      }
      hashes.set(one.name, hash.digest('hex'));
    } catch (error) {
      findings.push(fileFault(one.file, error));
    }
  }
}

/** Rows of further tables by the number of their case. */
type Further = ReadonlyMap<string, readonly FurtherRows[]>;

function furtherRows(sketches: readonly TableSketch[]): Further {
  const found = new Map<string, FurtherRows[]>();
  for (const { table, list, rows } of sketches) {
    if (!table || list === undefined) continue;
    for (const [number, own] of rows)
      found.set(number, [...(found.get(number) ?? []), { name: list, table, rows: own }]);
  }
  return found;
}

/** Rows whose case stands in no table of cases: which case lacks them nobody can know. */
function orphans(sketches: readonly TableSketch[]): Diagnostic[] {
  const numbers = new Set(sketches.flatMap((one) => (one.list === undefined ? [...one.numbers] : [])));
  return sketches.flatMap((one) => one.orphans(numbers));
}

/**
 *   pass 1: headings of every table, further rows, numbers of cases -> faults that concern all
 *   pass 2: rows of the tables of cases, one at a time -> units
 *
 * A fault of a heading, and a row that belongs to no case, stop the whole set: which documents they concern cannot be known.
 */
export async function* fromTables(
  set: TableSet,
  context: TableContext,
  reach: { readonly before: number; readonly all: number },
): AsyncGenerator<Reading> {
  const findings: Diagnostic[] = [];
  const hashes = new Map<string, string>();
  const all: TableSketch[] = [];
  const sketch = (file: CaseFile, sheet: string | null, name: string): RowSink => {
    const one = new TableSketch(file.file, sheet, name, context);
    all.push(one);
    return one;
  };
  for await (const _ of scan(set, context, sketch, findings, hashes));
  const sketches = all.filter((one) => one.list !== undefined || !set.beside.has(one.file));
  for (const one of sketches) one.finish();
  const tables = sketches.filter(({ table }) => table !== undefined);
  findings.push(...sketches.flatMap((one) => one.findings), ...orphans(tables));
  const rows = tables.reduce((sum, one) => sum + (one.list === undefined ? one.count : 0), 0);
  const first = set.files[0];
  if (!first) return;
  if (rows === 0 && findings.length === 0)
    findings.push(diagnostic('table-empty', { file: first.file }, { file: first.file }));
  const stops = findings.some(({ severity }) => severity === 'error');
  if (findings.length > 0) yield faultOf(first.name, findings, { cases: stops ? Math.max(rows, 1) : 0 });
  if (!stops) yield* rowsOf(set, context, tables, rows, reach);
  for (const [name, hash] of hashes) yield { kind: 'file', name, sha256: hash };
}

async function* rowsOf(
  set: TableSet,
  context: TableContext,
  tables: readonly TableSketch[],
  count: number,
  { before, all }: { readonly before: number; readonly all: number },
): AsyncGenerator<Reading> {
  const further = furtherRows(tables);
  const bytes = set.files.reduce((sum, file) => sum + file.bytes, 0);
  const findings: Diagnostic[] = [];
  let waiting: Reading[] = [];
  let done = 0;
  const sinkOf = (file: CaseFile, sheet: string | null): RowSink | undefined => {
    const own = tables.find((one) => one.file === file.file && one.sheet === sheet);
    const table = own?.list === undefined ? own?.table : undefined;
    if (!own || !table) return undefined;
    return new CaseRows(own, {
      row(row, number) {
        done += 1;
        const reached = (before + bytes * Math.min(1, done / count)) / all;
        const {
          data,
          anchors,
          findings: faults,
        } = caseOfRow(table, row, further.get(keyOf(number)) ?? [], context.words);
        const where = { input: file.name, place: `${sheet === null ? '' : `${sheet}!`}${row.line}` };
        if (faults.length > 0) return void waiting.push(faultOf(file.name, faults, { place: where.place, number }));
        const unit = { file: file.file, ...where, sha256: sha256(JSON.stringify(data)), reached };
        waiting.push({ kind: 'case', unit: { ...unit, content: { form: 'row', data, anchors } } });
      },
      fault(finding, line) {
        done += 1;
        const place = `${sheet === null ? '' : `${sheet}!`}${line}`;
        waiting.push(faultOf(file.name, [finding], { place }));
      },
    });
  };
  for await (const _ of scan(set, context, sinkOf, findings, new Map())) {
    yield* waiting;
    waiting = [];
  }
  yield* waiting;
  const lost = findings.filter(({ severity }) => severity === 'error');
  // What the first pass could read and the second cannot has gone or changed in between.
  if (lost.length > 0) yield faultOf(set.files[0]?.name ?? '', lost, { cases: Math.max(1, count - done) });
}
