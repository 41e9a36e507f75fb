import { Document, Footer, Packer, PageOrientation, SectionType, type ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Block, Figure, LayoutDocument, PageFormat } from '../layout/index.ts';
import { blocks, type Context } from './blocks.ts';
import { embeddedFonts, rekeyed } from './fonts.ts';
import { stylesOf } from './styles.ts';
import { twips } from './units.ts';

export interface WordMeta {
  /** ISO 8601 with an offset: the day of the act, never the clock's. */
  readonly date: string;
  readonly author?: string;
  readonly subject?: string;
}

const sizes = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;
/** The foot of the page takes this from the text above it, as in the printed pages. */
const footerRoom = 9;

interface Part {
  readonly page: PageFormat;
  readonly blocks: Block[];
}

function partsOf({ page, body }: LayoutDocument): Part[] {
  const parts: Part[] = [{ page, blocks: [] }];
  for (const block of body) {
    if (block.kind === 'format') parts.push({ page: block.page, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.filter((part) => part.blocks.length > 0);
}

function sectionOf(
  { page, blocks: content }: Part,
  footer: readonly Block[],
  picture: Context['picture'],
): ISectionOptions {
  const { margins, orientation } = page;
  const [short, long] = sizes[page.size];
  const width = (orientation === 'portrait' ? short : long) - margins.left - margins.right;
  const context: Context = { picture, width, left: 0, keepNext: false, before: 0, after: 0, pageBreak: false };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns the sheet by itself.
        size: {
          width: twips(short),
          height: twips(long),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom + (footer.length > 0 ? footerRoom : 0)),
          left: twips(margins.left),
          header: twips(margins.top / 2),
          footer: twips(margins.bottom),
        },
      },
    },
    ...(footer.length > 0 ? { footers: { default: new Footer({ children: blocks(footer, context) }) } } : {}),
    children: blocks(content, context),
  };
}

/** Local time of 1 January 2000: the zip format stores local fields, so every time zone gives the same bytes. */
const stamp = new Date(2000, 0, 1);

type Rewriting = (text: string, date: string) => string;

/** What the library takes from the clock, and from a count that goes on over all documents of a run. */
const rewritten: Readonly<Record<string, Rewriting>> = {
  'docProps/core.xml': (text, date) => {
    const day = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
    return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`);
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
function settled(packed: Uint8Array, date: string): Uint8Array {
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
 * section for each format of page. The same document gives the same bytes. Of a table, what stands above its
 * continuation in print is left out: Word cannot say it.
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
    sections: partsOf(document).map((part) => sectionOf(part, document.footer ?? [], picture)),
  });
  return settled(await Packer.toBuffer(file), meta.date);
}
