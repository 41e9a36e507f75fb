import type { Workbook } from 'exceljs';
import type { ReportModel } from '../survey/report.ts';
import type { Answers } from './answers.ts';
import type { ChartSpec } from './charts.ts';
import type { PlacedChart } from './package.ts';
import { SheetWriter, type ChartPlace, type Content, type SheetMode } from './sheet.ts';
import type { Words } from '../survey/names.ts';

/** What every sheet is made from, and where its charts are gathered. */
export interface Book {
  readonly workbook: Workbook;
  readonly model: ReportModel;
  readonly words: Words;
  readonly answers: Answers;
  readonly mode: SheetMode;
  readonly charts: PlacedChart[];
}

/** Sheets of which the public edition says something else: it has no formulas and folds small groups. */
const otherInPublic = new Set(['summary', 'services']);

/** A new sheet of so wide columns with its title line (those after `columns` are not printed); the mark of the edition stands at the right end of it. Rows from 4 on are free. */
export function newSheet(book: Book, key: string, widths: readonly number[], columns = widths.length): SheetWriter {
  const { words, model } = book;
  const name = words(`sheet.${key}`);
  const sheet = new SheetWriter(book.workbook.addWorksheet(name), book.mode, columns);
  sheet.widths(widths);
  sheet.put(1, 1, words(`title.${key}`), 'title');
  sheet.height(1, 26);
  if (model.edition === 'internal') {
    const from = Math.max(2, columns - 2);
    sheet.put(1, from, words('restricted'), 'restricted');
    if (columns > from) sheet.merge(1, from, 1, columns);
  }
  const about = model.edition === 'public' && otherInPublic.has(key) ? `about.${key}.public` : `about.${key}`;
  sheet.sentence(2, words(about), 'subtitle');
  return sheet;
}

export const footer = ({ words }: Book): string => words('footer');

export function addChart(book: Book, sheet: SheetWriter, spec: ChartSpec, place: ChartPlace): void {
  book.charts.push({ sheet: sheet.name, spec, place });
}

/** A formula with its value, short to write. */
export const live = (formula: string, value: number | string | undefined): Content => ({ formula, value });

/** An empty workbook of that title whose properties are the same in every run: the clock would make each another file. */
export async function timelessWorkbook(title: string): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  const day = new Date(Date.UTC(2000, 0, 1));
  const properties = { creator: 'reglament', lastModifiedBy: 'reglament', created: day, modified: day };
  return Object.assign(new exceljs.Workbook(), { ...properties, title, company: '' });
}
