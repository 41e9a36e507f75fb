import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A root of one's own with one regulation, whose law and calendar can be cut. */
const root = mkdtempSync(join(tmpdir(), 'reglament-law-'));
const regulation = join(root, 'regulations', 'miir-138-2019', 'transit-permit.yaml');
const example = 'miir138-transit-permit-ru.yaml';

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

function render(): { status: number | null; stderr: string; made: string[] } {
  const out = join(root, 'out');
  rmSync(out, { recursive: true, force: true });
  const args = [resolve('dist/cli.js'), 'render', join(root, 'cases'), '--root', root, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr, made: readdirSync(out).filter((name) => name.endsWith('.pdf')) };
}

beforeAll(() => {
  for (const folder of ['regulations/miir-138-2019', 'cases']) mkdirSync(join(root, folder), { recursive: true });
  for (const folder of ['law', 'templates']) cpSync(folder, join(root, folder), { recursive: true });
  for (const name of ['act.yaml', 'transit-permit.yaml', 'source.txt'])
    cpSync(join('regulations/miir-138-2019', name), join(root, 'regulations/miir-138-2019', name));
  edit(join(root, 'regulations/miir-138-2019/act.yaml'), (text) =>
    text.replace(/^services:\n(?: {2}.*\n)+/m, (services) => {
      const items = services.split(/^(?= {2}- )/m);
      return (items[0] ?? '') + items.filter((item) => item.includes('service: transit-permit')).join('');
    }),
  );
  cpSync(join('examples/cases', example), join(root, 'cases', example));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a date without law', () => {
  it('a year without a calendar keeps back the receipt alone', () => {
    const whole = render();
    expect(whole.status, whole.stderr).toBe(0);
    edit(regulation, (text) =>
      text.replace(/^process:/m, 'totalTerm:\n  - { raw: 15 рабочих дней, amount: 15, unit: day, dayKind: working, origin: standard }\nprocess:'),
    );
    edit(join(root, 'cases', example), (text) => text.replace(/^ {4}due: .*\n/m, ''));
    rmSync(join(root, 'law/calendar/kz/2019.yaml'));
    const { status, stderr, made } = render();
    expect(status).toBe(1);
    expect(stderr).toContain('calendar-year-missing: there is no calendar of working days for 2019');
    expect(made.length).toBe(whole.made.length - 1);
    expect(made.some((name) => name.includes('receipt'))).toBe(false);
  });
  it('a citation that does not hold on the day keeps back the document that cites it', () => {
    edit(join(root, 'law/citations.yaml'), (text) =>
      text.replace(/(name: equality\n {4}from: )\S+/, '$12020-01-01'),
    );
    const { status, stderr, made } = render();
    expect(status).toBe(1);
    expect(stderr).toMatch(/law-missing: law\/citations.yaml has no «equality» for 2019-09-23/);
    expect(made.some((name) => name.includes('transit-permit'))).toBe(false);
  });
});
