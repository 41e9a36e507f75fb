import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { canonicalJson, sealOf } from '../document/index.ts';
import { qrModules } from '../layout/index.ts';
import { documentModels, type DocumentModel } from '../model/document.ts';
import { DocumentKind } from '../model/index.ts';
import { readPdf, type ReadPdf } from '../pdf/index.ts';
import { readBytes, sha256 } from '../store/index.ts';
import { modelName, setDocument } from './set-document.ts';
import { loadTemplates, type LoadedTemplates } from './templates.ts';

/** A document whose data, hash, QR code and pages agree. */
export interface VerifiedDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly number: string;
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

async function verifyFile(file: string, { templates }: LoadedTemplates): Promise<Outcome<VerifiedDocument>> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const pdf = await readPdf(bytes.value);
  if (!pdf) return failure([diagnostic('pdf-foreign', { file }, { file })]);
  const found = modelIn(file, pdf);
  if (!found.ok) return found;
  const { model, json } = found.value;
  const template = templates.get(model.kind);
  const findings: Diagnostic[] = [];
  const asksForCode = template?.fields.some(({ path }) => path.join('.') === 'seal.qr') ?? true;
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
  const value = { file, kind: model.kind, number: model.number ?? model.case };
  return findings.some(({ severity }) => severity === 'error') ? failure(findings) : success(value, findings);
}

/**
 * Whether printed documents are what they say: the model inside is whole, the QR code on the page carries its hash, and
 * setting the model again gives the same pages. Whoever made the file is not proved by this: that takes a signature.
 */
export async function verify(
  root: string,
  files: readonly string[],
): Promise<{ verified: VerifiedDocument[]; findings: Diagnostic[] }> {
  const templates = loadTemplates(root);
  const findings: Diagnostic[] = [...templates.findings];
  const verified: VerifiedDocument[] = [];
  for (const file of files) {
    const found = await verifyFile(file, templates);
    findings.push(...found.findings);
    if (found.ok) verified.push(found.value);
  }
  return { verified, findings };
}
