import type { SigningKey } from './key.ts';
import { none, oid, sequence } from './der.ts';

/** Object identifiers of what a signature is made with, and of what it holds (RFC 5652, 5035, 3161, 5754, 5758). */
export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
} as const;

export type Digest = SigningKey['digest'];

const digestOids: Readonly<Record<Digest, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const ecOids: Readonly<Record<Digest, string>> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};

/** `AlgorithmIdentifier` of a digest; its parameters are absent (RFC 5754, 2). */
export const digestAlgorithm = (digest: Digest): Buffer => sequence(oid(digestOids[digest]));

/** `AlgorithmIdentifier` of a signature: RSA with padding of PKCS #1 and SHA-256, or ECDSA. */
export const signatureAlgorithm = ({ kind, digest }: Pick<SigningKey, 'kind' | 'digest'>): Buffer =>
  kind === 'rsa' ? sequence(oid('1.2.840.113549.1.1.11'), none) : sequence(oid(ecOids[digest]));

/** Digests by object identifier, as Node names them; what signers outside may have used. */
export const digestNames: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.4': 'sha224',
  [digestOids.sha256]: 'sha256',
  [digestOids.sha384]: 'sha384',
  [digestOids.sha512]: 'sha512',
};

/** Digests of which two files can be made to have the same. */
export const weakDigests: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'SHA-1', '1.2.840.113549.2.5': 'MD5' };
