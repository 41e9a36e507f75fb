// What takes finished files apart or changes them. Printing a document loads none of it.
export { openFinished, PrintJob, type FinishedPdf, type PrintJobMeta } from './print-job.ts';
export { readPdf, type ReadPdf } from './read.ts';
export type { EmbeddedSignature } from './read-signatures.ts';
export { makeFillable } from './fillable.ts';
export { pageImages, type PageImage } from './images.ts';
