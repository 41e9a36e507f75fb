/**
 * RC2 (RFC 2268), decryption only: old key files hide their certificates with it, and the cryptography of Node no longer has it.
 */

/** RFC 2268, section 2: the digits of pi, shuffled. */
const pi = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const at = (table: ArrayLike<number>, index: number): number => table[index] ?? 0;

/** The 64 words of the schedule, for a key that counts for `bits` bits. */
function schedule(key: Buffer, bits: number): Uint16Array {
  const long = Buffer.alloc(128);
  key.copy(long);
  for (let i = key.length; i < 128; i++) long[i] = at(pi, (at(long, i - 1) + at(long, i - key.length)) & 255);
  const counted = Math.ceil(bits / 8);
  long[128 - counted] = at(pi, at(long, 128 - counted) & (255 >> (8 * counted - bits)));
  for (let i = 127 - counted; i >= 0; i--) long[i] = at(pi, at(long, i + 1) ^ at(long, i + counted));
  return Uint16Array.from({ length: 64 }, (_, i) => long.readUInt16LE(2 * i));
}

const turns = [1, 2, 3, 5] as const;

/** One block, in place: the rounds of encryption backwards. */
function decryptBlock(words: Uint16Array, keys: Uint16Array): void {
  let key = 63;
  for (let round = 15; round >= 0; round--) {
    for (let i = 3; i >= 0; i--) {
      const turn = at(turns, i);
      const [one, two, three] = [at(words, (i + 3) & 3), at(words, (i + 2) & 3), at(words, (i + 1) & 3)];
      const turned = (at(words, i) >>> turn) | (at(words, i) << (16 - turn));
      words[i] = turned - at(keys, key--) - (one & two) - (~one & three);
    }
    // Two rounds of mashing lie between the sixteen of mixing.
    if (round === 11 || round === 5) {
      for (let i = 3; i >= 0; i--) words[i] = at(words, i) - at(keys, at(words, (i + 3) & 3) & 63);
    }
  }
}

/** Whole blocks of eight octets in CBC; the padding stays. */
export function decryptRc2(data: Buffer, key: Buffer, iv: Buffer, bits: number): Buffer {
  const keys = schedule(key, bits);
  const out = Buffer.alloc(data.length);
  for (let from = 0; from + 8 <= data.length; from += 8) {
    const words = Uint16Array.from({ length: 4 }, (_, i) => data.readUInt16LE(from + 2 * i));
    decryptBlock(words, keys);
    const before = from === 0 ? iv : data.subarray(from - 8, from);
    words.forEach((word, i) => out.writeUInt16LE(word ^ before.readUInt16LE(2 * i), from + 2 * i));
  }
  return out;
}
