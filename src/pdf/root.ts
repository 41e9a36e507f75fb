import { createHash } from 'node:crypto';
import { infoEntries, writeMetadata, writeOutputIntent, type FileFacts } from './archive.ts';
import type { Objects } from './objects.ts';
import { writeOutline, type Bookmark } from './outline.ts';

/** Numbers of the objects that the root of a file names. */
export interface RootObjects {
  readonly metadata: number;
  readonly intent: number;
  readonly outline?: number;
  readonly info: number;
}

/** What every file of ours has at its root: metadata, colours, bookmarks, the facts for old readers. */
export function rootObjects(facts: FileFacts, bookmarks: readonly Bookmark[], objects: Objects): RootObjects {
  const metadata = writeMetadata(facts, objects);
  const intent = writeOutputIntent(objects);
  const outline = writeOutline(bookmarks, objects);
  const info = objects.add(infoEntries(facts));
  return { metadata, intent, info, ...(outline === undefined ? {} : { outline }) };
}

/** The number in the trailer by which programs know the file: the hash of all that it shows and says; text as one byte a letter. */
export function identity({ title, date, conformance }: FileFacts, hashed: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of [title, date ?? '', conformance]) hash.update(part).update('\0');
  for (const part of hashed) (typeof part === 'string' ? hash.update(part, 'latin1') : hash.update(part)).update('\0');
  return hash.digest('hex').slice(0, 32).toUpperCase();
}
