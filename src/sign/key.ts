import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { diagnostic, failure, hasErrors, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { kindOfKey, publicKeyOf, readCertificate, shortestRsa, type Certificate } from './certificate.ts';
import { DerFault } from './der.ts';
import type { KeyFile } from './p12.ts';

/** A key that can sign, with its certificate and the certificates between that and a root. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly kind: 'rsa' | 'ec';
  readonly digest: 'sha256' | 'sha384' | 'sha512';
  /** Octets of the longest signature that the key makes. */
  readonly longest: number;
  readonly certificate: Certificate;
  readonly chain: readonly Buffer[];
}

const rsa = '1.2.840.113549.1.1.1';
const ec = '1.2.840.10045.2.1';
/** The arc of Kazakhstan's own algorithms (ГОСТ 34.310). */
const national = /^1\.2\.398\./;

/** The curves that readers of PDF verify (P-256, P-384, P-521), with the digest of their strength and the length of their numbers. */
const curves: Readonly<Record<string, readonly [SigningKey['digest'], number]>> = {
  '1.2.840.10045.3.1.7': ['sha256', 32],
  '1.3.132.0.34': ['sha384', 48],
  '1.3.132.0.35': ['sha512', 66],
};

type Strength = Pick<SigningKey, 'key' | 'kind' | 'digest' | 'longest'>;

function strengthOf(file: string, pkcs8: Buffer): Outcome<Strength> {
  const unknown = (algorithm: string): Outcome<never> =>
    failure([diagnostic(national.test(algorithm) ? 'key-national' : 'key-kind-unknown', { algorithm }, { file })]);
  let curve: string | undefined;
  let algorithm: string;
  let key: KeyObject;
  try {
    ({ algorithm, curve } = kindOfKey(pkcs8));
    if (algorithm !== rsa && algorithm !== ec) return unknown(algorithm);
    key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch {
    return failure([diagnostic('key-broken', {}, { file })]);
  }
  if (algorithm === rsa) {
    const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    return success({ key, kind: 'rsa', digest: 'sha256', longest: Math.ceil(modulusLength / 8) });
  }
  const [digest, length] = curves[curve ?? ''] ?? [];
  if (digest === undefined || length === undefined)
    return unknown(curve === undefined ? 'EC, ECParameters' : (key.asymmetricKeyDetails?.namedCurve ?? curve));
  // Two numbers, each with a sign and a head, in a sequence.
  return success({ key, kind: 'ec', digest, longest: 2 * (length + 3) + 4 });
}

function certificatesOf(file: string, ders: readonly Buffer[]): Outcome<Certificate[]> {
  try {
    return success(ders.map(readCertificate));
  } catch (error) {
    if (error instanceof DerFault) return failure([diagnostic('certificate-broken', {}, { file })]);
    throw error;
  }
}

function belongs(certificate: Certificate, key: KeyObject): boolean {
  const octetsOf = (one: KeyObject): Buffer => one.export({ format: 'der', type: 'spki' });
  // Not `equals`: of keys of two kinds it leaves an error behind in OpenSSL, at which the next key stumbles.
  const own = publicKeyOf(certificate);
  return own !== undefined && octetsOf(own).equals(octetsOf(createPublicKey(key)));
}

/** From the certificate of the signer upwards, without the root, which whoever checks has to have of his own. */
function chainOf(certificate: Certificate, all: readonly Certificate[]): Buffer[] {
  const chain: Buffer[] = [];
  for (let here = certificate; chain.length < all.length;) {
    const above = all.find(({ subject, der }) => subject.der.equals(here.issuer.der) && !der.equals(here.der));
    if (!above || above.subject.der.equals(above.issuer.der)) break;
    chain.push(above.der);
    here = above;
  }
  return chain;
}

/** Whether a certificate may sign at this instant; `at` is ISO 8601. */
export function usableAt(certificate: Certificate, at: string, file: string): Diagnostic[] {
  const time = Date.parse(at);
  const { from, to, usage } = certificate;
  const bits = publicKeyOf(certificate)?.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < shortestRsa)
    return [diagnostic('key-short', { bits, shortest: shortestRsa }, { file })];
  if (time < Date.parse(from)) return [diagnostic('certificate-not-yet-valid', { from, time: at }, { file })];
  if (time > Date.parse(to)) return [diagnostic('certificate-expired', { to, time: at }, { file })];
  if (usage && !usage.signs && !usage.commits) return [diagnostic('certificate-not-for-signing', {}, { file })];
  if (usage && !usage.commits) return [diagnostic('certificate-for-logging-in', {}, { file })];
  return [];
}

/**
 * The one key of a key file with the certificate that belongs to it. Faults: `key-none`, `key-several`, `key-kind-unknown`,
 * `key-national`, `key-short`, `certificate-none`, `certificate-broken`, `certificate-of-another-key`, and what keeps a certificate
 * from signing at that instant.
 */
export function signingKeyOf(file: string, { keys, certificates: ders }: KeyFile, at: string): Outcome<SigningKey> {
  const [pkcs8] = keys;
  if (!pkcs8) return failure([diagnostic('key-none', {}, { file })]);
  if (keys.length > 1) return failure([diagnostic('key-several', { count: keys.length }, { file })]);
  const strength = strengthOf(file, pkcs8);
  if (!strength.ok) return strength;
  const certificates = certificatesOf(file, ders);
  if (!certificates.ok) return certificates;
  if (certificates.value.length === 0) return failure([diagnostic('certificate-none', {}, { file })]);
  // A key that was certified again has several certificates; the last one counts.
  const [certificate] = certificates.value
    .filter((candidate) => belongs(candidate, strength.value.key))
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  if (!certificate) return failure([diagnostic('certificate-of-another-key', {}, { file })]);
  const findings = usableAt(certificate, at, file);
  if (hasErrors(findings)) return failure(findings);
  return success({ ...strength.value, certificate, chain: chainOf(certificate, certificates.value) }, findings);
}
