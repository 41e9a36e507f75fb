import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { run } from './main.ts';

type Exports = { run: typeof run };

/** The function that scripts/build.mjs writes around the command line, a CommonJS module. */
type Wrapper = (
  exports: Partial<Exports>,
  require: NodeJS.Require,
  module: { readonly exports: Partial<Exports> },
  moduleUrl: string,
  importHere: (name: string) => Promise<unknown>,
) => void;

/** What V8 kept of a program stands beside it. */
export const keptOf = (file: string): string => `${file}.v8`;

/** What V8 made of the program when it was built. Another V8 refuses it, and reads the program itself. */
function kept(file: string): Buffer | undefined {
  try {
    return readFileSync(keptOf(file));
  } catch {
    return undefined;
  }
}

/** The command line, from the file that the build made of it; `url`: of the module that takes the place of its modules. */
export function loadProgram(file: string, url: string): { readonly script: Script; readonly run: typeof run } {
  const cachedData = kept(file);
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, ...(cachedData ? { cachedData } : {}) });
  // The file is the function that the build writes.
  const wrapper = script.runInThisContext() as Wrapper;
  const module: Parameters<Wrapper>[2] = { exports: {} };
  wrapper(module.exports, createRequire(file), module, url, (name) => import(name));
  if (!module.exports.run) throw new Error(`${file} is not the command line`);
  return { script, run: module.exports.run };
}
