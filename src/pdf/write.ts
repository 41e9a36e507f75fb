import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import type { Layout } from '../layout/index.ts';
import { writeAttachment, type Attachment, type FileFacts } from './archive.ts';
import type { Fonts } from './fonts.ts';
import { objectsOf, type Objects } from './objects.ts';
import type { Bookmark } from './outline.ts';
import { writePages, type DrawnPage } from './pages.ts';
import { identity, rootObjects } from './root.ts';
import { writeStructure, type MarkedPage } from './structure.ts';

export interface PdfMeta {
  /** ISO 8601 with an offset (`2020-03-04T10:00:00+05:00`): the date of the document; absent where it has none yet. */
  readonly date?: string;
  readonly author?: string;
  readonly subject?: string;
  /** The data that the document was made from; goes into the file. */
  readonly attachment?: Attachment;
  /** The named places of the layout become fields that are filled in on the screen. */
  readonly fillable?: boolean;
}

/** Sets at the root of a file what every file of ours has there, and its own number. */
function writeRoot(
  pdf: PDFDocument,
  facts: FileFacts,
  bookmarks: readonly Bookmark[],
  hashed: readonly string[],
  objects: Objects,
): void {
  const { catalog, context } = pdf;
  const { metadata, intent, outline, info } = rootObjects(facts, bookmarks, objects);
  catalog.set(PDFName.of('Metadata'), PDFRef.of(metadata));
  catalog.set(PDFName.of('OutputIntents'), context.obj([PDFRef.of(intent)]));
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.lang));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  if (outline !== undefined) {
    catalog.set(PDFName.of('Outlines'), PDFRef.of(outline));
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  }
  context.trailerInfo.Info = PDFRef.of(info);
  const id = PDFHexString.of(identity(facts, hashed));
  const ids = PDFArray.withContext(context);
  ids.push(id);
  ids.push(id);
  context.trailerInfo.ID = ids;
}

const save = (pdf: PDFDocument): Promise<Uint8Array> =>
  pdf.save({ useObjectStreams: false, objectsPerTick: Infinity, addDefaultPage: false, updateFieldAppearances: false });

const newFile = (): Promise<PDFDocument> => PDFDocument.create({ updateMetadata: false });

/**
 * A document as a file that is PDF/A (3a with its data attached, else 2a) and PDF/UA-1 at once: tagged in reading order, fonts inside.
 * The same layout and meta give the same bytes.
 */
export async function writePdf(layout: Layout, meta: PdfMeta, fonts: Fonts): Promise<Uint8Array> {
  const pdf = await newFile();
  const objects = objectsOf(pdf.context);
  const { drawn, form } = await writePages(pdf, [layout], fonts, {
    isTagged: true,
    fields: meta.fillable === true ? 'all' : 'signature',
  });
  const pages: MarkedPage[] = drawn.map(({ id, content }) => ({ id, marked: content.marked, boxes: content.boxes }));
  pdf.catalog.set(PDFName.of('StructTreeRoot'), PDFRef.of(writeStructure(layout, pages, form?.widgets ?? [], objects)));
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }));
  if (meta.attachment) {
    const file = PDFRef.of(writeAttachment(meta.attachment, meta.date, objects));
    pdf.catalog.set(PDFName.of('AF'), pdf.context.obj([file]));
    const names = pdf.context.obj({ EmbeddedFiles: { Names: [PDFHexString.fromText(meta.attachment.name), file] } });
    pdf.catalog.set(PDFName.of('Names'), names);
  }
  const { date, author, subject } = meta;
  const facts: FileFacts = {
    title: layout.title,
    lang: layout.lang,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(subject === undefined ? {} : { subject }),
    // Part 2 is the stricter one; only a file with data in it needs part 3.
    conformance: meta.attachment ? '3A' : '2A',
    accessible: true,
  };
  // One heading needs no list of contents beside the page; a booklet does.
  const bookmarks = layout.outline.length > 1 ? bookmarksOf(layout, drawn) : [];
  const data = meta.attachment ? [Buffer.from(meta.attachment.bytes).toString('latin1')] : [];
  writeRoot(pdf, facts, bookmarks, [...drawn.map(({ content }) => content.operators), ...data], objects);
  return save(pdf);
}

const bookmarksOf = (layout: Layout, pages: readonly DrawnPage[]): Bookmark[] =>
  layout.outline.map(({ title, level, page, y }) => {
    const target = pages[page];
    return { title, level, page: target?.id ?? 0, y: (target?.height ?? 0) - y };
  });
