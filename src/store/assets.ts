import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of the installed package (the one with our package.json), from `src/` and from `dist/` alike. */
export function packageRoot(): string {
  if (found) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package has lost its package.json');
    folder = parent;
  }
  found = folder;
  return folder;
}

/** A file of `assets/` (fonts, colour profile), as bytes. */
export const readAsset = (name: string): Uint8Array => readFileSync(join(packageRoot(), 'assets', name));

/**
 * What the build has already read from a YAML text with this hash (`dist/trees/`), as JSON: its data, or the line and
 * column of each pointer; undefined where it has not. The name is the content, so a changed file is never mistaken for
 * the old one.
 */
export function readBuiltTree(hash: string, part: 'data' | 'positions'): string | undefined {
  try {
    return readFileSync(join(packageRoot(), 'dist', 'trees', `${hash.slice(0, 32)}.${part}.json`), 'utf8');
  } catch {
    return undefined;
  }
}
