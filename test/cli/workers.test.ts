import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const render = (jobs: string) => {
  const out = mkdtempSync(join(tmpdir(), 'reglament-jobs-'));
  // Time zone, locale and number of processes may not change a byte.
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LANG: jobs === '1' ? 'C' : 'ru_RU.UTF-8', TZ: jobs === '1' ? 'UTC' : 'Pacific/Kiritimati' };
  const run = spawnSync(process.execPath, [resolve('dist/cli.js'), 'render', 'examples/cases', '--out', out, '--jobs', jobs, '--locale', 'en', '--quiet'], { env, encoding: 'utf8' });
  return { status: run.status, stderr: run.stderr, files: new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))])) };
};

it('prints the same bytes and says the same with one process and with three', () => {
  const [one, three] = [render('1'), render('3')];
  expect([one.status, three.status]).toEqual([0, 0]);
  expect(three.stderr).toBe(one.stderr);
  expect([...three.files.keys()]).toEqual([...one.files.keys()]);
  for (const [name, bytes] of one.files) expect(three.files.get(name)?.equals(bytes), name).toBe(true);
});
