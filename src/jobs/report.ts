import { createHash } from 'node:crypto';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { remarks, type Period, type RejectReason, type SurveyService } from '../model/response.ts';
import { vocabularySchema, type Vocabulary } from '../model/vocabulary.ts';
import { readModel } from '../model/read.ts';
import { PackingFault, rawChunks, utf8Chunks } from '../source/bytes.ts';
import { CsvReader } from '../source/csv.ts';
import { JsonReader } from '../source/ndjson.ts';
import { readTree } from '../source/index.ts';
import { GrowingFile, packageRoot, writeAtomic } from '../store/index.ts';
import { previousPeriod } from '../survey/days.ts';
import { MAX_SERVICES } from '../survey/cube.ts';
import { Intake, type Rejected } from '../survey/intake.ts';
import { TableIntake } from '../survey/table-intake.ts';
import { rejectedLine, rejectedHead } from '../survey/rejected.ts';
import type { Edition, InputFile, ReportLanguage, ReportModel } from '../survey/report.ts';
import { wording } from '../model/index.ts';
import { loadLibrary } from './regulations.ts';
import { kindOf, responseFiles } from './report-inputs.ts';
import { readTargets, readVolumes } from './report-tables.ts';

export interface ReportOptions {
  readonly responses: readonly string[];
  readonly out: string;
  readonly services: readonly SurveyService[];
  readonly root?: string;
  readonly language: ReportLanguage;
  readonly edition: Edition;
  readonly period: Period;
  readonly previousFile?: string;
  readonly targetsFile?: string;
  readonly volumesFile?: string;
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
const SAMPLE = 10_000;
const EXCEL_ROWS = 1_048_576;

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
  const rows = (model.kept ?? model.cube).length;
  if (rows >= EXCEL_ROWS) return failure([...gathered.findings, diagnostic('sheet-full', { rows })]);
  const { reportWorkbook } = await import('../workbook/index.ts');
  const written = writeAtomic(options.out, await reportWorkbook(model, texts));
  if (!written.ok) return failure([...gathered.findings, ...written.findings]);
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
  const file = `${options.out.replace(/\.xlsx$/i, '')}.rejected.csv`;
  const rejects = new RejectList(file, word);
  const previous = options.previousFile === undefined ? previousPeriod(options.period) : undefined;
  const intake = new Intake({
    services: options.services,
    vocabulary,
    period: options.period,
    ...(previous ? { previous } : {}),
    keep: KEEP,
    keepComments: KEEP_COMMENTS,
    onReject: (rejected) => rejects.add(rejected),
  });
  const inputs: InputFile[] = [];
  for (const one of files) inputs.push(...(await readResponses(intake, one.file, one.asPrevious, findings)));
  findings.push(...summaryOf(intake, rejects.firsts, word));

  const { read, accepted, rejected } = intake;
  if (read !== accepted + rejected)
    throw new Error(`records lost: read ${read}, accepted ${accepted}, rejected ${rejected}`);
  const list = rejects.close();
  if (!list.ok) return failure([...findings, ...list.findings]);
  if (intake.current === 0)
    return failure([...findings, diagnostic('responses-none', { rejected: list.value ?? '–' })]);

  const volumes = options.volumesFile === undefined ? undefined : readVolumes(options.volumesFile, options.services);
  const targets = options.targetsFile === undefined ? undefined : readTargets(options.targetsFile, options.services);
  findings.push(...(volumes?.findings ?? []), ...(targets?.findings ?? []));
  const model: ReportModel = {
    language: options.language,
    edition: options.edition,
    services: options.services,
    vocabulary,
    cube: intake.cube.rows(),
    kept: intake.kept,
    comments: intake.comments,
    commentCount: intake.commentCount,
    period: options.period,
    met: { first: intake.firstDay, last: intake.lastDay },
    previous,
    inputs,
    read,
    accepted,
    rejected,
    reasons: intake.reasons,
    remarks: intake.remarks,
    rejectedSample: rejects.sample,
    volumes: volumes?.ok ? volumes.value : new Map(),
    targets: targets?.ok ? targets.value : [],
  };
  return success({ model, texts, rejectedFile: list.value }, findings);
}

/** Records turned away: all of them into a file that its owner alone can read, some of them kept for the workbook. */
class RejectList {
  readonly sample: Rejected[] = [];
  readonly firsts = new Map<RejectReason, Rejected>();
  private readonly file: GrowingFile;
  private readonly word: (key: string) => string;

  constructor(file: string, word: (key: string) => string) {
    this.file = new GrowingFile(file, 0o600);
    this.word = word;
  }

  add(rejected: Rejected): void {
    if (this.firsts.size === 0) this.file.write(rejectedHead(this.word));
    this.file.write(rejectedLine(rejected, this.word));
    if (this.sample.length < SAMPLE) this.sample.push(rejected);
    if (!this.firsts.has(rejected.reason)) this.firsts.set(rejected.reason, rejected);
  }

  /** The name of the list; undefined when there was nothing to list. */
  close(): Outcome<string | undefined> {
    return this.firsts.size === 0 ? success(undefined) : this.file.commit();
  }
}

