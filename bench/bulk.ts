/**
 * Many documents to disk by the program as it is installed (`dist/cli.js`, a process of its own for each run): documents a second
 * with one thread and with two, the memory at the tenth part and at all, the share of the time that goes into reading and writing
 * files, and the same for the file for the printer. Runs with one thread and with two take turns, so that other work on the machine
 * meets both; the ratio is of the best of each.
 *
 *   DOCUMENTS=10000 ROUNDS=2 node bench/run.mjs bulk
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCases } from './bulk/input.ts';

const documents = Number(process.env['DOCUMENTS'] ?? 10_000);
/** Pairs of runs over the tenth part. */
const rounds = Number(process.env['ROUNDS'] ?? 2);
const folder = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Usage {
  /** By the clock, of the processor, and in calls that read and write files. */
  readonly seconds: number;
  readonly cpu: number;
  readonly files: number;
  readonly megabytes: number;
}

function render(cases: string, jobs: number, more: readonly string[] = [], out = join(folder, 'out')): Usage {
  const usage = join(folder, 'usage.json');
  const child = pathToFileURL(resolve('bench/bulk/child.mjs')).href;
  const program = ['--import', child, resolve('dist/cli.js'), 'render', cases, '--out', out, '--jobs', `${jobs}`];
  const env = { ...process.env, USAGE_FILE: usage };
  const { status } = spawnSync(process.execPath, [...program, '--quiet', ...more], { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`render ended with ${status}`);
  return JSON.parse(readFileSync(usage, 'utf8')) as Usage;
}

function fresh(cases: string, jobs: number): Usage {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  return render(cases, jobs);
}

function tell(what: string, count: number, { seconds, cpu, files, megabytes }: Usage): void {
  const columns = [
    `${(count / seconds).toFixed(1)}/s`.padStart(9),
    `${((cpu / count) * 1000).toFixed(1)} ms CPU`.padStart(13),
    `${Math.round(megabytes)} MB`.padStart(8),
    `${((files / seconds) * 100).toFixed(1)} % files`.padStart(14),
  ];
  console.log(`${columns.join('')}  ${what}`);
}

const best = (runs: readonly Usage[]): number => Math.min(...runs.map(({ seconds }) => seconds));

const [some, all] = [join(folder, 'some.ndjson'), join(folder, 'all.ndjson')];
const few = writeCases(some, documents / 10);
const many = writeCases(all, documents);

const pairs = Array.from({ length: rounds }, () => {
  const pair = [fresh(some, 1), fresh(some, 2)] as const;
  for (const [index, usage] of pair.entries()) tell(`${few} documents, threads: ${index + 1}`, few, usage);
  return pair;
});
const ratio = best(pairs.map(([one]) => one)) / best(pairs.map(([, two]) => two));
console.log(`two threads are ${ratio.toFixed(2)} times as fast as one (best of ${rounds})`);

const long = [1, 2].map((jobs) => {
  const usage = fresh(all, jobs);
  tell(`${many} documents, threads: ${jobs}`, many, usage);
  return usage;
});
const [one, two] = long;
if (one && two)
  console.log(`two threads are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one (all, once)`);

tell(`${many} that stand already`, many, render(all, 1));
const merged = ['--merge', join(folder, 'print.pdf'), '--duplex', '--separators'];
tell(`${many} that stand already, and the file for the printer`, many, render(all, 1, merged));
