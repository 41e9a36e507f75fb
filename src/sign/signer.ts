import { createHash } from 'node:crypto';
import { diagnostic, failure, hasErrors, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { publicKeyOf, readCertificate, type Certificate } from './certificate.ts';
import { largestSignature, signContent, signedData, withTimeStamp } from './cms.ts';
import { signByCommand, type SigningCommand } from './command.ts';
import { DerFault, definite, read } from './der.ts';
import { usableAt, type SigningKey } from './key.ts';
import { digestVerdict, readSignature, signatureVerdict, weaknessOf, type FoundSignature } from './read-cms.ts';
import { timeStampOf, type TimeStampAuthority } from './time-stamp.ts';

/**
 * Whoever signs: a key of ours, or a program outside that holds the key. The port to everything that this program cannot do
 * itself, such as the national algorithms.
 */
export interface Signer {
  readonly certificate: Certificate;
  /** Octets to keep free in a file for what `signCms` gives. */
  readonly room: number;
  /** A signature of these octets as CMS (DER), beside its content. `document` names them to a person. */
  signCms(bytes: Uint8Array, document: string): Promise<Outcome<Uint8Array>>;
}

/** A time stamp with the certificates of its authority; those that were seen have 2 to 7 KB. */
const roomForTimeStamp = 16_384;
/** A signature of an outside signer, with chain, time stamp and answers about revocation. */
const roomForOutsider = 32_768;

async function stamped(
  cms: Buffer,
  value: Uint8Array,
  authority: TimeStampAuthority | undefined,
): Promise<Outcome<Buffer>> {
  if (!authority) return success(cms);
  const token = await timeStampOf(authority, value);
  return token.ok ? success(withTimeStamp(cms, token.value)) : token;
}

/** Signs with a key that this program holds: PAdES level B-B, or B-T where there is an authority for time stamps. */
export const signerWithKey = (key: SigningKey, authority?: TimeStampAuthority): Signer => ({
  certificate: key.certificate,
  room: largestSignature(key) + (authority ? roomForTimeStamp : 0),
  signCms(bytes) {
    const raw = signContent(key, bytes);
    return stamped(signedData(key, raw), raw.value, authority);
  },
});

/** What is wrong with the signature that an outside signer gave: it has to be one signature, of these octets, by this certificate. */
function faultOf(found: FoundSignature | undefined, bytes: Uint8Array, expected: Certificate): Diagnostic | undefined {
  if (!found || found.signers !== 1) return diagnostic('cms-broken', {});
  if (found.content) return diagnostic('cms-with-content', {});
  if (digestVerdict(found, bytes) === 'wrong') return diagnostic('cms-of-other-bytes', {});
  if (!found.certificate) return diagnostic('cms-without-certificate', {});
  if (!found.certificate.der.equals(expected.der))
    return diagnostic('cms-of-other-certificate', { serial: found.certificate.serial, expected: expected.serial });
  const verdict = signatureVerdict(found, bytes);
  if (verdict === 'wrong') return diagnostic('cms-of-other-bytes', {});
  // Of a key that is no national one the algorithms are known, or readers do not know them either.
  const unusable = verdict === 'unknown' && publicKeyOf(expected) ? `${found.algorithm}, ${found.digest}` : undefined;
  const algorithm = weaknessOf(found) ?? unusable;
  return algorithm === undefined ? undefined : diagnostic('cms-weak', { algorithm });
}

/** Signs by a program outside; `room` where its signatures are larger than usual. */
export const signerByCommand = (
  command: SigningCommand,
  certificate: Certificate,
  authority?: TimeStampAuthority,
  room = roomForOutsider,
): Signer => ({
  certificate,
  room: room + (authority ? roomForTimeStamp : 0),
  async signCms(bytes, document) {
    const output = await signByCommand(command, bytes, document);
    if (!output.ok) return output;
    const found = readSignature(output.value);
    const fault = faultOf(found, bytes, certificate);
    if (fault || !found) return failure(fault ? [fault] : []);
    return stamped(definite(read(output.value)), found.value, authority);
  },
});

/**
 * A signer that is not asked again when it failed three times in a row for a reason that will not pass by itself: of ten thousand
 * documents none should wait for a minute in vain.
 */
export function withPatience(signer: Signer): Signer {
  const lasting: readonly string[] = ['tsa-unreachable', 'sign-command-missing', 'sign-command-silent'];
  let failed = 0;
  return {
    ...signer,
    async signCms(bytes, document) {
      if (failed >= 3) return failure([diagnostic('sign-given-up', { count: failed })]);
      const outcome = await signer.signCms(bytes, document);
      failed = !outcome.ok && outcome.findings.some(({ code }) => lasting.includes(code)) ? failed + 1 : 0;
      return outcome;
    },
  };
}

const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** The certificates of a file: PEM, any number, or DER, one. Faults: `certificate-broken`. */
export function readCertificates(file: string, bytes: Uint8Array): Outcome<Certificate[]> {
  const blocks = [...Buffer.from(bytes).toString('latin1').matchAll(pem)].map(([, text = '']) =>
    Buffer.from(text, 'base64'),
  );
  try {
    return success((blocks.length > 0 ? blocks : [bytes]).map(readCertificate));
  } catch (error) {
    if (error instanceof DerFault) return failure([diagnostic('certificate-broken', {}, { file })]);
    throw error;
  }
}

/** The certificate of an outside signer; the first of the file. Faults: `certificate-broken`, and what keeps it from signing at that instant. */
export function outsideCertificate(file: string, bytes: Uint8Array, at: string): Outcome<Certificate> {
  const read = readCertificates(file, bytes);
  if (!read.ok) return read;
  const [certificate] = read.value;
  if (!certificate) return failure([diagnostic('certificate-broken', {}, { file })]);
  const findings = usableAt(certificate, at, file);
  return hasErrors(findings) ? failure(findings) : success(certificate, findings);
}

/** SHA-256 of a certificate: what it is known by where names would not do. */
export const fingerprintOf = ({ der }: Certificate): string => createHash('sha256').update(der).digest('hex');
