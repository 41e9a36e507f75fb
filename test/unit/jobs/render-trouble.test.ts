import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderBatch, type RenderRequest } from '../../../src/jobs/render-batch.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';
import { has } from '../../helpers/programs.ts';

let cases = '';
let out = '';
const run = (more: Partial<RenderRequest> = {}) => renderBatch({ root: '.', cases: [cases], out, ...more });
const errorsOf = ({ findings }: Awaited<ReturnType<typeof run>>) => findings.filter((one) => one.severity === 'error');
const pdfs = (): string[] => readdirSync(out).filter((name) => name.endsWith('.pdf'));

beforeEach(() => {
  const folder = freshFolder();
  cases = join(folder, 'cases');
  out = join(folder, 'out');
  mkdirSync(cases);
  for (let n = 1; n <= 3; n += 1)
    writeFileSync(join(cases, `${n}.yaml`), exampleWith('mint102-poisons-refusal', { case: `2014-ЛЯ-${n}` }));
});

/** Whatever is written under the temporary name of a file meets a full disk (ENOSPC of the system itself). */
const fill = (name: string): void => {
  const file = join(out, `${name}.${process.pid}.tmp`);
  if (!readdirSync(out).includes(basename(file))) symlinkSync('/dev/full', file);
};

describe.skipIf(!existsSync('/dev/full'))('a full disk (needs /dev/full)', () => {
  const second = '2014-ЛЯ-2-refusal.pdf';

  it.each([1, 2])('costs the document that met it; the next run makes just that one (threads: %i)', async (jobs) => {
    mkdirSync(out);
    const result = await run({ jobs, onProgress: ({ cases: done }) => void (done < 2 && fill(second)) });
    expect(errorsOf(result)).toMatchObject([{ code: 'file-unwritable', args: { reason: 'ENOSPC' } }]);
    expect(result).toMatchObject({ cases: 3, failed: 1 });
    expect(readdirSync(out).sort()).toEqual(['2014-ЛЯ-1-refusal.pdf', '2014-ЛЯ-3-refusal.pdf', 'manifest.json']);
    const again = await run({ jobs });
    expect(again.made.map(({ file }) => file)).toEqual([second]);
    expect(errorsOf(again)).toEqual([]);
    expect(pdfs()).toHaveLength(3);
  });

  it('that has no room for the manifest leaves the journal, and the next run makes nothing twice', async () => {
    mkdirSync(out);
    const result = await run({ onProgress: ({ cases: done }) => void (done === 3 && fill('manifest.json')) });
    expect(errorsOf(result)).toMatchObject([{ code: 'file-unwritable', args: { reason: 'ENOSPC' } }]);
    expect(readdirSync(out).filter((name) => !name.endsWith('.pdf'))).toEqual([`manifest.${process.pid}.journal`]);
    const again = await run();
    expect(again).toMatchObject({ made: [], kept: 3 });
    expect(readdirSync(out).filter((name) => !name.endsWith('.pdf'))).toEqual(['manifest.json']);
  });

  it('that has no room for the file for the printer costs that file', async () => {
    const file = join(out, 'day.pdf');
    // Its first bytes are written some documents later.
    const first = await run({ print: { file }, onPrint: (done) => void (done === 1 && fill('day.pdf')) });
    expect(errorsOf(first)).toMatchObject([{ code: 'file-unwritable', args: { reason: 'ENOSPC' } }]);
    expect(readdirSync(out).filter((name) => !name.endsWith('-refusal.pdf'))).toEqual(['manifest.json']);
    const again = await run({ print: { file } });
    expect(again).toMatchObject({ made: [], print: { made: [file] } });
    expect(errorsOf(again)).toEqual([]);
  });
});

/**
 * A folder that may not be written into binds the superuser only without the right to pass over that; `setpriv` takes it away.
 */
const isRoot = process.getuid?.() === 0;
const rights = '-dac_override,-dac_read_search';
const bound = isRoot
  ? ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`, process.execPath]
  : [process.execPath];

describe.skipIf(isRoot && !has('setpriv'))('a folder that may not be written into (as root needs setpriv)', () => {
  it.each(['out', 'out/new'])('%s', (name) => {
    const shut = join(cases, '..', 'out');
    mkdirSync(shut);
    chmodSync(shut, 0o500);
    const [program = '', ...words] = bound;
    const folder = join(cases, '..', name);
    const args = [...words, resolve('dist/cli.js'), 'render', cases, '--out', folder, '--locale', 'en', '--quiet'];
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    expect(status).toBe(3);
    expect(stderr).toContain('file-unwritable');
    expect(stderr).toContain('EACCES');
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(shut)).toEqual([]);
  });
});

describe('an input', () => {
  it('that vanishes while others are printed costs itself', async () => {
    const gone = join(cases, '2.yaml');
    const result = await run({ onProgress: () => rmSync(gone, { force: true }) });
    expect(errorsOf(result)).toMatchObject([{ code: 'file-missing', at: { file: gone } }]);
    expect(pdfs()).toEqual(['2014-ЛЯ-1-refusal.pdf', '2014-ЛЯ-3-refusal.pdf']);
  });
});

describe('a thread', () => {
  /** Loaded before the program in every thread of it: the one that is given the second case ends. */
  const deadly = `
    import { isMainThread, parentPort } from 'node:worker_threads';
    const on = parentPort?.on.bind(parentPort);
    const deaf = (hear) => (unit) => (unit.file.endsWith('2.yaml') ? process.exit(7) : hear(unit));
    if (!isMainThread) parentPort.on = (name, hear) => on(name, name === 'message' ? deaf(hear) : hear);
  `;

  it('that dies at a case costs that case; the next run makes it', async () => {
    const before = ['--import', `data:text/javascript,${encodeURIComponent(deadly)}`];
    const args = [resolve('dist/cli.js'), 'render', cases, '--out', out, '--jobs', '2', '--locale', 'en', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [...before, ...args], { encoding: 'utf8' });
    expect(status).toBe(70);
    expect(stderr.match(/.*error.*/g)).toEqual([expect.stringMatching(/2\.yaml.* error case-crashed: .*exit 7/)]);
    expect(pdfs()).toEqual(['2014-ЛЯ-1-refusal.pdf', '2014-ЛЯ-3-refusal.pdf']);
    const again = await run();
    expect(again.made.map(({ file }) => file)).toEqual(['2014-ЛЯ-2-refusal.pdf']);
    expect(errorsOf(again)).toEqual([]);
  });
});
