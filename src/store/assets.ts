import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from './write.ts';

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

let names: ReadonlySet<string> | undefined;

/** The names in `dist/trees/`; none where nothing was built. */
function builtNames(): ReadonlySet<string> {
  try {
    return new Set(readdirSync(join(packageRoot(), 'dist', 'trees')));
  } catch {
    return new Set();
  }
}

const isThere = (name: string): boolean => (names ??= builtNames()).has(name);

function readBuilt(name: string): string | undefined {
  if (!isThere(name)) return undefined;
  try {
    return readFileSync(join(packageRoot(), 'dist', 'trees', name), 'utf8');
  } catch {
    return undefined;
  }
}

/** The names of files are hashes of what they were made from, so a changed text is never mistaken for the old one. */
const shorten = (hash: string): string => hash.slice(0, 32);

/**
 * What the build has already read from a YAML text with this hash (`dist/trees/`), as JSON: its data, or the line and
 * column of each pointer; undefined where it has not.
 */
export const readBuiltTree = (hash: string, part: 'data' | 'positions'): string | undefined =>
  readBuilt(`${shorten(hash)}.${part}.json`);

/** Where the program runs from its sources, what the build found by the code of that time says nothing. */
const isBuilt = !import.meta.url.endsWith('.ts');

export const builtModelName = (kind: string, text: string): string =>
  `${shorten(sha256(`${kind}\0${text}`))}.model.json`;

/** What the build made of a YAML text by the schema of a kind of file, as JSON; undefined where it has not, or found a fault. */
export const readBuiltModel = (kind: string, text: string): string | undefined =>
  isBuilt ? readBuilt(builtModelName(kind, text)) : undefined;

/** The name of what the build made, as a module, of content with this hash. */
export const builtModuleName = (hash: string): string => `${shorten(hash)}.cjs`;

export const hasBuiltModule = (hash: string): boolean => isBuilt && isThere(builtModuleName(hash));

/** What that module exports. */
export const loadBuiltModule = (hash: string): unknown =>
  createRequire(import.meta.url)(join(packageRoot(), 'dist', 'trees', builtModuleName(hash))) as unknown;
