import { join } from 'node:path';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { bookletOf, type BookletSheet } from '../document/index.ts';
import { layOut, type Block, type LayoutDocument, type PageFormat } from '../layout/index.ts';
import type { BookletTexts } from '../model/index.ts';
import { anyWording, unfilledIn, type AppendixView, type Library, type LoadedRegulation } from '../model/index.ts';
import { loadFonts, writePdf } from '../pdf/index.ts';
import { writeAtomic } from '../store/index.ts';
import { bookletTexts, metaOf } from './booklet-texts.ts';
import { makingOf, textsOf, type DiagramText } from './diagram-texts.ts';
import { openDrawer, type Drawer } from './pictures.ts';
import type { PictureFormat } from '../render/index.ts';
import { loadLibrary, selectAddresses } from './regulations.ts';

export const bookletFormats = ['pdf', 'docx'] as const;
export type BookletFormat = (typeof bookletFormats)[number];

export interface AppendicesOptions {
  readonly root: string;
  readonly selectors: readonly string[];
  readonly out: string;
  readonly formats: readonly BookletFormat[];
  readonly asFiled?: boolean;
  /** Told after each booklet: how many are done, of how many, and the address of this one. */
  readonly progress?: (done: number, of: number, address: string) => void;
}

export interface AppendicesReport {
  readonly findings: readonly Diagnostic[];
  readonly booklets: number;
  readonly pages: number;
  readonly written: number;
}

/** A diagram of a booklet as it was drawn; sizes are millimetres. */
interface Drawn {
  readonly pdf: Uint8Array;
  readonly svg: string;
  readonly png?: Uint8Array;
}

const nameOf = ({ address, name }: DiagramText): string => `${address}/${name}`;

/** The size of a drawing in millimetres: its SVG says it in pixels of 1/96 inch. */
function sizeOf(svg: string): { width: number; height: number } {
  const [, width = '', height = ''] = /<svg[^>]*?\bviewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: (Number(width) * 25.4) / 96, height: (Number(height) * 25.4) / 96 };
}

/** The texts that a view of an appendix shows; as filed, those of its own telling where it has one that differs. */
function textsFor(item: AppendixView, texts: readonly DiagramText[], asFiled: boolean): DiagramText[] {
  const fits = ({ view }: DiagramText): boolean =>
    view.kind === item.view && (view.kind === 'legend' || view.flow === (item.flow ?? 'internal'));
  const filed = asFiled
    ? texts.filter((text) => fits(text) && text.view.telling === item.telling && item.telling !== undefined)
    : [];
  return filed.length > 0 ? filed : texts.filter((text) => fits(text) && text.view.named);
}

function sheetsFor(
  item: AppendixView,
  texts: readonly DiagramText[],
  drawn: ReadonlyMap<string, Drawn>,
  { regulation }: LoadedRegulation,
  asFiled: boolean,
): BookletSheet[] {
  return textsFor(item, texts, asFiled).flatMap((text, _, all): BookletSheet[] => {
    const made = drawn.get(nameOf(text));
    if (!made) return [];
    const parts = all.filter(({ view }) => view === text.view);
    const variant = regulation.process[text.view.flow]?.variants?.find(({ id }) => id === text.view.variant)?.name;
    const named = anyWording(variant, regulation.lang, regulation.lang);
    const paper = text.picture?.hints.paper;
    const description = text.picture?.description;
    return [
      {
        pdf: made.pdf,
        ...sizeOf(made.svg),
        alt: [text.picture?.title ?? text.view.title, description].filter((part) => part !== undefined).join('. '),
        ...(named === undefined ? {} : { variant: named }),
        ...(parts.length > 1 ? { sheet: { number: parts.indexOf(text) + 1, of: parts.length } } : {}),
        ...(paper === undefined ? {} : { paper }),
      },
    ];
  });
}

/** How far down a page blocks reach, in millimetres from its upper margin; more than any page has where one does not hold them. */
function takenBy(blocks: readonly Block[], page: PageFormat, fonts: ReturnType<typeof loadFonts>): number {
  if (blocks.length === 0) return 0;
  const mark = { kind: 'field', label: [{ kind: 'text', text: '.' }], anchor: 'end', sizePt: 1 } as const;
  const layout = layOut({ title: '', lang: 'ru', page, body: [...blocks, mark] }, fonts.set);
  const end = layout.ok ? layout.value.anchors.find(({ name }) => name === 'end') : undefined;
  if (!end || end.page > 0) return Infinity;
  return ((end.y + end.height) * 25.4) / 72 - page.margins.top;
}

interface Prepared {
  readonly loaded: LoadedRegulation;
  readonly texts: readonly DiagramText[];
}

async function writePdfBooklet(
  document: LayoutDocument,
  file: string,
  meta: ReturnType<typeof metaOf>,
): Promise<Outcome<{ pages: number }>> {
  const fonts = loadFonts();
  const layout = layOut(document, fonts.set);
  if (!layout.ok) return layout;
  const written = writeAtomic(file, await writePdf(layout.value, meta, fonts));
  return written.ok ? { ok: true, value: { pages: layout.value.pages.length }, findings: layout.findings } : written;
}

