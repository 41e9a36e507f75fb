import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from 'pdf-lib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PrintRequest } from '../../../src/jobs/print-job.ts';
import { renderBatch, type RenderRequest } from '../../../src/jobs/render-batch.ts';
import { exampleWith, freshFolder } from '../../helpers/cases.ts';
import { has, hasVeraPdf, run, veraPdfVerdicts } from '../../helpers/programs.ts';

let folder = '';
let out = '';
let file = '';
const inputs = ['mint102-poisons-licence', 'miir138-transit-permit-ru', 'mint102-explosives-refusal'];

const render = (print: Partial<PrintRequest> = {}, more: Partial<RenderRequest> = {}) =>
  renderBatch({ root: '.', cases: [join(folder, 'cases')], out, print: { file, ...print }, ...more });

beforeEach(() => {
  folder = freshFolder();
  out = join(folder, 'out');
  file = join(folder, 'print', 'day.pdf');
  mkdirSync(join(folder, 'cases'));
  for (const [index, name] of inputs.entries())
    writeFileSync(join(folder, 'cases', `${index}.yaml`), exampleWith(name, {}));
});

const printed = (): string[] => readdirSync(join(folder, 'print')).sort();

/** The bookmarks of a file as lines, those inside others behind dashes, each with its page. */
async function bookmarks(path: string): Promise<string[]> {
  const pdf = await PDFDocument.load(readFileSync(path));
  const pages = pdf.getPages().map(({ ref }) => ref);
  const walk = (entry: PDFObject | undefined, depth: number): string[] => {
    if (!(entry instanceof PDFDict)) return [];
    const title = entry.lookup(PDFName.of('Title'));
    const target = entry.lookup(PDFName.of('Dest'));
    const place = String(target).match(/\d+ \d+ R/)?.[0] ?? '';
    const page = pages.findIndex((ref) => ref === PDFRef.of(Number(place.split(' ')[0]))) + 1;
    const text = title && 'decodeText' in title ? (title as { decodeText: () => string }).decodeText() : '';
    const inside = walk(entry.lookup(PDFName.of('First')), depth + 1);
    return [`${'-'.repeat(depth)}${text} @${page}`, ...inside, ...walk(entry.lookup(PDFName.of('Next')), depth)];
  };
  const root = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  return walk(root.lookup(PDFName.of('First')), 0);
}

const pagesOf = async (path: string): Promise<number> => (await PDFDocument.load(readFileSync(path))).getPageCount();

