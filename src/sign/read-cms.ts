import { constants, createHash, verify } from 'node:crypto';
import { digestNames, oids, weakDigests } from './algorithms.ts';
import { publicKeyOf, readCertificate, shortestRsa, type Certificate } from './certificate.ts';
import { DerFault, items, needed, octetsOf, oidOf, read, tags, timeOf, write, type Value } from './der.ts';

/** A signature as it was found, nothing of it believed. */
export interface FoundSignature {
  /** Of those that came with the signature, the one that it names as its own. */
  readonly certificate?: Certificate;
  readonly certificates: readonly Certificate[];
  /** What it lies around; undefined where it lies beside its content. */
  readonly content?: Buffer;
  readonly signers: number;
  readonly digest: string;
  readonly algorithm: string;
  readonly value: Buffer;
  /** The signed attributes as a set, and the digest of the content that stands among them. */
  readonly attributes?: {
    readonly set: Buffer;
    readonly messageDigest?: Buffer;
    readonly certificateHash?: CertificateHash;
  };
  readonly timeStamp?: Buffer;
}

interface CertificateHash {
  readonly digest: string;
  readonly hash: Buffer;
}

function certificatesIn(value: Value | undefined): Certificate[] {
  return (value ? items(value) : []).flatMap(({ tag, whole }) => {
    try {
      // Other kinds of certificate stand under tags of their own.
      return tag === tags.sequence ? [readCertificate(whole)] : [];
    } catch (error) {
      if (error instanceof DerFault) return [];
      throw error;
    }
  });
}

function attributesIn(value: Value | undefined): ReadonlyMap<string, Value> {
  const entries = (value ? items(value) : []).map((attribute): [string, Value] => {
    const [kind, values] = items(attribute);
    const [first] = items(needed(values));
    return [oidOf(needed(kind)), needed(first)];
  });
  return new Map(entries);
}

/** RFC 5035, 3: SHA-256 is meant where no algorithm stands. */
function certificateHashIn(value: Value | undefined): CertificateHash | undefined {
  if (!value) return undefined;
  const [certificates] = items(value);
  const [first] = items(needed(certificates));
  const parts = items(needed(first));
  const [algorithm] = parts[0]?.tag === tags.sequence ? items(parts[0]) : [];
  const hash = parts.find(({ tag }) => tag === tags.octets);
  return { digest: algorithm ? (digestNames[oidOf(algorithm)] ?? '') : 'sha256', hash: needed(hash).content };
}

function parse(cms: Uint8Array): FoundSignature {
  const [kind, holder] = items(read(cms));
  if (oidOf(needed(kind)) !== oids.signedData) throw new DerFault();
  const [data] = items(needed(holder));
  const parts = items(needed(data));
  const [, , inner] = parts;
  const [, content] = items(needed(inner));
  const signers = items(needed(parts.at(-1), tags.set));
  const fields = items(needed(signers[0]));
  const [, known, digest] = fields;
  const signed = fields.find(({ tag }) => tag === 0xa0);
  const [algorithm, value] = fields.slice(signed ? 4 : 3);
  const signedAttributes = attributesIn(signed);
  const unsigned = attributesIn(fields.find(({ tag }) => tag === 0xa1));
  const messageDigest = signedAttributes.get(oids.messageDigest);
  const certificateHash = certificateHashIn(signedAttributes.get(oids.signingCertificateV2));
  const certificates = certificatesIn(parts.slice(3).find(({ tag }) => tag === 0xa0));
  const certificate = certificates.find((candidate) => isKnownAs(candidate, needed(known)));
  const timeStamp = unsigned.get(oids.timeStampToken);
  const [eContent] = content ? items(content) : [];
  return {
    certificates,
    signers: signers.length,
    digest: oidOf(needed(items(needed(digest))[0])),
    algorithm: oidOf(needed(items(needed(algorithm))[0])),
    value: octetsOf(needed(value, tags.octets)),
    ...(certificate ? { certificate } : {}),
    ...(eContent ? { content: octetsOf(eContent) } : {}),
    ...(signed
      ? {
          attributes: {
            set: write(tags.set, signed.content),
            ...(messageDigest ? { messageDigest: messageDigest.content } : {}),
            ...(certificateHash ? { certificateHash } : {}),
          },
        }
      : {}),
    ...(timeStamp ? { timeStamp: timeStamp.whole } : {}),
  };
}

/** By issuer and number, or by the identifier of its key. */
function isKnownAs({ issuer, serial, keyIdentifier }: Certificate, known: Value): boolean {
  if (known.tag !== tags.sequence) return keyIdentifier?.equals(known.content) === true;
  const [name, number] = items(known);
  const digits = needed(number)
    .content.toString('hex')
    .replace(/^00(?=.)/, '')
    .toUpperCase();
  return needed(name).whole.equals(issuer.der) && digits === serial;
}

