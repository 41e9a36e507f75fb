import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { DerFault, items, needed, octetsOf, oidOf, read, tags, type Value } from './der.ts';
import { proveWhole, uncovered, UnknownAlgorithm, WrongPassPhrase } from './pass-phrase.ts';

/** What a key file holds, as DER: private keys (PKCS #8) and certificates (X.509), in the order of the file. */
export interface KeyFile {
  readonly keys: readonly Buffer[];
  readonly certificates: readonly Buffer[];
}

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';
const bags = '1.2.840.113549.1.12.10.1';
const x509 = '1.2.840.113549.1.9.22.1';

/** `ContentInfo`: the kind of content, and the content out of its `[0]`. */
function contentOf(value: Value): { readonly kind: string; readonly content: Value } {
  const [kind, holder] = items(value);
  const [content] = items(needed(holder, 0xa0));
  return { kind: oidOf(needed(kind)), content: needed(content) };
}

/** The octets of a part of the file, uncovered if they are hidden. */
function openPart(value: Value, passPhrase: string): Buffer {
  const { kind, content } = contentOf(value);
  if (kind === data) return octetsOf(content);
  if (kind !== encryptedData) throw new UnknownAlgorithm(kind);
  const [, info] = items(content);
  const [, algorithm, hidden] = items(needed(info));
  return uncovered(needed(algorithm), octetsOf(needed(hidden)), passPhrase);
}

interface Found {
  readonly keys: Buffer[];
  readonly certificates: Buffer[];
}

/** Bags may lie in bags; in real files they do not. */
const deepest = 4;

function openBag(bag: Value, passPhrase: string, found: Found, depth = 0): void {
  if (depth > deepest) throw new DerFault();
  const [kind, holder] = items(bag);
  const name = oidOf(needed(kind));
  const [value] = items(needed(holder, 0xa0));
  const held = needed(value);
  if (name === `${bags}.1`) found.keys.push(held.whole);
  if (name === `${bags}.2`) {
    const [algorithm, hidden] = items(held);
    found.keys.push(uncovered(needed(algorithm), octetsOf(needed(hidden)), passPhrase));
  }
  if (name === `${bags}.3`) {
    const { kind: certificateKind, content } = contentOf(held);
    if (certificateKind === x509) found.certificates.push(octetsOf(content));
  }
  if (name === `${bags}.6`) for (const inner of items(held)) openBag(inner, passPhrase, found, depth + 1);
}

function open(bytes: Uint8Array, passPhrase: string): KeyFile {
  const [, safe, macData] = items(needed(read(bytes), tags.sequence));
  const { kind, content } = contentOf(needed(safe));
  // The other way, a signature over the whole, is written by no program that people have.
  if (kind !== data) throw new UnknownAlgorithm(kind);
  const safes = octetsOf(content);
  if (macData) proveWhole(macData, safes, passPhrase);
  const found: Found = { keys: [], certificates: [] };
  for (const part of items(read(safes)))
    for (const bag of items(read(openPart(part, passPhrase)))) openBag(bag, passPhrase, found);
  return found;
}

/**
 * Opens a key file (PKCS #12, RFC 7292). Faults: `key-broken`, `key-pass-phrase-wrong`, `key-cipher-unknown`.
 * The pass phrase is used and forgotten.
 */
export function openKeyFile(file: string, bytes: Uint8Array, passPhrase: string): Outcome<KeyFile> {
  try {
    return success(open(bytes, passPhrase));
  } catch (error) {
    if (error instanceof WrongPassPhrase) return failure([diagnostic('key-pass-phrase-wrong', {}, { file })]);
    if (error instanceof UnknownAlgorithm)
      return failure([diagnostic('key-cipher-unknown', { algorithm: error.algorithm }, { file })]);
    if (error instanceof DerFault) return failure([diagnostic('key-broken', {}, { file })]);
    throw error;
  }
}
