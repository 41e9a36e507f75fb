import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { DerFault, items, needed, octetsOf, oidOf, read, smallOf, tags, type Value } from './der.ts';
import { decryptRc2 } from './rc2.ts';

/** What is hidden is hidden in a way that this program does not know. */
export class UnknownAlgorithm extends Error {
  constructor(readonly algorithm: string) {
    super(algorithm);
  }
}

/** The pass phrase does not fit, or the file is damaged: from outside the two look alike. */
export class WrongPassPhrase extends Error {}

/** Rounds that take some seconds; a file that asks for more is hostile or broken. */
const mostRounds = 10_000_000;

function roundsOf(value: Value): number {
  const rounds = smallOf(value);
  if (rounds < 1 || rounds > mostRounds) throw new DerFault();
  return rounds;
}

const digests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** HMAC with these digests, as PBKDF2 names them (RFC 8018, B.1). */
const pseudoRandom: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const found = (table: Readonly<Record<string, string>>, algorithm: string): string => {
  const name = table[algorithm];
  if (name === undefined) throw new UnknownAlgorithm(algorithm);
  return name;
};

/** The name of the algorithm and its parameters. */
const algorithmOf = (value: Value): { readonly name: string; readonly parameters: Value | undefined } => {
  const [name, parameters] = items(value);
  return { name: oidOf(needed(name)), parameters };
};

/** UTF-16 with two zeros at the end, as PKCS #12 wants a pass phrase (RFC 7292, B.1). */
const wide = (passPhrase: string): Buffer => Buffer.from(`${passPhrase}\0`, 'utf16le').swap16();

/** The octets that PKCS #12 draws from a pass phrase (RFC 7292, B.2); `purpose` is 1 for a key, 2 for a start, 3 for a check. */
function drawn(
  digest: string,
  passPhrase: Buffer,
  salt: Buffer,
  rounds: number,
  purpose: 1 | 2 | 3,
  length: number,
): Buffer {
  const size = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const filled = (bytes: Buffer): Buffer =>
    bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / size) * size, bytes);
  const diversifier = Buffer.alloc(size, purpose);
  const mixed = Buffer.concat([filled(salt), filled(passPhrase)]);
  const out: Buffer[] = [];
  for (let have = 0; have < length;) {
    let hash = createHash(digest).update(diversifier).update(mixed).digest();
    for (let round = 1; round < rounds; round++) hash = createHash(digest).update(hash).digest();
    out.push(hash);
    have += hash.length;
    const step = BigInt(`0x${Buffer.alloc(size, hash).toString('hex')}`) + 1n;
    for (let from = 0; from < mixed.length; from += size) {
      const part = mixed.subarray(from, from + size);
      const sum = BigInt.asUintN(size * 8, BigInt(`0x${part.toString('hex')}`) + step);
      Buffer.from(sum.toString(16).padStart(size * 2, '0'), 'hex').copy(part);
    }
  }
  return Buffer.concat(out).subarray(0, length);
}

/** The key that PBKDF2 makes (RFC 8018, A.2), of the length that the cipher or the check wants. */
function stretched(value: Value, passPhrase: string, length: number): Buffer {
  const { name, parameters } = algorithmOf(value);
  if (name !== '1.2.840.113549.1.5.12') throw new UnknownAlgorithm(name);
  const [salt, rounds, ...more] = items(needed(parameters));
  const random = more.find(({ tag }) => tag === 0x30);
  const digest = random ? found(pseudoRandom, algorithmOf(random).name) : 'sha1';
  return pbkdf2Sync(passPhrase, octetsOf(needed(salt, 0x04)), roundsOf(needed(rounds)), length, digest);
}

/**
 * The octets without the padding that fills the last block. A padding that is none means that the key was wrong; so do
 * octets that are no sequence of DER, as keys and bags all are: one wrong key in 256 gives a padding by chance.
 */
function unpadded(bytes: Buffer, block: number): Buffer {
  const count = bytes.at(-1) ?? 0;
  const isPadding = count >= 1 && count <= block && bytes.subarray(-count).every((octet) => octet === count);
  const plain = bytes.subarray(0, -count);
  if (!isPadding || !isSequence(plain)) throw new WrongPassPhrase();
  return plain;
}

