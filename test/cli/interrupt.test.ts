import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const bin = resolve('dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'reglament-interrupt-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A batch long enough that the signal meets it at work: one case under many numbers. */
function manyCases(folder: string): void {
  mkdirSync(folder);
  const text = readFileSync('examples/cases/mint102-poisons-licence.yaml', 'utf8');
  for (let n = 1000; n < 1300; n++)
    writeFileSync(join(folder, `${n}.yaml`), text.replace('case: 2014-ЛЯ-0117', `case: 2014-ЛЯ-${n}`));
}

it.each([
  ['SIGINT', 130, null],
  ['SIGKILL', null, 'SIGKILL'],
] as const)('after %s every document that stands is whole', async (signal, code, by) => {
  const cases = join(scratch, `cases-${signal}`);
  const out = join(scratch, `out-${signal}`);
  manyCases(cases);
  const child = spawn(process.execPath, [bin, 'render', cases, '--out', out, '--quiet'], { stdio: 'ignore' });
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.once('exit', (status, killer) => done([status, killer])),
  );
  const standing = (): string[] => {
    try {
      return readdirSync(out).filter((name) => name.endsWith('.pdf'));
    } catch {
      return [];
    }
  };
  while (standing().length < 5) await new Promise((done) => setTimeout(done, 20));
  child.kill(signal);
  expect(await ended).toEqual([code, by]);
  const left = standing();
  expect(left.length).toBeLessThan(900);
  expect(readdirSync(out)).not.toContain('manifest.json');
  for (const name of left) expect(readFileSync(join(out, name)).subarray(-6).toString('latin1')).toContain('%%EOF');
});
