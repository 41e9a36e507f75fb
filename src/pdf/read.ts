import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { signaturesIn, type EmbeddedSignature } from './read-signatures.ts';

/** What a finished file holds that can be compared: its attachments, the operators of each page, its signatures. */
export interface ReadPdf {
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly pages: readonly string[];
  readonly signatures: readonly EmbeddedSignature[];
}

function bytesOf(stream: PDFObject | undefined): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  const filter = stream.dict.get(PDFName.of('Filter'));
  const packed = filter instanceof PDFArray ? filter.get(0) : filter;
  if (packed === undefined) return stream.contents;
  return packed === PDFName.of('FlateDecode') ? inflateSync(stream.contents) : undefined;
}

const textOf = (object: PDFObject | undefined): string =>
  object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : '';

export function attachmentsOf(pdf: PDFDocument): Map<string, Uint8Array> {
  const { context, catalog } = pdf;
  const found = new Map<string, Uint8Array>();
  const names = catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let index = 0; names && index + 1 < names.size(); index += 2) {
    const file = names.lookupMaybe(index + 1, PDFDict);
    const content = file?.lookupMaybe(PDFName.of('EF'), PDFDict)?.get(PDFName.of('F'));
    const bytes = bytesOf(content instanceof PDFRef ? context.lookup(content) : content);
    if (bytes) found.set(textOf(names.lookup(index)), bytes);
  }
  return found;
}

function operatorsOf(pdf: PDFDocument): string[] {
  return pdf.getPages().map((page) => {
    const contents = page.node.get(PDFName.of('Contents'));
    const whole = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents;
    const parts =
      whole instanceof PDFArray
        ? whole.asArray().map((part) => (part instanceof PDFRef ? pdf.context.lookup(part) : part))
        : [whole];
    return parts.map((part) => Buffer.from(bytesOf(part) ?? []).toString('latin1')).join('\n');
  });
}

/** Reads a file that `writePdf` made; undefined where the bytes are no PDF, or a broken one. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf | undefined> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return { attachments: attachmentsOf(pdf), pages: operatorsOf(pdf), signatures: signaturesIn(pdf, bytes) };
  } catch {
    return undefined;
  }
}
