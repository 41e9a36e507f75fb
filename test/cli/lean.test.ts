import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The built program where no package at all is installed: whoever loads one fails here. */
const folder = mkdtempSync(join(tmpdir(), 'reglament-lean-'));
const example = resolve('examples/cases/knb46-cryptography-licence.yaml');

beforeAll(() => {
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  for (const name of ['regulations', 'law', 'templates', 'assets']) symlinkSync(resolve(name), join(folder, name));
  mkdirSync(join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: folder, encoding: 'utf8' });

function printed(out: string): Map<string, string> {
  const found = run('render', example, '--out', out);
  expect(found.status, found.stderr.slice(-2000)).toBe(0);
  const names = readdirSync(join(folder, out)).filter((name) => name.endsWith('.pdf'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, out, name), 'latin1')]));
}

it.each([[['--help']], [['--version']], [['render', '--help']], [['check']]])(
  '%j loads neither pdf-lib nor exceljs nor a browser',
  (args) => {
    const found = run(...args);
    expect(found.status, found.stderr.slice(-2000)).toBe(0);
    expect(found.stdout).not.toBe('');
  },
);

it('neither does a document on its way to paper', () => {
  expect(printed('out').size).toBeGreaterThan(0);
});

it('nor does the library, when it is imported', () => {
  const found = spawnSync(process.execPath, ['-e', "import('./dist/index.js').then(({ verify }) => console.log(typeof verify))"], { cwd: folder, encoding: 'utf8' });
  expect(found.stdout, found.stderr.slice(-2000)).toBe('function\n');
});

it('a print job does load it, so that the tests above can fail', () => {
  const found = run('render', example, '--out', 'out', '--merge', join(folder, 'job.pdf'));
  expect(found.status).not.toBe(0);
  expect(found.stderr).toContain('pdf-lib');
});

it.each([
  ['missing', undefined],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['of another V8', (bytes: Buffer) => Buffer.from(bytes).fill(1, 4, 8)],
])('starts where what V8 kept is %s', (_, damage) => {
  const name = readdirSync(join(folder, 'dist')).find((one) => one.endsWith('.v8')) ?? '';
  const file = join(folder, 'dist', name);
  const kept = readFileSync(file);
  if (damage) writeFileSync(file, damage(kept));
  else rmSync(file);
  expect(run('--version').stdout).toMatch(/^\d/);
  writeFileSync(file, kept);
});

it('prints and finds the same where nothing was read ahead by the build', () => {
  const [documents, findings] = [printed('ahead'), run('check').stdout];
  for (const name of readdirSync(join(folder, 'dist'))) if (name === 'trees' || name.endsWith('.v8')) rmSync(join(folder, 'dist', name), { recursive: true });
  expect(printed('anew')).toEqual(documents);
  expect(run('check').stdout).toBe(findings);
});
