export { loadFonts, type Fonts } from './fonts.ts';
export { writePdf, type PdfMeta } from './write.ts';
export { openFinished, PrintJob, type FinishedPdf, type PrintJobMeta } from './print-job.ts';
export type { Attachment } from './archive.ts';
export { readPdf, type ReadPdf } from './read.ts';
export type { EmbeddedSignature } from './read-signatures.ts';
export { makeFillable } from './fillable.ts';
export { pageImages, type PageImage } from './images.ts';
export { embedSignature, prepareSignature, signedPart, type PreparedFile, type SignatureFacts } from './signature.ts';