/** Reads a signature (CMS SignedData); undefined where the octets are none. */
export function readSignature(cms: Uint8Array): FoundSignature | undefined {
  try {
    return parse(cms);
  } catch (error) {
    if (error instanceof DerFault) return undefined;
    throw error;
  }
}

/** `unknown`: made with algorithms that this program does not have, such as the national ones. */
export type Verdict = 'right' | 'wrong' | 'unknown';

const rsaPss = '1.2.840.113549.1.1.10';
const knownAlgorithms = /^(1\.2\.840\.113549\.1\.1\.(1|5|1[0-4])|1\.2\.840\.10045\.(2\.1|4\.1|4\.3\.[1-4]))$/;

/** Whether the digest that was signed is that of the content. */
export function digestVerdict({ digest, attributes }: FoundSignature, content: Uint8Array): Verdict {
  // Without attributes the signature lies over the content itself, and is asked below.
  if (!attributes) return 'right';
  const name = digestNames[digest];
  if (name === undefined) return 'unknown';
  const made = createHash(name).update(content).digest();
  return attributes.messageDigest?.equals(made) ? 'right' : 'wrong';
}

/** Whether the signature was made by the key of its certificate, and for this certificate. */
export function signatureVerdict(found: FoundSignature, content: Uint8Array): Verdict {
  const { certificate, attributes, algorithm, value } = found;
  const digest = digestNames[found.digest];
  const key = certificate && publicKeyOf(certificate);
  if (!certificate) return 'wrong';
  if (digest === undefined || !key || !knownAlgorithms.test(algorithm)) return 'unknown';
  const bound = attributes?.certificateHash;
  if (bound && bound.digest !== '') {
    const made = createHash(bound.digest).update(certificate.der).digest();
    if (!made.equals(bound.hash)) return 'wrong';
  }
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  try {
    const asked = algorithm === rsaPss ? { key, ...pss } : key;
    return verify(digest, attributes?.set ?? content, asked, value) ? 'right' : 'wrong';
  } catch {
    return 'wrong';
  }
}

/** With what a signature was made that could be forged today; undefined where nothing of that kind is known. */
export function weaknessOf({ certificate, digest }: FoundSignature): string | undefined {
  const { modulusLength = shortestRsa } = (certificate && publicKeyOf(certificate))?.asymmetricKeyDetails ?? {};
  return modulusLength < shortestRsa ? `RSA ${modulusLength}` : weakDigests[digest];
}

/** What a time stamp says (RFC 3161, 2.4.2). */
export interface TimeStamp {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The algorithm of the imprint, by object identifier. */
  readonly digest: string;
  readonly imprint: Buffer;
  readonly nonce?: Buffer;
  readonly signature: FoundSignature;
  /** Whether its certificate is one for time stamps: else whoever may sign documents could stamp them too (RFC 3161, 2.3). */
  readonly isByAuthority: boolean;
  /** Whether the stamp itself is whole and was made by the key of its certificate. */
  readonly verdict: Verdict;
}

const timeStamping = '1.3.6.1.5.5.7.3.8';

/** Reads a time stamp; undefined where the octets are none. */
export function readTimeStamp(token: Uint8Array): TimeStamp | undefined {
  const signature = readSignature(token);
  if (!signature?.content) return undefined;
  const { content } = signature;
  try {
    const [, , imprint, , time, ...more] = items(read(content));
    const [algorithm, hash] = items(needed(imprint));
    const nonce = more.find(({ tag }) => tag === tags.integer);
    const verdicts = [digestVerdict(signature, content), signatureVerdict(signature, content)];
    return {
      at: timeOf(needed(time)),
      digest: oidOf(needed(items(needed(algorithm))[0])),
      imprint: needed(hash, tags.octets).content,
      ...(nonce ? { nonce: nonce.content } : {}),
      signature,
      isByAuthority: signature.certificate?.purposes?.includes(timeStamping) === true,
      verdict: verdicts.includes('wrong') ? 'wrong' : verdicts.includes('unknown') ? 'unknown' : 'right',
    };
  } catch (error) {
    if (error instanceof DerFault) return undefined;
    throw error;
  }
}

/** Whether a time stamp is whole, and was given for this signature. */
export function stampVerdict({ digest, imprint, verdict }: TimeStamp, value: Uint8Array): Verdict {
  const name = digestNames[digest];
  if (name === undefined || verdict !== 'right') return verdict === 'wrong' ? 'wrong' : 'unknown';
  return createHash(name).update(value).digest().equals(imprint) ? 'right' : 'wrong';
}
