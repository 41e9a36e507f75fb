import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveMark, type Regulation, type Telling } from '../../src/model/index.ts';
import { loadFonts, writePdf } from '../../src/pdf/index.ts';
import { bookletTexts, bookletWithout, laidOut, regulationAt } from '../helpers/booklet.ts';
import { has, run } from '../helpers/programs.ts';

/**
 * The tables of the booklets as another program reads them out of the PDF, cell by cell, against the tables of the acts:
 * against the data, and against the lines of the text as received, column by column.
 */
interface Printed {
  /** Row labels of the act, from top to bottom. */
  readonly labels: string[];
  /** The cells of every step, in the order of the labels. */
  readonly steps: string[][];
}

const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/<[^>]*>|[\s\u00ad\u200b«»"“”‐‑–—-]+/gu, '')
    .toLowerCase();
const words = bookletTexts();
type Lines = readonly string[];
/** Whether the data say that the text of a step was lost, or repaired on this line. */
type Skip = (step: number, line: number) => boolean;

/** The tables of a tagged PDF as rows of cells, from the tree that pdfinfo prints: what lies deeper than a cell is in it. */
function tablesIn(file: string): string[][][] {
  const tables: string[][][] = [];
  let depth = Infinity;
  for (const line of run('pdfinfo', '-struct-text', file).split('\n')) {
    const [, indent = '', element, text = ''] = /^( *)(?:([A-Z]\w*)|"(.*)"$)/u.exec(line) ?? [];
    if (element && indent.length <= depth) depth = /^T[HD]$/.test(element) ? indent.length : Infinity;
    const row = tables.at(-1)?.at(-1);
    if (element === 'Table') tables.push([]);
    else if (element === 'TR') tables.at(-1)?.push([]);
    else if (depth === indent.length) row?.push('');
    else if (depth < indent.length) row?.push(`${row.pop() ?? ''}${text}`);
  }
  return tables;
}

const transposed = (rows: readonly string[][]): string[][] =>
  (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? ''));

/** The parts of a table put together again: the first column of each holds the labels, the others are steps (as all acts have them). */
function putTogether(parts: readonly string[][][]): Printed {
  const columns = parts.map(transposed);
  return { labels: columns[0]?.[0] ?? [], steps: columns.flatMap(([, ...steps]) => steps) };
}

/** The appendices with tables alone: pdfinfo looks through a page for each cell. */
const tablesOf = (regulation: Regulation): Regulation => ({
  ...regulation,
  appendices: regulation.appendices
    .map((one) => ({ ...one, contains: one.contains.filter(({ view }) => view === 'results-table') }))
    .filter(({ contains }) => contains.length > 0),
});

async function printedTables(regulation: Regulation): Promise<{ telling: Telling; place: number; printed: Printed }[]> {
  const layout = laidOut(bookletWithout(tablesOf(regulation), { asFiled: true, taken: () => Infinity }).document);
  const file = join(mkdtempSync(join(tmpdir(), 'reglament-')), 'booklet.pdf');
  writeFileSync(file, await writePdf(layout, { date: '2014-03-27T00:00:00+06:00' }, loadFonts()));
  const tables = tablesIn(file);
  let next = 0;
  return regulation.tellings.flatMap((telling, place) => {
    if (telling.kind !== 'table') return [];
    const parts: string[][][] = [];
    for (let steps = 0; steps < telling.items.length && next < tables.length; next += 1) {
      parts.push(tables[next] ?? []);
      steps += putTogether([tables[next] ?? []]).steps.length;
    }
    return [{ telling, place, printed: putTogether(parts) }];
  });
}

/** What the data say of a cell: null where it is lost, undefined where they leave it to the process. */
function cellOf(telling: Telling, step: number, row: number): string | null | undefined {
  const rows = telling.rows ?? [];
  const field = rows[row]?.field;
  const item = telling.items[step];
  if (!item || !field) return undefined;
  const other = rows.slice(0, row).filter((one) => one.field === 'other').length;
  const cell = field === 'other' ? item.cells?.[other] : item[field];
  return typeof cell === 'string' || cell === null ? cell : undefined;
}

/** Cells that do not read as the data have them. */
const cellFaults = (telling: Telling, { labels, steps }: Printed, lost: string): string[] => [
  ...(telling.rows ?? []).flatMap(({ label }, row) =>
    typeof label !== 'string' || letters(label) === letters(labels[row] ?? '')
      ? []
      : [`label «${label}»: «${labels[row] ?? ''}»`],
  ),
  ...steps.flatMap((cells, step) =>
    cells.flatMap((cell, row) => {
      const said = cellOf(telling, step, row);
      const want = said === null ? lost : said;
      return want === undefined || letters(want) === letters(cell)
        ? []
        : [`step ${step + 1}, row ${row + 1} «${want}»: «${cell}»`];
    }),
  ),
];

/** Scraps of the lines of the act (cells are apart by tabs) that the printed column does not hold. */
function sourceFaults({ src }: Telling, { steps }: Printed, lines: Lines, skip: Skip): string[] {
  if (!src) return ['no lines'];
  const columns = steps.map((cells) => letters(cells.join(' ')));
  let first = 0;
  let width = 0;
  return lines.slice(src[0] - 1, src[1]).flatMap((line, index) => {
    const [head = '', ...cells] = line.split('\t');
    if (cells.length === 0) return [];
    if (/^№ (процедуры|действия|іс-қимыл)/.test(head)) {
      first += width;
      width = cells.length;
    }
    return cells.flatMap((cell, column) => {
      const step = first + column;
      if (skip(step, src[0] + index) || columns[step]?.includes(letters(cell))) return [];
      return [`line ${src[0] + index}, column ${step + 1}: «${cell}»`];
    });
  });
}

/** One service for each act with tables (pdfinfo takes seconds for each): cut at the edge of the page, repaired, Kazakh, with mistakes of the drafters. */
const addresses = [
  'mint-102-2014/poisons-licence',
  'mint-364-2012/poisons-licence',
  'zhambyl-62-2013/scrap-metal-licence',
];

describe.skipIf(!has('pdfinfo'))("the tables of the PDF, cell by cell, are the act's own", () => {
  it.each(addresses)('%s', async (address) => {
    const regulation = regulationAt(address);
    const lines = readFileSync(join('regulations', dirname(address), 'source.txt'), 'utf8').split('\n');
    const doubtful = (regulation.marks ?? [])
      .filter(({ kind }) => kind === 'lost' || kind === 'unreadable' || kind === 'repaired')
      .map((mark) => ({ ...mark, item: resolveMark(mark.at, regulation)?.slice(0, 4).join('/') }));
    const tables = await printedTables(regulation);
    expect(tables.length).toBe(regulation.tellings.filter(({ kind }) => kind === 'table').length);
    for (const { telling, place, printed } of tables) {
      expect(printed.steps.length).toBe(telling.items.length);
      expect(cellFaults(telling, printed, words[regulation.lang].lost)).toEqual([]);
      const skip: Skip = (step, line) =>
        doubtful.some(
          ({ item, kind, src }) =>
            item === `tellings/${place}/items/${step}` &&
            (kind !== 'repaired' || (src !== undefined && line >= src[0] && line <= src[1])),
        );
      expect(sourceFaults(telling, printed, lines, skip)).toEqual([]);
    }
  });
});
