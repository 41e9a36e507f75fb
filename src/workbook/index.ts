import type { ReportModel } from '../survey/report.ts';
import { isoDay } from '../survey/days.ts';
import { Answers } from './answers.ts';
import type { Book } from './book.ts';
import { finishPackage, type PlacedChart } from './package.ts';
import { channelsSheet, plainGroupSheet, servicesSheet } from './sheets/groups.ts';
import { changesSheet } from './sheets/changes.ts';
import { comparisonSheet } from './sheets/funnel.ts';
import { dataSheet } from './sheets/data.ts';
import { dynamicsSheet } from './sheets/dynamics.ts';
import { formSheet } from './sheets/form.ts';
import { matrixSheet } from './sheets/matrix.ts';
import { commentsSheet, qualitySheet, rejectedSheet } from './sheets/records.ts';
import { codebookSheet, methodSheet } from './sheets/reference.ts';
import { summarySheet } from './sheets/summary.ts';
import { wordsOf } from './texts.ts';

/**
 * A finished report -> the bytes of an .xlsx.
 *
 *   model -> sheets (exceljs: cells, formulas with their values) -> package (bulk rows, charts, fixed times)
 *
 * `cached: false` leaves the results of formulas out, so that another program must calculate them: the proof of the figures.
 */
export async function reportWorkbook(
  model: ReportModel,
  texts: ReadonlyMap<string, string>,
  options: { readonly cached?: boolean } = {},
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const words = wordsOf(texts);
  const workbook = new exceljs.Workbook();
  const charts: PlacedChart[] = [];
  const answers = new Answers(model, words);
  const mode = { formulas: model.edition === 'internal', cached: options.cached ?? true };
  const book: Book = { workbook, model, words, answers, mode, charts };
  setProperties(book);

  summarySheet(book);
  formSheet(book);
  comparisonSheet(book, servicesSheet(book));
  plainGroupSheet(book, 'regions', 'region');
  channelsSheet(book);
  dynamicsSheet(book);
  changesSheet(book);
  matrixSheet(book);
  const internal = model.edition === 'internal';
  if (internal) commentsSheet(book);
  qualitySheet(book);
  if (internal) rejectedSheet(book);
  const bulk = internal ? [dataSheet(book)] : [];
  codebookSheet(book);
  methodSheet(book);

  const written = await workbook.xlsx.writeBuffer();
  return finishPackage(new Uint8Array(written), charts, bulk);
}

/** The day of the last answer stands for the time of making: the clock would make every run another file. */
function setProperties({ workbook, words, model }: Book): void {
  const day = new Date(`${isoDay(model.met.last)}T00:00:00Z`);
  workbook.creator = 'reglament';
  workbook.lastModifiedBy = 'reglament';
  workbook.created = day;
  workbook.modified = day;
  workbook.title = words('title.summary');
  workbook.subject = words('subject');
  workbook.keywords = words('keywords');
  workbook.company = '';
  workbook.calcProperties = { fullCalcOnLoad: false };
}
