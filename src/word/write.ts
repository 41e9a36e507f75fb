import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Figure, LayoutDocument } from '../layout/index.ts';
import { embeddedFonts, rekeyed } from './fonts.ts';
import { sectionsOf } from './sections.ts';
import { stylesOf } from './styles.ts';

export interface WordMeta {
  /** ISO 8601 with an offset: the day of the act, never the clock's; absent where the act has none yet. */
  readonly date?: string;
  readonly author?: string;
  readonly subject?: string;
}

/** Local time of 1 January 2000: the zip format stores local fields, so every time zone gives the same bytes. */
const stamp = new Date(2000, 0, 1);

type Rewriting = (text: string, date: string | undefined) => string;

/** What the library takes from the clock, and from a count that goes on over all documents of a run. */
const rewritten: Readonly<Record<string, Rewriting>> = {
  'docProps/core.xml': (text, date) => {
    const clock = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:\w+>)/g;
    if (date === undefined) return text.replace(clock, '');
    return text.replace(clock, `$1${new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')}$2`);
  },
  'word/document.xml': (text) => {
    let drawing = 0;
    return text.replace(
      /(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")\d+/g,
      (_, before: string) => `${before}${(drawing += 1)}`,
    );
  },
};

/** The same document as the same bytes: the day of the act for the hour of the clock, drawings counted from one. */
function settled(packed: Uint8Array, date: string | undefined): Uint8Array {
  const files = unzipSync(packed);
  const stamped: Zippable = {};
  for (const [name, bytes] of Object.entries(rekeyed(files)).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const rewrite = rewritten[name];
    stamped[name] = [rewrite ? strToU8(rewrite(strFromU8(bytes), date)) : bytes, { mtime: stamp, level: 6 }];
  }
  return zipSync(stamped);
}

/**
 * A document as a Word file: real styles and headings, tables whose heads are repeated, drawings with alternative text, a
 * section for each format of page and each table longer than a page, with its continuation in the header. The same document
 * gives the same bytes.
 */
export async function writeWord(
  document: LayoutDocument,
  meta: WordMeta,
  picture: (figure: Figure) => Uint8Array,
): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: meta.author ?? '',
    lastModifiedBy: meta.author ?? '',
    ...(meta.subject === undefined ? {} : { subject: meta.subject }),
    fonts: embeddedFonts(),
    styles: stylesOf(document.lang, document.sizePt ?? 12),
    sections: sectionsOf(document, picture),
  });
  return settled(await Packer.toBuffer(file), meta.date);
}
