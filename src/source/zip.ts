import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { PackingFault } from './bytes.ts';
import { XmlFault, XmlScanner, type XmlHandlers } from './xml.ts';

// A workbook is refused from its directory where it promises too much, and stopped where it gives more than it promised.
const MAX_ENTRIES = 10_000;
const SWELL_FROM = 64 << 20;
const RATIO = 200;
const MAX_ENTRY = 4 * 2 ** 30;

/** Opens a zip; what is none becomes a `PackingFault`. */
export async function openZip(file: string): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve, reject) =>
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(zipFault(error)) : resolve(zip),
    ),
  );
}

const zipFault = (error: unknown): unknown =>
  error instanceof Error && !('syscall' in error) ? new PackingFault('broken', error.message) : error;

/** The directory by name, refused where it promises too much. */
export const entriesOf = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MAX_ENTRIES) return reject(new PackingFault('bomb', `${MAX_ENTRIES}+`));
      if (entry.uncompressedSize > SWELL_FROM && entry.uncompressedSize > entry.compressedSize * RATIO) {
        return reject(
          new PackingFault('bomb', `${entry.fileName}: ${entry.uncompressedSize} / ${entry.compressedSize}`),
        );
      }
      if (entry.uncompressedSize > MAX_ENTRY)
        return reject(new PackingFault('bomb', `${entry.fileName}: ${entry.uncompressedSize}`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', (error: unknown) => reject(zipFault(error)));
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(zipFault(error)) : resolve(stream))),
  );

export interface Handlers extends XmlHandlers {
  /** True to stop early. */
  done?(): boolean;
}

/** The unpacked bytes as they come; what breaks the packing becomes a `PackingFault`. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await streamOf(zip, entry);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw zipFault(error);
  } finally {
    stream.destroy();
  }
}

/** Reads an XML part as it is unpacked, and gives a turn after each piece; a part that is not there reads as empty. */
export async function* parsingXml(zip: ZipFile, entry: Entry | undefined, handlers: Handlers): AsyncGenerator<void> {
  if (!entry) return;
  const scanner = new XmlScanner(handlers);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of unpacked(zip, entry)) {
      scanner.write(decoder.decode(chunk, { stream: true }));
      yield;
      if (handlers.done?.()) return;
    }
    scanner.end();
    yield;
  } catch (error) {
    if (error instanceof XmlFault) throw new PackingFault('broken', `${entry.fileName}: ${error.message}`);
    throw error;
  }
}

/** Reads an XML part at one go. */
export async function parseXml(zip: ZipFile, entry: Entry | undefined, handlers: Handlers): Promise<void> {
  const pieces = parsingXml(zip, entry, handlers);
  while (!(await pieces.next()).done);
}
