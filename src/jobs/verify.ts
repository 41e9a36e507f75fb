import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { canonicalJson, sealOf } from '../document/index.ts';
import { qrModules } from '../layout/index.ts';
import { documentModels, type DocumentModel } from '../model/document.ts';
import { DocumentKind } from '../model/index.ts';
import type { ReadPdf } from '../pdf/finished.ts';
import { readCertificates, type Certificate } from '../sign/index.ts';
import { readBytes, sha256 } from '../store/index.ts';
import { issueFaults, readIssued, type Issued } from './issued.ts';
import { modelName, setDocument } from './set-document.ts';
import { loadTemplates, type LoadedTemplates } from './templates.ts';
import { verifySignatures, type SignatureRules, type VerifiedSignature } from './verify-signature.ts';

/** A document whose data, hash, QR code and pages agree. */
export interface VerifiedDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly number: string;
  /** None where it is not signed. */
  readonly signatures: readonly VerifiedSignature[];
  /** It was held against a manifest, and stands there as it is. */
  readonly isListed: boolean;
}

/** What documents are held against besides themselves. */
export interface VerifyOptions {
  /** A file with certificates that are trusted: those of signers have to lead to one of them. */
  readonly trusted?: string;
  /** The manifest that says what was issued. */
  readonly manifest?: string;
  /** ISO 8601: the certificate of a signature that says no time is held to this one. */
  readonly now?: string;
}

interface Standards {
  readonly templates: LoadedTemplates['templates'];
  readonly rules: SignatureRules;
  readonly issued: Issued | undefined;
}

function modelIn(file: string, pdf: ReadPdf): Outcome<{ model: DocumentModel; json: string }> {
  const attached = pdf.attachments.get(modelName);
  if (!attached) return failure([diagnostic('pdf-foreign', { file }, { file })]);
  const json = new TextDecoder().decode(attached);
  const broken = failure([diagnostic('pdf-data-broken', { file }, { file })]);
  try {
    const data: unknown = JSON.parse(json);
    const kind = DocumentKind.safeParse(
      typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined,
    );
    const model = kind.success ? documentModels.get(kind.data)?.safeParse(data) : undefined;
    return model?.success && canonicalJson(data) === json ? success({ model: model.data, json }) : broken;
  } catch {
    return broken;
  }
}

/** The rectangles of a code as the writer of pages puts them down. */
function isPrinted(text: string, pages: readonly string[]): boolean {
  const { dark } = qrModules(text);
  const rectangles: string[] = [];
  for (let index = 0; index + 3 < dark.length; index += 4)
    rectangles.push(`${dark.slice(index, index + 4).join(' ')} re`);
  return pages.some((operators) => operators.includes(rectangles.join(' ')));
}

async function verifyFile(file: string, { templates, rules, issued }: Standards): Promise<Outcome<VerifiedDocument>> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const { readPdf } = await import('../pdf/finished.ts');
  const pdf = await readPdf(bytes.value);
  if (!pdf) return failure([diagnostic('pdf-foreign', { file }, { file })]);
  const found = modelIn(file, pdf);
  if (!found.ok) return found;
  const { model, json } = found.value;
  const template = templates.get(model.kind);
  const findings: Diagnostic[] = [];
  const asksForCode = template?.fields.some((path) => path.join('.') === 'seal.qr') ?? true;
  if (asksForCode && !isPrinted(sealOf(model, sha256(json)).qr, pdf.pages))
    findings.push(diagnostic('pdf-code-differs', { file }, { file }));
  // Pages can be compared only with those of the same template and the same program.
  if (!template || template.form !== model.form) findings.push(diagnostic('pdf-form-changed', { file }, { file }));
  else {
    const again = await setDocument(model, template);
    const pages = again.ok ? (await readPdf(again.value.bytes))?.pages : undefined;
    if (!pages || pages.length !== pdf.pages.length || pages.some((page, index) => page !== pdf.pages[index])) {
      findings.push(diagnostic('pdf-pages-differ', { file }, { file }));
    }
  }
  const signatures = verifySignatures(file, bytes.value, pdf, model, rules);
  findings.push(...signatures.findings, ...(issued ? issueFaults(file, bytes.value, issued) : []));
  if (!signatures.ok) return failure(findings);
  const number = model.number ?? model.case;
  const value = { file, kind: model.kind, number, signatures: signatures.value, isListed: issued !== undefined };
  return findings.some(({ severity }) => severity === 'error') ? failure(findings) : success(value, findings);
}

/** Certificates and manifest are read before any document: a document is not judged by half of what was asked. */
function standardsOf({ trusted, manifest, now }: VerifyOptions): Outcome<Omit<Standards, 'templates'>> {
  const bytes = trusted === undefined ? undefined : readBytes(trusted);
  if (bytes?.ok === false) return bytes;
  const certificates = bytes && readCertificates(trusted ?? '', bytes.value);
  if (certificates?.ok === false) return certificates;
  const issued = manifest === undefined ? undefined : readIssued(manifest);
  if (issued?.ok === false) return issued;
  const known: readonly Certificate[] = certificates?.value ?? [];
  return success({ rules: { trusted: known, ...(now === undefined ? {} : { now }) }, issued: issued?.value });
}

/**
 * Whether printed documents are what they say: the model inside is whole, the QR code on the page carries its hash, setting
 * the model again gives the same pages, and a signature is one of this document. Whoever made an unsigned file is not proved.
 */
export async function verify(
  root: string,
  files: readonly string[],
  options: VerifyOptions = {},
): Promise<{ verified: VerifiedDocument[]; findings: readonly Diagnostic[] }> {
  const standards = standardsOf(options);
  if (!standards.ok) return { verified: [], findings: standards.findings };
  const templates = loadTemplates(root);
  const findings: Diagnostic[] = [...templates.findings];
  const verified: VerifiedDocument[] = [];
  for (const file of files) {
    const found = await verifyFile(file, { ...standards.value, templates: templates.templates });
    findings.push(...found.findings);
    if (found.ok) verified.push(found.value);
  }
  return { verified, findings };
}
