export { loadFonts, type Fonts } from './fonts.ts';
export { writePdf, writePrintJob, type PdfMeta, type PrintJobMeta } from './write.ts';
export type { Attachment } from './archive.ts';
export { readPdf, type ReadPdf } from './read.ts';
export type { EmbeddedSignature } from './read-signatures.ts';
export { makeFillable } from './fillable.ts';
export { pageImages, type PageImage } from './images.ts';
export { embedSignature, prepareSignature, signedPart, type PreparedFile, type SignatureFacts } from './signature.ts';
