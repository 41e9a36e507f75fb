import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { LoadedCase } from '../document/index.ts';
import { Case } from '../model/case.ts';
import { readModel } from '../model/index.ts';
import { treeFromText } from '../source/index.ts';
import { listFolder, readText, sha256 } from '../store/index.ts';

/** A file of one case, or of a list of cases, and what was read from it. */
export interface CaseFile {
  readonly file: string;
  readonly sha256: string;
  readonly cases: readonly LoadedCase[];
}

const endings = ['.yaml', '.yml', '.json'];
const isCaseFile = (name: string): boolean => endings.some((ending) => name.endsWith(ending));

/** The files meant by the words of a command: a folder stands for the case files in it, in the order of their names. */
function filesIn(path: string, findings: Diagnostic[]): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const names = listFolder(path);
  if (!names.ok) {
    findings.push(...names.findings);
    return [];
  }
  const files = names.value.filter(isCaseFile).map((name) => join(path, name));
  if (files.length === 0)
    findings.push(diagnostic('cases-none', { file: path, kinds: endings.join(', ') }, { file: path }));
  return files;
}

/** Reads cases. A broken file or case is reported and left out; the others are returned in the order given; `broken` counts the former. */
export function loadCases(paths: readonly string[]): { files: CaseFile[]; broken: number; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  let broken = 0;
  const files = [...new Set(paths.flatMap((path) => filesIn(path, findings)))].flatMap((file): CaseFile[] => {
    if (!isCaseFile(file)) {
      findings.push(diagnostic('format-unknown', { file, kinds: endings.join(', ') }, { file }));
      return [];
    }
    const text = readText(file);
    const tree = text.ok ? treeFromText(file, text.value) : text;
    findings.push(...tree.findings);
    if (!text.ok || !tree.ok) {
      broken += 1;
      return [];
    }
    const data: unknown = tree.value.data;
    const entries = Array.isArray(data)
      ? data.map((value: unknown, index) => ({ value, pointer: [index] }))
      : [{ value: data, pointer: [] }];
    if (entries.length === 0) findings.push(diagnostic('cases-none', { file, kinds: endings.join(', ') }, { file }));
    const cases = entries.flatMap(({ value, pointer }): LoadedCase[] => {
      const model = readModel(Case, { file, data: value });
      findings.push(
        ...model.findings.map((one) =>
          one.at?.pointer ? { ...one, at: { file, pointer: [...pointer, ...one.at.pointer] } } : one,
        ),
      );
      if (!model.ok) broken += 1;
      return model.ok ? [{ file, pointer, value: model.value }] : [];
    });
    return [{ file, sha256: sha256(text.value), cases }];
  });
  return { files, broken, findings };
}
