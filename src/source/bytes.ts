import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'kz-1048';

const CHUNK = 1 << 19;
const HEAD = 64 * 1024;
/** Beyond so many bytes, a file that swells more than RATIO times when unpacked is taken for a bomb. */
const SWELL_FROM = 64 << 20;
const RATIO = 200;

/** Letters that windows-1251 gives to Serbian, Macedonian and Ukrainian and KZ-1048 (СТ РК 1048-2002) to Kazakh. */
const kazakhBytes = new Set([
  0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf,
]);

/** The head of a text without a character that the cut may have left unfinished. */
const wholeCharacters = (head: Buffer): Buffer => {
  let end = head.length;
  for (let back = 0; back < 3 && end > 0 && ((head[end - 1] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
  return end > 0 && (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head.subarray(0, Math.max(end, 0));
};

/** The encoding of a text by its first 64 KB: byte order mark, strict UTF-8, then by the Kazakh letters. */
export function detectEncoding(bytes: Buffer): Encoding {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (isUtf8(head) || isUtf8(wholeCharacters(head))) return 'utf-8';
  return head.some((byte) => kazakhBytes.has(byte)) ? 'kz-1048' : 'windows-1251';
}

/** The file swells beyond reason when unpacked, or its packing is broken. */
export class PackingFault extends Error {
  readonly kind: 'bomb' | 'broken';
  constructor(kind: 'bomb' | 'broken', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The bytes of a file, unpacked when its name ends in .gz, in chunks. Throws what the file system throws, and `PackingFault`. */
export async function* rawChunks(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file, { highWaterMark: CHUNK });
  if (!file.toLowerCase().endsWith('.gz')) {
    for await (const chunk of stream) yield chunk as Buffer;
    return;
  }
  const unpacked = createGunzip({ chunkSize: CHUNK });
  pipeline(stream, unpacked, () => undefined);
  let length = 0;
  try {
    for await (const chunk of unpacked) {
      length += (chunk as Buffer).length;
      if (length > SWELL_FROM && length > stream.bytesRead * RATIO)
        throw new PackingFault('bomb', `${length} / ${stream.bytesRead}`);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new PackingFault('broken', String(error.code));
    throw error;
  } finally {
    unpacked.destroy();
    stream.destroy();
  }
}

async function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): Promise<(chunk: Buffer) => string> {
  if (encoding !== 'kz-1048') {
    const decoder = new TextDecoder(encoding);
    return (chunk) => decoder.decode(chunk, { stream: true });
  }
  const iconv = (await import('iconv-lite')).default;
  const decoder = iconv.getDecoder('rk1048');
  return (chunk) => decoder.write(chunk);
}

/** The file as UTF-8 without a byte order mark, whatever its encoding. `onEncoding` learns it before the first chunk. */
export async function* utf8Chunks(
  chunks: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let decode: ((chunk: Buffer) => string) | undefined;
  const begin = async (bytes: Buffer): Promise<Buffer> => {
    const encoding = detectEncoding(bytes);
    onEncoding(encoding);
    if (encoding !== 'utf-8') decode = await decoderOf(encoding);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return marked ? bytes.subarray(3) : bytes;
  };
  const out = (chunk: Buffer): Buffer => (decode ? Buffer.from(decode(chunk), 'utf8') : chunk);
  for await (const chunk of chunks) {
    if (!head) {
      yield out(chunk);
      continue;
    }
    head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
    if (head.length < HEAD) continue;
    const bytes = await begin(head);
    head = undefined;
    yield out(bytes);
  }
  if (head) yield out(await begin(head));
}
