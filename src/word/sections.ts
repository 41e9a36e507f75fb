import { Footer, Header, PageOrientation, Paragraph, SectionType, type ISectionOptions } from 'docx';
import type { Block, Inline, LayoutDocument, PageFormat, Table } from '../layout/index.ts';
import { blocks, type Context } from './blocks.ts';
import { twips } from './units.ts';

const sizes = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;
/** The foot of the page takes this from the text above it, as in the printed pages. */
const footerRoom = 9;
/** The letters above a table that goes on, and what they take from the margin above them. */
const continuedPt = 9;
const continuedRoom = 5;

/** Blocks of one section. */
interface Part {
  readonly page: PageFormat;
  readonly blocks: readonly Block[];
  /** Stands above a table that goes on over pages: on every page of the section but its first. */
  readonly continuation?: readonly Inline[];
  /** Begins on the page where the section before it ends. */
  readonly joins?: true;
}

const goesOver = (block: Block): block is Table => block.kind === 'table' && block.continuation !== undefined;

/** What begins a page of its own, up to the next thing that does. */
function runsOfPages({ page, body }: LayoutDocument): { page: PageFormat; blocks: Block[] }[] {
  const runs: { page: PageFormat; blocks: Block[] }[] = [{ page, blocks: [] }];
  let format = page;
  for (const block of body) {
    if (block.kind === 'format') format = block.page;
    if (block.kind === 'format' || block.kind === 'page-break') runs.push({ page: format, blocks: [] });
    else runs.at(-1)?.blocks.push(block);
  }
  return runs.filter(({ blocks: content }) => content.length > 0);
}

/** A section ends with each table that may go over pages: Word says «continued» in the headers of a section alone. */
function cut({ page, blocks: content }: Part): Part[] {
  const ends = content.flatMap((block, index) => (goesOver(block) ? [index + 1] : []));
  const cuts = [0, ...ends, ...(ends.at(-1) === content.length ? [] : [content.length])];
  return cuts.slice(1).map((end, index): Part => {
    const last = content[end - 1];
    return {
      page,
      blocks: content.slice(cuts[index], end),
      ...(last && goesOver(last) ? { continuation: last.continuation ?? [] } : {}),
      ...(index > 0 ? { joins: true } : {}),
    };
  });
}

/** Sections: pages of one format in a row are one, unless a table goes over them. */
function partsOf(document: LayoutDocument): Part[] {
  const parts: Part[] = [];
  for (const run of runsOfPages(document)) {
    const last = parts.at(-1);
    const isPlain = !run.blocks.some(goesOver) && last?.continuation === undefined && last?.joins === undefined;
    if (last && isPlain && last.page === run.page)
      parts[parts.length - 1] = { ...last, blocks: [...last.blocks, { kind: 'page-break' }, ...run.blocks] };
    else parts.push(...cut(run));
  }
  return parts;
}

/** The line above a table that goes on; it stands just above the text of the page. */
function headersOf(continuation: readonly Inline[], context: Context): { first: Header; default: Header } {
  const line: Block = { kind: 'paragraph', align: 'right', italic: true, sizePt: continuedPt, content: continuation };
  return {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({ children: blocks([line], context) }),
  };
}

function sectionOf(
  { page, blocks: content, continuation, joins }: Part,
  { lang, footer = [] }: LayoutDocument,
  picture: Context['picture'],
): ISectionOptions {
  const { margins, orientation } = page;
  const [short, long] = sizes[page.size];
  const width = (orientation === 'portrait' ? short : long) - margins.left - margins.right;
  const context: Context = { picture, lang, width, left: 0, keepNext: false, before: 0, after: 0, pageBreak: false };
  const foot = (): Footer => new Footer({ children: blocks(footer, context) });
  return {
    properties: {
      type: joins ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
      ...(continuation ? { titlePage: true } : {}),
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
          header: twips(continuation ? margins.top - continuedRoom : margins.top / 2),
          footer: twips(margins.bottom),
        },
      },
    },
    ...(continuation ? { headers: headersOf(continuation, context) } : {}),
    ...(footer.length > 0 ? { footers: { default: foot(), ...(continuation ? { first: foot() } : {}) } } : {}),
    children: blocks(content, context),
  };
}

/** The sections of a document, in order. */
export const sectionsOf = (document: LayoutDocument, picture: Context['picture']): ISectionOptions[] =>
  partsOf(document).map((part) => sectionOf(part, document, picture));
