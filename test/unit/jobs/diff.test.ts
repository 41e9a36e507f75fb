import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../../../src/jobs/diff.ts';
import { diffPictures } from '../../../src/jobs/diff-pictures.ts';
import { wantedOf } from '../../../src/jobs/diff-select.ts';
import { findBrowser } from '../../../src/render/index.ts';
import { has, run } from '../../helpers/programs.ts';

const codes = (report: ReturnType<typeof diff>): string[] => report.findings.map(({ code }) => code);
const compared = (report: ReturnType<typeof diff>): string[] =>
  report.regulations.map(({ old, now }) => `${old?.address ?? '-'} ${now?.address ?? '-'}`);

describe('the sides of a comparison', () => {
  it('are addresses, acts, files and folders', () => {
    const address = ['mint-102-2014/transit-permit', 'miir-138-2019/transit-permit'] as const;
    const byAddress = diff({ root: '.', old: address[0], now: address[1] });
    const byFile = diff({ root: '.', old: `regulations/${address[0]}.yaml`, now: `regulations/${address[1]}.yaml` });
    expect(byAddress.regulations[0]?.diff.differences.length).toBeGreaterThan(30);
    expect(byFile.regulations[0]?.diff.differences).toEqual(byAddress.regulations[0]?.diff.differences);
    const acts = diff({ root: '.', old: 'mint-102-2014', now: 'regulations/miir-138-2019' });
    expect(compared(acts)).toContain('- miir-138-2019/re-export-permit');
    expect(acts.acts[0]?.differences[0]?.changes.map(({ field }) => field)).toContain('issuer');
  });

  it('find a regulation again by its title where its file is called otherwise', () => {
    const folder = mkdtempSync(join(tmpdir(), 'reglament-diff-'));
    cpSync('regulations/knb-46-2019', folder, { recursive: true });
    renameSync(join(folder, 'technical-examination.yaml'), join(folder, 'examination.yaml'));
    const report = diff({ root: '.', old: 'knb-46-2019', now: folder });
    expect(compared(report)).toContain(`knb-46-2019/technical-examination ${basename(folder)}/examination`);
    expect(report.differences).toBe(0);
  });

  it('pair one regulation with its like in a folder, the others being neither new nor gone', () => {
    const report = diff({ root: '.', old: 'mint-102-2014/transit-permit', now: 'miir-138-2019' });
    expect(compared(report)).toEqual(['mint-102-2014/transit-permit miir-138-2019/transit-permit']);
  });

  it('warn of two languages', () => {
    const report = diff({ root: '.', old: 'mint-102-2014/poisons-licence', now: 'mint-364-2012/poisons-licence' });
    expect(codes(report)).toEqual(['diff-languages']);
    const steps = report.regulations[0]?.diff.steps['portal-provider'] ?? [];
    expect(steps.length).toBeGreaterThan(8);
  });

  it('are refused where they mean nothing', () => {
    expect(codes(diff({ root: '.', old: 'mint-102-2014/transit', now: 'mint-102-2014' }))).toEqual([
      'regulation-unknown',
    ]);
    expect(codes(diff({ root: '.', old: 'docs', now: 'mint-102-2014' }))).toEqual(['diff-empty']);
  });

  it('know a revision by its colon, and a drive or a file from it', () => {
    expect(wantedOf('HEAD~3:regulations/x.yaml')).toEqual({ rev: 'HEAD~3', rest: 'regulations/x.yaml' });
    expect(wantedOf('v1.0:')).toEqual({ rev: 'v1.0', rest: '' });
    expect(wantedOf('C:\\acts\\x.yaml')).toEqual({ rest: 'C:\\acts\\x.yaml' });
    expect(wantedOf('mint-102-2014')).toEqual({ rest: 'mint-102-2014' });
  });
});