/** Draws every diagram of a booklet; what could not be drawn is missing from the map and reported. */
async function drawBooklet(
  { texts }: Prepared,
  { formats }: AppendicesOptions,
  drawer: Drawer,
): Promise<{ drawn: Map<string, Drawn>; findings: readonly Diagnostic[] }> {
  const parts = new Map<string, Partial<Record<PictureFormat, Uint8Array>>>();
  const toDraw = texts.map((text) => ({ name: nameOf(text), source: text.source }));
  const wanted: PictureFormat[] = formats.includes('docx') ? ['svg', 'pdf', 'png'] : ['svg', 'pdf'];
  const findings = await drawer.draw(toDraw, wanted, ({ name }, format, bytes) => {
    parts.set(name, { ...parts.get(name), [format]: bytes });
  });
  const drawn = new Map<string, Drawn>();
  for (const [name, { svg, pdf, png }] of parts)
    if (svg && pdf) drawn.set(name, { pdf, svg: new TextDecoder().decode(svg), ...(png ? { png } : {}) });
  return { drawn, findings };
}

async function bookletFiles(
  { loaded, texts }: Prepared,
  drawn: ReadonlyMap<string, Drawn>,
  words: BookletTexts,
  { out, formats, asFiled = false }: AppendicesOptions,
): Promise<{ findings: readonly Diagnostic[]; pages: number; written: number }> {
  const nothing = { pages: 0, written: 0 };
  // Its missing drawing has been reported.
  if (texts.some((text) => !drawn.has(nameOf(text)))) return { ...nothing, findings: [] };
  const { regulation, tree, address } = loaded;
  const own = words[regulation.lang];
  const fonts = loadFonts();
  const { document, findings } = bookletOf({
    regulation,
    words: own,
    file: tree.file,
    asFiled,
    sheets: (view) => sheetsFor(view, texts, drawn, loaded, asFiled),
    taken: (blocks, page) => takenBy(blocks, page, fonts),
  });
  if (hasErrors(findings)) return { ...nothing, findings };
  const base = join(out, `${address}${asFiled ? '.as-filed' : ''}`);
  const meta = metaOf(loaded, own);
  const pdf = formats.includes('pdf') ? await writePdfBooklet(document, `${base}.pdf`, meta) : undefined;
  const word = formats.includes('docx') ? await writeWordBooklet(document, `${base}.docx`, meta, drawn) : undefined;
  const ofPages = (pdf?.findings ?? []).map((finding) =>
    finding.at ? finding : { ...finding, at: { file: tree.file } },
  );
  return {
    findings: [...findings, ...ofPages, ...(word?.findings ?? [])],
    pages: pdf?.ok ? pdf.value.pages : 0,
    written: [pdf, word].filter((made) => made?.ok).length,
  };
}

/** Word shows no style sheets of a vector drawing, so its drawings are pictures of twice the density of the screen. */
async function writeWordBooklet(
  document: LayoutDocument,
  file: string,
  meta: ReturnType<typeof metaOf>,
  drawn: ReadonlyMap<string, Drawn>,
): Promise<Outcome<string>> {
  const { writeWord } = await import('../word/index.ts');
  const pictures = new Map([...drawn.values()].map(({ pdf, png }) => [pdf, png]));
  const bytes = await writeWord(document, meta, ({ source }) => pictures.get(source.pdf) ?? new Uint8Array());
  return writeAtomic(file, bytes);
}

/** Regulations with the texts of their diagrams; one with a fault, or not filled in yet, is reported and left out. */
function prepare({ root, asFiled = false }: AppendicesOptions, library: Library, findings: Diagnostic[]): Prepared[] {
  return library.regulations.flatMap((loaded): Prepared[] => {
    const unfilled = unfilledIn(loaded.tree);
    const making = makingOf(root, loaded);
    findings.push(...unfilled, ...making.findings);
    if (unfilled.length > 0 || !making.ok) return [];
    const made = textsOf(loaded.address, making.value, { asFiled });
    findings.push(...made.findings);
    return hasErrors(made.findings) ? [] : [{ loaded, texts: made.texts }];
  });
}

/**
 * The booklets of regulations: texts of the diagrams -> drawings -> blocks -> pages, one after the other, the next being
 * drawn while one is written. A booklet with a fault in any part does not come out; the others do. Without a browser
 * none comes out (`browser-missing`).
 */
export async function appendices(options: AppendicesOptions): Promise<AppendicesReport> {
  const none = { booklets: 0, pages: 0, written: 0 };
  const chosen = selectAddresses(options.root, options.selectors);
  if (!chosen.ok) return { ...none, findings: chosen.findings };
  const words = bookletTexts(options.root);
  if (!words.ok) return { ...none, findings: words.findings };
  const { library, findings } = loadLibrary(options.root, chosen.value);
  const prepared = prepare(options, library, findings);
  const drawer = openDrawer();
  try {
    let [booklets, pages, written] = [0, 0, 0];
    const draw = (index: number) => {
      const one = prepared[index];
      return one ? drawBooklet(one, options, drawer) : undefined;
    };
    let drawing = draw(0);
    for (const [index, one] of prepared.entries()) {
      const made = await drawing;
      if (!made) break;
      findings.push(...made.findings);
      if (made.findings.some(({ code }) => code === 'browser-missing')) return { ...none, findings };
      drawing = draw(index + 1);
      const files = await bookletFiles(one, made.drawn, words.value, options);
      findings.push(...files.findings);
      booklets += hasErrors(files.findings) || files.written === 0 ? 0 : 1;
      pages += files.pages;
      written += files.written;
      options.progress?.(index + 1, prepared.length, one.loaded.address);
    }
    return { findings, booklets, pages, written };
  } finally {
    await drawer.close();
  }
}
