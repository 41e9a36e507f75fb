import { statSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { listFolder } from '../store/index.ts';

const kinds = ['.csv', '.tsv', '.txt', '.json', '.ndjson', '.jsonl', '.xlsx', '.xlsm', '.parquet'];

export type Kind = 'delimited' | 'json' | 'sheet' | 'parquet';

/** What a file is by its name, `.gz` taken off. */
export function kindOf(file: string): Kind | undefined {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  if (/\.(csv|tsv|txt)$/.test(name)) return 'delimited';
  if (/\.(json|ndjson|jsonl)$/.test(name)) return 'json';
  if (file.toLowerCase().endsWith('.parquet')) return 'parquet';
  return /\.(xlsx|xlsm)$/.test(file.toLowerCase()) ? 'sheet' : undefined;
}

/** The files that the arguments name, folders opened (not their subfolders), in order; what cannot be read is a finding. */
export function responseFiles(paths: readonly string[]): { files: string[]; findings: Diagnostic[] } {
  const files: string[] = [];
  const findings: Diagnostic[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) findings.push(diagnostic('file-missing', { file: path }, { file: path }));
    else if (stat.isDirectory()) {
      const listed = listFolder(path);
      findings.push(...listed.findings);
      if (!listed.ok) continue;
      const own = listed.value.filter((name) => !name.startsWith('.') && !name.endsWith('.rejected.csv'));
      const names = own.filter((name) => kindOf(name) !== undefined);
      // An answer in a format that we do not know would be lost in silence.
      for (const name of own.filter((one) => !names.includes(one))) {
        const inside = join(path, name);
        const isFolder = statSync(inside, { throwIfNoEntry: false })?.isDirectory() ?? false;
        findings.push(diagnostic(isFolder ? 'folder-skipped' : 'file-skipped', { file: inside }, { file: inside }));
      }
      if (names.length === 0) findings.push(diagnostic('responses-empty', { file: path }, { file: path }));
      files.push(...names.map((name) => join(path, name)));
    } else if (kindOf(path) === undefined)
      findings.push(diagnostic('format-unknown', { file: path, kinds: kinds.join(' ') }, { file: path }));
    else files.push(path);
  }
  return { files: [...new Set(files)], findings };
}
