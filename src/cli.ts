#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { run } from './cli/main.ts';

/** The name of the program beside this file, put in by scripts/build.mjs: a hash of its content. */
declare const PROGRAM: string;

type Program = (
  exports: { run?: typeof run },
  require: NodeJS.Require,
  module: { exports: { run?: typeof run } },
  url: string,
  importHere: (name: string) => Promise<unknown>,
) => void;

/** What V8 made of the program when it was built. Another V8 refuses it, and reads the program itself. */
function compiled(file: string): Buffer | undefined {
  try {
    return readFileSync(`${file}.v8`);
  } catch {
    return undefined;
  }
}

const file = join(import.meta.dirname, PROGRAM);
const cachedData = compiled(file);
const script = new Script(readFileSync(file, 'utf8'), {
  filename: file,
  ...(cachedData ? { cachedData } : {}),
});
const module: Parameters<Program>[2] = { exports: {} };
// The file is the function that the build writes.
const program = script.runInThisContext() as Program;
program(module.exports, createRequire(file), module, import.meta.url, (name) => import(name));
process.exitCode = await module.exports.run?.(process.argv.slice(2), process.env);