/** Whether the octets are one whole sequence, whatever is in it. */
function isSequence(octets: Buffer): boolean {
  try {
    const { tag, whole } = read(octets);
    return tag === tags.sequence && whole.length === octets.length;
  } catch (error) {
    if (error instanceof DerFault) return false;
    throw error;
  }
}

function deciphered(cipher: string, key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const block = cipher.startsWith('aes') ? 16 : 8;
  if (iv.length !== block || data.length === 0 || data.length % block !== 0) throw new DerFault();
  const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
  return unpadded(Buffer.concat([decipher.update(data), decipher.final()]), iv.length);
}

/** Ciphers of PBES2: name and length of the key. */
const modern: Readonly<Record<string, readonly [string, number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};

/** Ciphers of PKCS #12 itself, all with SHA-1 (RFC 7292, appendix C): length of the key, and how it deciphers. */
const old: Readonly<Record<string, readonly [number, (key: Buffer, iv: Buffer, data: Buffer) => Buffer]>> = {
  '1.2.840.113549.1.12.1.3': [24, (key, iv, data) => deciphered('des-ede3-cbc', key, iv, data)],
  '1.2.840.113549.1.12.1.4': [
    16,
    (key, iv, data) => deciphered('des-ede3-cbc', Buffer.concat([key, key.subarray(0, 8)]), iv, data),
  ],
  '1.2.840.113549.1.12.1.5': [16, (key, iv, data) => unpadded(decryptRc2(data, key, iv, 128), 8)],
  '1.2.840.113549.1.12.1.6': [5, (key, iv, data) => unpadded(decryptRc2(data, key, iv, 40), 8)],
};

/** What was hidden by a pass phrase: PBES2 (RFC 8018) or one of the four old ways of PKCS #12. */
export function uncovered(algorithm: Value, data: Buffer, passPhrase: string): Buffer {
  const { name, parameters } = algorithmOf(algorithm);
  if (name === '1.2.840.113549.1.5.13') {
    const [derivation, scheme] = items(needed(parameters));
    const { name: cipher, parameters: iv } = algorithmOf(needed(scheme));
    const [cipherName, length] = modern[cipher] ?? [];
    if (cipherName === undefined || length === undefined) throw new UnknownAlgorithm(cipher);
    const key = stretched(needed(derivation), passPhrase, length);
    return deciphered(cipherName, key, octetsOf(needed(iv, 0x04)), data);
  }
  const [length, decipher] = old[name] ?? [];
  if (length === undefined || !decipher) throw new UnknownAlgorithm(name);
  const [salt, rounds] = items(needed(parameters));
  const drawing = [wide(passPhrase), octetsOf(needed(salt, 0x04)), roundsOf(needed(rounds))] as const;
  return decipher(drawn('sha1', ...drawing, 1, length), drawn('sha1', ...drawing, 2, 8), data);
}

/** Throws where the check of a key file does not agree with its content: MacData of RFC 7292, also in the way of RFC 9579. */
export function proveWhole(macData: Value, content: Buffer, passPhrase: string): void {
  const [digestInfo, salt, rounds] = items(macData);
  const [algorithm, digest] = items(needed(digestInfo));
  const { name, parameters } = algorithmOf(needed(algorithm));
  const said = octetsOf(needed(digest, 0x04));
  const agrees = (hash: string, key: Buffer): boolean => {
    const made = createHmac(hash, key).update(content).digest();
    return made.length === said.length && timingSafeEqual(made, said);
  };
  if (name === '1.2.840.113549.1.5.14') {
    const [derivation, check] = items(needed(parameters));
    const hash = found(pseudoRandom, algorithmOf(needed(check)).name);
    const { parameters: inner } = algorithmOf(needed(derivation));
    const length = items(needed(inner)).at(2);
    const size = length?.tag === 0x02 ? smallOf(length) : said.length;
    if (!agrees(hash, stretched(needed(derivation), passPhrase, size))) throw new WrongPassPhrase();
    return;
  }
  const hash = found(digests, name);
  const turns = rounds ? roundsOf(rounds) : 1;
  const key = drawn(hash, wide(passPhrase), octetsOf(needed(salt, 0x04)), turns, 3, said.length);
  if (!agrees(hash, key)) throw new WrongPassPhrase();
}
