import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { PackingFault, packingOf, rawChunks } from '../../../src/source/bytes.ts';
import { detectEncoding, utf8Chunks, type Encoding, type Recoded } from '../../../src/source/encoding.ts';
import { Interner } from '../../../src/source/interner.ts';

const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function recoded(chunks: AsyncIterable<Buffer>): Promise<{ text: string; told: Recoded[] }> {
  const told: Recoded[] = [];
  const parts: Buffer[] = [];
  for await (const chunk of utf8Chunks(chunks, (found) => told.push(found))) parts.push(chunk);
  return { text: Buffer.concat(parts).toString('utf8'), told };
}

async function text(name: string, bytes: Uint8Array): Promise<{ text: string; encoding: Encoding }> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const { text: found, told } = await recoded(rawChunks(file));
  return { text: found, encoding: told[0]?.encoding ?? 'utf-8' };
}

/** Bytes cut into pieces of a length. */
async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const russian = 'услуга;дата\nВыдача лицензии;2025-01-01\n';
const kazakh = 'қызмет;күні\nЛицензия беру, әөүұңғһі;2025-01-01\n';

describe('a text arrives as UTF-8 whatever it was', () => {
  it.each([
    ['utf-8', Buffer.from(kazakh)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(kazakh)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(kazakh, 'utf16le')])],
    ['kz-1048', iconv.encode(kazakh, 'rk1048')],
  ] as const)('%s', async (encoding, bytes) => expect(await text('kk.csv', bytes)).toEqual({ text: kazakh, encoding }));

  it('windows-1251', async () =>
    expect(await text('ru.csv', iconv.encode(russian, 'win1251'))).toEqual({
      text: russian,
      encoding: 'windows-1251',
    }));

  it('packed', async () =>
    expect(await text('ru.csv.gz', gzipSync(russian.repeat(5000)))).toEqual({
      text: russian.repeat(5000),
      encoding: 'utf-8',
    }));

  it('a character that the head of 64 KB cuts in two does not change the encoding', () => {
    for (let pad = 0; pad < 4; pad += 1)
      expect(detectEncoding(Buffer.from('x'.repeat(pad) + 'ң'.repeat(40000)))).toBe('utf-8');
  });
});

describe('lines of several encodings', () => {
  const win = (line: string) => iconv.encode(line, 'win1251');
  const kz = (line: string) => iconv.encode(line, 'rk1048');

  it('the first Kazakh letter far below the head is read as such', async () => {
    const bytes = Buffer.concat([win(russian.repeat(5000)), kz('Қарағанды облысы\n')]);
    const { text: found, told } = await recoded(pieces(bytes, 1 << 16));
    expect(found.endsWith('лицензии;2025-01-01\nҚарағанды облысы\n')).toBe(true);
    expect(told).toEqual([{ encoding: 'kz-1048', lines: 10_001, mixed: false }]);
  });

  it.each([1, 7, 64, 100_000])('files glued together are read whole, in pieces of %i bytes', async (length) => {
    const bytes = Buffer.concat([Buffer.from(kazakh), win(russian), Buffer.from('ascii\n'), win(russian)]);
    const { text: found, told } = await recoded(pieces(bytes, length));
    expect(found).toBe(`${kazakh}${russian}ascii\n${russian}`);
    expect(told).toEqual([{ encoding: 'windows-1251', lines: 4, mixed: true }]);
  });

  it('one damaged byte does not turn a UTF-8 line into another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from('қызмет\nүй '), Buffer.from([0xe4]), Buffer.from('бір\nсоңы\n')]);
    const { text: found, told } = await recoded(pieces(bytes, 1000));
    expect(found).toBe('қызмет\nүй \ufffdбір\nсоңы\n');
    expect(told).toEqual([]);
  });

  it('UTF-16 without a mark is known by its zero bytes', async () =>
    expect(await text('wide.csv', Buffer.from(russian.replace(/[а-я]+/giu, 'field'), 'utf16le'))).toMatchObject({
      encoding: 'utf-16le',
      text: russian.replace(/[а-я]+/giu, 'field'),
    }));
});

it('what a file is is told by its first bytes, not by its name', () => {
  const file = join(folder, 'renamed.csv');
  for (const [bytes, packing] of [
    [gzipSync('x'), 'gzip'],
    [Buffer.from('PK\u0003\u0004'), 'zip'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old'],
    [Buffer.from('id;'), 'none'],
    [Buffer.alloc(0), 'none'],
  ] as const) {
    writeFileSync(file, bytes);
    expect(packingOf(file)).toBe(packing);
  }
});

describe('packing that cannot be trusted', () => {
  const fault = (name: string, bytes: Uint8Array) =>
    text(name, bytes).catch((error: unknown) => (error instanceof PackingFault ? error.kind : error));

  it('a bomb is stopped on the way', async () =>
    expect(await fault('bomb.csv.gz', gzipSync(Buffer.alloc(200 << 20)))).toBe('bomb'));
  it('a file cut short', async () =>
    expect(await fault('cut.csv.gz', gzipSync(russian.repeat(5000)).subarray(0, 120))).toBe('broken'));
  it('what is not packed at all', async () => expect(await fault('plain.csv.gz', Buffer.from(russian))).toBe('broken'));
});

describe('a set of ids', () => {
  it('knows each again, also after growing many times, and keeps its mark', () => {
    const set = new Interner(8);
    const ids = Array.from({ length: 70000 }, (_, index) =>
      Buffer.from(`id-${index.toString(36)}`.padEnd(4 + (index % 30), 'x')),
    );
    const places = ids.map((id, index) => set.add(id, 0, id.length, index & 0xffff));
    expect(set.size).toBe(70000);
    ids.forEach((id, index) => {
      expect(set.add(id, 0, id.length, 1)).toBe(places[index]);
      expect(set.found).toBe(true);
      expect(set.markOf(places[index] ?? -1)).toBe(index & 0xffff);
    });
    expect(set.size).toBe(70000);
  });

  it('tells ids of one hash apart by their bytes', () => {
    const seen = new Map<number, string>();
    let pair: [string, string] | undefined;
    for (let index = 0; !pair; index += 1) {
      const id = `n${index}`;
      const hash = Interner.hash(Buffer.from(id), 0, id.length);
      const other = seen.get(hash);
      if (other !== undefined) pair = [other, id];
      seen.set(hash, id);
    }
    const set = new Interner();
    for (const id of pair) {
      set.add(Buffer.from(id), 0, id.length, 0);
      expect(set.found).toBe(false);
    }
    expect(set.size).toBe(2);
  });
});
