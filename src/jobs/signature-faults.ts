import { diagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { DocumentSignature } from '../model/document.ts';
import {
  digestVerdict,
  issuerOf,
  signatureVerdict,
  signerOf,
  weaknessOf,
  type Certificate,
  type FoundSignature,
} from '../sign/index.ts';

/** The document of which is spoken, and the file in which its signature was found. */
export interface Subject {
  readonly file: string;
  readonly at: Place;
}

/** What a signature lies over. */
interface Covered {
  readonly content: Uint8Array;
  readonly isWhole: boolean;
}

/** What is wrong with a signature by itself: what it covers, whether it was made by its key, whether that key may sign and proves anything. */
export function faultsOf({ file, at }: Subject, found: FoundSignature, { content, isWhole }: Covered): Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!isWhole) findings.push(diagnostic('signature-partial', { file }, at));
  const [digest, value] = [digestVerdict(found, content), signatureVerdict(found, content)];
  if (digest === 'wrong') findings.push(diagnostic('signature-bytes-differ', { file }, at));
  else if (value === 'wrong') findings.push(diagnostic('signature-key-differs', { file }, at));
  const usage = found.certificate?.usage;
  if (usage && !usage.signs && !usage.commits) findings.push(diagnostic('signature-not-for-signing', { file }, at));
  const weakness = weaknessOf(found);
  if (weakness !== undefined) return [...findings, diagnostic('signature-weak', { file, algorithm: weakness }, at)];
  const unknown = digest === 'unknown' ? found.digest : value === 'unknown' ? found.algorithm : undefined;
  if (unknown !== undefined) findings.push(diagnostic('signature-unknown', { file, algorithm: unknown }, at));
  return findings;
}

/** What the block on the page says against what the certificate and the signature say. */
export function blockFault(
  { file, at }: Subject,
  printed: DocumentSignature,
  found: Certificate,
  signed: string | undefined,
): Diagnostic[] {
  const said = [printed.signer, printed.organisation ?? '', printed.serial, printed.issuer, Date.parse(printed.signed)];
  const time = signed === undefined ? Date.parse(printed.signed) : Date.parse(signed);
  const read = [signerOf(found), found.subject.organisation ?? '', found.serial, issuerOf(found), time];
  if (JSON.stringify(said) === JSON.stringify(read)) return [];
  const shown = (one: readonly (string | number)[], time: string): string =>
    [...one.slice(0, 4).filter(Boolean), time].join(', ');
  const args = { file, printed: shown(said, printed.signed), found: shown(read, signed ?? printed.signed) };
  return [diagnostic('signature-block-differs', args, at)];
}
