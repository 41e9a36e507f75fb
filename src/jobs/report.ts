import { resolve } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { wording } from '../model/index.ts';
import { questions, remarks, type Period, type RejectReason, type SurveyService } from '../model/response.ts';
import { writeAtomic } from '../store/index.ts';
import { CUBE_ROWS, fitted, MAX_SERVICES, sumBy, type CubeRow } from '../survey/cube.ts';
import { previousPeriod } from '../survey/days.ts';
import { Intake, type Rejected } from '../survey/intake.ts';
import { maskPersonal } from '../survey/mask.ts';
import { SMALL, type Edition, type InputFile, type ReportLanguage, type ReportModel } from '../survey/report.ts';
import { countsOf } from '../survey/statistics.ts';
import { sumCells } from '../survey/suppress.ts';
import { loadLibrary } from './regulations.ts';
import { RejectList } from './reject-list.ts';
import { countedFiles, type Engine } from './report-engine.ts';
import { responseFiles } from './report-inputs.ts';
import { readResponses } from './report-read.ts';
import { readTargets, readVolumes } from './report-tables.ts';
import { readTexts, readVocabulary } from './report-texts.ts';

export interface ReportOptions {
  readonly responses: readonly string[];
  readonly out: string;
  readonly services: readonly SurveyService[];
  /** What an act is called, by its folder. */
  readonly acts?: ReadonlyMap<string, string>;
  readonly root?: string;
  readonly language: ReportLanguage;
  /** A workbook if absent. */
  readonly formats?: readonly ReportFormat[];
  readonly edition: Edition;
  readonly period: Period;
  readonly previousFile?: string;
  readonly targetsFile?: string;
  readonly volumesFile?: string;
  /** Each file numbers its answers anew. */
  readonly ownIds?: boolean;
  /** What reads the answers; `auto` if absent. */
  readonly engine?: Engine;
}

export interface ReportResult {
  readonly out: string;
  readonly rejectedFile: string | undefined;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: ReadonlyMap<RejectReason, number>;
}

/** So many responses stand in the workbook one by one; beyond, their cube does. */
const KEEP = 50_000;
const KEEP_COMMENTS = 5_000;
const EXCEL_ROWS = 1_048_576;

export type ReportFormat = 'xlsx' | 'html';

const makers = {
  xlsx: async (model: ReportModel, texts: ReadonlyMap<string, string>) =>
    (await import('../workbook/index.ts')).reportWorkbook(model, texts),
  html: async (model: ReportModel, texts: ReadonlyMap<string, string>) =>
    (await import('../html/index.ts')).reportHtml(model, texts),
} satisfies Record<ReportFormat, unknown>;

/** The page stands beside the workbook, under its name. */
const htmlBeside = (out: string): string => `${out.replace(/\.(xlsx|html)$/i, '')}.html`;

/** A finished report in its language, before it is written. */
export interface GatheredReport {
  readonly model: ReportModel;
  readonly texts: ReadonlyMap<string, string>;
  readonly rejectedFile: string | undefined;
}

/**
 *   files -> intake (accepted | rejected -> list beside the report) -> model -> workbook -> written whole
 *
 * One bad file does not stop the others. Findings stand beside the result; rejected records are findings of severity error.
 */
export async function report(options: ReportOptions): Promise<Outcome<ReportResult>> {
  const gathered = await gatherReport(options);
  if (!gathered.ok) return gathered;
  const { model, texts, rejectedFile } = gathered.value;
  const rows = (model.kept ?? fitted(model.cube, CUBE_ROWS).rows).length;
  if (rows >= EXCEL_ROWS) return failure([...gathered.findings, diagnostic('sheet-full', { rows })]);
  for (const format of options.formats ?? ['xlsx']) {
    const file = format === 'xlsx' ? options.out : htmlBeside(options.out);
    const written = writeAtomic(file, await makers[format](model, texts));
    if (!written.ok) return failure([...gathered.findings, ...written.findings]);
  }
  const { read, accepted, rejected, reasons } = model;
  return success({ out: options.out, rejectedFile, read, accepted, rejected, reasons }, gathered.findings);
}

