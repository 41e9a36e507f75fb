import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { folderOnce, packageFolder, writeInto } from '../store/index.ts';

const block = 512;
const textAt = (header: Buffer, from: number, length: number): string =>
  header
    .subarray(from, from + length)
    .toString('latin1')
    .split('\0', 1)[0] ?? '';

/** The plain files of a tar archive (ustar, with or without a prefix field). */
export function* filesOfTar(archive: Buffer): Generator<{ readonly name: string; readonly content: Buffer }> {
  for (let at = 0; at + block <= archive.length;) {
    const header = archive.subarray(at, at + block);
    const name = textAt(header, 0, 100);
    if (name === '') return;
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
    const type = textAt(header, 156, 1);
    if (type === '' || type === '0') yield { name, content: archive.subarray(at + block, at + block + size) };
    at += block + Math.ceil(size / block) * block;
  }
}

/** A name in an archive may not leave the folder it is unpacked into. */
const staysInside = (name: string): boolean => !name.startsWith('/') && !name.split('/').includes('..');

/**
 * Unpacks the browser of `@sparticuz/chromium` once per version and tells where it and its libraries are. Its own
 * `executablePath()` is not used: that one unpacks to a guessable path of the common temporary folder.
 */
export function unpackedBrowser(): { readonly executable: string; readonly libraries: string } | undefined {
  const source = packageFolder('@sparticuz/chromium');
  if (source === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const described: unknown = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const version =
    described !== null && typeof described === 'object' && 'version' in described ? String(described.version) : '0';
  const part = (name: string): Buffer => brotliDecompressSync(readFileSync(join(source, 'bin', name)));
  const folder = folderOnce(`chromium-${version}`, (into) => {
    writeInto(into, 'chromium', part('chromium.br'), 0o755);
    for (const file of filesOfTar(part('al2023.tar.br'))) {
      if (staysInside(file.name)) writeInto(into, file.name, file.content, 0o755);
    }
  });
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') };
}
