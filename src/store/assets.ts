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
