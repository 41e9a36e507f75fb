import { createHash } from 'node:crypto';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import type { Layout } from '../layout/index.ts';
import {
  infoEntries,
  writeAttachment,
  writeMetadata,
  writeOutputIntent,
  type Attachment,
  type FileFacts,
} from './archive.ts';
import type { Fonts } from './fonts.ts';
import { objectsOf, type Objects } from './objects.ts';
import { writeOutline, type Bookmark } from './outline.ts';
import { writePages, type DrawnPage } from './pages.ts';
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

export interface PrintJobMeta {
  readonly title: string;
  readonly date: string;
}

/** The number in the trailer by which programs know the file: the hash of all that it shows and says. */
function identity(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32).toUpperCase();
}

/** What every file of ours has at its root: metadata, colours, language, the title in the window, bookmarks, its own number. */
function writeRoot(
  pdf: PDFDocument,
  facts: FileFacts,
  bookmarks: readonly Bookmark[],
  hashed: readonly string[],
  objects: Objects,
): void {
  const { catalog, context } = pdf;
  catalog.set(PDFName.of('Metadata'), PDFRef.of(writeMetadata(facts, objects)));
  catalog.set(PDFName.of('OutputIntents'), context.obj([PDFRef.of(writeOutputIntent(objects))]));
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.lang));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const outline = writeOutline(bookmarks, objects);
  if (outline !== undefined) {
    catalog.set(PDFName.of('Outlines'), PDFRef.of(outline));
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  }
  context.trailerInfo.Info = PDFRef.of(objects.add(infoEntries(facts)));
  const id = PDFHexString.of(identity([facts.title, facts.date ?? '', facts.conformance, ...hashed]));
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

const bookmarksOf = (layout: Layout, pages: readonly DrawnPage[], offset = 0): Bookmark[] =>
  layout.outline.map(({ title, level, page, y }) => {
    const target = pages[offset + page];
    return { title, level, page: target?.id ?? 0, y: (target?.height ?? 0) - y };
  });

/** Many documents as one file for the printer, PDF/A-2b, a bookmark each. */
export async function writePrintJob(layouts: readonly Layout[], meta: PrintJobMeta, fonts: Fonts): Promise<Uint8Array> {
  const pdf = await newFile();
  const objects = objectsOf(pdf.context);
  const { drawn } = await writePages(pdf, layouts, fonts, { isTagged: false, fields: 'none' });
  let first = 0;
  const bookmarks = layouts.map((layout): Bookmark => {
    const page = drawn[first];
    first += layout.pages.length;
    return { title: layout.title, level: 1, page: page?.id ?? 0, y: page?.height ?? 0 };
  });
  const lang = layouts[0]?.lang ?? 'kk';
  const facts: FileFacts = { title: meta.title, lang, date: meta.date, conformance: '2B', accessible: false };
  writeRoot(
    pdf,
    facts,
    bookmarks,
    drawn.map(({ content }) => content.operators),
    objects,
  );
  return save(pdf);
}
