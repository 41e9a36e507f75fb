import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { digestVerdict, readSignature } from '../sign/index.ts';
import { readBytes } from '../store/index.ts';
import type { RenderedDocument } from './manifest.ts';
import type { SignedDocument } from './signed-document.ts';
import type { Standing } from './standing.ts';
import type { RenderOptions } from './workshop.ts';

/** A document that is made anew, and how it stood before. */
export interface Remade {
  readonly file: string;
  readonly former: RenderedDocument | undefined;
  readonly standing: Standing;
  readonly made: SignedDocument;
}

/** A signature that another program put beside a document, and that is none of the document as it is made now. */
function besideFault(out: string, { file, former, made }: Remade): Diagnostic[] {
  const beside = join(out, `${file}.cms`);
  // One of ours that is left over is told with the documents that are.
  if (made.beside || former?.signature?.detached || !existsSync(beside)) return [];
  const bytes = readBytes(beside);
  const found = bytes.ok ? readSignature(bytes.value) : undefined;
  if (found && digestVerdict(found, made.bytes) !== 'wrong') return [];
  return [diagnostic('signature-beside-other', { file: beside }, { file: beside })];
}

/** What becomes of the signatures of a document that is made anew: they were of the former one. */
export function signatureLosses({ out, signing }: RenderOptions, remade: Remade): Diagnostic[] {
  if (signing?.isTrial === true) return [];
  const { file, former, standing, made } = remade;
  const wasSigned = former?.signature !== undefined || standing === 'longer';
  const dropped = wasSigned && !made.signature ? [diagnostic('signature-dropped', { file })] : [];
  return [...dropped, ...besideFault(out, remade)];
}
