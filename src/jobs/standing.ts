import { join } from 'node:path';
import { readBytes, sha256 } from '../store/index.ts';
import type { RenderedDocument } from './manifest.ts';

/** How a document stands in its folder: `longer` = its bytes, and more behind them (a signature put on it elsewhere). */
export type Standing = 'same' | 'longer' | 'missing' | 'altered';

/** Compares a file with what was written there. */
export function standingOf(file: string, written: { readonly sha256: string; readonly bytes: number }): Standing {
  const found = readBytes(file);
  if (!found.ok) return 'missing';
  const { length } = found.value;
  if (length < written.bytes) return 'altered';
  if (sha256(found.value.subarray(0, written.bytes)) !== written.sha256) return 'altered';
  return length === written.bytes ? 'same' : 'longer';
}

export const stands = (standing: Standing): standing is 'same' | 'longer' =>
  standing === 'same' || standing === 'longer';

/** How a document stands in its folder, with the file of its detached signature if it has one. */
export function documentStanding(out: string, document: RenderedDocument): Standing {
  const own = standingOf(join(out, document.file), document);
  const beside = document.signature?.detached;
  if (!stands(own) || !beside) return own;
  const standing = standingOf(join(out, beside.file), beside);
  return standing === 'longer' ? 'altered' : stands(standing) ? own : standing;
}
