import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  decodePDFRawStream,
  type PDFPage,
} from 'pdf-lib';

/** The picture that fills a page, or why it cannot be taken out. */
export type PageImage =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'pixels';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** The largest picture of each page: how scanners write PDF. Throws on bytes that are no PDF. */
export async function pageImages(bytes: Uint8Array): Promise<PageImage[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map(imageOf);
}

const numberIn = (stream: PDFRawStream, name: string): number =>
  stream.dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? 0;

function imageOf(page: PDFPage): PageImage {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const images = (objects?.values() ?? [])
    .map((value) => page.doc.context.lookup(value))
    .filter((value) => value instanceof PDFRawStream)
    .filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'))
    .sort((a, b) => numberIn(b, 'Width') * numberIn(b, 'Height') - numberIn(a, 'Width') * numberIn(a, 'Height'));
  const [image] = images;
  if (!image) return { kind: 'none', reason: 'no-image' };
  const filter = image.dict.lookup(PDFName.of('Filter'));
  const name = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (name === PDFName.of('DCTDecode')) return { kind: 'file', bytes: image.contents };
  const reason = name instanceof PDFName ? name.decodeText() : 'filters';
  const isPlain = name === PDFName.of('FlateDecode') && !image.dict.has(PDFName.of('DecodeParms'));
  if (!isPlain || numberIn(image, 'BitsPerComponent') !== 8) return { kind: 'none', reason };
  const [width, height] = [numberIn(image, 'Width'), numberIn(image, 'Height')];
  const pixels = decodePDFRawStream(image).decode();
  const channels = pixels.length === width * height * 3 ? 3 : 1;
  if (pixels.length !== width * height * channels) return { kind: 'none', reason };
  return { kind: 'pixels', bytes: pixels, width, height, channels };
}
