import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderBatch, type RenderRequest } from '../../../src/jobs/render-batch.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';

const poisons = (changes: Record<string, unknown> = {}): string => exampleWith('mint102-poisons-licence', changes);
const transit = (changes: Record<string, unknown> = {}): string => exampleWith('miir138-transit-permit-ru', changes);

let folder = '';
let cases = '';
let out = '';
const write = (name: string, text: string): void => writeFileSync(join(cases, name), text);
const run = (more: Partial<RenderRequest> = {}) => renderBatch({ root: '.', cases: [cases], out, ...more });
const manifest = (): string => readFileSync(join(out, 'manifest.json'), 'utf8');
interface Manifest {
  readonly cases: readonly {
    readonly case: string | null;
    readonly errors: readonly unknown[];
    readonly documents: readonly string[];
  }[];
  readonly documents: readonly { readonly file: string; readonly sha256: string }[];
  readonly superseded: readonly { readonly file: string; readonly sha256: string }[];
}
const parsed = (): Manifest => JSON.parse(manifest()) as Manifest;

beforeEach(async () => {
  folder = freshFolder();
  cases = join(folder, 'cases');
  out = join(folder, 'out');
  mkdirSync(cases);
  write('a.yaml', poisons());
  write('b.yaml', transit());
  const first = await run();
  expect(first.made.map(({ reason }) => reason)).toEqual(Array(first.documents.length).fill('new'));
});

const appendix = '2014-ЛЯ-0117-licence-appendix-1.pdf';
const licence = '2014-ЛЯ-0117-licence.pdf';

describe('a second run makes only what is missing or changed', () => {
  it('nothing, where nothing changed', async () => {
    const before = manifest();
    const { made, kept, documents } = await run();
    expect(made).toEqual([]);
    expect(kept).toBe(documents.length);
    expect(manifest()).toBe(before);
  });

  it('a document that was deleted, and one that was altered by hand', async () => {
    const before = manifest();
    const bytes = readFileSync(join(out, licence));
    rmSync(join(out, appendix));
    writeFileSync(join(out, licence), Buffer.concat([bytes.subarray(0, 900), Buffer.from('x'), bytes.subarray(901)]));
    const { made } = await run();
    expect(made).toEqual([
      { file: licence, reason: 'altered' },
      { file: appendix, reason: 'missing' },
    ]);
    expect(readFileSync(join(out, licence)).equals(bytes)).toBe(true);
    expect(manifest()).toBe(before);
  });

  it('not one to whose end something was added: a signature put on elsewhere stays', async () => {
    appendFileSync(join(out, licence), '\n% added behind the end\n');
    expect((await run()).made).toEqual([]);
    expect(readFileSync(join(out, licence), 'latin1')).toContain('added behind the end');
  });

  it('the documents of a case whose data changed, and remembers what they were', async () => {
    const before = parsed().documents;
    write('a.yaml', poisons({ 'events.decided.documents.1.base': { kk: 'Тараз қаласы', ru: 'город Тараз' } }));
    const { made, kept } = await run();
    expect(made).toEqual([{ file: appendix, reason: 'data' }]);
    expect(kept).toBe(before.length - 1);
    expect(parsed().superseded).toEqual(before.filter(({ file }) => file === appendix));
  });

  it('those of a template that changed', async () => {
    const root = join(folder, 'root');
    mkdirSync(root);
    for (const name of ['law', 'regulations']) symlinkSync(resolve(name), join(root, name));
    cpSync('templates', join(root, 'templates'), { recursive: true });
    expect((await run({ root })).made).toEqual([]);
    const file = join(root, 'templates', 'documents', 'licence-appendix.hbs');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/leading="1.2"/, 'leading="1.25"'));
    expect((await run({ root })).made).toEqual([
      { file: appendix, reason: 'template' },
      { file: appendix.replace('-1', '-2'), reason: 'template' },
    ]);
  });

  it('those of a regulation or a law that changed', async () => {
    const root = join(folder, 'root');
    for (const name of ['law', 'regulations', 'templates']) cpSync(name, join(root, name), { recursive: true });
    const regulation = join(root, 'regulations', 'miir-138-2019', 'transit-permit.yaml');
    const text = readFileSync(regulation, 'utf8');
    const title = /^title: .*$/m.exec(text)?.[0] ?? '';
    writeFileSync(regulation, text.replace(title, 'title: Выдача разрешения'));
    const { made } = await run({ root });
    expect(made.length).toBeGreaterThan(0);
    expect(made.every(({ file, reason }) => file.startsWith('2019-ТР-0019-') && reason === 'data')).toBe(true);
  });

  it('after the program itself changed', async () => {
    const old = manifest()
      .replace(/"form": "[0-9a-f]{4}/g, '"form": "0000')
      .replace(/"data": "[0-9a-f]{4}/g, '"data": "0000');
    writeFileSync(join(out, 'manifest.json'), old.replace(/"basis": "[0-9a-f]{4}/g, '"basis": "0000'));
    const { made, documents } = await run();
    expect(made.map(({ reason }) => reason)).toEqual(Array(documents.length).fill('template'));
  });

  it('says so and writes nothing under --check', async () => {
    rmSync(join(out, appendix));
    write('c.yaml', poisons({ case: '2014-ЛЯ-0999' }));
    const before = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'latin1')]);
    const { made, kept } = await run({ check: true });
    expect(made).toEqual([
      { file: appendix, reason: 'missing' },
      ...['licence', 'licence-appendix-1', 'licence-appendix-2'].map((name) => ({
        file: `2014-ЛЯ-0999-${name}.pdf`,
        reason: 'new',
      })),
    ]);
    expect(kept).toBe(parsed().documents.length - 1);
    expect(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'latin1')])).toEqual(before);
  });
});

