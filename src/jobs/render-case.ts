import { diagnostic, hasErrors, isError, type Diagnostic, type Place, type Pointer } from '../diagnostics/index.ts';
import { canonicalJson, planDocuments, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import type { DocumentKind } from '../model/index.ts';
import { sha256 } from '../store/index.ts';
import { Basis } from './basis.ts';
import { readUnit, type CaseUnit } from './case-unit.ts';
import type { CaseRecord, Ledger, RenderedDocument } from './manifest.ts';
import { makeDocument, signatureReason } from './signed-document.ts';
import { signedAs, type Signing } from './signing.ts';
import { situationOf, Surroundings } from './situation.ts';
import { documentStanding, stands, type Standing } from './standing.ts';

/** How the documents of a run are to be; can be sent to another thread. */
export interface RenderOptions {
  readonly root: string;
  readonly out: string;
  readonly kinds?: readonly DocumentKind[];
  /** Every document is a specimen, whatever its case says. */
  readonly specimen?: boolean;
  /** Nothing is printed that rests on practice, on unverified law or on our own unreviewed words. */
  readonly strict?: boolean;
  /** Documents are signed, those excepted that people sign by pen. */
  readonly signing?: Signing;
}

/** Everything that stands ready when a case comes; made once on each thread. */
export interface Workshop {
  readonly options: RenderOptions;
  readonly surroundings: Surroundings;
  readonly basis: Basis;
  /** What earlier runs made. */
  readonly ledger: Ledger;
}

export const openWorkshop = (options: RenderOptions, ledger: Ledger): Workshop => {
  const { root, kinds, specimen, strict, signing } = options;
  const basis = new Basis(root, { kinds, specimen, strict, signed: signing && signedAs(signing) });
  return { options, ledger, surroundings: new Surroundings(root), basis };
};

/**
 * Why a document is made: there was none, it is gone, it was altered by hand, its template or data changed, it is not signed yet,
 * or is signed by another or otherwise.
 */
export type Reason = 'new' | 'missing' | 'altered' | 'template' | 'data' | 'unsigned' | 'signer';

/** A document of a case: made now, with its bytes, or standing as an earlier run made it. */
export interface MadeDocument {
  readonly document: RenderedDocument;
  readonly reason: Reason | 'kept';
  readonly bytes?: Uint8Array;
  /** Its detached signature, written before it. */
  readonly beside?: { readonly file: string; readonly bytes: Uint8Array };
}

/** What came of one case. Nothing is written yet. */
export interface CaseResult {
  readonly record: CaseRecord;
  readonly made: readonly MadeDocument[];
  readonly findings: readonly Diagnostic[];
}

/** Where in the data some letters stand: layout and signing know only what is printed. */
function placeOfLetters(letters: string, data: unknown, pointer: Pointer): Pointer | undefined {
  if (typeof data === 'string') return data.includes(letters) ? pointer : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const found = placeOfLetters(letters, value, [...pointer, Array.isArray(data) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** Findings about these letters are shown where the case has them. */
const lettersOf = ({ code, args }: Diagnostic): string =>
  String((code === 'letter-missing' ? args['character'] : code === 'signer-differs' ? args['officer'] : '') ?? '');

/** Findings of layout and signing belong to the document of a case. */
function located(finding: Diagnostic, { file, pointer, value }: LoadedCase): Diagnostic {
  // A fault of a template says for which case it showed.
  if (finding.at) return { ...finding, related: [...(finding.related ?? []), { file, pointer }] };
  const letters = lettersOf(finding);
  const place: Place = { file, pointer: (letters && placeOfLetters(letters, value, pointer)) || pointer };
  return { ...finding, at: place };
}

const doubtful = ['template-practice', 'law-unverified', 'calendar-unverified', 'document-ours'];

/** Why a document may not be printed under `--strict`; empty if it may. */
const doubts = ({ findings }: PlannedDocument): string[] => [
  ...new Set(findings.filter(({ code }) => doubtful.includes(code)).map(({ code }) => code)),
];

const nameOf = ({ model, kind, n }: PlannedDocument): string =>
  `${model.case}-${kind}${n === undefined ? '' : `-${n}`}.pdf`;

/** Why a planned document has to be made; `kept` where the one that stands is the same. */
function reasonFor(
  former: RenderedDocument | undefined,
  standing: Standing,
  { model, template }: PlannedDocument,
  { signing }: RenderOptions,
): Reason | 'kept' {
  if (!former) return 'new';
  if (!stands(standing)) return standing;
  // The words about its signature are none of its data: a second run would say another time.
  const data = former.signature?.unsigned.data ?? former.data;
  if (data !== sha256(canonicalJson(model))) return former.form === template.form ? 'data' : 'template';
  // One that was signed elsewhere is signed.
  return (standing === 'same' ? signatureReason(former.signature, template, signing) : undefined) ?? 'kept';
}

async function produce(
  planned: PlannedDocument,
  loaded: LoadedCase,
  { options, ledger }: Workshop,
): Promise<{ made?: MadeDocument; findings: readonly Diagnostic[] }> {
  const { model, template, kind } = planned;
  const file = nameOf(planned);
  const former = ledger.get(model.case)?.documents.find((one) => one.file === file);
  const standing = former ? documentStanding(options.out, former) : 'missing';
  const reason = reasonFor(former, standing, planned, options);
  if (former && reason === 'kept') return { made: { document: former, reason }, findings: [] };
  const set = await makeDocument(model, template, file, options);
  const findings = set.findings.map((finding) => located(finding, loaded));
  if (!set.ok) return { findings };
  const { bytes, pages, seal, signature, beside } = set.value;
  const { number, issued, language } = model;
  const document: RenderedDocument = {
    file,
    case: model.case,
    kind,
    language,
    number,
    issued,
    sha256: sha256(bytes),
    bytes: bytes.length,
    data: seal.hash,
    form: template.form,
    pages,
    status: template.texts.status,
    ours: planned.ours + (signature ? template.oursOfSignature : 0),
    ...(signature ? { signature } : {}),
  };
  return { made: { document, reason, bytes, ...(beside ? { beside } : {}) }, findings };
}

/** The place of a finding in its case, for the manifest: `events.decided.at`. */
const pathOf = (at: Place | undefined, { file, pointer }: LoadedCase): string | undefined =>
  at?.file === file && at.pointer && at.pointer.length > pointer.length
    ? at.pointer.slice(pointer.length).join('.')
    : undefined;

/** The record of a case of which nothing came. */
export const recordOf = (
  { input, place }: Pick<CaseUnit, 'input' | 'place'>,
  hash: string | null = null,
): CaseRecord => ({
  case: null,
  service: null,
  input,
  place,
  sha256: hash,
  basis: null,
  documents: [],
  errors: [],
  warnings: [],
});

/** The same findings as the manifest keeps them. */
export function faultsOf(
  findings: readonly Diagnostic[],
  loaded?: LoadedCase,
): Pick<CaseRecord, 'errors' | 'warnings'> {
  const errors = findings.filter(isError).map(({ code, at }) => {
    const path = loaded && pathOf(at, loaded);
    return path === undefined ? { code } : { code, at: path };
  });
  return {
    errors,
    warnings: [...new Set(findings.filter((one) => one.severity === 'warning').map(({ code }) => code))],
  };
}

/** A case that is letter by letter as it was, under the same law and templates, and whose documents all stand. */
function untouched(unit: CaseUnit, { options, basis, ledger }: Workshop): CaseResult | undefined {
  const former = ledger.withContent(unit.sha256);
  if (!former || former.service === null || former.errors.length > 0) return undefined;
  if (former.basis !== basis.of(former.service)) return undefined;
  const isGone = former.documents.some((one) => !stands(documentStanding(options.out, one)));
  if (isGone) return undefined;
  const record = { ...former, input: unit.input, place: unit.place };
  return { record, made: former.documents.map((document) => ({ document, reason: 'kept' })), findings: [] };
}

/** Documents in the order in which the former run had them; new ones behind. */
function inFormerOrder(made: readonly MadeDocument[], former: CaseRecord | undefined): MadeDocument[] {
  const place = new Map((former?.documents ?? []).map(({ file }, index) => [file, index]));
  const placeOf = ({ document }: MadeDocument): number => place.get(document.file) ?? place.size;
  return [...made].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Documents of kinds that this run was not asked for stand as they are. */
const aside = (number: string, { options, ledger }: Workshop): MadeDocument[] =>
  options.kinds
    ? (ledger.get(number)?.documents ?? [])
        .filter(({ kind }) => !options.kinds?.includes(kind))
        .map((document) => ({ document, reason: 'kept' }))
    : [];

/**
 * unit -> case -> situation -> planned documents -> bytes of those that have to be made
 *
 * Any error in a document means that it does not come out, and the others do.
 */
export async function renderUnit(unit: CaseUnit, workshop: Workshop): Promise<CaseResult> {
  const unchanged = untouched(unit, workshop);
  if (unchanged) return unchanged;
  const read = readUnit(unit);
  if (!read.ok) {
    const record = { ...recordOf(unit, unit.sha256), case: read.number, ...faultsOf(read.findings) };
    return { record, made: [], findings: read.findings };
  }
  const { options, surroundings, basis } = workshop;
  const loaded = options.specimen ? { ...read.value, value: { ...read.value.value, specimen: true } } : read.value;
  const { case: number, service } = loaded.value;
  const situation = situationOf(loaded, surroundings);
  const findings: Diagnostic[] = [...read.findings, ...situation.findings];
  const made: MadeDocument[] = [];
  if (situation.ok) {
    const plan = planDocuments(situation.value, options.kinds);
    findings.push(...plan.findings);
    const isSound = !hasErrors(plan.findings.filter(({ code }) => code !== 'kind-absent'));
    if (isSound) made.push(...aside(number, workshop));
    for (const planned of plan.documents) {
      findings.push(...planned.findings);
      const reasons = options.strict ? doubts(planned) : [];
      if (reasons.length > 0) {
        const at = { file: loaded.file, pointer: loaded.pointer };
        findings.push(diagnostic('strict-unreviewed', { kind: planned.kind, reasons: reasons.join(', ') }, at));
        continue;
      }
      const product = await produce(planned, loaded, workshop);
      findings.push(...product.findings);
      if (product.made) made.push(product.made);
    }
  }
  const ordered = options.kinds ? inFormerOrder(made, workshop.ledger.get(number)) : made;
  const record: CaseRecord = {
    ...recordOf(unit, unit.sha256),
    case: number,
    service,
    basis: situation.ok ? basis.of(service) : null,
    documents: ordered.map(({ document }) => document),
    ...faultsOf(findings, loaded),
  };
  return { record, made: ordered, findings };
}

/** As `renderUnit`; a case on which the program fails is told, and costs no other. */
export async function renderSafely(unit: CaseUnit, workshop: Workshop): Promise<CaseResult> {
  try {
    return await renderUnit(unit, workshop);
  } catch (error) {
    if (process.env['REGLAMENT_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return crashed(unit, error instanceof Error ? error.message : String(error));
  }
}

/** The result of a case on which the program, or its thread, failed. */
export function crashed(unit: CaseUnit, reason: string): CaseResult {
  const findings = [diagnostic('case-crashed', { reason }, { file: unit.file })];
  return { record: { ...recordOf(unit, unit.sha256), ...faultsOf(findings) }, made: [], findings };
}
