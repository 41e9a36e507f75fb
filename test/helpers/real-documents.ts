import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderBatch } from '../../src/jobs/render-batch.ts';
import { layOutDocument, modelName, type LaidOutDocument } from '../../src/jobs/set-document.ts';
import { loadTemplates } from '../../src/jobs/templates.ts';
import type { DocumentKind } from '../../src/model/index.ts';
import { documentModels } from '../../src/model/document.ts';
import { readPdf } from '../../src/pdf/finished.ts';
import { freshFolder } from './cases.ts';

/** A printed document of the example cases: the file, and its pages laid out once more from the data that the file holds. */
export interface RealDocument {
  /** `licence`, or `receipt.kk` for a kind that has a sheet for each language. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly language: 'kk' | 'ru' | 'both';
  readonly case: string;
  readonly file: string;
  readonly pages: number;
  readonly laidOut: LaidOutDocument;
}

const { templates } = loadTemplates('.');

async function laidOut(file: string, kind: DocumentKind): Promise<LaidOutDocument> {
  const attachment = (await readPdf(readFileSync(file)))?.attachments.get(modelName);
  const template = templates.get(kind);
  const model = documentModels.get(kind)?.parse(JSON.parse(Buffer.from(attachment ?? []).toString('utf8')));
  if (!model || !template) throw new Error(`${file}: no data or no template`);
  const outcome = layOutDocument(model, template);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

/** One document of every kind, of a kind of one language in both: the shortest that the examples print, by name. */
export async function realDocuments(): Promise<RealDocument[]> {
  const out = freshFolder();
  const { documents } = await renderBatch({ root: '.', cases: ['examples/cases'], out });
  const found = new Map<string, Omit<RealDocument, 'laidOut'>>();
  for (const { kind, language, file, pages, case: number } of documents) {
    const name = language === 'both' ? kind : `${kind}.${language}`;
    const path = join(out, file);
    if (pages >= (found.get(name)?.pages ?? Infinity)) continue;
    found.set(name, { name, kind, language, case: number, file: path, pages });
  }
  const laid = [...found.values()].map(async (one) => ({ ...one, laidOut: await laidOut(one.file, one.kind) }));
  return (await Promise.all(laid)).sort((one, other) => (one.name < other.name ? -1 : 1));
}