describe.skipIf(!has('git'))('revisions of git', () => {
  const address = 'zhambyl-62-2013/scrap-metal-licence';
  let root: string;
  const file = (): string => join(root, 'regulations', `${address}.yaml`);
  const git = (...args: readonly string[]): string =>
    run('git', '-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args);
  const edit = (from: string, to: string): void =>
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(from, to));

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'reglament-diff-'));
    cpSync('regulations/zhambyl-62-2013', join(root, 'regulations/zhambyl-62-2013'), { recursive: true });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'первая');
    edit('raw: 20 мин, amount: 20', 'raw: 25 мин, amount: 25');
    git('commit', '-qam', 'вторая');
    edit('short: уполномоченный орган', 'short: услугодатель');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const fieldsOf = (old: string, now?: string): string[] =>
    diff({ root, old, ...(now === undefined ? {} : { now }) }).regulations.flatMap(({ diff: { differences } }) =>
      differences.flatMap(({ part, changes }) => changes.map(({ field }) => `${part} ${field}`)),
    );

  it('are compared by address, act, path and folder, with one another and with the disk', () => {
    expect(fieldsOf(`HEAD~1:${address}`, `HEAD:${address}`)).toEqual(['step term']);
    expect(fieldsOf(`HEAD:${address}`)).toEqual(['regulation provider-short']);
    expect(fieldsOf(`HEAD~1:${address}`, 'HEAD:')).toEqual(['step term']);
    expect(fieldsOf('HEAD~1:zhambyl-62-2013')).toEqual(['regulation provider-short', 'step term']);
    expect(fieldsOf('HEAD~1:', address)).toEqual(['regulation provider-short', 'step term']);
    expect(fieldsOf(`HEAD~1:${file()}`, file())).toEqual(['regulation provider-short', 'step term']);
    expect(fieldsOf(`HEAD~1:${join(root, 'regulations')}`, join(root, 'regulations'))).toHaveLength(2);
  });

  it('say what git does not know', () => {
    expect(codes(diff({ root, old: `nowhere:${address}` }))).toEqual(['revision-unknown']);
    expect(codes(diff({ root, old: `HEAD~1:zhambyl-62-2013/none`, now: address }))).toEqual(['revision-lacks']);
    expect(codes(diff({ root, old: `--output=x:${address}` }))).toEqual(['revision-unknown']);
    expect(existsSync(join(root, 'x'))).toBe(false);
  });

  it('give a fault of a revision its line', () => {
    edit('lang: ru', 'lang: ru\ncolour: red');
    git('commit', '-qam', 'с ошибкой');
    const { findings } = diff({ root, old: `HEAD:${address}`, now: `HEAD~1:${address}` });
    expect(findings.map(({ code, at }) => [code, at?.file, at?.position?.line])).toEqual([
      ['field-unknown', `HEAD:regulations/${address}.yaml`, 4],
    ]);
    git('reset', '-q', '--hard', 'HEAD~1');
  });

  it('read a file that is gone from the disk', () => {
    rmSync(file());
    expect(fieldsOf(`HEAD~1:${address}`, `HEAD:${address}`)).toEqual(['step term']);
    git('checkout', '-q', '--', '.');
  });

  it('are missing outside of a repository', () => {
    const bare = mkdtempSync(join(tmpdir(), 'reglament-bare-'));
    mkdirSync(join(bare, 'regulations'));
    const here = process.cwd();
    process.chdir(bare);
    try {
      expect(codes(diff({ root: bare, old: `HEAD:${address}` }))[0]).toBe('repository-missing');
    } finally {
      process.chdir(here);
    }
  });
});

describe.skipIf(!findBrowser().ok)('drawings of what changed', () => {
  it('show each process that changed, with signs that need no colour', async () => {
    const report = diff({ root: '.', old: 'mint-102-2014/transit-permit', now: 'miir-138-2019/transit-permit' });
    const out = mkdtempSync(join(tmpdir(), 'reglament-diff-'));
    const { findings, written } = await diffPictures('.', report.regulations, ['svg'], out);
    expect(findings).toEqual([]);
    const names = ['corporation-pickup', 'corporation', 'internal', 'portal-recipient'].map((flow) =>
      join(out, 'miir-138-2019/transit-permit', `${flow}.svg`),
    );
    expect(written).toEqual(names);
    const svg = readFileSync(names[2] ?? '', 'utf8');
    expect(svg).toMatch(/stroke-dasharray/);
    for (const words of ['− Процедура 8', '+ Пакет документов', '(срок был: 30', 'Условные обозначения', '− удалено'])
      expect(svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain(words);
  });
});
