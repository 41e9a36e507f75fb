import { createPublicKey, type KeyObject } from 'node:crypto';
import { items, needed, octetsOf, oidOf, read, smallOf, tags, textOf, timeOf, type Value } from './der.ts';

/** What this program reads of a certificate (X.509, RFC 5280). Texts are as the certificate has them. */
export interface Certificate {
  readonly der: Buffer;
  /** Hexadecimal, capitals. */
  readonly serial: string;
  readonly subject: Name;
  readonly issuer: Name;
  /** ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  /** By which some signatures know their certificate; undefined where the certificate does not say. */
  readonly keyIdentifier?: Buffer;
  /** `SubjectPublicKeyInfo`, DER. */
  readonly publicKey: Buffer;
  /** What the key may be used for; undefined where the certificate does not say. */
  readonly usage?: { readonly signs: boolean; readonly commits: boolean; readonly certifies: boolean };
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and a signer; undefined where the certificate does not say. */
  readonly pathLength?: number;
  /** Purposes by object identifier; undefined where the certificate does not say. */
  readonly purposes?: readonly string[];
}

export interface Name {
  /** The name as it is encoded: what an issuer is known by. */
  readonly der: Buffer;
  readonly commonName?: string;
  readonly givenName?: string;
  readonly organisation?: string;
}

const attributes: Readonly<Record<string, 'commonName' | 'givenName' | 'organisation'>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.42': 'givenName',
  '2.5.4.10': 'organisation',
};

/** Text of one line: whatever a certificate may hold, it is printed inside a sentence. */
const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202E\uFEFF]+/g, ' ').trim();

function nameOf(value: Value): Name {
  const found: Partial<Record<'commonName' | 'givenName' | 'organisation', string>> = {};
  for (const attribute of items(value).flatMap(items)) {
    const [kind, text] = items(attribute);
    const name = attributes[oidOf(needed(kind))];
    const words = oneLine(textOf(needed(text)) ?? '');
    if (name !== undefined && words !== '') found[name] ??= words;
  }
  return { der: value.whole, ...found };
}

/** The bits of a BIT STRING from the first one on. */
function bitsOf(value: Value): boolean[] {
  const [, ...bytes] = needed(value, tags.bits).content;
  return bytes.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((byte >> bit) & 1) === 1));
}

function extensionsOf(value: Value | undefined): ReadonlyMap<string, Value> {
  const [list] = value ? items(value) : [];
  const entries = (list ? items(list) : []).map((extension): [string, Value] => {
    const [kind, ...rest] = items(extension);
    return [oidOf(needed(kind)), read(octetsOf(needed(rest.at(-1), tags.octets)))];
  });
  return new Map(entries);
}

/** Reads a certificate; throws `DerFault`. */
export function readCertificate(der: Uint8Array): Certificate {
  const outer = read(der);
  const [body] = items(outer);
  const [first, ...others] = items(needed(body));
  const fields = first?.tag === 0xa0 ? others : [needed(first), ...others];
  const [serial, , issuer, validity, subject, publicKey] = fields;
  const [from, to] = items(needed(validity));
  const extensions = extensionsOf(fields.find(({ tag }) => tag === 0xa3));
  const usage = extensions.get('2.5.29.15');
  const bits = usage && bitsOf(usage);
  const basic = extensions.get('2.5.29.19');
  const limits = basic ? items(basic) : [];
  const pathLength = limits.find(({ tag }) => tag === tags.integer);
  const purposes = extensions.get('2.5.29.37');
  const keyIdentifier = extensions.get('2.5.29.14');
  return {
    der: outer.whole,
    serial: needed(serial, tags.integer)
      .content.toString('hex')
      .replace(/^00(?=.)/, '')
      .toUpperCase(),
    issuer: nameOf(needed(issuer)),
    subject: nameOf(needed(subject)),
    from: timeOf(needed(from)),
    to: timeOf(needed(to)),
    publicKey: needed(publicKey).whole,
    isAuthority: limits.some(({ tag, content }) => tag === tags.boolean && content[0] !== 0),
    ...(pathLength ? { pathLength: smallOf(pathLength) } : {}),
    ...(bits ? { usage: { signs: bits[0] === true, commits: bits[1] === true, certifies: bits[5] === true } } : {}),
    ...(keyIdentifier ? { keyIdentifier: keyIdentifier.content } : {}),
    ...(purposes ? { purposes: items(purposes).map(oidOf) } : {}),
  };
}

/** The public key of a certificate; undefined where it is of a kind that this program does not have, such as the national ones. */
export function publicKeyOf({ publicKey }: Certificate): KeyObject | undefined {
  try {
    return createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** RSA keys of fewer bits prove nothing any more. */
export const shortestRsa = 2048;

/**
 * The algorithm of a private key (PKCS #8) by its object identifier, and the one of its curve; undefined where the curve is written
 * out in numbers, which readers refuse.
 */
export function kindOfKey(der: Uint8Array): { readonly algorithm: string; readonly curve?: string } {
  const [, kind] = items(read(der));
  const [algorithm, curve] = items(needed(kind));
  return { algorithm: oidOf(needed(algorithm)), ...(curve?.tag === tags.oid ? { curve: oidOf(curve) } : {}) };
}

/**
 * The full name of who signs. The national certificates of Kazakhstan hold surname and name as the common name and the patronymic
 * as the given name (CN=ТЕСТОВ ТЕСТ, G=ТЕСТОВИЧ); elsewhere the given name is part of the common name.
 */
export function signerOf({ subject }: Certificate): string {
  const { commonName, givenName, organisation } = subject;
  if (commonName === undefined) return organisation ?? '—';
  const isPart = givenName === undefined || commonName.toLowerCase().includes(givenName.toLowerCase());
  return isPart ? commonName : `${commonName} ${givenName}`;
}

export const issuerOf = ({ issuer }: Certificate): string => issuer.commonName ?? issuer.organisation ?? '—';
