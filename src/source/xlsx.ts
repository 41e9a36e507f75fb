import { createReadStream } from 'node:fs';
import type { Hash } from 'node:crypto';
import type { Entry, ZipFile } from 'yauzl';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { PackingFault } from './bytes.ts';
import type { RowSink } from './row.ts';
import { SheetRows, type SheetContext } from './xlsx-sheet.ts';
import { entriesOf, openZip, parseXml, parsingXml } from './zip.ts';

/** Characters of shared texts that are held at most; an empty one is not for nothing either. */
const MAX_SHARED = 256 << 20;
const PER_STRING = 8;

/** Texts of the workbook that its cells name by number. Phonetic hints (`rPh`) are not part of them. */
async function sharedStrings(zip: ZipFile, entries: Map<string, Entry>): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let hidden = 0;
  let length = 0;
  await parseXml(zip, entries.get('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') hidden += 1;
      inText = name === 't' && hidden === 0;
    },
    close(name) {
      if (name === 'rPh') hidden -= 1;
      if (name === 't') inText = false;
      if (name !== 'si') return;
      length += PER_STRING;
      strings.push(current);
    },
    text(text) {
      if (!inText) return;
      length += text.length;
      if (length > MAX_SHARED) throw new PackingFault('bomb', 'sharedStrings.xml');
      current += text;
    },
  });
  return strings;
}

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);
/** Whether a number format shows a date: a y, m, d, h or s outside quotes and brackets. */
const isDateFormat = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** For each cell style: does it show a date. */
async function dateStyles(zip: ZipFile, entries: Map<string, Entry>): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await parseXml(zip, entries.get('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(Number(attributes.get('numFmtId')), isDateFormat(attributes.get('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        styles.push(own.get(id) ?? builtInDates.has(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}

interface SheetPart {
  readonly name: string;
  readonly part: string;
}

async function sheetsOf(
  zip: ZipFile,
  entries: Map<string, Entry>,
): Promise<{ sheets: SheetPart[]; since1904: boolean }> {
  const targets = new Map<string, string>();
  await parseXml(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await parseXml(zip, entries.get('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributes.prefixed('id') ?? '';
      const target = (targets.get(id) ?? '').replace(/^\/?(xl\/)?/, '');
      sheets.push({ name: attributes.get('name') ?? '', part: `xl/${target}` });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, since1904 };
}

/**
 * Reads the sheets of a workbook row by row, and gives a turn after each piece; one row is in memory, and the shared texts.
 * Formula cells give their stored value. A sheet without a sink is passed over. Macros and external links are told and left
 * alone. Throws `PackingFault` for what is no sound zip, and what the file system throws.
 */
export async function* readingXlsx(
  file: string,
  hash: Hash,
  tableOf: (sheet: string) => RowSink | undefined,
  findings: Diagnostic[],
  options: { readonly withTimes?: boolean } = {},
): AsyncGenerator<void> {
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip);
    const names = [...entries.keys()];
    if (names.some((name) => /vbaProject\.bin$/.test(name)))
      findings.push(diagnostic('workbook-foreign', { file, what: 'vbaProject.bin' }, { file }));
    if (names.some((name) => name.startsWith('xl/externalLinks/')))
      findings.push(diagnostic('workbook-foreign', { file, what: 'externalLinks' }, { file }));
    const { sheets, since1904 } = await sheetsOf(zip, entries);
    if (sheets.length === 0) throw new PackingFault('broken', 'xl/workbook.xml');
    const context: SheetContext = {
      strings: await sharedStrings(zip, entries),
      dates: await dateStyles(zip, entries),
      since1904,
      withTimes: options.withTimes ?? false,
    };
    for (const { name, part } of sheets) {
      const entry = entries.get(part);
      const sink = entry && tableOf(name);
      if (!entry) findings.push(diagnostic('packed-broken', { file, reason: part }, { file }));
      else if (sink) yield* parsingXml(zip, entry, new SheetRows(sink, context));
    }
  } finally {
    zip.close();
  }
}

/** Reads the sheets of a workbook at one go. */
export async function readXlsx(
  file: string,
  hash: Hash,
  tableOf: (sheet: string) => RowSink,
  findings: Diagnostic[],
): Promise<void> {
  const pieces = readingXlsx(file, hash, tableOf, findings);
  while (!(await pieces.next()).done);
}
