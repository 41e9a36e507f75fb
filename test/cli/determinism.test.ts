import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** The same input gives the same bytes in any time zone and locale, and from any folder. */
const bin = resolve('dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'reglament-same-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const environments = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Almaty', LANG: 'kk_KZ.UTF-8', LC_ALL: 'kk_KZ.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'ru_RU.UTF-8' },
];

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))).filter((name) => statSync(name).isFile());

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    files(folder).sort().map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

function run(name: string, index: number, args: string[]): { status: number | null; made: Record<string, string> } {
  const out = join(scratch, `${name}-${index}`);
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environments[index] };
  const { status } = spawnSync(process.execPath, [bin, ...args.map((word) => word.replace('OUT', out)), '--root', resolve('.')], { cwd: scratch, env });
  return { status, made: status === 3 ? {} : hashes(out) };
}

describe.each([
  ['documents', ['render', resolve('examples/cases'), '--out', 'OUT']],
  ['report', ['report', resolve('examples/responses'), '--out', 'OUT/report.xlsx']],
  ['pictures', ['diagrams', 'zhambyl-62-2013', '--format', 'svg,pdf', '--out', 'OUT']],
])('%s', (name, args) => {
  it('are the same bytes everywhere', ({ skip }) => {
    const runs = environments.map((_, index) => run(name, index, args));
    if (runs[0]?.status === 3) skip('no browser on this machine');
    expect(Object.keys(runs[0]?.made ?? {}).length).toBeGreaterThan(0);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });
});
