import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appendices, type AppendicesOptions } from '../../../src/jobs/appendices.ts';
import { findBrowser } from '../../../src/render/index.ts';
import { has, run } from '../../helpers/programs.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'reglament-booklet-'));
const make = (selectors: readonly string[], out: string, more: Partial<AppendicesOptions> = {}) =>
  appendices({ root: '.', selectors, out, formats: ['pdf', 'docx'], ...more });
const errors = (findings: readonly { severity: string; code: string }[]): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const pagesOf = (file: string): number => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1]);

const scrap = 'zhambyl-62-2013/scrap-metal-licence';
/** One column of steps more than a page holds in height: its head and table once seemed to fit and did not come out. */
const tall = 'mint-102-2014/end-user-certificate';

describe.skipIf(!findBrowser().ok)('booklets as files', () => {
  const out = fresh();
  const made = make([scrap, tall], out);

  it('come out in both formats, told one by one', async () => {
    const told: string[] = [];
    const again = await make([scrap, tall], fresh(), {
      formats: ['pdf'],
      progress: (done, of, address) => told.push(`${done}/${of} ${address}`),
    });
    expect(errors((await made).findings)).toEqual([]);
    expect((await made).written).toBe(4);
    expect(again.written).toBe(2);
    expect(told).toEqual([`1/2 ${tall}`, `2/2 ${scrap}`]);
  });

  it.skipIf(!has('qpdf'))('have a bookmark for every appendix and every view of it', async () => {
    await made;
    const { outlines } = JSON.parse(run('qpdf', '--json', '--json-key=outlines', join(out, `${scrap}.pdf`))) as {
      outlines: { title: string; kids: { title: string }[] }[];
    };
    expect(outlines.map(({ title }) => title.slice(0, 30))).toEqual([
      'Приложение 1',
      'Приложение 2',
      'Приложение 3. Форма анкеты для',
    ]);
    expect(outlines.map(({ kids }) => kids.length)).toEqual([2, 3, 0]);
  });

  it.skipIf(!has('soffice') || !has('pdfinfo'))(
    'break pages in another word processor where they break in print',
    async () => {
      await made;
      const converted = fresh();
      const profile = `-env:UserInstallation=file://${fresh()}`;
      const files = [scrap, tall].map((address) => join(out, `${address}.docx`));
      run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', converted, ...files);
      for (const address of [scrap, tall]) {
        const word = pagesOf(join(converted, `${basename(address)}.pdf`));
        expect({ address, pages: word }).toEqual({ address, pages: pagesOf(join(out, `${address}.pdf`)) });
      }
      // A table that goes over the page says so here too.
      const second = run('pdftotext', '-f', '2', '-l', '2', '-layout', join(converted, `${basename(tall)}.pdf`), '-');
      expect(second).toMatch(/^\s*продолжение таблицы\s*№ процедуры/);
    },
    120_000,
  );

  it('give the same bytes twice', async () => {
    await made;
    const other = fresh();
    await make([scrap], other);
    for (const ending of ['pdf', 'docx']) {
      const [one, two] = [out, other].map((folder) => readFileSync(join(folder, `${scrap}.${ending}`)));
      expect(one && two && Buffer.compare(one, two), ending).toBe(0);
    }
  });

  it('bring the type of the act along in the Word file', async () => {
    await made;
    const files = unzipSync(readFileSync(join(out, `${scrap}.docx`)));
    expect(Object.keys(files).filter((name) => name.endsWith('.odttf'))).toHaveLength(4);
    expect(strFromU8(files['word/fontTable.xml'] ?? new Uint8Array())).toContain('w:name="Times New Roman"');
  });

  it('leave one with a fault out, name its file, and make the others', async () => {
    const root = fresh();
    for (const name of [scrap, tall])
      cpSync(join('regulations', dirname(name)), join(root, 'regulations', dirname(name)), { recursive: true });
    const file = join(root, 'regulations', `${scrap}.yaml`);
    const text = readFileSync(file, 'utf8').replace('Наименование СФЕ', `${'Ж'.repeat(200)}`);
    writeFileSync(file, text);
    const report = await make([scrap, tall], fresh(), { root, formats: ['pdf'] });
    expect(report.written).toBe(1);
    const faults = report.findings.filter(({ severity }) => severity === 'error');
    expect([...new Set(faults.map(({ at }) => at?.file))]).toEqual([file]);
  });
});
