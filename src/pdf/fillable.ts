import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName, rgb } from 'pdf-lib';
import type { Anchor } from '../layout/index.ts';
import { packageFolder } from '../store/index.ts';

/** A field of choices: one of several squares. Anchors named `<field>.<value>` belong together. */
const partsOf = (name: string): [string, string] => {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
};

/** The frame of a printed square stays in sight around its field. Points. */
const FRAME = 0.9;
const within = (area: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>) => ({
  x: area.x + FRAME,
  y: area.y + FRAME,
  width: area.width - 2 * FRAME,
  height: area.height - 2 * FRAME,
});

/**
 * Puts fields over the places that a document left for the pen: squares become radio groups, lines become text fields.
 * The whole face goes into the file, because a person may type any letter of Kazakh. Such a file is a form, no longer an
 * archive copy, and does not call itself one.
 */
export async function makeFillable(
  bytes: Uint8Array,
  anchors: readonly Anchor[],
  tips: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fontkit = await import('fontkit');
  pdf.registerFontkit(fontkit);
  const folder = packageFolder('@expo-google-fonts/tinos');
  if (folder === undefined) throw new Error('the package @expo-google-fonts/tinos is not installed');
  const font = await pdf.embedFont(readFileSync(join(folder, '400Regular', 'Tinos_400Regular.ttf')), { subset: false });
  const form = pdf.getForm();
  const groups = new Map<string, ReturnType<typeof form.createRadioGroup>>();
  for (const anchor of anchors) {
    const page = pdf.getPage(anchor.page);
    const area = {
      x: anchor.x,
      y: page.getHeight() - anchor.y - anchor.height,
      width: anchor.width,
      height: anchor.height,
    };
    if (anchor.kind === 'text') {
      const field = form.createTextField(anchor.name);
      field.enableMultiline();
      field.addToPage(page, { ...area, font, borderWidth: 0, backgroundColor: rgb(0.93, 0.95, 1) });
      field.setFontSize(10);
      field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(tips.get(anchor.name) ?? anchor.name));
      continue;
    }
    const [name, value] = partsOf(anchor.name);
    const group = groups.get(name) ?? form.createRadioGroup(name);
    if (!groups.has(name)) group.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(tips.get(name) ?? name));
    groups.set(name, group);
    group.addOptionToPage(value, page, { ...within(area), borderWidth: 0, backgroundColor: rgb(0.93, 0.95, 1) });
  }
  form.updateFieldAppearances(font);
  for (const claim of ['Metadata', 'OutputIntents']) pdf.catalog.delete(PDFName.of(claim));
  return pdf.save({ useObjectStreams: false, objectsPerTick: Infinity, updateFieldAppearances: false });
}
