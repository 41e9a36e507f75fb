/**
 * A run of a thousand documents is killed (SIGKILL) at twenty moments spread over it by chance, with one thread and with two in turn,
 * and started again. After the kill every document that stands must be the one of an undisturbed run, byte for byte; after the second
 * run the folder must be that of the undisturbed run: no file missing, torn or more, and none made twice that stood whole and known.
 * Exit code 1 where that does not hold.
 *
 *   DOCUMENTS=1000 KILLS=20 SEED=7 node bench/run.mjs kill
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCases } from './bulk/input.ts';

const documents = Number(process.env['DOCUMENTS'] ?? 1000);
const kills = Number(process.env['KILLS'] ?? 20);
let state = Number(process.env['SEED'] ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'reglament-kill-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** 0 … 1, the same ones for a seed: a failure can be looked at again. */
function chance(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

const cases = join(folder, 'cases.ndjson');
const count = writeCases(cases, documents);

/** Runs the program; where it is to be killed, as soon as so many documents stand. Gives what it said. */
function render(out: string, jobs: number, killAt?: number): Promise<string> {
  const words = ['render', cases, '--out', out, '--jobs', `${jobs}`, '--locale', 'en'];
  const child = spawn(process.execPath, [resolve('dist/cli.js'), ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((done) => {
    const watch = setInterval(() => {
      if (killAt !== undefined && standing(out).length >= killAt) child.kill('SIGKILL');
    }, 3);
    child.once('close', () => {
      clearInterval(watch);
      done(said);
    });
  });
}

function standing(out: string): string[] {
  try {
    return readdirSync(out).filter((name) => name.endsWith('.pdf'));
  } catch {
    return [];
  }
}

function hashes(out: string, names = readdirSync(out)): Map<string, string> {
  const of = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return new Map(names.map((name) => [name, of(name)]));
}

/** Names whose bytes are not those of the undisturbed run, or that it does not have. */
const foreign = (found: ReadonlyMap<string, string>, whole: ReadonlyMap<string, string>): string[] =>
  [...found].flatMap(([name, hash]) => (whole.get(name) === hash ? [] : [name]));

const undisturbed = join(folder, 'whole');
await render(undisturbed, 2);
const whole = hashes(undisturbed);
console.log(`${count} documents; the undisturbed run has ${whole.size} files`);

let failures = 0;
for (let n = 1; n <= kills; n += 1) {
  const out = join(folder, `out-${n}`);
  const jobs = 1 + (n % 2);
  await render(out, jobs, Math.floor(chance() * count));
  const before = hashes(out, standing(out));
  const journalled = readdirSync(out)
    .filter((name) => name.endsWith('.journal'))
    .flatMap((name) => readFileSync(join(out, name), 'utf8').split('\n').slice(0, -1))
    .reduce((sum, line) => sum + (JSON.parse(line) as { documents: readonly unknown[] }).documents.length, 0);
  const half = readdirSync(out).filter((name) => name.endsWith('.tmp')).length;
  const said = await render(out, jobs);
  const after = hashes(out);
  const kept = Number(/standing unchanged from before: (\d+)/.exec(said)?.[1] ?? 0);
  const faults = {
    torn: foreign(before, whole),
    wrong: foreign(after, whole),
    missing: [...whole.keys()].filter((name) => !after.has(name)),
    madeTwice: journalled - kept,
  };
  const isRight = Object.values(faults).every((fault) => fault === 0 || (Array.isArray(fault) && fault.length === 0));
  failures += isRight ? 0 : 1;
  const stood = `stood ${before.size}, of them in the journal ${journalled}, half-written ${half}; kept ${kept}`;
  console.log(`${n}: threads ${jobs}; ${stood}; ${isRight ? 'all right' : JSON.stringify(faults)}`);
  rmSync(out, { recursive: true, force: true });
}
console.log(
  failures === 0 ? `killed ${kills} times: nothing torn, missing, more or twice` : `wrong: ${failures} of ${kills}`,
);
if (failures > 0) process.exitCode = 1;