describe('a file for the printer', () => {
  it('has the documents in the order of the input, with bookmarks by cases', async () => {
    const { documents, print, findings } = await render();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(print?.parts).toMatchObject([{ file: '../print/day.pdf', documents: documents.length }]);
    const marks = await bookmarks(file);
    expect(marks.filter((mark) => !mark.startsWith('-')).map((mark) => mark.replace(/ @.*/, ''))).toEqual([
      ...new Set(documents.map((one) => one.case)),
    ]);
    let page = 1;
    const own = marks.filter((mark) => mark.startsWith('-'));
    expect(own).toHaveLength(documents.length);
    for (const [index, document] of documents.entries()) {
      expect(own[index]).toMatch(new RegExp(`@${page}$`));
      page += document.pages;
    }
    expect(await pagesOf(file)).toBe(page - 1);
  });

  it('begins every document on a front side for printing on both sides', async () => {
    const { documents } = await render({ duplex: true });
    expect(documents.some(({ pages }) => pages % 2 === 1)).toBe(true);
    for (const mark of await bookmarks(file)) expect(Number(/@(\d+)$/.exec(mark)?.[1]) % 2).toBe(1);
    // The last one needs no empty page behind it.
    const last = documents.at(-1)?.pages ?? 0;
    const before = documents.slice(0, -1).reduce((sum, { pages }) => sum + pages + (pages % 2), 0);
    expect(await pagesOf(file)).toBe(before + last);
  });

  it.skipIf(!has('pdftotext'))('has before each case a sheet that says whose documents follow', async () => {
    const { documents } = await render({ separators: true });
    const first = run('pdftotext', '-layout', '-f', '1', '-l', '1', file, '-');
    const own = documents.filter((one) => one.case === documents[0]?.case);
    expect(first).toContain('Не является документом');
    expect(first).toContain(own[0]?.case);
    expect(first).toContain('Іс / Дело');
    for (const { number } of own) if (number !== null) expect(first).toContain(number);
    expect(await pagesOf(file)).toBe(documents.reduce((sum, { pages }) => sum + pages, inputs.length));
    expect((await bookmarks(file)).filter((mark) => !mark.startsWith('-'))[0]).toMatch(/ @1$/);
  });

  it('is divided between cases where it would have too many documents; what an earlier, longer job left goes', async () => {
    const { documents } = await render({ most: 1 });
    // A case of more documents than that is one part all the same.
    expect(printed()).toEqual(['day-1.pdf', 'day-2.pdf', 'day-3.pdf']);
    let pages = 0;
    for (const name of printed()) pages += await pagesOf(join(folder, 'print', name));
    expect(pages).toBe(documents.reduce((sum, one) => sum + one.pages, 0));
    await render();
    expect(printed()).toEqual(['day.pdf']);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { print: { file: string }[] };
    expect(manifest.print.map((part) => part.file)).toEqual(['../print/day.pdf']);
  });

  it('stays where nothing changed, and is made anew with the document that changed or was lost', async () => {
    const first = await render();
    expect(first.print?.made).toEqual([file]);
    expect((await render()).print?.made).toEqual([]);
    const bytes = readFileSync(file);
    rmSync(file);
    rmSync(join(out, first.documents[0]?.file ?? ''));
    expect((await render({}, { check: true })).print?.made).toEqual([file]);
    expect(existsSync(file)).toBe(false);
    expect((await render()).print?.made).toEqual([file]);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    writeFileSync(join(folder, 'cases', '0.yaml'), exampleWith(inputs[0] ?? '', { 'events.decided.city': 'Тараз' }));
    expect((await render()).print?.made).toEqual([file]);
    expect(readFileSync(file).equals(bytes)).toBe(false);
  });

  it('has the documents of the kinds that were asked for', async () => {
    const all = await render();
    const some = await render({}, { kinds: ['licence'] });
    expect(some.documents.length).toBe(all.documents.length);
    expect(some.print?.parts[0]?.documents).toBe(1);
  });

  it('is never written over a case or a document', async () => {
    const first = await render();
    const input = join(folder, 'cases', '0.yaml');
    const before = readFileSync(input);
    expect((await render({ file: input })).findings.map(({ code }) => code)).toEqual(['output-is-input']);
    expect(readFileSync(input).equals(before)).toBe(true);
    const document = join(out, first.documents[0]?.file ?? '');
    const bytes = readFileSync(document);
    const over = await render({ file: document });
    expect(over.findings.map(({ code }) => code)).toContain('print-over-document');
    expect(readFileSync(document).equals(bytes)).toBe(true);
  });

  it('that cannot be written is told; the documents stand', async () => {
    writeFileSync(join(folder, 'print'), 'a file where a folder is wanted');
    const { documents, findings } = await render();
    expect(findings.map(({ code }) => code)).toContain('file-unwritable');
    for (const one of documents) expect(existsSync(join(out, one.file))).toBe(true);
  });

  it('tells a document that is gone when its turn comes, and has the others', async () => {
    const { documents } = await render();
    rmSync(file);
    const [lost] = documents;
    const result = await render(
      {},
      // After the cases and before the file: the first word of the printing.
      {
        onProgress: ({ cases }) => {
          if (cases === inputs.length) rmSync(join(out, lost?.file ?? ''), { force: true });
        },
      },
    );
    expect(result.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'print-document-lost',
    ]);
    expect(await pagesOf(file)).toBe(documents.slice(1).reduce((sum, { pages }) => sum + pages, 0));
  });

  it.skipIf(!hasVeraPdf())('is PDF/A-2b, with all that was asked for (veraPDF)', { timeout: 240_000 }, async () => {
    await render({ duplex: true, separators: true });
    const verdicts = veraPdfVerdicts([{ file, profiles: ['2b'] }]);
    expect(verdicts).toHaveLength(1);
    expect(verdicts.filter(({ passes }) => !passes)).toEqual([]);
    expect(verdicts[0]?.checks).toBeGreaterThan(1000);
  });
});
