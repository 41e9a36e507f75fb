import type { Layout } from '../layout/index.ts';
import { writeAttachment, type Attachment, type FileFacts } from './archive.ts';
import { textString } from './encode.ts';
import type { Fonts } from './fonts.ts';
import { GrowingObjects } from './objects.ts';
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

/**
 * A document as a file that is PDF/A (3a with its data attached, else 2a) and PDF/UA-1 at once: tagged in reading order, fonts inside.
 * The same layout and meta give the same bytes.
 */
export async function writePdf(layout: Layout, meta: PdfMeta, fonts: Fonts): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  const objects = new GrowingObjects((bytes) => written.push(bytes));
  const fields = meta.fillable === true ? 'all' : 'signature';
  const { drawn, tree, form } = await writePages(layout, fonts, fields, objects);
  const pages: MarkedPage[] = drawn.map(({ id, content }) => ({ id, marked: content.marked, boxes: content.boxes }));
  const structure = writeStructure(layout, pages, form?.widgets ?? [], objects);
  const { date, author, subject, attachment } = meta;
  const file = attachment && writeAttachment(attachment, date, objects);
  const facts: FileFacts = {
    title: layout.title,
    lang: layout.lang,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(subject === undefined ? {} : { subject }),
    // Part 2 is the stricter one; only a file with data in it needs part 3.
    conformance: attachment ? '3A' : '2A',
    accessible: true,
  };
  // One heading needs no list of contents beside the page; a booklet does.
  const bookmarks = layout.outline.length > 1 ? bookmarksOf(layout, drawn) : [];
  const { metadata, intent, outline, info } = rootObjects(facts, bookmarks, objects);
  const named = attachment && `/Names << /EmbeddedFiles << /Names [${textString(attachment.name)} ${file} 0 R] >> >>`;
  const root = objects.add(
    [
      `<< /Type /Catalog /Pages ${tree} 0 R /StructTreeRoot ${structure} 0 R /MarkInfo << /Marked true >>`,
      `/Metadata ${metadata} 0 R /OutputIntents [${intent} 0 R]`,
      `/Lang (${facts.lang}) /ViewerPreferences << /DisplayDocTitle true >>`,
      named === undefined ? '' : `/AF [${file} 0 R] ${named}`,
      form ? `/AcroForm ${form.id} 0 R` : '',
      outline === undefined ? '' : `/Outlines ${outline} 0 R /PageMode /UseOutlines`,
      '>>',
    ].join(' '),
  );
  const data = attachment ? [attachment.bytes] : [];
  objects.end(root, info, identity(facts, [...drawn.map(({ content }) => content.operators), ...data]));
  const [only] = written;
  return written.length === 1 && only ? only : Buffer.concat(written);
}

const bookmarksOf = (layout: Layout, pages: readonly DrawnPage[]): Bookmark[] =>
  layout.outline.map(({ title, level, page, y }) => {
    const target = pages[page];
    return { title, level, page: target?.id ?? 0, y: (target?.height ?? 0) - y };
  });