/** Reads everything and writes the list of rejected records; the report itself is left to an edge. */
export async function gatherReport(options: ReportOptions): Promise<Outcome<GatheredReport>> {
  const findings: Diagnostic[] = [];
  const prepared = prepare(options, findings);
  if (!prepared) return failure(findings);
  const { vocabulary, texts, files } = prepared;
  const word = (key: string): string => texts.get(key) ?? key;
  const file = `${options.out.replace(/\.(xlsx|html)$/i, '')}.rejected.csv`;
  const overwritten = inputOverwritten(
    [options.out, file],
    [
      ...files.map((one) => one.file),
      ...(options.targetsFile === undefined ? [] : [options.targetsFile]),
      ...(options.volumesFile === undefined ? [] : [options.volumesFile]),
    ],
  );
  if (overwritten) return failure([...findings, overwritten]);
  const { services } = options;
  const volumes =
    options.volumesFile === undefined
      ? success(new Map<number, number>())
      : await readVolumes(options.volumesFile, services, vocabulary);
  const targets =
    options.targetsFile === undefined ? success([]) : await readTargets(options.targetsFile, services, vocabulary);
  findings.push(...volumes.findings, ...targets.findings);
  // A report without the table that was asked for would look finished.
  if (!volumes.ok || !targets.ok) return failure(findings);
  const rejects = new RejectList(file, word);
  const previous = options.previousFile === undefined ? previousPeriod(options.period) : undefined;
  const intake = new Intake({
    services,
    vocabulary,
    period: options.period,
    ...(previous ? { previous } : {}),
    keep: KEEP,
    keepComments: KEEP_COMMENTS,
    onReject: (rejected) => rejects.add(rejected),
    ownIds: options.ownIds ?? false,
  });
  const counted = await countedFiles(options.engine ?? 'auto', intake, files);
  findings.push(...counted.findings);
  if (!counted.ok) return failure(findings);
  // What is counted together cannot be listed one by one, and is too much for it.
  if (counted.value) intake.kept = undefined;
  const inputs: InputFile[] = [];
  for (const [index, { file, asPrevious }] of files.entries())
    inputs.push(...(await readResponses(intake, file, asPrevious, findings, counted.value?.[index])));
  findings.push(...summaryOf(intake, rejects.firsts));

  const { read, accepted, rejected } = intake;
  if (read !== accepted + rejected)
    throw new Error(`records lost: read ${read}, accepted ${accepted}, rejected ${rejected}`);
  const list = rejects.close();
  if (!list.ok) return failure([...findings, ...list.findings]);
  if (intake.current === 0)
    return failure([
      ...findings,
      list.value === undefined
        ? diagnostic('responses-none', {})
        : diagnostic('responses-none-accepted', { rejected: list.value }),
    ]);

  const cube = intake.cube.rows();
  const tooSmall = options.edition === 'public' ? publicSmall(cube) : undefined;
  if (tooSmall) return failure([...findings, tooSmall]);
  findings.push(...volumesExceeded(cube, volumes.value, services));
  const model: ReportModel = {
    language: options.language,
    edition: options.edition,
    services,
    acts: options.acts ?? new Map(),
    vocabulary,
    cube,
    kept: intake.kept,
    comments: intake.comments,
    commentCount: intake.commentCount,
    period: options.period,
    met: intake.met,
    previous:
      previous ?? (intake.previousCount > 0 ? { from: intake.metBefore.first, to: intake.metBefore.last } : undefined),
    inputs,
    read,
    accepted,
    rejected,
    reasons: intake.reasons,
    remarks: intake.remarks,
    rejectedSample: rejects.sample,
    volumes: volumes.value,
    targets: targets.value,
  };
  return success({ model, texts, rejectedFile: list.value }, findings);
}

/** Nothing is published of fewer answers than a group must have. */
function publicSmall(cube: readonly CubeRow[]): Diagnostic | undefined {
  const cells = sumCells(cube.filter(({ previous }) => !previous));
  const n = Math.min(...questions.map((question) => countsOf(cells, question).n));
  return n < SMALL ? diagnostic('public-small', { n, least: SMALL }) : undefined;
}

