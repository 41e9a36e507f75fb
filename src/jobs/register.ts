import { diagnostic, isError, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { canonicalJson, planDocuments, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import type { DocumentModel } from '../model/document.ts';
import type { DocumentKind, Language } from '../model/index.ts';
import {
  licenceOf,
  lineOf,
  type ApartLine,
  type Reason,
  type Register,
  type RegisterLine,
  type Wording,
} from '../register/index.ts';
import { Journal, sha256, writeAtomic } from '../store/index.ts';
import { decisionKinds } from '../table/index.ts';
import { caseFiles, overCases } from './case-files.ts';
import { located, numberPlace, readUnit, type CaseUnit } from './case-unit.ts';
import { caseUnits } from './case-units.ts';
import { FindingLog } from './finding-log.ts';
import { keyOf, Ledger, type RenderedDocument } from './manifest.ts';
import { nameOf } from './produce.ts';
import { situationOf, Surroundings } from './situation.ts';
import { documentStanding, stands } from './standing.ts';
import { tableContext, type TableContext } from './table-context.ts';
import { loadWords } from './words.ts';

export interface RegisterRequest {
  readonly root: string;
  readonly cases: readonly string[];
  readonly map?: string;
  readonly out: string;
  /** The folder into which the documents were printed. */
  readonly documents: string;
  /** Documents of these kinds; those of decisions and refusals of acceptance if absent. */
  readonly kinds?: readonly DocumentKind[];
  /** Days `2014-06-24`, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly language: Language;
  /** Specimens, which nobody was given, are listed and marked. */
  readonly specimens?: boolean;
  /** ИИН in full. */
  readonly fullIds?: boolean;
}

export interface RegisterResult {
  readonly lines: number;
  readonly apart: number;
  readonly findings: readonly Diagnostic[];
  /** The file, where it could be written. */
  readonly file?: string;
}

/** What is handed out: what a decision gives, and refusals of acceptance; no receipts, consents and marks. */
const issuedKinds: readonly DocumentKind[] = [...decisionKinds, 'refusal-of-acceptance'];

const dataOf = (model: DocumentModel): string => sha256(canonicalJson(model));

/** Whether a document was printed from these data. The words about its signature came to them later. */
const isMadeOf = ({ data, signature }: RenderedDocument, model: DocumentModel): boolean =>
  (signature?.unsigned.data ?? data) === dataOf(model);

/** Gathers the documents of cases, and compares them with those that were printed. */
class Gathering {
  readonly log = new FindingLog();
  readonly lines: RegisterLine[] = [];
  readonly apart: ApartLine[] = [];
  readonly isCompared: boolean;
  private readonly request: RegisterRequest;
  private readonly wording: Wording;
  private readonly surroundings: Surroundings;
  private readonly ledger: Ledger;
  private readonly kinds: readonly DocumentKind[];
  private readonly seen = new Map<string, ReturnType<typeof numberPlace>>();
  private readonly met = new Set<string>();
  private readonly numbers = new Map<string, string>();
  private hasSpecimens = false;

  constructor(request: RegisterRequest, wording: Wording) {
    this.request = request;
    this.wording = wording;
    this.surroundings = new Surroundings(request.root);
    this.ledger = new Ledger(request.documents, new Journal(request.documents, 'manifest').entries);
    this.isCompared = this.ledger.documents.length > 0;
    this.kinds = request.kinds ?? issuedKinds;
    this.log.add(this.surroundings.findings.filter(isError));
  }

  take(unit: CaseUnit): void {
    const settle = (finding: Diagnostic): Diagnostic => located(finding, unit);
    const read = readUnit(unit);
    const situation = read.ok ? situationOf(read.value, this.surroundings) : read;
    const errors = (findings: readonly Diagnostic[]): void => this.log.add(findings.filter(isError), settle);
    errors(situation.findings);
    if (!read.ok || !situation.ok) return;
    const key = keyOf(read.value.value.case);
    const first = this.seen.get(key);
    if (first) {
      const args = { name: `${read.value.value.case}-….pdf` };
      return this.log.add([diagnostic('output-doubled', args, numberPlace(unit), { related: [first] })]);
    }
    this.seen.set(key, numberPlace(unit));
    const plan = planDocuments(situation.value);
    errors(plan.findings);
    for (const planned of plan.documents) this.takeDocument(planned, read.value, unit);
  }

  private isAsked(kind: DocumentKind, issued: string): boolean {
    const { from, to } = this.request;
    return this.kinds.includes(kind) && (from === undefined || issued >= from) && (to === undefined || issued <= to);
  }

  private takeDocument(planned: PlannedDocument, loaded: LoadedCase, unit: CaseUnit): void {
    const { model } = planned;
    const file = nameOf(planned);
    this.met.add(file.toLowerCase());
    if (!this.isAsked(model.kind, model.issued)) return;
    const record = this.ledger.get(model.case)?.documents.find((one) => one.file === file);
    const asSpecimen = { ...model, specimen: true };
    // `render --specimen` makes specimens of cases that are none.
    const own = record && isMadeOf(record, asSpecimen) ? asSpecimen : model;
    const reason = this.reasonFor(record, own);
    if (reason) return this.setApart(reason, { ...model, file });
    this.lines.push(lineOf(own, loaded.value, record ?? { data: dataOf(own) }, this.wording));
    this.hasSpecimens ||= own.specimen;
    this.compareNumber(model, unit, file);
  }

  private reasonFor(record: RenderedDocument | undefined, model: DocumentModel): Reason | undefined {
    if (model.specimen && this.request.specimens !== true) return 'specimen';
    if (!this.isCompared) return undefined;
    if (!record) return 'unprinted';
    if (!isMadeOf(record, model)) return 'differs';
    const standing = documentStanding(this.request.documents, record);
    return stands(standing) ? undefined : standing;
  }

  private setApart(
    reason: Reason,
    {
      number,
      issued,
      kind,
      case: of,
      file,
    }: { number: string | null; issued: string; kind: DocumentKind; case: string; file: string },
  ): void {
    const { words, language } = this.wording;
    this.apart.push({
      reason,
      number: number ?? '',
      issued,
      kind: words.say(`kind:${kind}`, language),
      case: of,
      file,
    });
  }

  /** Two documents of a kind with one number: one of them is wrong. Appendices are counted anew in every licence. */
  private compareNumber(model: DocumentModel, unit: CaseUnit, file: string): void {
    const { kind, number } = model;
    if (number === null) return;
    const key = JSON.stringify([kind, number, licenceOf(model)]);
    const other = this.numbers.get(key);
    if (other === undefined) this.numbers.set(key, file);
    else this.log.add([diagnostic('register-number-doubled', { number, file, other }, numberPlace(unit))]);
  }

  /** Printed documents of which none of the cases tells. */
  private caseless(): void {
    for (const one of this.ledger.documents)
      if (!this.met.has(one.file.toLowerCase()) && this.isAsked(one.kind, one.issued)) this.setApart('caseless', one);
  }

  finish(): Register {
    if (this.isCompared) this.caseless();
    const { apart, lines, isCompared, hasSpecimens, request } = this;
    const { from, to, fullIds, documents } = request;
    const reasons = new Map<Reason, number>();
    for (const { reason } of apart) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    for (const [reason, count] of reasons)
      this.log.add([diagnostic(`register-${reason}`, { count, folder: documents })]);
    if (!isCompared) this.log.add([diagnostic('register-uncompared', { folder: documents }, { file: documents })]);
    const byDay = (one: RegisterLine, other: RegisterLine): number =>
      one.issued.localeCompare(other.issued, 'en') || one.number.localeCompare(other.number, 'en', { numeric: true });
    return {
      lines: lines.sort(byDay),
      apart,
      isCompared,
      hasSpecimens,
      isMasked: fullIds !== true,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  }
}

/**
 * The register of issued documents as a workbook.
 *
 *   files -> cases -> planned documents -> lines, compared with the manifest of the printed ones -> XLSX
 *
 * A document stands in it only if its file stands as it was printed from the data as they are now; every other one is told, and
 * listed apart. Where nothing was printed the cases alone are listed, and that is told as well.
 */
export async function register(request: RegisterRequest): Promise<RegisterResult> {
  const { root, cases, map, out, documents, language, fullIds = false } = request;
  const words = loadWords(root, 'register');
  if (!words.ok) return { lines: 0, apart: 0, findings: words.findings };
  const { files, findings } = caseFiles(cases, documents);
  const fault = overCases(files, out, '--out');
  if (fault) return { lines: 0, apart: 0, findings: [fault] };
  const gathering = new Gathering(request, { language, words: words.value, fullIds });
  gathering.log.add(findings);
  const tables = (): Outcome<TableContext> => tableContext(root, map);
  for await (const reading of caseUnits(files, tables)) {
    if (reading.kind === 'fault') gathering.log.add(reading.findings);
    if (reading.kind === 'case') gathering.take(reading.unit);
  }
  const model = gathering.finish();
  const { registerWorkbook } = await import('../workbook/register.ts');
  const written = writeAtomic(out, await registerWorkbook(model, (key, args) => words.value.say(key, language, args)));
  gathering.log.add(written.findings);
  const result = { lines: model.lines.length, apart: model.apart.length, findings: gathering.log.list() };
  return written.ok ? { ...result, file: out } : result;
}
