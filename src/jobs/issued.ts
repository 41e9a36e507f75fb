import { basename } from 'node:path';
import * as z from 'zod';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { readText, sha256 } from '../store/index.ts';

const Prefix = z.object({ bytes: z.int(), sha256: z.string() });

/** What `verify` needs of a manifest; whatever else stands there does not matter. */
const Manifest = z.object({
  documents: z.array(
    z.object({ file: z.string(), sha256: z.string(), signature: z.object({ unsigned: Prefix }).optional() }),
  ),
});

/** Documents that were issued, by the name of their file. */
export type Issued = ReadonlyMap<string, z.infer<typeof Manifest>['documents'][number]>;

/** Reads the manifest that says what was issued. Faults: `manifest-broken`, and those of reading a file. */
export function readIssued(file: string): Outcome<Issued> {
  const text = readText(file);
  if (!text.ok) return text;
  try {
    const found = Manifest.safeParse(JSON.parse(text.value));
    if (found.success) return success(new Map(found.data.documents.map((one) => [one.file, one])));
  } catch {
    // Not JSON: said below.
  }
  return failure([diagnostic('manifest-broken', {}, { file })]);
}

/** Whether a file is the one that was issued, and begins with what it was before it was signed. */
export function issueFaults(file: string, bytes: Uint8Array, issued: Issued): Diagnostic[] {
  const entry = issued.get(basename(file));
  if (!entry) return [diagnostic('manifest-unlisted', { file }, { file })];
  const faults: Diagnostic[] = [];
  if (sha256(bytes) !== entry.sha256) faults.push(diagnostic('manifest-differs', { file }, { file }));
  const unsigned = entry.signature?.unsigned;
  if (unsigned && sha256(bytes.subarray(0, unsigned.bytes)) !== unsigned.sha256)
    faults.push(diagnostic('manifest-original-differs', { file }, { file }));
  return faults;
}
