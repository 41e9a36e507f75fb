import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { appendices } from '../../../src/jobs/appendices.ts';
import { check } from '../../../src/jobs/check.ts';
import { clauses } from '../../../src/jobs/clauses.ts';
import { newRegulation } from '../../../src/jobs/new.ts';
import { situationOf, Surroundings } from '../../../src/jobs/situation.ts';
import type { LoadedCase } from '../../../src/document/index.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'reglament-new-'));
const codes = (findings: readonly { code: string }[]): string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

/** What stands in the way of a document of the service. */
function documentOf(root: string): Diagnostic[] {
  const loaded = { value: { service: 'mf-12-2026/first' }, file: 'case.yaml', pointer: [] } as unknown as LoadedCase;
  const situation = situationOf(loaded, new Surroundings(root));
  expect(situation.ok).toBe(false);
  return [...situation.findings];
}

describe('a regulation from nothing', () => {
  it.each(['ru', 'kk'] as const)('in %s passes the checker but for what is to be filled in', async (lang) => {
    const root = fresh();
    const done = newRegulation({ root, address: 'mf-12-2026/archive-reference', lang });
    expect(done.ok && done.value.written).toEqual([
      join(root, 'regulations/mf-12-2026/act.yaml'),
      join(root, 'regulations/mf-12-2026/archive-reference.yaml'),
    ]);
    const { findings } = await check(root, []);
    expect(codes(findings)).toEqual(['placeholder-left', 'wording-ours']);
    const places = findings
      .filter(({ code }) => code === 'placeholder-left')
      .flatMap(({ at, also }) => [at, ...(also ?? [])]);
    const text = readdirSync(join(root, 'regulations/mf-12-2026'))
      .map((name) => readFileSync(join(root, 'regulations/mf-12-2026', name), 'utf8').replace(/^\s*#.*$/gm, ''))
      .join('\n');
    // Every place is named, and nothing else is.
    expect(places).toHaveLength((text.match(/'[^']*‹[^']*'/g) ?? []).length + (text.match(/1900-01-01/g) ?? []).length);
  });

  it('is in the language of its act, and takes the number and the title that the act gives it', () => {
    const root = fresh();
    newRegulation({ root, address: 'mf-12-2026/first', lang: 'kk', title: "Анықтама беру («А'Б»)" });
    const file = join(root, 'regulations/mf-12-2026/act.yaml');
    const act = readFileSync(file, 'utf8');
    writeFileSync(file, act.replace('clauses:', "  - { n: '2', service: second, title: Куәлік беру }\n\nclauses:"));
    const second = newRegulation({ root, address: 'mf-12-2026/second' });
    expect(codes(second.findings)).toEqual([]);
    const text = readFileSync(join(root, 'regulations/mf-12-2026/second.yaml'), 'utf8');
    expect(text).toContain("number: '2'");
    expect(text).toContain("title: 'Куәлік беру'");
    expect(text).toContain('lang: kk');
    expect(codes(newRegulation({ root, address: 'mf-12-2026/third' }).findings)).toEqual(['new-unlisted']);
    expect(readFileSync(file, 'utf8')).not.toContain('third');
  });

  it('never overwrites, and refuses what is no address', () => {
    const root = fresh();
    newRegulation({ root, address: 'mf-12-2026/first' });
    const file = join(root, 'regulations/mf-12-2026/first.yaml');
    writeFileSync(file, 'mine');
    expect(codes(newRegulation({ root, address: 'mf-12-2026/first' }).findings)).toEqual(['new-exists']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    for (const address of ['mf', 'mf/', '/x', '../x/y', 'mf/../y', 'MF/x', 'mf/x/y', 'mf/act', 'mf/x.yaml', ''])
      expect(codes(newRegulation({ root, address }).findings), address).toEqual(['new-name-wrong']);
  });

  it('says which file of the act is broken, and writes nothing', () => {
    const root = fresh();
    mkdirSync(join(root, 'regulations/mf'), { recursive: true });
    writeFileSync(join(root, 'regulations/mf/act.yaml'), 'kind: [');
    expect(newRegulation({ root, address: 'mf/x' }).findings.map(({ code }) => code)[0]).toBe('yaml-syntax');
    expect(readdirSync(join(root, 'regulations/mf'))).toEqual(['act.yaml']);
  });

  it('prints nothing while it is not filled in', async () => {
    const root = fresh();
    newRegulation({ root, address: 'mf-12-2026/first' });
    const filesOf = (findings: readonly Diagnostic[]): string[] => [
      ...new Set(findings.filter(({ code }) => code === 'placeholder-left').map(({ at }) => basename(at?.file ?? ''))),
    ];
    const made = { root, selectors: [], out: join(root, 'out') };
    expect(filesOf(documentOf(root))).toEqual(['act.yaml', 'first.yaml']);
    expect(filesOf((await clauses({ ...made, formats: ['txt'] })).findings)).toEqual(['first.yaml']);
    const booklets = await appendices({ ...made, formats: ['pdf'] });
    expect(filesOf(booklets.findings)).toEqual(['first.yaml']);
    expect(booklets.booklets).toBe(0);
    expect(existsSync(made.out)).toBe(false);
  });

  it('is a draft while its act is not signed: clauses, no document', async () => {
    const root = fresh();
    newRegulation({ root, address: 'mf-12-2026/first' });
    const file = join(root, 'regulations/mf-12-2026/first.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/‹[^›]*›/g, 'слова'));
    const made = await clauses({ root, selectors: [], out: join(root, 'out'), formats: ['docx'] });
    expect(codes(made.findings)).toEqual([]);
    const [first] = readdirSync(join(root, 'out/mf-12-2026'));
    const core = strFromU8(
      unzipSync(readFileSync(join(root, 'out/mf-12-2026', first ?? '')))['docProps/core.xml'] ?? new Uint8Array(),
    );
    expect(core).not.toMatch(/‹|1900|dcterms:created/);
    expect(codes(documentOf(root))).toContain('placeholder-left');
  });
});
