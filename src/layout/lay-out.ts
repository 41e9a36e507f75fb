import { diagnostic, failure, hasErrors, success, type Outcome } from '../diagnostics/index.ts';
import { widthOf, type FontSet } from '../text/metrics.ts';
import type { Block, LayoutDocument, PageFormat } from './block.ts';
import { flow } from './flow.ts';
import type { Numbers } from './inline.ts';
import type { Anchor, Item, Layout, OutlineEntry, Page } from './page.ts';
import { paginate, type SetPage } from './paginate.ts';
import { joined, mm, moved, type Book, type Context, type Mark, type Style } from './strip.ts';

const sizes = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;
/** Space between header or footer and the text. */
const furnitureGap = 4 * mm;

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly inner: number;
}

function sheetOf({ size, orientation, margins }: PageFormat): Sheet {
  const [short, long] = sizes[size];
  const [width, height] = orientation === 'portrait' ? [short * mm, long * mm] : [long * mm, short * mm];
  const left = margins.left * mm;
  return {
    width,
    height,
    left,
    top: margins.top * mm,
    bottom: margins.bottom * mm,
    inner: width - left - margins.right * mm,
  };
}

interface Section {
  readonly format: PageFormat;
  readonly blocks: readonly Block[];
}

function sectionsOf(document: LayoutDocument): Section[] {
  const sections: { format: PageFormat; blocks: Block[] }[] = [{ format: document.page, blocks: [] }];
  for (const block of document.body) {
    if (block.kind === 'format') sections.push({ format: block.page, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  // A document without text is still a page; a change of format with nothing after it is none.
  return sections.filter((section, index) => section.blocks.length > 0 || (index === 0 && sections.length === 1));
}

const styleOf = (document: LayoutDocument): Style => ({
  sizePt: document.sizePt ?? 12,
  leading: document.leading ?? 1.15,
  align: 'left',
  bold: false,
  italic: false,
  lang: document.lang,
  hyphenate: true,
});

const isSignature = (mark: Mark): boolean => mark.kind === 'anchor' && mark.field === 'signature';

/**
 * Sets a document: blocks -> strips (slices that no page end divides) -> pages -> header, footer and watermark.
 * Faults: `letter-missing`, `word-too-wide`, `text-too-long`, `block-too-tall`, `table-impossible`, `columns-too-wide`,
 * `barcode-unfit`, `placed-wrongly`. With any of them there is no layout: nothing is ever cut off.
 */
export function layOut(document: LayoutDocument, fonts: FontSet): Outcome<Layout> {
  const book: Book = { tags: [{ role: 'Document', parent: null, lang: document.lang }], findings: [] };
  const style = styleOf(document);
  const furniture = (blocks: readonly Block[] | undefined, sheet: Sheet, numbers: Numbers, into: Book) =>
    joined(
      flow(blocks ?? [], {
        fonts,
        style,
        x: sheet.left,
        width: sheet.inner,
        room: sheet.height,
        tag: null,
        numbers,
        book: into,
      }),
    );

  // The height of header and footer is taken with numbers as wide as they get; the right ones follow when the pages are counted.
  const widest: Numbers = { page: 888, pages: 888 };
  const set: { readonly sheet: Sheet; readonly page: SetPage; readonly top: number }[] = [];
  for (const { format, blocks } of sectionsOf(document)) {
    const sheet = sheetOf(format);
    const header = furniture(document.header, sheet, widest, { tags: [], findings: book.findings });
    const footer = furniture(document.footer, sheet, widest, { tags: [], findings: book.findings });
    const top = sheet.top + (header.height > 0 ? header.height + furnitureGap : 0);
    const room = sheet.height - top - sheet.bottom - (footer.height > 0 ? footer.height + furnitureGap : 0);
    const context: Context = { fonts, style, x: sheet.left, width: sheet.inner, room, tag: 0, book };
    const { pages, findings } = paginate(flow(blocks, context).strips, room);
    book.findings.push(...findings);
    for (const page of pages.length > 0 ? pages : [[]]) set.push({ sheet, page, top });
  }
  const fields = set.flatMap(({ page }) => page.flatMap(({ strip }) => strip.marks ?? [])).filter(isSignature);
  if (fields.length > 1) book.findings.push(diagnostic('placed-wrongly', { what: 'electronic-signature' }));
  if (hasErrors(book.findings)) return failure(book.findings);

  const outline: OutlineEntry[] = [];
  const anchors: Anchor[] = [];
  const numbering = numbersOf(set.map(({ page }) => page));
  const pages: Page[] = set.map(({ sheet, page, top }, index) => {
    const numbers = numbering[index] ?? widest;
    const spare: Book = { tags: [], findings: [] };
    const header = furniture(document.header, sheet, numbers, spare);
    const footer = furniture(document.footer, sheet, numbers, spare);
    const items: Item[] = [
      ...watermark(document, sheet, fonts),
      ...header.items.map((item) => moved(item, 0, sheet.top)),
      ...page.flatMap(({ strip, y }) => strip.items.map((item) => moved(item, 0, top + y))),
      ...footer.items.map((item) => moved(item, 0, sheet.height - sheet.bottom - footer.height)),
      ...(document.registrationMarks ? registrationMarks(sheet) : []),
    ];
    for (const { strip, y } of page) {
      for (const mark of strip.marks ?? []) {
        if (mark.kind === 'outline')
          outline.push({ title: mark.title, level: mark.level, page: index, y: top + y + mark.y });
        else {
          const { name, x, width, height, field, checked, label, tag } = mark;
          const state = checked === undefined ? {} : { checked };
          anchors.push({ name, page: index, x, y: top + y + mark.y, width, height, kind: field, label, tag, ...state });
        }
      }
    }
    return { width: sheet.width, height: sheet.height, items };
  });
  return success(
    { title: document.title, lang: document.lang, pages, tags: book.tags, outline, anchors },
    book.findings,
  );
}

/** The number of each page, and how many there are; a copy that counts anew is counted by itself. */
function numbersOf(pages: readonly SetPage[]): Numbers[] {
  const starts = pages.flatMap((page, index) => (index === 0 || page[0]?.strip.newPage === 'anew' ? [index] : []));
  return pages.map((_, index) => {
    const start = starts.findLast((first) => first <= index) ?? 0;
    const end = starts.find((first) => first > index) ?? pages.length;
    return { page: index - start + 1, pages: end - start };
  });
}

/** Pale letters along the diagonal, as large as the page allows; drawn first, so that everything stands above them. */
function watermark(document: LayoutDocument, sheet: Sheet, fonts: FontSet): Item[] {
  if (document.watermark === undefined) return [];
  const em = widthOf(fonts.bold, document.watermark);
  const diagonal = Math.hypot(sheet.width, sheet.height);
  const size = Math.min(120, (diagonal * 0.72) / em);
  const angle = (Math.atan2(sheet.height, sheet.width) * 180) / Math.PI;
  return [
    {
      kind: 'watermark',
      text: document.watermark,
      face: 'bold',
      size,
      x: sheet.width / 2,
      y: sheet.height / 2,
      width: em * size,
      angle,
      gray: 0.9,
    },
  ];
}

const markSide = 5 * mm;
const markInset = 8 * mm;

function registrationMarks(sheet: Sheet): Item[] {
  const corners = [
    [markInset, markInset],
    [sheet.width - markInset - markSide, markInset],
    [markInset, sheet.height - markInset - markSide],
    [sheet.width - markInset - markSide, sheet.height - markInset - markSide],
  ] as const;
  const square = [['M', 0, 0], ['L', markSide, 0], ['L', markSide, markSide], ['L', 0, markSide], ['Z']] as const;
  return corners.map(([x, y]) => ({ kind: 'path', x, y, steps: square, paint: 'fill', thickness: 0 }));
}
