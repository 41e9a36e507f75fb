import type { Hash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

const CHUNK = 1 << 19;
/** Beyond so many bytes, a file that swells more than RATIO times when unpacked is taken for a bomb. */
const SWELL_FROM = 64 << 20;
const RATIO = 200;

/** The file swells beyond reason when unpacked, or its packing is broken. */
export class PackingFault extends Error {
  readonly kind: 'bomb' | 'broken';
  constructor(kind: 'bomb' | 'broken', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Throws where so many bytes come out of so few. */
export function refuseSwelling(unpacked: number, packed: number): void {
  if (unpacked > SWELL_FROM && unpacked > packed * RATIO) throw new PackingFault('bomb', `${unpacked} / ${packed}`);
}

/** What a file is by its first bytes; `old` = the container of Excel before 2007, and of workbooks locked with a password. */
export type Packing = 'zip' | 'gzip' | 'old' | 'parquet' | 'none';
const marks: readonly (readonly [Packing, string])[] = [
  ['zip', '504b0304'],
  ['gzip', '1f8b'],
  ['old', 'd0cf11e0'],
  ['parquet', '50415231'],
];

/** Of a pipe nothing can be told before it is read. Throws what the file system throws. */
export function packingOf(file: string): Packing {
  if (!statSync(file).isFile()) return 'none';
  const head = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 4, 0);
  } finally {
    closeSync(handle);
  }
  return marks.find(([, mark]) => head.toString('hex').startsWith(mark))?.[0] ?? 'none';
}

/** The bytes of a file, unpacked when its name ends in .gz or its first bytes say so, in chunks. Throws what the file system throws, and `PackingFault`. */
export async function* rawChunks(file: string): AsyncGenerator<Buffer> {
  const packed = file.toLowerCase().endsWith('.gz') || packingOf(file) === 'gzip';
  const stream = createReadStream(file, { highWaterMark: CHUNK });
  if (!packed) {
    for await (const chunk of stream) yield chunk as Buffer;
    return;
  }
  const unpacked = createGunzip({ chunkSize: CHUNK });
  pipeline(stream, unpacked, () => undefined);
  let length = 0;
  try {
    for await (const chunk of unpacked) {
      length += (chunk as Buffer).length;
      refuseSwelling(length, stream.bytesRead);
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

/** The chunks as they are; their hash grows with them. */
export async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
