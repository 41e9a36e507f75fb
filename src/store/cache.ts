import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256, writeAtomic } from './write.ts';

/** The `node_modules` folder that holds an installed package, or nothing where it is not installed. */
export function modulesHolding(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.find((folder) => existsSync(join(folder, name, 'package.json')));
}

/** The folder of an installed package, whatever its `exports` hide. */
export function packageFolder(name: string): string | undefined {
  const holder = modulesHolding(name);
  return holder === undefined ? undefined : join(holder, name);
}

/** Where things that can be made again are kept: `REGLAMENT_CACHE`, else beside the packages, else in the user's own cache folder. */
export function cacheFolders(): readonly string[] {
  const named = process.env.REGLAMENT_CACHE;
  if (named !== undefined && named !== '') return [named];
  const beside = modulesHolding('commander');
  const own = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return [...(beside === undefined ? [] : [join(beside, '.cache', 'reglament')]), join(own, 'reglament')];
}

/**
 * A folder of the cache that is either whole or absent: filled under a temporary name, then renamed. Two processes that
 * fill it at once both end with the same folder. Tries each cache folder in turn; the last fault is thrown to the caller.
 */
export function folderOnce(name: string, fill: (folder: string) => void): string {
  const places = cacheFolders().map((folder) => join(folder, name));
  const there = places.find((place) => existsSync(place));
  if (there !== undefined) return there;
  let fault: unknown = new Error('no cache folder');
  for (const place of places) {
    const temporary = `${place}.${process.pid}.tmp`;
    try {
      mkdirSync(temporary, { recursive: true });
      fill(temporary);
      if (!existsSync(place)) renameSync(temporary, place);
      return place;
    } catch (error) {
      if (existsSync(place)) return place;
      fault = error;
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  throw fault;
}

/** Writes one file of a folder that is being filled; folders in its name are made. */
export function writeInto(folder: string, name: string, content: Uint8Array, mode: number): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}

/** What was kept under a name, or nothing. */
export function recall(name: string): Uint8Array | undefined {
  const file = cacheFolders()
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate));
  return file === undefined ? undefined : readFileSync(file);
}

/** Keeps bytes under a name. A cache that cannot be written costs time, not a product: no finding. */
export function keep(name: string, content: Uint8Array): void {
  for (const folder of cacheFolders()) if (writeAtomic(join(folder, name), content).ok) return;
}

/** What the code of a folder is, told from the files beside a module (`import.meta.url`), in `src/` and bundled alike. */
export function codeIdentity(module: string): string {
  const folder = dirname(fileURLToPath(module));
  const files = readdirSync(folder).filter((name) => /\.[cm]?[jt]s$/.test(name));
  return sha256(
    files
      .sort()
      .map((name) => sha256(readFileSync(join(folder, name))))
      .join('\n'),
  );
}
