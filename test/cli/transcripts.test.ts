import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/**
 * Each folder beside this file is one run of the program: `args.txt` (one line), any input files, and the
 * `transcript.txt` that it must print (output, faults, exit code). `UPDATE=1` writes the transcripts anew; read them.
 */
const here = resolve('test/cli');
const bin = resolve('dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'reglament-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function transcript(name: string): string {
  const folder = join(scratch, name);
  cpSync(join(here, name), folder, { recursive: true });
  const args = readFileSync(join(folder, 'args.txt'), 'utf8').trim().split(/\s+/).filter(Boolean);
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LANG: 'C' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, env, encoding: 'utf8' });
  const part = (title: string, text: string): string => (text === '' ? '' : `--- ${title}\n${text.replaceAll(scratch, '<scratch>')}`);
  return `$ reglament ${args.join(' ')}\n${part('stdout', stdout)}${part('stderr', stderr)}--- exit ${status}\n`;
}

const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

describe.each(cases)('%s', (name) => {
  it('prints its transcript', () => {
    const file = join(here, name, 'transcript.txt');
    const found = transcript(name);
    if (process.env['UPDATE'] || !existsSync(file)) writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, 'utf8'));
  });
});
