import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Prints a document with the program of dist/ and keeps what V8 compiled on the way beside it, as src/cli.ts looks for it:
 * the functions that the first document needs are then read, not compiled.
 */
const name = readdirSync('dist').find((name) => /^program-.*\.cjs$/.test(name));
const file = resolve('dist', name);
const script = new Script(readFileSync(file, 'utf8'), { filename: file });
const module = { exports: {} };
const url = pathToFileURL(resolve('dist', 'cli.js')).href;
script.runInThisContext()(module.exports, createRequire(file), module, url, (name) => import(name));
const out = join(tmpdir(), `reglament-build-${process.pid}`);
try {
  await module.exports.run(['render', 'examples/cases/knb46-cryptography-licence.yaml', '--out', out], {});
} finally {
  rmSync(out, { recursive: true, force: true });
}
// V8 takes the cache of the same flags only, and `render` sets this one.
setFlagsFromString('--heap-growing-percent=0');
// Whole or not at all: V8 looks at the length of what it takes, not at each byte.
writeFileSync(`${file}.part`, script.createCachedData());
renameSync(`${file}.part`, `${file}.v8`);
process.exitCode = 0;
