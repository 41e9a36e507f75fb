import { createReadStream } from 'node:fs';
import type { Hash } from 'node:crypto';
import type { Entry, ZipFile } from 'yauzl';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { PackingFault } from './bytes.ts';
import { MAX_FIELDS, MAX_RECORD, emptyRow, fillRow, type RowSink } from './row.ts';
import { entriesOf, localName, openZip, parseXml, parsingXml } from './zip.ts';

/** Characters of shared texts that are held at most. */
const MAX_SHARED = 256 << 20;

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
      length += current.length;
      if (length > MAX_SHARED) throw new PackingFault('bomb', 'sharedStrings.xml');
      strings.push(current);
    },
    text(text) {
      if (inText) current += text;
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
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
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
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await parseXml(zip, entries.get('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key.includes(':'))?.[1] ?? '';
      const target = (targets.get(id) ?? '').replace(/^\/?(xl\/)?/, '');
      sheets.push({ name: attributes['name'] ?? '', part: `xl/${target}` });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, since1904 };
}

const MINUTES = 24 * 60;

/** A serial date of Excel as `yyyy-mm-dd`; `withTimes` with its time, to the minute, where it has one: `yyyy-mm-ddThh:mm`. */
function dateText(serial: number, { since1904, withTimes }: Context): string {
  const minutes = withTimes ? Math.round(serial * MINUTES) : Math.floor(serial) * MINUTES;
  const date = new Date((minutes + ((since1904 ? 1462 : 0) - 25569) * MINUTES) * 60_000);
  if (Number.isNaN(date.getTime())) return String(serial);
  return date.toISOString().slice(0, minutes % MINUTES === 0 ? 10 : 16);
}

/** A number as people write it; one that is too long to be whole any more stays as the program wrote it (`1.2E+19`). */
function numberText(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : value;
}

const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

interface Context {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly since1904: boolean;
  readonly withTimes: boolean;
}

/** The rows of one sheet: the first one that the sink takes is the heading. */
async function* readSheet(zip: ZipFile, entry: Entry, sink: RowSink, context: Context): AsyncGenerator<void> {
  const { strings, dates } = context;
  const row = emptyRow();
  let cells: string[] = [];
  let width = 0;
  let line = 0;
  let size = 0;
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let reading = false;
  let formula = false;
  let stopped = false;
  const finishCell = () => {
    if (value === '' || column >= MAX_FIELDS || column < 0) return;
    let text = value;
    if (type === 's') text = strings[Number(value)] ?? '';
    else if (type === '' || type === 'n') text = dates[style] ? dateText(Number(value), context) : numberText(value);
    size += text.length;
    if (size > MAX_RECORD) return;
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  };
  const finishRow = () => {
    if (stopped || cells.every((cell) => cell === '')) return;
    if (width === 0) {
      const heading = sink.columns(cells, line);
      stopped = heading === 'stop';
      if (heading === 'taken') width = cells.length;
      return;
    }
    const extras = cells.length > width && cells.slice(width).some((cell) => cell !== '');
    const shown = extras ? cells : Array.from({ length: width }, (_, index) => cells[index] ?? '');
    fillRow(row, shown, line);
    if (size > MAX_RECORD) sink.fault('too-long', row);
    else if (extras) sink.fault('column-count', row);
    else {
      if (formula) sink.formula?.(line);
      sink.row(row);
    }
  };
  yield* parsingXml(zip, entry, {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        cells = [];
        size = 0;
        column = -1;
        formula = false;
      } else if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : columnOf(reference);
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'f') formula = true;
      reading = name === 'v' || name === 't';
    },
    close(name) {
      reading = false;
      if (name === 'c') finishCell();
      else if (name === 'row') finishRow();
    },
    text(text) {
      if (reading && value.length <= MAX_RECORD) value += text;
    },
    done: () => stopped,
  });
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
    const withTimes = options.withTimes ?? false;
    const context = {
      strings: await sharedStrings(zip, entries),
      dates: await dateStyles(zip, entries),
      since1904,
      withTimes,
    };
    for (const { name, part } of sheets) {
      const entry = entries.get(part);
      const sink = entry && tableOf(name);
      if (entry && sink) yield* readSheet(zip, entry, sink, context);
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
