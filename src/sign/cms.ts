import { createHash, sign } from 'node:crypto';
import { digestAlgorithm, oids, signatureAlgorithm } from './algorithms.ts';
import { items, needed, octets, oid, placed, read, sequence, set, sorted, tags, unsigned, write } from './der.ts';
import type { SigningKey } from './key.ts';

/** One attribute with one value. */
const attribute = (kind: string, value: Buffer): Buffer => sequence(oid(kind), set(value));

/** The issuer and the number by which a certificate is known, as the certificate encodes them. */
function issuerAndSerial(der: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } {
  const [body] = items(read(der));
  const fields = items(needed(body)).filter(({ tag }) => tag !== 0xa0);
  return { serial: needed(fields[0], tags.integer).whole, issuer: needed(fields[2]).whole };
}

/**
 * What the signature lies over: kind of content, digest of the content, digest of the certificate (so that no other certificate
 * of the same key can be put in its place: RFC 5035). No time: in PAdES it stands in the file (EN 319 142-1, 6.3).
 */
function signedAttributes({ certificate, digest }: SigningKey, content: Uint8Array): Buffer[] {
  const hash = (bytes: Uint8Array): Buffer => createHash(digest).update(bytes).digest();
  // SHA-256 is what is meant where no algorithm stands.
  const named = digest === 'sha256' ? [] : [digestAlgorithm(digest)];
  const { issuer, serial } = issuerAndSerial(certificate.der);
  const known = sequence(sequence(placed(4, issuer)), serial);
  return sorted([
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(hash(content))),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(...named, octets(hash(certificate.der)), known)))),
  ]);
}

/** A signature before it is written down; a time stamp lies over `value`. */
export interface RawSignature {
  readonly attributes: readonly Buffer[];
  readonly value: Buffer;
}

/** Signs a content by the key: PKCS #1 or ECDSA. RSA gives the same signature every time. */
export function signContent(key: SigningKey, content: Uint8Array): RawSignature {
  const attributes = signedAttributes(key, content);
  return { attributes, value: sign(key.digest, write(tags.set, ...attributes), key.key) };
}

/** The signature as CMS (RFC 5652, 5.1), beside its content and not around it. */
export function signedData(key: SigningKey, { attributes, value }: RawSignature): Buffer {
  const digest = digestAlgorithm(key.digest);
  const { issuer, serial } = issuerAndSerial(key.certificate.der);
  const version = unsigned(Buffer.from([1]));
  const known = sequence(issuer, serial);
  const signer = sequence(version, known, digest, placed(0, ...attributes), signatureAlgorithm(key), octets(value));
  const certificates = placed(0, ...sorted([key.certificate.der, ...key.chain]));
  const data = sequence(version, set(digest), sequence(oid(oids.data)), certificates, set(signer));
  return sequence(oid(oids.signedData), placed(0, data));
}

/** Octets of the largest signature that the key can make, without a time stamp. */
export const largestSignature = (key: SigningKey): number =>
  signedData(key, { attributes: signedAttributes(key, Buffer.alloc(0)), value: Buffer.alloc(key.longest) }).length;

/** The same CMS with a time stamp of its signature, as an attribute that the signature does not lie over: level B-T. */
export function withTimeStamp(cms: Uint8Array, token: Uint8Array): Buffer {
  const [kind, holder] = items(read(cms));
  const [data] = items(needed(holder));
  const parts = items(needed(data));
  const [signer] = items(needed(parts.at(-1), tags.set));
  const fields = items(needed(signer));
  const unsignedBefore = fields.find(({ tag }) => tag === 0xa1);
  const stamps = [
    ...(unsignedBefore ? items(unsignedBefore).map(({ whole }) => whole) : []),
    attribute(oids.timeStampToken, Buffer.from(token)),
  ];
  const signed = fields.filter(({ tag }) => tag !== 0xa1).map(({ whole }) => whole);
  const stamped = sequence(...signed, placed(1, ...sorted(stamps)));
  const others = parts.slice(0, -1).map(({ whole }) => whole);
  return sequence(needed(kind).whole, placed(0, sequence(...others, set(stamped))));
}
