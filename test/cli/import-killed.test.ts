import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

const bin = resolve('dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'reglament-import-killed-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** An order of twenty regulations: long enough that the signal meets the import while it writes. */
function longOrder(file: string): void {
  const text = readFileSync('test/golden/import/finance-two-2016/text.txt', 'utf8');
  const at = text.indexOf('Приложение 2\nк приказу');
  const one = text.slice(at);
  const many = Array.from({ length: 20 }, (_, index) =>
    one.replace('Приложение 2\n', `Приложение ${index + 2}\n`).replaceAll('справки о сдаче', `справки ${index} о сдаче`),
  );
  writeFileSync(file, text.slice(0, at) + many.join('\n'));
}

it('an import that is killed leaves whole files only, and says so when it is begun again', async () => {
  const order = join(scratch, 'order.txt');
  const out = join(scratch, 'out');
  longOrder(order);
  const child = spawn(process.execPath, [bin, 'import', order, '--out', out], { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  while (!existsSync(join(out, 'act.yaml')) && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
  child.kill('SIGKILL');
  await ended;
  const left = readdirSync(out).filter((name) => name.endsWith('.yaml'));
  expect(left).toContain('act.yaml');
  for (const name of left) {
    const text = readFileSync(join(out, name), 'utf8');
    expect(text.endsWith('\n'), name).toBe(true);
    expect(parseDocument(text).errors, name).toEqual([]);
  }
  const before = readFileSync(join(out, 'act.yaml'));
  const again = spawn(process.execPath, [bin, 'import', order, '--out', out, '--format', 'json'], { stdio: 'pipe' });
  let said = '';
  again.stdout.on('data', (data) => (said += String(data)));
  again.stderr.on('data', (data) => (said += String(data)));
  const code = await new Promise((done) => again.once('close', done));
  expect(code).not.toBe(0);
  expect(said).toContain('import-exists');
  expect(readFileSync(join(out, 'act.yaml'))).toEqual(before);
});
