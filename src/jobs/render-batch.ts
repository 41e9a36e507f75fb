import { basename, join } from 'node:path';
import { diagnostic, hasErrors, nearest, type Diagnostic, type Place, type Pointer } from '../diagnostics/index.ts';
import { planDocuments, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import type { DocumentKind, LoadedRegulation } from '../model/index.ts';
import { sha256, writeAtomic } from '../store/index.ts';
import { loadCases, type CaseFile } from './cases.ts';
import { loadLaw, type LoadedLaw } from './law.ts';
import { addressesIn, loadLibrary } from './regulations.ts';
import { setDocument } from './set-document.ts';
import { loadTemplates, type LoadedTemplates } from './templates.ts';

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
  /** Told after each document: how many are done. */
  readonly onProgress?: (done: number) => void;
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

export interface RenderResult {
  readonly documents: readonly RenderedDocument[];
  readonly findings: readonly Diagnostic[];
  /** How many cases were read, and how many of them had an error. */
  readonly cases: number;
  readonly failed: number;
}

interface Surroundings {
  readonly request: RenderRequest;
  readonly law: LoadedLaw;
  readonly templates: LoadedTemplates;
  readonly regulations: ReadonlyMap<string, LoadedRegulation>;
  readonly known: readonly string[];
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

async function renderCase(
  loaded: LoadedCase,
  { request, law, templates, regulations, known }: Surroundings,
): Promise<{ documents: RenderedDocument[]; findings: Diagnostic[] }> {
  const { service } = loaded.value;
  const regulation = regulations.get(service);
  if (!regulation) {
    // A known service without a regulation here was read and found broken; its own findings say why.
    if (known.includes(service)) return { documents: [], findings: [] };
    const near = nearest(service, known).join(', ');
    return {
      documents: [],
      findings: [
        diagnostic(
          'service-unknown',
          { name: service, near },
          { file: loaded.file, pointer: [...loaded.pointer, 'service'] },
        ),
      ],
    };
  }
  const value = request.specimen ? { ...loaded.value, specimen: true } : loaded.value;
  const situation = {
    case: { ...loaded, value },
    regulation,
    law: law.law,
    calendar: law.calendar,
    templates: templates.templates,
  };
  const { documents: planned, findings } = planDocuments(situation, request.kinds);
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
  return { documents, findings };
}

/** Cases of one number would write over each other's documents. */
function doubled(files: readonly CaseFile[]): { cases: LoadedCase[]; findings: Diagnostic[] } {
  const seen = new Map<string, LoadedCase>();
  const findings: Diagnostic[] = [];
  for (const loaded of files.flatMap(({ cases }) => cases)) {
    // File systems may not tell case apart.
    const key = loaded.value.case.toLowerCase();
    const first = seen.get(key);
    const at = { file: loaded.file, pointer: [...loaded.pointer, 'case'] };
    if (first)
      findings.push(
        diagnostic('output-doubled', { name: `${loaded.value.case}-….pdf` }, at, {
          related: [{ file: first.file, pointer: [...first.pointer, 'case'] }],
        }),
      );
    else seen.set(key, loaded);
  }
  return { cases: [...seen.values()], findings };
}

/** What is said of a template or a law is said once a run, at the first case that showed it. */
function once(findings: readonly Diagnostic[]): Diagnostic[] {
  const general: readonly string[] = ['template-practice', 'law-unverified', 'calendar-unverified', 'document-ours'];
  const seen = new Set<string>();
  return findings.filter(({ code, args }) => {
    const key = `${code} ${JSON.stringify(args)}`;
    if (!general.includes(code)) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** What the manifest says: inputs and outputs in the order of the input, no clock times, no paths outside the folder. */
function manifestOf(
  files: readonly CaseFile[],
  documents: readonly RenderedDocument[],
  failed: readonly string[],
): string {
  const inputs = files.map(({ file, sha256: hash }) => ({ file: basename(file), sha256: hash }));
  return `${JSON.stringify({ format: 1, inputs, documents, failed }, null, 2)}\n`;
}

/**
 * Prints the documents of cases: read everything once, then case by case. Any error in a document means that document
 * does not come out, and the others do. The manifest is written last.
 */
export async function renderBatch(request: RenderRequest): Promise<RenderResult> {
  const read = loadCases(request.cases);
  const { cases, findings: doubles } = doubled(read.files);
  const law = loadLaw(request.root);
  const templates = loadTemplates(request.root);
  const known = addressesIn(request.root);
  const wanted = known.filter((address) => cases.some(({ value }) => value.service === address));
  const { library, findings: lost } = loadLibrary(request.root, wanted);
  const regulations = new Map(library.regulations.map((entry) => [entry.address, entry]));
  const findings: Diagnostic[] = [...read.findings, ...doubles, ...law.findings, ...templates.findings, ...lost];
  const documents: RenderedDocument[] = [];
  const failed: string[] = [];
  const total = read.files.reduce((sum, file) => sum + file.cases.length, read.broken);
  for (const loaded of cases) {
    const made = await renderCase(loaded, { request, law, templates, regulations, known });
    documents.push(...made.documents);
    findings.push(...made.findings);
    if (hasErrors(made.findings)) failed.push(loaded.value.case);
    request.onProgress?.(documents.length);
  }
  const manifest = writeAtomic(join(request.out, 'manifest.json'), manifestOf(read.files, documents, failed));
  findings.push(...manifest.findings);
  return {
    documents,
    findings: once(findings),
    cases: total,
    failed: total - cases.length + failed.length,
  };
}
