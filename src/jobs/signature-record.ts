import * as z from 'zod';
import { DocumentSignature } from '../model/document.ts';

/** What the manifest says of the signature of a document. */
export const SignatureRecord = z.strictObject({
  ...DocumentSignature.shape,
  /** When a time stamp authority saw the signature (UTC); null without one. */
  stamped: z.string().nullable(),
  /** SHA-256 of the certificate. */
  certificate: z.string(),
  /** The file as it was before signing, with which the signed one begins; and the hash of its data without the words about the signature. */
  unsigned: z.strictObject({ bytes: z.int(), sha256: z.string(), data: z.string() }),
  /** The file of a detached signature. */
  detached: z.strictObject({ file: z.string(), bytes: z.int(), sha256: z.string() }).optional(),
});
export type SignatureRecord = z.infer<typeof SignatureRecord>;
