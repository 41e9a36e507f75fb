import { existsSync } from 'node:fs';
import { diagnostic, failure, hasErrors, success, type Outcome, type Place } from '../diagnostics/index.ts';
import type { DocumentModel } from '../model/document.ts';
import type { ReadPdf } from '../pdf/finished.ts';
import {
  issuerOf,
  readSignature,
  readTimeStamp,
  signerOf,
  stampVerdict,
  trustOf,
  type Certificate,
  type FoundSignature,
} from '../sign/index.ts';
import { readBytes } from '../store/index.ts';
import { blockFault, faultsOf, type Subject } from './signature-faults.ts';

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
  /** The file that holds it: the document, or one beside it. */
  readonly holder: string;
  readonly form: VerifiedSignature['form'];
  readonly cms: Uint8Array;
  readonly content: Uint8Array;
  readonly isWhole: boolean;
  readonly signed?: string | undefined;
}

type Stamp = NonNullable<VerifiedSignature['stamp']>;

function stampOf(
  { file, at }: Subject,
  found: FoundSignature,
  { trusted }: SignatureRules,
): Outcome<Stamp | undefined> {
  if (!found.timeStamp) return success(undefined);
  const stamp = readTimeStamp(found.timeStamp);
  const certificate = stamp?.signature.certificate;
  const verdict = stamp && stampVerdict(stamp, found.value);
  if (!stamp?.isByAuthority || !certificate || verdict === 'wrong')
    return failure([diagnostic('stamp-wrong', { file }, at)]);
  const authority = signerOf(certificate);
  if (verdict === 'unknown') {
    const { algorithm } = stamp.signature;
    const note = diagnostic('stamp-unknown', { file, algorithm }, at);
    return success({ at: stamp.at, authority, isTrusted: false }, [note]);
  }
  const trust = trustOf(certificate, stamp.signature.certificates, trusted, stamp.at);
  return success({ at: stamp.at, authority, isTrusted: trust.kind === 'trusted' });
}

/** Whether the certificate was valid then, and, where some are trusted, leads to one of them; gives that one. */
function rootOf(
  { file, at }: Subject,
  found: FoundSignature,
  said: string | undefined,
  { trusted, now }: SignatureRules,
): Outcome<string | undefined> {
  const { certificate, certificates } = found;
  if (!certificate) return failure([diagnostic('signature-key-differs', { file }, at)]);
  const instant = said ?? now ?? certificate.from;
  const time = Date.parse(instant);
  if (time < Date.parse(certificate.from) || time > Date.parse(certificate.to)) {
    const { from, to } = certificate;
    return failure([diagnostic('signature-out-of-time', { file, from, to, time: instant }, at)]);
  }
  if (trusted.length === 0) return success(undefined);
  const trust = trustOf(certificate, certificates, trusted, instant);
  if (trust.kind === 'trusted') return success(trust.root);
  if (trust.kind === 'unfit') return failure([diagnostic('signature-chain-unfit', { file, name: trust.name }, at)]);
  const issuer = trust.kind === 'unknown-issuer' ? trust.issuer : trust.name;
  return failure([diagnostic('signature-untrusted', { file, issuer }, at)]);
}

function verifyOne(
  file: string,
  given: Given,
  model: DocumentModel,
  rules: SignatureRules,
): Outcome<VerifiedSignature> {
  const at: Place = { file: given.holder };
  const subject: Subject = { file, at };
  const found = readSignature(given.cms);
  if (!found || found.signers !== 1 || found.content)
    return failure([diagnostic('signature-unreadable', { file }, at)]);
  const { certificate } = found;
  const findings = faultsOf(subject, found, given);
  const isChecked = !findings.some(({ code }) => code === 'signature-unknown');
  const stamp = stampOf(subject, found, rules);
  findings.push(...stamp.findings);
  const signed = given.signed ?? model.signature?.signed;
  const stampedAt = stamp.ok && stamp.value?.isTrusted ? stamp.value.at : undefined;
  const root = rootOf(subject, found, stampedAt ?? signed, rules);
  findings.push(...root.findings);
  if (certificate && model.signature) findings.push(...blockFault(subject, model.signature, certificate, given.signed));
  if (hasErrors(findings) || !certificate || !root.ok || !stamp.ok) return failure(findings);
  const verified: VerifiedSignature = {
    form: given.form,
    signer: signerOf(certificate),
    serial: certificate.serial,
    issuer: issuerOf(certificate),
    isChecked,
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
  const given: Given[] = signatures.map((one) => ({ holder: file, form: 'embedded', ...one }));
  const beside = `${file}.cms`;
  const detached = existsSync(beside) ? readBytes(beside) : undefined;
  if (detached?.ok === false) return detached;
  if (detached) given.push({ holder: beside, form: 'detached', cms: detached.value, content: bytes, isWhole: true });
  const { signature } = model;
  if (signature && given.every(({ form }) => form !== signature.form))
    return failure([diagnostic('signature-absent', { file }, { file })]);
  const verified = given.map((one) => verifyOne(file, one, model, rules));
  const findings = verified.flatMap((one) => one.findings);
  return hasErrors(findings)
    ? failure(findings)
    : success(
        verified.flatMap((one) => (one.ok ? [one.value] : [])),
        findings,
      );
}
