import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { layOut, type Layout, type LayoutDocument } from '../../../src/layout/index.ts';
import { openFinished, PrintJob } from '../../../src/pdf/finished.ts';
import { loadFonts, writePdf, type PdfMeta } from '../../../src/pdf/index.ts';
import { toUnicode } from '../../../src/pdf/to-unicode.ts';
import type { FaceMetrics } from '../../../src/text/metrics.ts';
import { everyBlock } from '../../helpers/every-block.ts';
import { linesOf } from '../../helpers/pages.ts';
import { has, hasVeraPdf, run, veraPdfVerdicts } from '../../helpers/programs.ts';
import { licence } from '../../helpers/licence.ts';
import { refusal } from '../../helpers/refusal.ts';

const fonts = loadFonts();
const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
const date = '2020-03-04T10:00:00+05:00';
const meta: PdfMeta = {
  date,
  author: 'Министерство & Ко',
  subject: 'Дело № 1',
  attachment: {
    name: 'case.json',
    mediaType: 'application/json',
    description: 'Данные дела',
    bytes: Buffer.from('{"number":1}'),
  },
};

function laid(document: LayoutDocument): Layout {
  const outcome = layOut(document, fonts.set);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const layouts = { licence: laid(licence()), refusal: laid(refusal()), every: laid(everyBlock()) };
const path = (name: string): string => join(folder, `${name}.pdf`);
const bytesOf = new Map<string, Uint8Array>();

/** Files that were made before, one after another, with an empty page between. */
async function printJob(names: readonly string[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const hand = (bytes: Uint8Array): void => void pieces.push(bytes);
  const job = new PrintJob(hand, { title: 'Задание печати', lang: 'kk', date, duplex: true });
  for (const [index, name] of names.entries()) {
    const finished = await openFinished(bytesOf.get(name) ?? new Uint8Array());
    if (!finished) throw new Error(name);
    if (index > 0) job.blank();
    job.add(finished, name, [{ title: finished.title, level: 1 }]);
  }
  job.end();
  return Buffer.concat(pieces);
}

beforeAll(async () => {
  const drawing = await writePdf(layouts.licence, meta, fonts);
  const withFigure = laid({
    ...licence(),
    title: 'Схема',
    body: [
      { kind: 'heading', level: 3, content: [{ kind: 'text', text: 'Блок-схема' }] },
      {
        kind: 'figure',
        width: 210,
        height: 297,
        alt: 'Порядок действий',
        source: { pdf: drawing, page: 0 },
        caption: [{ kind: 'text', text: 'Рисунок 1' }],
      },
    ],
  });
  for (const [name, layout] of Object.entries({ ...layouts, figure: withFigure }))
    bytesOf.set(name, await writePdf(layout, meta, fonts));
  bytesOf.set('undated', await writePdf(layouts.refusal, { subject: 'Проект акта' }, fonts));
  bytesOf.set('fillable', await writePdf(layouts.every, { ...meta, fillable: true }, fonts));
  bytesOf.set('job', await printJob(['licence', 'refusal', 'fillable']));
  for (const [name, bytes] of bytesOf) writeFileSync(path(name), bytes);
});

const names = ['licence', 'refusal', 'every', 'figure', 'fillable'] as const;

/** One fault each, of the same length as what it replaces, so that nothing else of the file changes. */
const faults: readonly (readonly [string, string, string])[] = [
  ['alternative text', '/Alt ', '/Zlt '],
  ['metadata', '/Metadata ', '/Zetadata '],
  ['output intent', '/OutputIntents', '/ZutputIntents'],
  ['language', '/Lang (ru) /View', '/Zang (ru) /View'],
  ['mark info', '/MarkInfo', '/ZarkInfo'],
  ['structure', '/StructTreeRoot ', '/ZtructTreeRoot '],
  ['letters of glyphs', '/ToUnicode', '/ZoUnicode'],
  ['widths', '/W [0 [', '/Z [0 ['],
  ['associated file', '/AF ', '/ZF '],
  ['title shown', '/DisplayDocTitle true', '/DisplayDocTitle null'],
  ['font program', '/FontFile2', '/ZontFile2'],
];

describe.skipIf(!hasVeraPdf())('veraPDF (needs default-jdk-headless and libjaxb-java)', () => {
  it('finds our files to be PDF/A-3a and PDF/UA-1, the print job PDF/A-2b', () => {
    const wanted = [
      ...names.map((name) => ({ file: path(name), profiles: ['3a', 'ua1'] })),
      { file: path('job'), profiles: ['2b'] },
      { file: path('undated'), profiles: ['2a', 'ua1'] },
    ];
    const verdicts = veraPdfVerdicts(wanted);
    expect(verdicts).toHaveLength(13);
    expect(verdicts.filter((verdict) => !verdict.passes)).toEqual([]);
    for (const verdict of verdicts) expect(verdict.checks).toBeGreaterThan(1000);
  });

  it('finds each fault that is put in', () => {
    const whole = Buffer.from(bytesOf.get('licence') ?? []).toString('latin1');
    const files = faults.map(([name, before, after], index) => {
      expect(whole, name).toContain(before);
      const file = path(`fault-${index}`);
      writeFileSync(file, Buffer.from(whole.replace(before, after), 'latin1'));
      return { file, profiles: ['3a', 'ua1'] };
    });
    const verdicts = veraPdfVerdicts(files);
    const unfound = faults.filter((_, index) =>
      verdicts.filter((verdict) => verdict.file === files[index]?.file).every((verdict) => verdict.passes),
    );
    expect(unfound).toEqual([]);
  });
});

describe('the file', () => {
  it('is the same for the same input, byte for byte', async () => {
    for (const name of ['licence', 'refusal', 'every'] as const) {
      const again = await writePdf(laid({ licence, refusal, every: everyBlock }[name]()), meta, fonts);
      expect(Buffer.compare(Buffer.from(again), Buffer.from(bytesOf.get(name) ?? []))).toBe(0);
    }
  });

  it('has another identity when the text differs', async () => {
    const id = (bytes: Uint8Array | undefined) =>
      /\/ID \[<([0-9A-F]{32})>/.exec(Buffer.from(bytes ?? []).toString('latin1'))?.[1];
    const other = await writePdf(laid(licence(2)), meta, fonts);
    expect(id(bytesOf.get('licence'))).toMatch(/^[0-9A-F]{32}$/);
    expect(id(other)).not.toBe(id(bytesOf.get('licence')));
  });

  it.skipIf(!has('qpdf'))('has no fault of syntax (qpdf)', () => {
    for (const name of [...names, 'job', 'undated'])
      expect(run('qpdf', '--check', path(name))).toContain('No syntax or stream encoding errors');
  });

  it.skipIf(!has('pdftotext'))('gives every word back (pdftotext)', () => {
    for (const name of ['licence', 'refusal', 'every'] as const) {
      const read = run('pdftotext', path(name), '-')
        .replaceAll('\u00AD\n', '')
        .split(/[ \n\f]+/)
        .filter(Boolean);
      const set = layouts[name].pages.flatMap(linesOf).join('').split(/\s+/).filter(Boolean);
      expect([...read].sort()).toEqual([...set].sort());
    }
  });

  it.skipIf(!has('pdfinfo'))('gives the text back in reading order (pdfinfo -struct-text)', () => {
    const read = run('pdfinfo', '-struct-text', path('refusal'));
    const spoken = [...read.matchAll(/^\s*"(.*)"$/gm)]
      .map(([, piece]) => piece ?? '')
      .join('')
      .replace(/(?<=\p{L})[-\u00AD](?=\p{Ll})/gu, '');
    expect(spoken).toContain('установлено несоответствие заявителя квалификационным требованиям');
    expect(spoken).toContain(
      'Отказ может быть обжалован в порядке, установленном законодательством Республики Казахстан. Заместитель председателя',
    );
    expect(spoken).not.toContain('Продолжение таблицы');
    expect(run('pdfinfo', '-struct-text', path('every'))).toMatch(
      /"ссылка на ст\. 20 и "\s+Span \(inline\)\s+"заңның 20-бабы "/,
    );
  });

  it('is in a print job the pages alone, and what files have in common is there once', () => {
    const job = Buffer.from(bytesOf.get('job') ?? []).toString('latin1');
    for (const mark of [
      '/EmbeddedFile',
      '/AcroForm',
      '/Annots',
      '/StructTreeRoot',
      '/StructParent',
      '/MarkInfo',
      '/AF ',
    ])
      expect(job).not.toContain(mark);
    const facesOf = (name: string): Set<string> =>
      new Set(
        Buffer.from(bytesOf.get(name) ?? [])
          .toString('latin1')
          .match(/FontName \S+/g),
      );
    const faces = new Set(['licence', 'refusal', 'fillable'].flatMap((name) => [...facesOf(name)]));
    expect(job.match(/FontFile2 /g)).toHaveLength(faces.size);
  });

  it.skipIf(!has('pdftotext') || !has('pdftoppm'))('looks in a print job as it does alone', () => {
    const text = (name: string): string => run('pdftotext', '-layout', path(name), '-').replaceAll('\f', '');
    expect(text('job')).toBe(['licence', 'refusal', 'fillable'].map(text).join(''));
    const picture = (name: string, page: number): string =>
      run('pdftoppm', '-r', '30', '-gray', '-f', String(page), '-l', String(page), path(name));
    expect(picture('job', 1)).toBe(picture('licence', 1));
    expect(picture('job', 1 + layouts.licence.pages.length + 1)).toBe(picture('refusal', 1));
  });

  it('has a bookmark for each document of a print job, and for each heading of a long document', async () => {
    const outlines = async (name: string) => {
      const { catalog } = await PDFDocument.load(bytesOf.get(name) ?? new Uint8Array());
      return String(catalog.lookup(PDFName.of('Outlines')));
    };
    expect(await outlines('job')).toMatch(/\/Count 3\b/);
    expect(await outlines('every')).toMatch(/\/Count 3\b/);
    expect(await outlines('licence')).toBe('undefined');
  });

  it('has fields to fill in where the layout named places', async () => {
    const form = (await PDFDocument.load(bytesOf.get('fillable') ?? new Uint8Array())).getForm();
    const fields = form.getFields().map((field) => [field.getName(), field.constructor.name]);
    expect(fields).toEqual([
      ['phone', 'PDFTextField'],
      ['remarks', 'PDFTextField'],
      ['consent', 'PDFCheckBox'],
      ['refusal', 'PDFCheckBox'],
    ]);
    expect(form.getTextField('remarks').isMultiline()).toBe(true);
    expect(form.getCheckBox('consent').isChecked()).toBe(true);
    expect(form.getCheckBox('refusal').isChecked()).toBe(false);
  });

  it.skipIf(!has('pdfdetach'))('holds the data that it was made from (pdfdetach)', () => {
    const out = join(folder, 'case.json');
    run('pdfdetach', '-save', '1', '-o', out, path('licence'));
    expect(readFileSync(out, 'utf8')).toBe('{"number":1}');
  });

  it.skipIf(!has('pdftoppm'))('shows bar codes that a scanner reads (zxing)', async () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    await prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
      fireImmediately: true,
    });
    run('pdftoppm', '-r', '200', '-png', '-singlefile', path('licence'), join(folder, 'licence'));
    const found = await readBarcodes(new Uint8Array(readFileSync(join(folder, 'licence.png'))), {
      tryHarder: true,
      maxNumberOfSymbols: 4,
    });
    expect(found.map((code) => [code.format, code.text]).sort()).toEqual([
      ['Code128', 'KZ12VWX10000001'],
      ['QRCode', 'https://elicense.kz/KZ12VWX10000001'],
    ]);
  });

  it.skipIf(!has('zbarimg') || !has('pdftoppm'))('shows bar codes that another scanner reads (zbar)', () => {
    run('pdftoppm', '-r', '200', '-png', '-singlefile', path('every'), join(folder, 'every'));
    expect(run('zbarimg', '-q', '--raw', join(folder, 'every.png')).trim()).toBe('KZ-2020-000123');
  });
});

describe('the map from glyphs to letters', () => {
  it.each(['regular', 'bold', 'italic', 'boldItalic'] as const)('is stored for the face %s as it is made', (face) => {
    const { characters, glyphs } = JSON.parse(readFileSync(`assets/fonts/${face}.json`, 'utf8')) as FaceMetrics;
    const stored = inflateSync(loadFonts().programs[face].toUnicode).toString('latin1');
    expect(stored).toBe(toUnicode(characters, glyphs));
    expect(stored).toContain('<04D9>');
  });
});
