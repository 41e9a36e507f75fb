import { existsSync } from 'node:fs';
import { diagnostic, failure, hasErrors, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { DocumentModel, DocumentSignature } from '../model/document.ts';
import type { ReadPdf } from '../pdf/index.ts';
import {
  digestVerdict,
  issuerOf,
  readSignature,
  readTimeStamp,
  signatureVerdict,
  signerOf,
  stampVerdict,
  trustOf,
  type Certificate,
  type FoundSignature,
} from '../sign/index.ts';
import { readBytes } from '../store/index.ts';

/** A signature in which nothing wrong was found, and what was found. */
export interface VerifiedSignature {
  readonly form: 'embedded' | 'detached';
  readonly signer: string;
  readonly serial: string;
  readonly issuer: string;
  /** The time that the signer claims; undefined where nothing says it. */
  readonly signed?: string;
  readonly stamp?: { readonly at: string; readonly authority: string; readonly isTrusted: boolean };
  /** False where the algorithm is not known here: nothing but the certificate was read. */
  readonly isChecked: boolean;
  /** The certificate that is trusted and to which this one leads; undefined where none was given. */
  readonly root?: string;
}

export interface SignatureRules {
  /** Certificates that are trusted; without any nobody is asked about. */
  readonly trusted: readonly Certificate[];
  /** The time to which a certificate is held where neither a stamp nor the signer says one. */
  readonly now?: string;
}

/** What a signature lies over, wherever it was found. */
interface Given {
  readonly form: VerifiedSignature['form'];
  readonly cms: Uint8Array;
  readonly content: Uint8Array;
  readonly isWhole: boolean;
  readonly signed?: string | undefined;
}

type Stamp = NonNullable<VerifiedSignature['stamp']>;

function stampOf(file: string, found: FoundSignature, { trusted }: SignatureRules): Outcome<Stamp | undefined> {
  if (!found.timeStamp) return success(undefined);
  const stamp = readTimeStamp(found.timeStamp);
  const certificate = stamp?.signature.certificate;
  const verdict = stamp && stampVerdict(stamp, found.value);
  if (!stamp || !certificate || verdict === 'wrong') return failure([diagnostic('stamp-wrong', { file }, { file })]);
  const authority = signerOf(certificate);
  if (verdict === 'unknown') {
    const { algorithm } = stamp.signature;
    const note = diagnostic('stamp-unknown', { file, algorithm }, { file });
    return success({ at: stamp.at, authority, isTrusted: false }, [note]);
  }
  const trust = trustOf(certificate, stamp.signature.certificates, trusted, stamp.at);
  return success({ at: stamp.at, authority, isTrusted: trust.kind === 'trusted' });
}

/** Whether the certificate was valid then, and, where some are trusted, leads to one of them; gives that one. */
function rootOf(
  file: string,
  found: FoundSignature,
  said: string | undefined,
  { trusted, now }: SignatureRules,
): Outcome<string | undefined> {
  const { certificate, certificates } = found;
  if (!certificate) return failure([diagnostic('signature-key-differs', { file }, { file })]);
  const at = said ?? now ?? certificate.from;
  const time = Date.parse(at);
  if (time < Date.parse(certificate.from) || time > Date.parse(certificate.to)) {
    const { from, to } = certificate;
    return failure([diagnostic('signature-out-of-time', { file, from, to, time: at }, { file })]);
  }
  if (trusted.length === 0) return success(undefined);
  const trust = trustOf(certificate, certificates, trusted, at);
  if (trust.kind === 'trusted') return success(trust.root);
  if (trust.kind === 'unfit')
    return failure([diagnostic('signature-chain-unfit', { file, name: trust.name }, { file })]);
  const issuer = trust.kind === 'unknown-issuer' ? trust.issuer : trust.name;
  return failure([diagnostic('signature-untrusted', { file, issuer }, { file })]);
}

/** What the block on the page says against what the certificate and the signature say. */
function blockFault(
  file: string,
  printed: DocumentSignature,
  found: Certificate,
  signed: string | undefined,
): Diagnostic[] {
  const said = [printed.signer, printed.organisation ?? '', printed.serial, printed.issuer, Date.parse(printed.signed)];
  const time = signed === undefined ? Date.parse(printed.signed) : Date.parse(signed);
  const read = [signerOf(found), found.subject.organisation ?? '', found.serial, issuerOf(found), time];
  if (JSON.stringify(said) === JSON.stringify(read)) return [];
  const shown = (one: readonly (string | number)[], at: string): string =>
    [...one.slice(0, 4).filter(Boolean), at].join(', ');
  const args = { file, printed: shown(said, printed.signed), found: shown(read, signed ?? printed.signed) };
  return [diagnostic('signature-block-differs', args, { file })];
}

function verifyOne(
  file: string,
  given: Given,
  model: DocumentModel,
  rules: SignatureRules,
): Outcome<VerifiedSignature> {
  const at = { file };
  const found = readSignature(given.cms);
  if (!found || found.signers !== 1 || found.content)
    return failure([diagnostic('signature-unreadable', { file }, at)]);
  const findings: Diagnostic[] = [];
  if (!given.isWhole) findings.push(diagnostic('signature-partial', { file }, at));
  const [digest, value] = [digestVerdict(found, given.content), signatureVerdict(found, given.content)];
  if (digest === 'wrong') findings.push(diagnostic('signature-bytes-differ', { file }, at));
  else if (value === 'wrong') findings.push(diagnostic('signature-key-differs', { file }, at));
  const unknown = digest === 'unknown' ? found.digest : value === 'unknown' ? found.algorithm : undefined;
  if (unknown !== undefined) findings.push(diagnostic('signature-unknown', { file, algorithm: unknown }, at));
  const stamp = stampOf(file, found, rules);
  findings.push(...stamp.findings);
  const signed = given.signed ?? model.signature?.signed;
  const stampedAt = stamp.ok && stamp.value?.isTrusted ? stamp.value.at : undefined;
  const root = rootOf(file, found, stampedAt ?? signed, rules);
  findings.push(...root.findings);
  const { certificate } = found;
  if (certificate && model.signature) findings.push(...blockFault(file, model.signature, certificate, given.signed));
  if (hasErrors(findings) || !certificate || !root.ok || !stamp.ok) return failure(findings);
  const verified: VerifiedSignature = {
    form: given.form,
    signer: signerOf(certificate),
    serial: certificate.serial,
    issuer: issuerOf(certificate),
    isChecked: unknown === undefined,
    ...(signed === undefined ? {} : { signed }),
    ...(stamp.value ? { stamp: stamp.value } : {}),
    ...(root.value === undefined ? {} : { root: root.value }),
  };
  return success(verified, findings);
}

/**
 * The signatures of a document: the one inside it, and one that lies beside it as `<file>.cms`. What is asked: whether anything was
 * changed since, whether the key of the certificate made it, whether the whole document is covered, whether the words on the page
 * are those of the certificate, whether the certificate was valid and leads to a trusted one. Never asked: whether it was revoked.
 */
export function verifySignatures(
  file: string,
  bytes: Uint8Array,
  pdf: ReadPdf,
  model: DocumentModel,
  rules: SignatureRules,
): Outcome<VerifiedSignature[]> {
  const { signatures } = pdf;
  if (signatures.length > 1)
    return failure([diagnostic('signature-several', { file, count: signatures.length }, { file })]);
  const given: Given[] = signatures.map((one) => ({ form: 'embedded', ...one }));
  const beside = `${file}.cms`;
  const detached = existsSync(beside) ? readBytes(beside) : undefined;
  if (detached?.ok === false) return detached;
  if (detached) given.push({ form: 'detached', cms: detached.value, content: bytes, isWhole: true });
  const { signature } = model;
  if (signature && given.every(({ form }) => form !== signature.form))
    return failure([diagnostic('signature-absent', { file }, { file })]);
  const verified = given.map((one) => verifyOne(one.form === 'detached' ? beside : file, one, model, rules));
  const findings = verified.flatMap((one) => one.findings);
  return hasErrors(findings)
    ? failure(findings)
    : success(
        verified.flatMap((one) => (one.ok ? [one.value] : [])),
        findings,
      );
}