/** The words of the report in its language: a root's own table goes before the package's. */
export function readTexts(language: ReportLanguage, root = packageRoot()): Outcome<ReadonlyMap<string, string>> {
  const table = new Map<string, string>();
  for (const folder of new Set([packageRoot(), root])) {
    const tree = readTree(`${folder}/templates/report/texts.yaml`);
    if (!tree.ok) {
      if (folder === packageRoot()) return tree;
      continue;
    }
    const data = tree.value.data;
    if (typeof data !== 'object' || data === null) continue;
    for (const [key, pair] of Object.entries(data)) {
      const text: unknown = Array.isArray(pair) ? pair[language === 'ru' ? 0 : 1] : undefined;
      if (typeof text === 'string' || typeof text === 'number') table.set(key, String(text));
      if (Array.isArray(pair))
        ['ru', 'kk'].forEach((name, index) => table.set(`both.${key}.${name}`, String(pair[index])));
    }
  }
  for (const name of ['ru', 'kk']) {
    for (const [code, key] of ['no', 'partly', 'yes'].entries())
      table.set(`both.option.${code + 1}.${name}`, table.get(`both.option.${key}.${name}`) ?? '');
  }
  return success(table);
}

export function readVocabulary(root = packageRoot()): Outcome<Vocabulary> {
  const own = readTree(`${root}/templates/report/vocabulary.yaml`);
  const tree = own.ok ? own : readTree(`${packageRoot()}/templates/report/vocabulary.yaml`);
  return tree.ok ? readModel(vocabularySchema, tree.value) : tree;
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

/** Reads one file into the intake. Whatever is wrong with the file as a whole becomes a finding; the rest of the run goes on. */
async function readResponses(
  intake: Intake,
  file: string,
  asPrevious: boolean,
  findings: Diagnostic[],
): Promise<InputFile[]> {
  const first = intake.files.length;
  const hash = createHash('sha256');
  const before = findings.length;
  try {
    if (kindOf(file) === 'sheet') {
      const { readXlsx } = await import('../source/xlsx.ts');
      const sheets: { table: TableIntake; own: Diagnostic[] }[] = [];
      const tableOf = (sheet: string): TableIntake => {
        const own: Diagnostic[] = [];
        const table = new TableIntake(intake, file, own, asPrevious, sheet);
        sheets.push({ table, own });
        return table;
      };
      await readXlsx(file, hash, tableOf, findings);
      // Beside a sheet of answers there may be others of other things; only a workbook without any answers is at fault.
      const understood = sheets.some(({ table }) => table.understood);
      findings.push(
        ...sheets.flatMap(({ own }) => (understood ? own.filter(({ code }) => code !== 'survey-other') : own)),
      );
    } else {
      await readText(file, new TableIntake(intake, file, findings, asPrevious), hash, findings);
    }
  } catch (error) {
    findings.push(fileFault(file, error));
  }
  const sha256 = hash.digest('hex');
  const counts = intake.files
    .slice(first)
    .filter(({ profile }, _index, all) => profile !== '' || all.every((other) => other.profile === ''));
  if (findings.length === before && counts.every(({ read }) => read === 0))
    findings.push(diagnostic('responses-empty', { file }, { file }));
  return counts.map((count) => ({ ...count, sha256 }));
}

async function readText(
  file: string,
  table: TableIntake,
  hash: ReturnType<typeof createHash>,
  findings: Diagnostic[],
): Promise<void> {
  const reader = kindOf(file) === 'json' ? new JsonReader(table) : new CsvReader(table);
  const chunks = utf8Chunks(hashed(rawChunks(file), hash), (encoding) => {
    if (encoding !== 'utf-8') findings.push(diagnostic('encoding-taken', { file, encoding }, { file }));
  });
  for await (const chunk of chunks) {
    reader.push(chunk);
    if (reader.stopped) return;
  }
  reader.end();
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

function fileFault(file: string, error: unknown): Diagnostic {
  if (error instanceof PackingFault) {
    return error.kind === 'bomb'
      ? diagnostic('packed-bomb', { file, size: error.message }, { file })
      : diagnostic('packed-broken', { file, reason: error.message }, { file });
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return diagnostic('file-unreadable', { file, reason: String(error.code) }, { file });
  throw error;
}

/** One finding per reason and per remark, with the first record as the example: a million rejected rows make no million lines. */
function summaryOf(
  intake: Intake,
  firsts: ReadonlyMap<RejectReason, Rejected>,
  word: (key: string) => string,
): Diagnostic[] {
  const rejected = [...firsts].map(([reason, first]) =>
    diagnostic(
      'record-rejected',
      {
        count: intake.reasons.get(reason) ?? 0,
        reason: word(`reason.${reason}`),
        value: first.value || first.raw.slice(0, 80),
        near: first.near,
      },
      first.sheet === undefined
        ? { file: first.file, position: { line: first.line, column: 1 } }
        : { file: first.file, cell: { sheet: first.sheet, ref: `A${first.line}` } },
    ),
  );
  const kept = remarks.flatMap((remark) => {
    const count = intake.remarks.get(remark);
    return count === undefined ? [] : [diagnostic('record-remark', { count, remark: word(`remark.${remark}`) })];
  });
  return [...rejected, ...kept];
}

/** The services of a root's regulations, in the order of their acts, as responses may name them. */
export function surveyServices(root: string): { services: SurveyService[]; findings: Diagnostic[] } {
  const { library, findings } = loadLibrary(root);
  const services = library.regulations.map(({ address, act, regulation }) => {
    const title = (language: 'ru' | 'kk') => wording(regulation.title, language, act.act.lang);
    const [ru, kk] = [title('ru'), title('kk')];
    return {
      address,
      act: act.id,
      title: { ...(ru === undefined ? {} : { ru }), ...(kk === undefined ? {} : { kk }) },
    };
  });
  return { services, findings };
}
