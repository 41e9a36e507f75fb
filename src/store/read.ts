import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';

function reading<T>(file: string, read: () => T): Outcome<T> {
  try {
    return success(read());
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const finding =
      reason === 'ENOENT'
        ? diagnostic('file-missing', { file }, { file })
        : diagnostic('file-unreadable', { file, reason }, { file });
    return failure([finding]);
  }
}

/** The bytes of a file, or why not: `file-missing`, `file-unreadable`. */
export const readBytes = (file: string): Outcome<Buffer> => reading(file, () => readFileSync(file));

/** The first bytes of a file; undefined where it cannot be read, which the reading of the whole will say. */
export function readHead(file: string, length: number): Buffer | undefined {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(length);
      return head.subarray(0, readSync(handle, head, 0, length, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** The names in a folder, sorted, or why not: `file-missing`, `file-unreadable`. */
export const listFolder = (folder: string): Outcome<string[]> => reading(folder, () => readdirSync(folder).sort());

/** The text of a UTF-8 file without its byte order mark, or why not: also `not-utf8`. */
export function readText(file: string): Outcome<string> {
  const bytes = readBytes(file);
  return bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
}

/** Bytes as UTF-8 without their byte order mark, or `not-utf8`; `file` is what the finding names. */
export function decodeUtf8(bytes: Uint8Array, file: string): Outcome<string> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failure([diagnostic('not-utf8', { file }, { file })]);
  }
}
