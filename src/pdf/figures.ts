import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFRawStream, decodePDFRawStream, type PDFPage } from 'pdf-lib';
import type { PlacedFigure } from '../layout/index.ts';
import { Copier } from './copy.ts';
import { number } from './encode.ts';
import type { Objects } from './objects.ts';

/** Every beginning of marked content: a name, perhaps with a property list, and the operator. */
const marks = /\/\w+\s*(?:BMC|(?:\/\w+|<<(?:[^<>]|<<[^<>]*>>|<[\dA-Fa-f]*>)*>>)\s*BDC)/g;

/** The operators of a page, its marks of reading order made plain: they count in that other document. */
function operatorsOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((entry) => page.doc.context.lookup(entry)) : [contents];
  return streams
    .filter((stream) => stream instanceof PDFRawStream)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n')
    .replace(marks, '/Span BMC');
}

/**
 * Takes a page of another PDF into the document as a form that is drawn at the figure's size; gives its number. It is described
 * by the alternative text of the figure.
 */
export async function embedFigure(figure: PlacedFigure, objects: Objects): Promise<number> {
  const source = await PDFDocument.load(figure.source.pdf, { updateMetadata: false });
  const page = source.getPages()[figure.source.page];
  if (!page) throw new RangeError(`the drawing has no page ${figure.source.page}`);
  const { x, y, width, height } = page.getMediaBox();
  const [across, up] = [figure.width / width, figure.height / height];
  const matrix = [across, 0, 0, up, -x * across, -y * up].map((value) => value.toFixed(6)).join(' ');
  const box = [x, y, x + width, y + height].map(number).join(' ');
  const resources = new Copier(objects).text(
    page.node.Resources() ?? PDFDict.withContext(source.context),
    source.context,
  );
  const dictionary = `/Type /XObject /Subtype /Form /BBox [${box}] /Matrix [${matrix}] /Resources ${resources}`;
  return objects.stream(`${dictionary} /Filter /FlateDecode`, deflateSync(Buffer.from(operatorsOf(page), 'latin1')));
}
