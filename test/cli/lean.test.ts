import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The built program where only the packages of the checker are installed: whoever loads another one fails here. */
const folder = mkdtempSync(join(tmpdir(), 'reglament-lean-'));
const needed = ['handlebars', 'hyphen', 'qr'];

beforeAll(() => {
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  for (const name of ['regulations', 'law', 'templates', 'assets']) symlinkSync(resolve(name), join(folder, name));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of needed) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([[['--help']], [['--version']], [['render', '--help']], [['check']]])(
  '%j loads neither pdf-lib nor exceljs nor a browser',
  (args) => {
    const found = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: folder, encoding: 'utf8' });
    expect(found.status, found.stderr.slice(-2000)).toBe(0);
    expect(found.stdout).not.toBe('');
  },
);

it('neither does a document on its way to paper', () => {
  const args = ['dist/cli.js', 'render', resolve('examples/cases/knb46-cryptography-licence.yaml'), '--out', join(folder, 'out')];
  const found = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(found.status, found.stderr.slice(-2000)).toBe(0);
  expect(readdirSync(join(folder, 'out')).some((name) => name.endsWith('.pdf'))).toBe(true);
});

it('a print job does load it, so that the tests above can fail', () => {
  const args = ['dist/cli.js', 'render', resolve('examples/cases/knb46-cryptography-licence.yaml'), '--out', join(folder, 'out')];
  const print = ['--merge', join(folder, 'job.pdf')];
  const found = spawnSync(process.execPath, [...args, ...print], { cwd: folder, encoding: 'utf8' });
  expect(found.status).not.toBe(0);
  expect(found.stderr).toContain('pdf-lib');
});
