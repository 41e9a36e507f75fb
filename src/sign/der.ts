/**
 * The encoding of keys, certificates and signatures: ASN.1 in BER for what is read (programs differ), in DER for what is written
 * (X.690). Whatever does not read as it should throws a `DerFault`; each reader of this folder turns it into a finding.
 */
export class DerFault extends Error {}

/** One value: its tag as the first octet (`0x30` a sequence), all its octets, and what it holds. */
export interface Value {
  readonly tag: number;
  readonly whole: Buffer;
  readonly content: Buffer;
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  none: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

const constructed = 0x20;
/** No key or certificate is nested deeper; a file that is, is hostile. */
const deepest = 40;

/** A length of no stated number of octets: the content ends where two zeros stand for a value. */
function untilEnd(bytes: Buffer, from: number, depth: number): number {
  let at = from;
  while (bytes.readUInt16BE(at) !== 0) at += valueAt(bytes, at, depth + 1).whole.length;
  return at;
}

function valueAt(bytes: Buffer, from: number, depth = 0): Value {
  const tag = bytes[from];
  const first = bytes[from + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > deepest) throw new DerFault();
  const start = from + 2;
  if (first === 0x80) {
    if (!(tag & constructed) || bytes.length < start + 2) throw new DerFault();
    try {
      const end = untilEnd(bytes, start, depth);
      return { tag, whole: bytes.subarray(from, end + 2), content: bytes.subarray(start, end) };
    } catch {
      throw new DerFault();
    }
  }
  const digits = first < 0x80 ? 0 : first & 0x7f;
  if (digits > 4 || start + digits > bytes.length) throw new DerFault();
  const length = digits === 0 ? first : bytes.readUIntBE(start, digits);
  const end = start + digits + length;
  if (end > bytes.length) throw new DerFault();
  return { tag, whole: bytes.subarray(from, end), content: bytes.subarray(start + digits, end) };
}

/** The first value in these octets; what stands behind it does not matter (a signature is followed by its padding). */
export const read = (bytes: Uint8Array): Value =>
  valueAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);

/** The values inside a value. */
export function items(value: Value): Value[] {
  if (!(value.tag & constructed)) throw new DerFault();
  const found: Value[] = [];
  for (let at = 0; at < value.content.length;) {
    const item = valueAt(value.content, at);
    found.push(item);
    at += item.whole.length;
  }
  return found;
}

/** A value that has to be there, perhaps with the tag that it has to have. */
export function needed(value: Value | undefined, tag?: number): Value {
  if (!value || (tag !== undefined && value.tag !== tag)) throw new DerFault();
  return value;
}

/** The octets of an OCTET STRING, which may have come in pieces; also under a tag of its place. */
export const octetsOf = (value: Value): Buffer =>
  value.tag & constructed ? Buffer.concat(items(value).map(octetsOf)) : value.content;

export function oidOf(value: Value): string {
  needed(value, tags.oid);
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of value.content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** A whole number that is small: a count, a version. */
export function smallOf(value: Value): number {
  needed(value, tags.integer);
  if (value.content.length === 0 || value.content.length > 6) throw new DerFault();
  return value.content.readIntBE(0, value.content.length);
}

const decoders: Readonly<Record<number, (content: Buffer) => string>> = {
  0x0c: (content) => content.toString('utf8'),
  0x13: (content) => content.toString('latin1'),
  0x14: (content) => content.toString('latin1'),
  0x16: (content) => content.toString('latin1'),
  0x1e: (content) =>
    Buffer.from(content.subarray(0, content.length & ~1))
      .swap16()
      .toString('utf16le'),
};

/** The text of a string of any kind, of the kinds that names are written in; undefined for others. */
export const textOf = ({ tag, content }: Value): string | undefined => decoders[tag]?.(content);

/** UTCTime or GeneralizedTime as ISO 8601 in UTC (RFC 5280, 4.1.2.5): `2025-11-25T10:19:00Z`. */
export function timeOf({ tag, content }: Value): string {
  const text = content.toString('latin1');
  const year = tag === 0x17 ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') : '';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(`${year}${text}`);
  if (!parts || (tag !== 0x17 && tag !== 0x18)) throw new DerFault();
  const [, ...[y, mo, d, h, mi, s]] = parts;
  return `${y}-${mo}-${d}T${h}:${mi}:${s}Z`;
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = length.toString(16);
  const octets = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

/** A value with its tag, its length and what it holds. */
export function write(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => write(tags.sequence, ...parts);
export const octets = (bytes: Uint8Array): Buffer => write(tags.octets, bytes);
export const none = write(tags.none);
/** `[n]` with the values inside it. */
export const placed = (n: number, ...parts: readonly Uint8Array[]): Buffer => write(0xa0 | n, ...parts);
/** In DER the members of a set stand in the order of their octets. */
export const sorted = (parts: readonly Buffer[]): Buffer[] => [...parts].sort(Buffer.compare);
export const set = (...parts: readonly Buffer[]): Buffer => write(tags.set, ...sorted(parts));

/** A whole number that is not negative, from its octets. */
export function unsigned(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((octet) => octet !== 0);
  const digits = start < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(start));
  return write(tags.integer, (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

export function oid(dotted: string): Buffer {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const content = [first * 40n + second, ...rest].flatMap((arc) => {
    const octetsOfArc = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) octetsOfArc.unshift(Number(left & 0x7fn) | 0x80);
    return octetsOfArc;
  });
  return write(tags.oid, Buffer.from(content));
}

/**
 * The same value with every length stated, as DER wants it: some programs end their signatures by a mark instead. What had its
 * lengths keeps its octets, since a signature may lie over them.
 */
export function definite(value: Value, depth = 0): Buffer {
  if (!(value.tag & constructed)) return value.whole;
  if (depth > deepest) throw new DerFault();
  const inside = items(value);
  const stated = inside.map((item) => definite(item, depth + 1));
  const isStated = value.whole[1] !== 0x80 && stated.every((octets, index) => octets === inside[index]?.whole);
  return isStated ? value.whole : write(value.tag, ...stated);
}
