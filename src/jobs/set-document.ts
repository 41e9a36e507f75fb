import { success, type Outcome } from '../diagnostics/index.ts';
import {
  canonicalJson,
  documentOf,
  parseMarkup,
  sealOf,
  type Element,
  type Seal,
  type Template,
} from '../document/index.ts';
import { layOut, type Layout } from '../layout/index.ts';
import type { CaseText } from '../model/case-parts.ts';
import type { DocumentModel } from '../model/document.ts';
import { anyWording, type Language } from '../model/index.ts';
import { loadFonts, writePdf } from '../pdf/index.ts';
import { sha256 } from '../store/index.ts';
import { offsetOn } from '../text/index.ts';

/** The name under which the model lies in the PDF. */
export const modelName = 'document.json';

export interface SetDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly seal: Seal;
}

export const textIn = (text: CaseText, lang: Language): string =>
  typeof text === 'string' ? text : (text[lang] ?? text.kk ?? text.ru ?? '');

/** The start of a day, ISO 8601 with the offset of the capital. */
export const momentOf = (day: string): string => `${day}T00:00:00${offsetOn(day)}`;

/** The words across a specimen, in both languages whatever the document's. */
const specimen = 'ҮЛГІ / ОБРАЗЕЦ';

/** A document on its pages, with the text it was made from. */
export interface LaidOutDocument {
  readonly layout: Layout;
  readonly markup: Element;
  readonly title: string;
  /** The model in canonical JSON, and what proves it. */
  readonly json: string;
  readonly seal: Seal;
}

const languageOf = (model: DocumentModel): Language => (model.language === 'ru' ? 'ru' : 'kk');

/** model -> hash and QR text -> markup -> blocks -> pages. */
export function layOutDocument(model: DocumentModel, template: Template): Outcome<LaidOutDocument> {
  const json = canonicalJson(model);
  const seal = sealOf(model, sha256(json));
  const lang = languageOf(model);
  const filled = template.fill({ ...model, seal }, lang);
  if (!filled.ok) return filled;
  const markup = parseMarkup(template.file, filled.value);
  if (!markup.ok) return markup;
  const title = `${anyWording(template.texts.name, lang, lang) ?? model.kind} № ${model.number ?? model.case}`;
  const { emblem } = template;
  const watermark = model.specimen ? specimen : undefined;
  const layout = layOut(documentOf(markup.value, title, lang, { watermark, emblem }), loadFonts().set);
  if (!layout.ok) return layout;
  return success({ layout: layout.value, markup: markup.value, title, json, seal }, layout.findings);
}

/** model -> pages -> bytes. The same model and template give the same bytes. */
export async function setDocument(model: DocumentModel, template: Template): Promise<Outcome<SetDocument>> {
  const laidOut = layOutDocument(model, template);
  if (!laidOut.ok) return laidOut;
  const { layout, title, json, seal } = laidOut.value;
  const lang = languageOf(model);
  const attachment = {
    name: modelName,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(json),
    description: title,
  };
  const meta = {
    date: momentOf(model.issued),
    author: textIn(model.provider, lang),
    subject: textIn(model.service.title, lang),
    attachment,
  };
  const bytes = await writePdf(layout, meta, loadFonts());
  return success({ bytes, pages: layout.pages.length, seal }, laidOut.findings);
}
