import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const out = mkdtempSync(join(tmpdir(), 'reglament-demo-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('without a browser the demo makes the documents, the texts of the diagrams and the report, says what is missing, and exits 3', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/demo.mjs', out], {
    encoding: 'utf8',
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: join(out, 'none'), REGLAMENT_CACHE: join(out, 'cache') },
    timeout: 240_000,
  });
  expect(status, stderr).toBe(3);
  expect(stderr).toContain('browser-missing');
  expect(stderr).toContain('install Chromium or Chrome');
  expect(stdout).toMatch(/Diagrams of the appendices +\d+ bpmn, \d+ mmd.* — not all made, exit 3/);
  const count = (folder: string, ending: string): number =>
    readdirSync(join(out, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).length;
  expect(count('documents', '.pdf')).toBeGreaterThanOrEqual(50);
  expect(count('diagrams', '.bpmn')).toBeGreaterThan(50);
  expect(count('diagrams', '.svg')).toBe(0);
  expect(count('questionnaires', '.pdf')).toBe(2);
  expect(count('report', '.xlsx')).toBe(1);
  expect(count('report', '.html')).toBe(1);
}, 300_000);
