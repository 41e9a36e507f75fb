import { success, type Outcome } from '../diagnostics/index.ts';
import { canonicalJson, documentOf, parseMarkup, sealOf, type Seal, type Template } from '../document/index.ts';
import { layOut } from '../layout/index.ts';
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

/** model -> hash and QR text -> markup -> blocks -> pages -> bytes. The same model and template give the same bytes. */
export async function setDocument(model: DocumentModel, template: Template): Promise<Outcome<SetDocument>> {
  const json = canonicalJson(model);
  const seal = sealOf(model, sha256(json));
  const lang: Language = model.language === 'ru' ? 'ru' : 'kk';
  const markup = template.fill({ ...model, seal }, lang);
  if (!markup.ok) return markup;
  const element = parseMarkup(template.file, markup.value);
  if (!element.ok) return element;
  const title = `${anyWording(template.texts.name, lang, lang) ?? model.kind} № ${model.number ?? model.case}`;
  const fonts = loadFonts();
  const layout = layOut(documentOf(element.value, title, lang, model.specimen ? specimen : undefined), fonts.set);
  if (!layout.ok) return layout;
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
  const bytes = await writePdf(layout.value, meta, fonts);
  return success({ bytes, pages: layout.value.pages.length, seal }, layout.findings);
}
