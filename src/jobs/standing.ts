import { readBytes, sha256 } from '../store/index.ts';

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
