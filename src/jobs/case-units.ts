import { isUtf8 } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { rawChunks } from '../source/bytes.ts';
import { utf8Chunks } from '../source/encoding.ts';
import { treeFromText } from '../source/index.ts';
import { JsonRecords } from '../source/json-records.ts';
import { readBytes, readHead, sha256 } from '../store/index.ts';
import { caseEndings, type CaseFile } from './case-files.ts';
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
      readonly cases: number;
      readonly findings: readonly Diagnostic[];
    }
  /** A file that was read to its end. */
  | { readonly kind: 'file'; readonly name: string; readonly sha256: string };

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

/** A file of YAML or JSON: one case, which is read where it is printed, or a list of them. */
function* fromTree({ file, name, bytes: size }: CaseFile, { before, all }: Reach): Generator<Reading> {
  const lost = (findings: readonly Diagnostic[]): Reading => ({
    kind: 'fault',
    input: name,
    place: null,
    cases: 1,
    findings,
  });
  const bytes = readBytes(file);
  if (!bytes.ok) return yield lost(bytes.findings);
  const hash = sha256(bytes.value);
  if (!isUtf8(bytes.value)) yield lost([diagnostic('not-utf8', { file }, { file })]);
  else {
    const text = new TextDecoder('utf-8').decode(bytes.value);
    const common = { file, reached: (before + size) / all };
    if (!isList(text))
      yield {
        kind: 'case',
        unit: { ...common, input: name, place: null, sha256: hash, content: { form: 'text', text } },
      };
    else {
      const tree = treeFromText(file, text);
      if (!tree.ok) yield lost(tree.findings);
      else {
        const list: readonly unknown[] = Array.isArray(tree.value.data) ? tree.value.data : [];
        if (list.length === 0)
          yield {
            kind: 'fault',
            input: name,
            place: null,
            cases: 0,
            findings: [diagnostic('cases-none', { file, kinds: caseEndings.join(', ') }, { file })],
          };
        for (const [index, data] of list.entries()) {
          const content = { form: 'entry', data, index } as const;
          yield {
            kind: 'case',
            unit: { ...common, input: name, place: `#${index + 1}`, sha256: sha256(JSON.stringify(data)), content },
          };
        }
      }
    }
  }
  yield { kind: 'file', name, sha256: hash };
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** A stream of records: one case is in memory at a time. */
async function* fromRecords({ file, name, bytes: size }: CaseFile, { before, all }: Reach): AsyncGenerator<Reading> {
  const hash = createHash('sha256');
  let waiting: Reading[] = [];
  let met = 0;
  let reached = before / all;
  const records = new JsonRecords(
    {
      record(raw, line) {
        met += 1;
        const where = { input: name, place: String(line) };
        const at = { file, position: { line, column: 1 } };
        if (!isUtf8(raw))
          waiting.push({ kind: 'fault', ...where, cases: 1, findings: [diagnostic('not-utf8', { file }, at)] });
        const content = { form: 'record', text: raw.toString('utf8'), line } as const;
        if (isUtf8(raw))
          waiting.push({ kind: 'case', unit: { file, ...where, sha256: sha256(raw), content, reached } });
        return undefined;
      },
      fault(kind, raw, line) {
        met += 1;
        const reason =
          kind === 'too-long' ? `> ${longestRecord >> 20} MB` : JSON.stringify(raw.toString('utf8', 0, 40));
        const finding = diagnostic('record-broken', { reason }, { file, position: { line, column: 1 } });
        waiting.push({ kind: 'fault', input: name, place: String(line), cases: 1, findings: [finding] });
      },
    },
    longestRecord,
  );
  try {
    let read = 0;
    for await (const chunk of utf8Chunks(hashed(rawChunks(file), hash), () => undefined)) {
      read += chunk.length;
      // What is packed grows when it is read: the end of the file is not passed for all that.
      reached = (before + Math.min(read, size)) / all;
      records.push(Buffer.from(chunk));
      yield* waiting;
      waiting = [];
    }
    records.end();
    yield* waiting;
    if (met === 0)
      yield {
        kind: 'fault',
        input: name,
        place: null,
        cases: 0,
        findings: [diagnostic('cases-none', { file, kinds: caseEndings.join(', ') }, { file })],
      };
  } catch (error) {
    yield { kind: 'fault', input: name, place: null, cases: 1, findings: [fileFault(file, error)] };
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

/** Reads files of cases one after another; a broken one is told and costs no other. */
export async function* caseUnits(files: readonly CaseFile[]): AsyncGenerator<Reading> {
  const all = Math.max(
    1,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  let before = 0;
  for (const file of files) {
    if (file.form === 'records' || isJsonList(file)) yield* fromRecords(file, { before, all });
    else yield* fromTree(file, { before, all });
    before += file.bytes;
  }
}
