import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { importAct, yamlOf } from '../import/index.ts';
import { readDocument } from '../source/plain.ts';
import { readBytes, writeAtomic } from '../store/index.ts';

export interface ImportReport {
  /** Paths of the files written, `act.yaml` first. */
  readonly written: readonly string[];
  readonly regulations: number;
}

/**
 * Reads the text of an act and writes it as data into `out`: `act.yaml`, a file per regulation, and the text itself as
 * `source.txt`, byte for byte, for the lines that the data name. Nothing is written where a file stands already, unless `force`.
 */
export function importText(file: string, out: string, force: boolean): Outcome<ImportReport> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const document = readDocument(Buffer.from(bytes.value), file);
  if (!document.ok) return document;
  const imported = importAct(document.value, file);
  if (!imported.ok) return imported;
  const files: { path: string; content: string | Uint8Array }[] = [
    ...imported.value.files.map(({ name, data, kind }) => ({
      path: join(out, `${name}.yaml`),
      content: yamlOf(data, kind),
    })),
    { path: join(out, 'source.txt'), content: bytes.value },
  ];
  const there = force ? [] : files.filter(({ path }) => existsSync(path));
  if (there.length > 0)
    return failure(there.map(({ path }) => diagnostic('import-exists', { file: path }, { file: path })));
  const findings: Diagnostic[] = [...imported.findings];
  const written: string[] = [];
  for (const { path, content } of files) {
    const done = writeAtomic(path, content);
    if (!done.ok) return failure(done.findings);
    written.push(path);
  }
  return success({ written, regulations: imported.value.files.length - 1 }, findings);
}
