// What makes files. What takes finished files apart, and loads the package for that, is in `finished.ts`.
export { loadFonts, type Fonts } from './fonts.ts';
export { writePdf, type PdfMeta } from './write.ts';
export type { Attachment } from './archive.ts';
export { embedSignature, prepareSignature, signedPart, type PreparedFile, type SignatureFacts } from './signature.ts';
