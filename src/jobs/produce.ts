import type { Diagnostic, Pointer } from '../diagnostics/index.ts';
import { canonicalJson, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import { sha256 } from '../store/index.ts';
import { signatureLosses } from './former-signature.ts';
import type { RenderedDocument } from './manifest.ts';
import { makeDocument, signatureReason } from './signed-document.ts';
import { documentStanding, stands, type Standing } from './standing.ts';
import type { RenderOptions, Workshop } from './workshop.ts';

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

/** Where in the data some words stand: layout and signing know only what is printed. */
function placeOfWords(words: string, data: unknown, pointer: Pointer): Pointer | undefined {
  if (typeof data === 'string') return data.includes(words) ? pointer : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const found = placeOfWords(words, value, [...pointer, Array.isArray(data) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** The argument of a finding that stands in the case: a letter, a signer, else what was shown of the text. */
const told: Readonly<Record<string, string>> = {
  'letter-missing': 'character',
  'signer-differs': 'officer',
  'barcode-unfit': 'value',
};
const wordsOf = ({ code, args }: Diagnostic): string =>
  String(args[told[code] ?? 'text'] ?? '').replace(/[\s.,;:…]+$/u, '');

/** Findings of layout and signing belong to the document of a case; what could not be set is shown where the case has it. */
function located(finding: Diagnostic, { file, pointer, value }: LoadedCase): Diagnostic {
  // A fault of a template says for which case it showed.
  if (finding.at) return { ...finding, related: [...(finding.related ?? []), { file, pointer }] };
  const words = wordsOf(finding);
  return { ...finding, at: { file, pointer: (words && placeOfWords(words, value, pointer)) || pointer } };
}

/** What is said in both columns of a sheet, or on every page, is said once. */
function distinct(findings: readonly Diagnostic[]): Diagnostic[] {
  const byWords = new Map(
    findings.map((finding) => [JSON.stringify([finding.code, finding.args, finding.at]), finding]),
  );
  return [...byWords.values()];
}

/** The name of the file of a document. */
export const nameOf = ({ model, kind, n }: PlannedDocument): string =>
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

/** A planned document as it stands from before, or made. Any error means that it does not come out. */
export async function produce(
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
  if (!set.ok) return { findings: distinct(set.findings.map((finding) => located(finding, loaded))) };
  const lost = signatureLosses(options, { file, former, standing, made: set.value });
  const findings = distinct([...set.findings, ...lost].map((finding) => located(finding, loaded)));
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
    status: planned.status,
    ours: planned.ours + (signature ? template.oursOfSignature : 0),
    ...(signature ? { signature } : {}),
  };
  return { made: { document, reason, bytes, ...(beside ? { beside } : {}) }, findings };
}
