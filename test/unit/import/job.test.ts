import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importText } from '../../../src/jobs/import.ts';

const text = 'test/golden/import/finance-two-2016/text.txt';
const folder = mkdtempSync(join(tmpdir(), 'reglament-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command import', () => {
  const out = join(folder, 'act');
  it('writes the act, its regulations and the text byte for byte', () => {
    const done = importText(text, out, false);
    expect(done.ok && done.value.regulations).toBe(2);
    expect(readdirSync(out)).toContain('act.yaml');
    expect(readdirSync(out)).toHaveLength(4);
    expect(readFileSync(join(out, 'source.txt'))).toEqual(readFileSync(text));
  });
  it('never overwrites unasked, and leaves everything as it was', () => {
    writeFileSync(join(out, 'act.yaml'), 'mine');
    const done = importText(text, out, false);
    expect(done.ok).toBe(false);
    expect(new Set(done.findings.map((one) => one.code))).toEqual(new Set(['import-exists']));
    expect(readFileSync(join(out, 'act.yaml'), 'utf8')).toBe('mine');
    expect(importText(text, out, true).ok).toBe(true);
    expect(readFileSync(join(out, 'act.yaml'), 'utf8')).toContain('number:');
  });
  it('writes nothing where nothing is recognised', () => {
    const recipe = join(folder, 'recipe.txt');
    writeFileSync(recipe, 'Рецепт борща.\n\nСварить свёклу.');
    const done = importText(recipe, join(folder, 'recipe'), false);
    expect(done.findings.map((one) => one.code)).toEqual(['import-nothing']);
    expect(readdirSync(folder).sort()).toEqual(['act', 'recipe.txt']);
  });
  it('gives the same bytes again', () => {
    importText(text, join(folder, 'again'), false);
    for (const name of readdirSync(out))
      expect(readFileSync(join(folder, 'again', name), 'utf8'), name).toBe(readFileSync(join(out, name), 'utf8'));
  });
});
