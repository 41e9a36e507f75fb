import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './shared/median.ts';

/** How long whole commands take beside a bare Node: medians of interleaved runs, as ratios. */
const rounds = 9;
const out = join(tmpdir(), `reglament-bench-${process.pid}`);
const bin = join('dist', 'cli.js');
const commands: Record<string, string[]> = {
  'node -e 0': ['-e', '0'],
  'reglament --help': [bin, '--help'],
  'reglament check (one regulation)': [bin, 'check', 'mint-102-2014/poisons-licence', '--quiet'],
  'reglament check (all)': [bin, 'check', '--quiet'],
  'reglament render (one case)': [
    bin,
    'render',
    'examples/cases/knb46-cryptography-licence.yaml',
    '--out',
    out,
    '--quiet',
  ],
};

const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(commands)) {
    // A document that stands is not made anew.
    rmSync(out, { recursive: true, force: true });
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    times.get(name)?.push(performance.now() - start);
  }
}
const bare = median(times.get('node -e 0') ?? []);
for (const [name, values] of times) {
  const ms = median(values);
  console.log(
    `${name.padEnd(36)} ${ms.toFixed(0).padStart(6)} ms   ${(ms / bare).toFixed(1).padStart(5)} × bare Node   +${(ms - bare).toFixed(0)} ms`,
  );
}