describe('what a killed run leaves', () => {
  /** The folder as it stood when the run was killed: some documents, a journal whose last line is cut, something half-written. */
  function kill(): string {
    const whole = manifest();
    const { cases: records, documents } = parsed();
    const lines = records.map((record) =>
      JSON.stringify({ ...record, documents: documents.filter(({ file }) => record.documents.includes(file)) }),
    );
    writeFileSync(join(out, 'manifest.4194300.journal'), `${lines[0]}\n${lines[1]?.slice(0, -40)}`);
    rmSync(join(out, 'manifest.json'));
    writeFileSync(join(out, `${licence}.4194300.tmp`), 'half');
    return whole;
  }

  it('is taken over: only the case of the cut line is looked at again, nothing is torn, missing or twice', async () => {
    const whole = kill();
    const { made, kept } = await run();
    // The documents of the cut line stand, but nobody knows what they are: they are made again.
    expect(made.every(({ file, reason }) => file.startsWith('2019-ТР-0019-') && reason === 'new')).toBe(true);
    expect(kept).toBe(3);
    expect(manifest()).toBe(whole);
    expect(readdirSync(out).filter((name) => !name.endsWith('.pdf'))).toEqual(['manifest.json']);
  });

  it('foreign files are left alone, also under our names', async () => {
    writeFileSync(join(out, 'notes.txt'), 'mine');
    writeFileSync(join(out, 'manifest.json'), '{"mine": true}');
    writeFileSync(join(out, 'manifest.x.journal'), 'mine');
    writeFileSync(join(out, 'manifest.4194301.journal'), '{"mine": true}\nnot json\n');
    const { made, documents } = await run();
    expect(made).toHaveLength(documents.length);
    for (const name of ['notes.txt', 'manifest.x.journal']) expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
  });
});

describe('the manifest remembers', () => {
  it('cases of other runs, as long as their documents stand', async () => {
    const before = parsed();
    const other = join(folder, 'other.yaml');
    writeFileSync(other, poisons({ case: '2014-ЛЯ-0555' }));
    await run({ cases: [other] });
    expect(parsed().cases.map(({ case: number }) => number)).toEqual([
      ...before.cases.map(({ case: number }) => number),
      '2014-ЛЯ-0555',
    ]);
    for (const { file } of before.documents) rmSync(join(out, file));
    await run({ cases: [other] });
    expect(parsed().cases.map(({ case: number }) => number)).toEqual(['2014-ЛЯ-0555']);
  });

  it('the other kinds, where a run was asked for one', async () => {
    const before = manifest();
    const { made } = await run({ kinds: ['licence'] });
    expect(made).toEqual([]);
    expect(parsed().documents).toEqual((JSON.parse(before) as Manifest).documents);
    expect(parsed().superseded).toEqual([]);
  });

  it('a document that the data no longer give, and warns as long as it lies there', async () => {
    write('a.yaml', poisons({ 'events.decided.documents.1.number': '1' }));
    for (let n = 0; n < 2; n += 1) {
      const { findings } = await run();
      const stale = findings.filter(({ code }) => code === 'output-stale').map(({ args }) => args['file']);
      // With one appendix wrong the other two documents keep their names; the wrong one stands from before.
      expect(stale).toEqual([appendix]);
      expect(parsed().superseded.map(({ file }) => file)).toEqual([appendix]);
    }
    rmSync(join(out, appendix));
    expect((await run()).findings.filter(({ code }) => code === 'output-stale')).toEqual([]);
  });

  it('the errors of a case by code and place, without anything of the applicant', async () => {
    write('a.yaml', poisons({ 'applicant.bin': '090640008122' }));
    write('broken.yaml', 'case: [');
    const { failed } = await run();
    expect(failed).toBe(2);
    const found = parsed().cases.filter(({ errors }) => errors.length > 0);
    expect(found.map(({ case: number, errors }) => [number, errors])).toEqual([
      ['2014-ЛЯ-0117', [{ code: 'identifier-wrong', at: 'applicant.bin' }]],
      [null, [{ code: 'yaml-syntax' }]],
    ]);
    expect(manifest()).not.toContain('0906400081');
  });
});

describe('a fault costs its case', () => {
  it('a file that vanished', async () => {
    const { findings, made } = await run({ cases: [join(cases, 'a.yaml'), join(cases, 'gone.yaml')] });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['file-missing']);
    expect(made).toEqual([]);
  });

  it.each([1, 2])('the program itself, with %i threads', async (jobs) => {
    const root = join(folder, 'root');
    mkdirSync(root);
    for (const name of ['law', 'regulations']) symlinkSync(resolve(name), join(root, name));
    cpSync('templates', join(root, 'templates'), { recursive: true });
    // A part that calls itself overflows the stack.
    writeFileSync(join(root, 'templates', 'partials', 'licence-rows.hbs'), '{{> licence-rows}}');
    rmSync(out, { recursive: true });
    const { findings, documents, failed } = await run({ root, jobs });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['case-crashed']);
    expect(failed).toBe(1);
    expect(documents.length).toBeGreaterThan(0);
    expect(existsSync(join(out, licence))).toBe(false);
  });
});
