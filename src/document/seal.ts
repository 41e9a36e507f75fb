import * as z from 'zod';
import type { DocumentModel } from '../model/document.ts';
import { formatShortDate } from '../text/index.ts';

export const sealSchema = z.strictObject({ qr: z.string(), hash: z.string() });
/** What proves a document: the SHA-256 of its model in canonical JSON, and the text of the QR code that names it. */
export type Seal = z.infer<typeof sealSchema>;

/** JSON by RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

/**
 * The text of the QR code: number, date, issuer and hash, on one line (an attribute of the markup holds no line feed). Never an ИИН or a name: the code is read by
 * anyone who sees the paper.
 */
export function sealOf(model: DocumentModel, hash: string): Seal {
  const { number, issued, provider } = model;
  const issuer =
    typeof provider === 'string'
      ? provider
      : ((model.language === 'kk' ? provider.kk : provider.ru) ?? provider.kk ?? '');
  return { hash, qr: [`№ ${number ?? model.case}`, formatShortDate(issued), issuer, `sha256:${hash}`].join(' | ') };
}
