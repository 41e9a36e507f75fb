import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { keptOf, loadProgram } from '../src/cli/program.ts';

/**
 * Prints a document with the program that is named, and keeps what V8 compiled on the way beside it, as src/cli.ts looks for it:
 * the functions that the first document needs are then read, not compiled.
 */
const file = resolve(process.argv[2] ?? '');
const { script, run } = loadProgram(file, pathToFileURL(resolve('dist', 'cli.js')).href);
const out = join(tmpdir(), `reglament-build-${process.pid}`);
try {
  await run(['render', 'examples/cases/knb46-cryptography-licence.yaml', '--out', out], {});
} finally {
  rmSync(out, { recursive: true, force: true });
}
// V8 takes the cache of the same flags only, and `render` sets this one.
setFlagsFromString('--heap-growing-percent=0');
// Whole or not at all: V8 looks at the length of what it takes, not at each byte.
writeFileSync(`${file}.part`, script.createCachedData());
renameSync(`${file}.part`, keptOf(file));
process.exitCode = 0;
