import { PDFDocument, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from 'pdf-lib';
import type { PlacedFigure } from '../layout/index.ts';

/**
 * Takes a page of another PDF into the document as a form that is drawn at the figure's size. Its own marks of reading order are
 * made plain: they count in that other document, and the figure is described by its alternative text.
 */
export async function embedFigure(figure: PlacedFigure, target: PDFDocument): Promise<number> {
  const source = await PDFDocument.load(figure.source.pdf, { updateMetadata: false });
  const page = source.getPages()[figure.source.page];
  if (!page) throw new RangeError(`the drawing has no page ${figure.source.page}`);
  const [width, height] = [page.getWidth(), page.getHeight()];
  const { x, y } = page.getMediaBox();
  const scale = [figure.width / width, figure.height / height] as const;
  const embedded = await target.embedPage(page, { left: x, bottom: y, right: x + width, top: y + height }, [
    scale[0],
    0,
    0,
    scale[1],
    -x * scale[0],
    -y * scale[1],
  ]);
  await embedded.embed();
  const form = target.context.lookup(embedded.ref);
  if (form instanceof PDFRawStream) form.dict.delete(PDFName.of('StructParents'));
  unmark(target, embedded.ref.objectNumber);
  return embedded.ref.objectNumber;
}

/** Every beginning of marked content: a name, perhaps with a property list, and the operator. */
const marks = /\/\w+\s*(?:BMC|(?:\/\w+|<<(?:[^<>]|<<[^<>]*>>|<[\dA-Fa-f]*>)*>>)\s*BDC)/g;

function unmark(target: PDFDocument, id: number): void {
  const reference = PDFRef.of(id);
  const form = target.context.lookup(reference);
  if (!(form instanceof PDFRawStream)) return;
  const content = Buffer.from(decodePDFRawStream(form).decode()).toString('latin1');
  if (!/B[MD]C\b/.test(content)) return;
  const plain = content.replace(marks, '/Span BMC');
  const dictionary = form.dict.clone();
  dictionary.delete(PDFName.of('Filter'));
  target.context.assign(reference, PDFRawStream.of(dictionary, Buffer.from(plain, 'latin1')));
}
