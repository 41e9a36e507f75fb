import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFDocument } from 'pdf-lib';

/** A signature as a file holds it. */
export interface EmbeddedSignature {
  readonly cms: Uint8Array;
  /** What it says that it lies over, cut out of the file. */
  readonly content: Uint8Array;
  /** It lies over the whole file, its own digits excepted. */
  readonly isWhole: boolean;
  /** The time of signing that the file claims: ISO 8601 with an offset. */
  readonly signed?: string;
}

const textOf = (object: unknown): string =>
  object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : '';

/** The date of PDF as ISO 8601; the inverse of `pdfDate`. */
function instantOf(text: string): string | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d)?/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = parts;
  const offset = zone === 'Z' ? '+00:00' : zone.replace("'", ':');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

/** Between the two ranges nothing may stand but the signature itself, in brackets: else something could be hidden there. */
function isGapOf(bytes: Uint8Array, from: number, to: number, cms: Uint8Array): boolean {
  const gap = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const digits = gap.slice(1, -1);
  return (
    gap.startsWith('<') && gap.endsWith('>') && /^[0-9A-Fa-f]*$/.test(digits) && Buffer.from(digits, 'hex').equals(cms)
  );
}

function signatureIn(dictionary: PDFDict, bytes: Uint8Array): EmbeddedSignature | undefined {
  const range = dictionary.get(PDFName.of('ByteRange'));
  const contents = dictionary.get(PDFName.of('Contents'));
  if (!(range instanceof PDFArray) || !(contents instanceof PDFHexString)) return undefined;
  const numbers = range.asArray().map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : NaN));
  const [start = NaN, length = NaN, second = NaN, rest = NaN] = numbers;
  const cms = contents.asBytes();
  const signed = instantOf(textOf(dictionary.get(PDFName.of('M'))));
  const isWhole =
    numbers.length === 4 && start === 0 && second + rest === bytes.length && isGapOf(bytes, length, second, cms);
  const content = Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(second, second + rest)]);
  return { cms, content, isWhole, ...(signed === undefined ? {} : { signed }) };
}

/** Every signature of a file, wherever it hangs. */
export function signaturesIn(pdf: PDFDocument, bytes: Uint8Array): EmbeddedSignature[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? (signatureIn(object, bytes) ?? []) : []));
}
