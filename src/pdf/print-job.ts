import { PDFDict, PDFDocument, PDFName, ParseSpeeds } from 'pdf-lib';
import type { FileFacts } from './archive.ts';
import { Copier } from './copy.ts';
import { number } from './encode.ts';
import { GrowingObjects } from './objects.ts';
import type { Bookmark } from './outline.ts';
import { attachmentsOf } from './read.ts';
import { identity, rootObjects } from './root.ts';

export interface PrintJobMeta {
  readonly title: string;
  readonly lang: string;
  /** ISO 8601 with an offset. */
  readonly date: string;
  /** The printer is asked to print on both sides. */
  readonly duplex: boolean;
}

/** A finished file that was opened to be copied. */
export interface FinishedPdf {
  readonly title: string;
  readonly pages: number;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly pdf: PDFDocument;
}

/** Opens a file that this program made; undefined where the bytes are no PDF, or a broken one. */
export async function openFinished(bytes: Uint8Array): Promise<FinishedPdf | undefined> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    return { title: pdf.getTitle() ?? '', pages: pdf.getPageCount(), attachments: attachmentsOf(pdf), pdf };
  } catch {
    return undefined;
  }
}

/**
 * One file for the printer out of many finished ones, PDF/A-2b. It grows page by page: neither the files nor what was written
 * stays in memory. Tags, attachments, fields and signatures are left behind: it is no document, only a way to paper.
 */
export class PrintJob {
  private readonly objects: GrowingObjects;
  private readonly copier: Copier;
  private readonly meta: PrintJobMeta;
  private readonly tree: number;
  private readonly pageIds: number[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly hashed: string[] = [];
  private size = { width: 0, height: 0 };

  constructor(hand: (bytes: Uint8Array) => void, meta: PrintJobMeta) {
    this.objects = new GrowingObjects(hand);
    this.copier = new Copier(this.objects);
    this.meta = meta;
    this.tree = this.objects.reserve();
  }

  get pages(): number {
    return this.pageIds.length;
  }

  /** Adds the pages of a file; the bookmarks lead to the first of them. `hash` = what tells this file from others. */
  add(
    { pdf }: FinishedPdf,
    hash: string,
    bookmarks: readonly { readonly title: string; readonly level: number }[],
  ): void {
    this.hashed.push(hash);
    for (const [index, page] of pdf.getPages().entries()) {
      const { context } = pdf;
      const { width, height } = page.getSize();
      this.size = { width, height };
      const contents = page.node.get(PDFName.of('Contents'));
      const resources = page.node.Resources() ?? PDFDict.withContext(context);
      const id = this.objects.add(
        [
          `<< /Type /Page /Parent ${this.tree} 0 R /MediaBox [0 0 ${number(width)} ${number(height)}]`,
          `/Resources ${this.copier.text(resources, context)}`,
          contents ? `/Contents ${this.copier.text(contents, context)}` : '',
          '>>',
        ].join(' '),
      );
      this.pageIds.push(id);
      if (index === 0) this.bookmarks.push(...bookmarks.map((one) => ({ ...one, page: id, y: height })));
    }
  }

  /** Adds an empty page as large as the last one. */
  blank(): void {
    const { width, height } = this.size;
    const box = `[0 0 ${number(width)} ${number(height)}]`;
    this.pageIds.push(this.objects.add(`<< /Type /Page /Parent ${this.tree} 0 R /MediaBox ${box} /Resources << >> >>`));
  }

  /** Writes what a file needs at its end. */
  end(): void {
    const { title, lang, date, duplex } = this.meta;
    const { objects, pageIds, tree } = this;
    const kids = pageIds.map((id) => `${id} 0 R`).join(' ');
    objects.fill(tree, `<< /Type /Pages /Kids [${kids}] /Count ${pageIds.length} >>`);
    const facts: FileFacts = { title, lang, date, conformance: '2B', accessible: false };
    const { metadata, intent, outline, info } = rootObjects(facts, this.bookmarks, objects);
    // Forms are printed in their own size: bars and margins are measured in millimetres.
    const preferences = `/DisplayDocTitle true /PrintScaling /None${duplex ? ' /Duplex /DuplexFlipLongEdge' : ''}`;
    const root = objects.add(
      [
        `<< /Type /Catalog /Pages ${tree} 0 R /Metadata ${metadata} 0 R /OutputIntents [${intent} 0 R]`,
        `/Lang (${lang}) /ViewerPreferences << ${preferences} >>`,
        outline === undefined ? '' : `/Outlines ${outline} 0 R /PageMode /UseOutlines`,
        '>>',
      ].join(' '),
    );
    objects.end(root, info, identity(facts, this.hashed));
  }
}
