import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';

/** How a file of cases is read, told by its name: a tree holds one case or a list, records one case each, a table one a row. */
export type CaseForm = 'tree' | 'records' | 'delimited' | 'workbook';

const forms: readonly (readonly [form: CaseForm, endings: readonly string[]])[] = [
  ['tree', ['.yaml', '.yml', '.json']],
  ['records', ['.ndjson', '.jsonl', '.ndjson.gz', '.jsonl.gz']],
  ['delimited', ['.csv', '.tsv', '.csv.gz', '.tsv.gz']],
  ['workbook', ['.xlsx', '.xlsm']],
];

export const caseEndings: readonly string[] = forms.flatMap(([, endings]) => endings);

export const formOf = (file: string): CaseForm | undefined =>
  forms.find(([, endings]) => endings.some((ending) => file.toLowerCase().endsWith(ending)))?.[0];

/** A file that a word of the command means. */
export interface CaseFile {
  /** As it is opened and shown in findings. */
  readonly file: string;
  /** As the manifest names it: within the folder that was given, with slashes. */
  readonly name: string;
  readonly form: CaseForm;
  /** Of its content: more than those of the file itself where that is packed. */
  readonly bytes: number;
}

/** What would be written over a file of cases; `option` = where its name was given. */
export function overCases(files: readonly CaseFile[], out: string, option: string): Diagnostic | undefined {
  const file = files.find((one) => resolve(one.file) === resolve(out))?.file;
  return file === undefined ? undefined : diagnostic('output-is-input', { file, option }, { file });
}

/** Names that are never cases: hidden files, what an office program locks, the record of an earlier run. */
const isOther = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^manifest\..*(json|journal)$/.test(name);

/** What a packed file holds is told by its last four bytes, by the rest of a division by 4 GiB (RFC 1952, 2.3.1: ISIZE). */
function sizeOf(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (!file.toLowerCase().endsWith('.gz') || size < 4) return size;
  const last = Buffer.alloc(4);
  try {
    const handle = openSync(file, 'r');
    readSync(handle, last, 0, 4, size - 4);
    closeSync(handle);
  } catch {
    // Whoever reads the cases will tell.
    return size;
  }
  return Math.max(size, last.readUInt32LE());
}

const realOf = (path: string | undefined): string | undefined =>
  path !== undefined && existsSync(path) ? realpathSync(path) : undefined;

/** Files of a folder and of its folders, by name. Links are followed, but no folder is entered twice. */
function* walk(folder: string, shut: string | undefined, seen: Set<string>, findings: Diagnostic[]): Generator<string> {
  let names: string[];
  try {
    const real = realpathSync(folder);
    if (seen.has(real) || real === realOf(shut)) return;
    seen.add(real);
    names = readdirSync(folder).sort();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    findings.push(diagnostic('file-unreadable', { file: folder, reason }, { file: folder }));
    return;
  }
  for (const name of names) {
    if (isOther(name) || name === 'node_modules') continue;
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) yield* walk(path, shut, seen, findings);
    else yield path;
  }
}

/**
 * The case files meant by the words of a command, in the order of the words; a folder stands for the case files in it and in its
 * folders, by name. `out`, where the products go, is never read. Faults: `cases-none`, `format-unknown`, `file-unreadable`.
 */
export function caseFiles(paths: readonly string[], out?: string): { files: CaseFile[]; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const files = new Map<string, CaseFile>();
  const names = new Set<string>();
  const take = (file: string, given: string, form: CaseForm): void => {
    if (files.has(file)) return;
    // Two folders may hold files of one name: the later one is counted.
    let name = given;
    for (let n = 2; names.has(name); n += 1) name = `${given} (${n})`;
    names.add(name);
    files.set(file, { file, name, form, bytes: sizeOf(file) });
  };
  const kinds = caseEndings.join(', ');
  for (const path of paths) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      const form = formOf(path);
      if (form) take(path, basename(path), form);
      else findings.push(diagnostic('format-unknown', { file: path, kinds }, { file: path }));
      continue;
    }
    const before = findings.length;
    let found = 0;
    for (const file of walk(path, out, new Set(), findings)) {
      const form = formOf(file);
      if (!form) continue;
      found += 1;
      take(file, relative(path, file).split(sep).join('/'), form);
    }
    if (found === 0 && findings.length === before)
      findings.push(diagnostic('cases-none', { file: path, kinds }, { file: path }));
  }
  return { files: [...files.values()], findings };
}
