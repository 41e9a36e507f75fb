import { join } from 'node:path';
import { diagnostic, hasErrors, type Diagnostic, type Place, type Pointer } from '../diagnostics/index.ts';
import { planDocuments, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import type { DocumentKind } from '../model/index.ts';
import { sha256, writeAtomic } from '../store/index.ts';
import { setDocument } from './set-document.ts';
import { situationOf, type Surroundings } from './situation.ts';

export interface RenderRequest {
  readonly root: string;
  /** Case files, or folders of them. */
  readonly cases: readonly string[];
  readonly out: string;
  readonly kinds?: readonly DocumentKind[];
  /** Every document is a specimen, whatever its case says. */
  readonly specimen?: boolean;
  /** Nothing is printed that rests on practice, on unverified law or on our own unreviewed words. */
  readonly strict?: boolean;
}

/** A document that came out. */
export interface RenderedDocument {
  readonly file: string;
  readonly case: string;
  readonly kind: DocumentKind;
  readonly language: 'kk' | 'ru' | 'both';
  readonly number: string | null;
  readonly issued: string;
  readonly sha256: string;
  /** SHA-256 of the model in canonical JSON: what the QR code carries. */
  readonly data: string;
  readonly pages: number;
  readonly status: 'verified' | 'practice';
  /** Wordings that are ours and unreviewed. */
  readonly ours: number;
}

/** What came of one case. */
export interface CaseResult {
  readonly documents: readonly RenderedDocument[];
  readonly findings: readonly Diagnostic[];
  readonly failed: boolean;
}

/** Where in the data a letter stands that the font lacks: layout knows only the printed text. */
function placeOfLetter(character: string, data: unknown, pointer: Pointer): Pointer | undefined {
  if (typeof data === 'string') return data.includes(character) ? pointer : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const found = placeOfLetter(character, value, [...pointer, Array.isArray(data) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** Findings of the layout belong to the document of a case; a missing letter is shown where the case has it. */
function located(finding: Diagnostic, { file, pointer, value }: LoadedCase): Diagnostic {
  // A fault of a template says for which case it showed.
  if (finding.at) return { ...finding, related: [...(finding.related ?? []), { file, pointer }] };
  const character = finding.code === 'letter-missing' ? String(finding.args['character']) : undefined;
  const place: Place = { file, pointer: (character && placeOfLetter(character, value, pointer)) || pointer };
  return { ...finding, at: place };
}

/** Why a document may not be printed under `--strict`; empty if it may. */
const doubts = ({ findings }: PlannedDocument): string[] => [
  ...new Set(
    findings
      .filter(({ code }) =>
        ['template-practice', 'law-unverified', 'calendar-unverified', 'document-ours'].includes(code),
      )
      .map(({ code }) => code),
  ),
];

async function produce(
  planned: PlannedDocument,
  loaded: LoadedCase,
  request: RenderRequest,
): Promise<{ document?: RenderedDocument; findings: readonly Diagnostic[] }> {
  const { model, template, kind, n } = planned;
  const set = await setDocument(model, template);
  const findings = set.findings.map((finding) => located(finding, loaded));
  if (!set.ok) return { findings };
  const { bytes, pages, seal } = set.value;
  const file = `${model.case}-${kind}${n === undefined ? '' : `-${n}`}.pdf`;
  const written = writeAtomic(join(request.out, file), bytes);
  if (!written.ok) return { findings: [...findings, ...written.findings] };
  const { number, issued, language } = model;
  const { status } = template.texts;
  const document = {
    file,
    case: model.case,
    kind,
    language,
    number,
    issued,
    sha256: sha256(bytes),
    data: seal.hash,
    pages,
    status,
    ours: planned.ours,
  };
  return { findings, document };
}

/** Prints the documents of one case. Any error in a document means that it does not come out, and the others do. */
export async function renderCase(
  loaded: LoadedCase,
  request: RenderRequest,
  surroundings: Surroundings,
): Promise<CaseResult> {
  const value = request.specimen ? { ...loaded.value, specimen: true } : loaded.value;
  const situation = situationOf({ ...loaded, value }, surroundings);
  if (!situation.ok) return { documents: [], findings: situation.findings, failed: true };
  const { documents: planned, findings } = planDocuments(situation.value, request.kinds);
  const documents: RenderedDocument[] = [];
  for (const one of planned) {
    findings.push(...one.findings);
    const reasons = request.strict ? doubts(one) : [];
    if (reasons.length > 0) {
      findings.push(
        diagnostic(
          'strict-unreviewed',
          { kind: one.kind, reasons: reasons.join(', ') },
          { file: loaded.file, pointer: loaded.pointer },
        ),
      );
      continue;
    }
    const made = await produce(one, loaded, request);
    findings.push(...made.findings);
    if (made.document) documents.push(made.document);
  }
  return { documents, findings, failed: hasErrors(findings) };
}
