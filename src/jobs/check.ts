import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkLibrary, mendSpacing } from '../check/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { mendScalars, readTree } from '../source/index.ts';
import { writeAtomic } from '../store/index.ts';
import { addressesIn, loadLibrary, selectAddresses } from './regulations.ts';

export interface CheckReport {
  readonly findings: readonly Diagnostic[];
  readonly acts: number;
  readonly regulations: number;
}

/**
 * Checks the regulations meant by `paths` (addresses, acts, files, folders; none = all of the root). Sister services
 * are always loaded with them, because some rules compare; only findings in the chosen files are reported.
 */
export function check(root: string, paths: readonly string[]): CheckReport {
  const chosen = selectAddresses(
    root,
    paths.filter((path) => path !== root && !(path === 'regulations' && existsSync(path))),
  );
  if (!chosen.ok) return { findings: chosen.findings, acts: 0, regulations: 0 };
  const acts = new Set(chosen.value.map((address) => address.split('/')[0]));
  const sisters = addressesIn(root).filter((address) => acts.has(address.split('/')[0]));
  const { library, findings } = loadLibrary(root, sisters);
  const wanted = new Set(chosen.value);
  const files = new Set(library.regulations.filter(({ address }) => wanted.has(address)).map(({ tree }) => tree.file));
  for (const { tree } of library.acts) files.add(tree.file);
  const found = checkLibrary(library).filter(({ at }) => at === undefined || files.has(at.file));
  return { findings: [...findings, ...found], acts: library.acts.length, regulations: wanted.size };
}

/** Mends what is certain (spaces) in the files of the chosen regulations. Returns how many texts were mended. */
export function fix(
  root: string,
  paths: readonly string[],
): { readonly mended: number; readonly findings: readonly Diagnostic[] } {
  const chosen = selectAddresses(root, paths);
  if (!chosen.ok) return { mended: 0, findings: chosen.findings };
  let mended = 0;
  const findings: Diagnostic[] = [];
  for (const address of chosen.value) {
    const tree = readTree(join(root, 'regulations', `${address}.yaml`));
    if (!tree.ok) {
      findings.push(...tree.findings);
      continue;
    }
    const result = mendScalars(tree.value.text, mendSpacing);
    if (result.mended === 0) continue;
    const written = writeAtomic(tree.value.file, result.text);
    if (written.ok) mended += result.mended;
    else findings.push(...written.findings);
  }
  return { mended, findings };
}
