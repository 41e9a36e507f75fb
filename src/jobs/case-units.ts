import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { diagnostic, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { hashed, rawChunks } from '../source/bytes.ts';
import { utf8Chunks } from '../source/encoding.ts';
import { treeFromText } from '../source/index.ts';
import { JsonRecords, type RecordSink } from '../source/json-records.ts';
import { readBytes, readHead, sha256 } from '../store/index.ts';
import { caseEndings, type CaseFile } from './case-files.ts';
import { fromTables, tableSets } from './case-tables.ts';
import type { TableContext } from './table-context.ts';
import type { CaseUnit } from './case-unit.ts';
import { fileFault } from './file-fault.ts';

/** What comes out of the files, in their order. */
export type Reading =
  | { readonly kind: 'case'; readonly unit: CaseUnit }
  /** What could not be read; `cases` = how many cases are lost with it. */
  | {
      readonly kind: 'fault';
      readonly input: string;
      readonly place: string | null;
      /** The number of the case, if it could be read. */
      readonly number: string | null;
      readonly cases: number;
      readonly findings: readonly Diagnostic[];
    }
  /** A file that was read to its end. */
  | { readonly kind: 'file'; readonly name: string; readonly sha256: string };

/** What could not be read: one case, unless told otherwise. */
export const faultOf = (
  input: string,
  findings: readonly Diagnostic[],
  more: Partial<Pick<Extract<Reading, { kind: 'fault' }>, 'place' | 'number' | 'cases'>> = {},
): Reading => ({ kind: 'fault', input, place: null, number: null, cases: 1, ...more, findings });

/** The longest case of a stream, in bytes. */
const longestRecord = 16 << 20;

/** Whether a text holds a list: its first sign, behind comments, marks and names of YAML, is a dash or a bracket. */
const isList = (text: string): boolean =>
  /^(?:\s|#[^\n]*(?:\n|$)|%[^\n]*(?:\n|$)|---(?=\s)|[&!]\S*(?=\s))*(?:\[|-(?=\s))/.test(text);

interface Reach {
  /** Bytes of the files before, and of all. */
  readonly before: number;
  readonly all: number;
}

const noCases = ({ file, name }: CaseFile): Reading =>
  faultOf(name, [diagnostic('cases-none', { file, kinds: caseEndings.join(', ') }, { file })], { cases: 0 });

/** A file of YAML or JSON: one case, which is read where it is printed, or a list of them. */
function* fromTree(one: CaseFile, { before, all }: Reach): Generator<Reading> {
  const { file, name, bytes: size } = one;
  const bytes = readBytes(file);
  if (!bytes.ok) return yield faultOf(name, bytes.findings);
  const hash = sha256(bytes.value);
  if (!isUtf8(bytes.value)) yield faultOf(name, [diagnostic('not-utf8', { file }, { file })]);
  else {
    const text = new TextDecoder('utf-8').decode(bytes.value);
    const unit = { file, input: name, place: null, sha256: hash };
    const reached = (share: number): number => (before + size * share) / all;
    if (isList(text)) yield* fromList(one, text, unit, reached);
    else yield { kind: 'case', unit: { ...unit, reached: reached(1), content: { form: 'text', text } } };
  }
  yield { kind: 'file', name, sha256: hash };
}

function* fromList(
  one: CaseFile,
  text: string,
  unit: Omit<CaseUnit, 'content' | 'reached'>,
  reached: (share: number) => number,
): Generator<Reading> {
  const tree = treeFromText(one.file, text);
  if (!tree.ok) return yield faultOf(one.name, tree.findings);
  const list: readonly unknown[] = Array.isArray(tree.value.data) ? tree.value.data : [];
  if (list.length === 0) yield noCases(one);
  for (const [index, data] of list.entries()) {
    const share = (index + 1) / list.length;
    const own = { place: `#${index + 1}`, sha256: sha256(JSON.stringify(data)), reached: reached(share) };
    yield { kind: 'case', unit: { ...unit, ...own, content: { form: 'entry', data, index } } };
  }
}

/** A stream of records: one case is in memory at a time. */
async function* fromRecords(one: CaseFile, { before, all }: Reach): AsyncGenerator<Reading> {
  const { file, name, bytes: size } = one;
  const hash = createHash('sha256');
  let waiting: Reading[] = [];
  let met = 0;
  let passed = 0;
  const reached = (): number => (before + Math.min(passed, size)) / all;
  const sink: RecordSink = {
    record(raw, line) {
      met += 1;
      passed += raw.length + 1;
      const place = String(line);
      const at = { file, position: { line, column: 1 } };
      if (!isUtf8(raw)) {
        waiting.push(faultOf(name, [diagnostic('not-utf8', { file }, at)], { place }));
        return undefined;
      }
      const content = { form: 'record', text: raw.toString('utf8'), line } as const;
      const unit = { file, input: name, place, sha256: sha256(raw), content, reached: reached() };
      waiting.push({ kind: 'case', unit });
      return undefined;
    },
    fault(kind, raw, line) {
      met += 1;
      const reason = kind === 'too-long' ? `> ${longestRecord >> 20} MB` : JSON.stringify(raw.toString('utf8', 0, 40));
      const finding = diagnostic('record-broken', { reason }, { file, position: { line, column: 1 } });
      waiting.push(faultOf(name, [finding], { place: String(line) }));
    },
  };
  const records = new JsonRecords(sink, longestRecord);
  try {
    for await (const chunk of utf8Chunks(hashed(rawChunks(file), hash), () => undefined)) {
      records.push(chunk);
      yield* waiting;
      waiting = [];
    }
    records.end();
    if (met === 0) yield noCases(one);
    else if (records.isCut && waiting.at(-1)?.kind !== 'fault') sink.fault('json', Buffer.from('… ]'), records.line);
    yield* waiting;
  } catch (error) {
    yield faultOf(name, [fileFault(file, error)]);
    return;
  }
  yield { kind: 'file', name, sha256: hash.digest('hex') };
}

/** Whether a JSON file holds a list: it is then read record by record, so that its length does not matter. */
function isJsonList({ file, name }: CaseFile): boolean {
  if (!name.toLowerCase().endsWith('.json')) return false;
  const head = readHead(file, 256);
  return head !== undefined && /^(?:\uFEFF)?\s*\[\s*(?:\{|\]|$)/.test(head.toString('utf8'));
}

/**
 * Reads files of cases one after another; a broken one is told and costs no other. `context` is asked for when the first table
 * is met.
 */
export async function* caseUnits(
  files: readonly CaseFile[],
  context: () => Outcome<TableContext>,
): AsyncGenerator<Reading> {
  const isTable = ({ form }: CaseFile): boolean => form === 'delimited' || form === 'workbook';
  const tables = files.some(isTable) ? context() : undefined;
  if (tables?.ok === false) {
    const lost = files.filter(isTable).length;
    yield faultOf('', tables.findings, { cases: lost });
  }
  const sets = tables?.ok
    ? tableSets(files, tables.value)
    : files.filter((file) => !isTable(file)).map((file) => ({ files: [file], beside: new Set<string>() }));
  const all = Math.max(
    1,
    sets.reduce((sum, set) => sum + bytesOf(set.files), 0),
  );
  let before = 0;
  for (const set of sets) {
    const [file] = set.files;
    const reach = { before, all };
    if (!file) continue;
    if (isTable(file)) {
      if (tables?.ok) yield* fromTables(set, tables.value, reach);
    } else if (file.form === 'records' || isJsonList(file)) yield* fromRecords(file, reach);
    else yield* fromTree(file, reach);
    before += bytesOf(set.files);
  }
}

const bytesOf = (files: readonly CaseFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
