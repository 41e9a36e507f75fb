import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Takes away what was begun; a folder that could not be written may refuse this as well, and has been reported. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The finding about the write says what is wrong.
  }
}

/**
 * Writes a whole file or nothing: a temporary name in the same folder, then a rename. Missing folders are made.
 * A folder that cannot be written is a finding (`file-unwritable`), never a throw.
 */
export function writeAtomic(
  file: string,
  content: string | Uint8Array,
  options: { readonly mode?: number; readonly sync?: boolean } = {},
): Outcome<string> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(temporary, 'w', options.mode ?? 0o644);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
      if (options.sync) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
    return success(file);
  } catch (error) {
    remove(temporary);
    return failure([diagnostic('file-unwritable', { file, reason: reasonOf(error) }, { file })]);
  }
}

/** SHA-256 of bytes or text, as lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