/** Services with more answers than were rendered: the volumes are of another period, or answers were made up. */
function volumesExceeded(
  cube: readonly CubeRow[],
  volumes: ReadonlyMap<number, number>,
  services: readonly SurveyService[],
): Diagnostic[] {
  const sums = sumBy(cube, (row) => (row.previous ? undefined : row.service));
  return [...volumes].flatMap(([service, rendered]) => {
    const answers = (sums.get(service) ?? []).reduce((sum, count) => sum + count, 0);
    if (answers <= rendered) return [];
    return [diagnostic('volume-exceeded', { service: services[service]?.address ?? '', answers, rendered })];
  });
}

/** The answers are often the only copy: a product never takes the place of an input. */
function inputOverwritten(products: readonly string[], inputs: readonly string[]): Diagnostic | undefined {
  const written = new Set(products.map((file) => resolve(file)));
  const file = inputs.find((input) => written.has(resolve(input)));
  return file === undefined ? undefined : diagnostic('output-is-input', { file, option: '--out' }, { file });
}

function prepare(options: ReportOptions, findings: Diagnostic[]) {
  const vocabulary = readVocabulary(options.root);
  const texts = readTexts(options.language, options.root);
  const { files, findings: missing } = responseFiles(options.responses);
  const before =
    options.previousFile === undefined ? { files: [], findings: [] } : responseFiles([options.previousFile]);
  findings.push(...vocabulary.findings, ...texts.findings, ...missing, ...before.findings);
  if (options.services.length >= MAX_SERVICES)
    findings.push(diagnostic('services-many', { count: options.services.length, most: MAX_SERVICES - 1 }));
  if (!vocabulary.ok || !texts.ok || files.length === 0 || options.services.length >= MAX_SERVICES) return undefined;
  const all = [
    ...before.files.map((file) => ({ file, asPrevious: true })),
    ...files.map((file) => ({ file, asPrevious: false })),
  ];
  return { vocabulary: vocabulary.value, texts: texts.value, files: all };
}

/** One finding per reason and per remark, with the first record as the example: a million rejected rows make no million lines. */
function summaryOf(intake: Intake, firsts: ReadonlyMap<RejectReason, Rejected>): Diagnostic[] {
  const rejected = [...firsts].map(([reason, first]) => {
    const { file, line, sheet, near } = first;
    const at =
      sheet === undefined ? { file, position: { line, column: 1 } } : { file, cell: { sheet, ref: `A${line}` } };
    const args = {
      count: intake.reasons.get(reason) ?? 0,
      value: maskPersonal((first.value || first.raw).slice(0, 80)),
      near,
    };
    return diagnostic(`rejected-${reason}`, args, at);
  });
  const kept = remarks.flatMap((remark) => {
    const count = intake.remarks.get(remark);
    return count === undefined ? [] : [diagnostic(`kept-${remark}`, { count })];
  });
  return [...rejected, ...kept];
}

/** The services of a root's regulations, in the order of their acts, as responses may name them, and what the acts are called. */
export function surveyServices(
  root: string,
  language: ReportLanguage,
): { services: SurveyService[]; acts: ReadonlyMap<string, string>; findings: Diagnostic[] } {
  const { library, findings } = loadLibrary(root);
  const acts = new Map<string, string>();
  const services = library.regulations.map(({ address, act, regulation }) => {
    const title = (of: 'ru' | 'kk') => wording(regulation.title, of, act.act.lang);
    const [ru, kk] = [title('ru'), title('kk')];
    const name = wording(act.act.title, language, act.act.lang) ?? wording(act.act.title, act.act.lang, act.act.lang);
    const day = act.act.date?.split('-').reverse().join('.');
    acts.set(act.id, [[day, `№ ${act.act.number}`].filter(Boolean).join(' '), name].filter(Boolean).join('. '));
    return {
      address,
      act: act.id,
      title: { ...(ru === undefined ? {} : { ru }), ...(kk === undefined ? {} : { kk }) },
    };
  });
  return { services, acts, findings };
}
