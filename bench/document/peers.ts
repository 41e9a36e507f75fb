import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument as Original, rgb } from 'pdf-lib-original';
import PdfKit from 'pdfkit';
import subsetFont from 'subset-font';
import { layOut, type LayoutDocument } from '../../src/layout/index.ts';
import { drawPage, fontName } from '../../src/pdf/content.ts';
import { embedFace } from '../../src/pdf/faces.ts';
import { GrowingObjects } from '../../src/pdf/objects.ts';
import { loadFonts, writePdf } from '../../src/pdf/index.ts';
import { packed } from '../../src/pdf/pages.ts';
import { licence } from '../../test/helpers/licence.ts';
import { withChromium } from './chromium.ts';
import { drawGreedily } from './greedy.ts';
import { withPdfmake } from './pdfmake.ts';
import { withReactPdf } from './react-pdf.ts';
import { withTypst } from './typst.ts';

export interface Peer {
  readonly name: string;
  readonly make: (document: LayoutDocument) => Promise<Uint8Array>;
  /** The processor's time that its other processes have taken so far, milliseconds. */
  readonly cpu?: () => number;
  readonly close?: () => Promise<void>;
}

const fonts = loadFonts();
const require = createRequire(import.meta.url);
const full = {
  regular: readFileSync(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
  bold: readFileSync(require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf')),
};
const letters = fonts.set.regular.metrics.characters;
const reduced = { regular: await subsetFont(full.regular, letters), bold: await subsetFont(full.bold, letters) };

function laid(document: LayoutDocument) {
  const outcome = layOut(document, fonts.set);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

/** As much data as a case has. */
const filling = JSON.stringify(licence().body).slice(0, 2000);

const ours: Peer = {
  name: 'reglament: PDF/A-3a, PDF/UA-1, tagged, data attached',
  make: (document) => {
    const data = { number: document.title, text: filling };
    const attachment = {
      name: 'case.json',
      mediaType: 'application/json',
      description: 'Данные',
      bytes: Buffer.from(JSON.stringify(data)),
    };
    return writePdf(laid(document), { date: '2020-03-04T10:00:00+05:00', attachment }, fonts);
  },
};

/** Our layout with the least that is a PDF: no tags, no archive parts, no pdf-lib. What remains is the price of those. */
const floor: Peer = {
  name: 'floor: our layout, bare file writer, no tags, no archive parts',
  make: (document) => {
    const layout = laid(document);
    const parts: Uint8Array[] = [];
    const objects = new GrowingObjects((bytes) => parts.push(bytes));
    const tree = objects.reserve();
    const drawn = layout.pages.map((page) => ({ page, content: drawPage(page, fonts.set, undefined) }));
    const faces = [...new Set(drawn.flatMap(({ content }) => [...content.faces]))];
    const used = faces
      .map((face) => `/${fontName[face]} ${embedFace(fonts.set[face], fonts.programs[face], objects)} 0 R`)
      .join(' ');
    const kids = drawn.map(({ page, content }) => {
      const stream = objects.stream('/Filter /FlateDecode', packed(content.operators));
      return objects.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << ${used} >> >> /Contents ${stream} 0 R >>`,
      );
    });
    objects.fill(tree, `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`);
    const root = objects.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
    objects.end(root, objects.add('<< >>'), '0'.repeat(32));
    return Promise.resolve(Buffer.concat(parts));
  },
};

interface Files {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

const naive =
  (files: Files): Peer['make'] =>
  async (document) => {
    const pdf = await Original.create();
    pdf.registerFontkit(fontkit);
    const [regular, bold] = [
      await pdf.embedFont(files.regular, { subset: true }),
      await pdf.embedFont(files.bold, { subset: true }),
    ];
    let page = pdf.addPage([595.28, 841.89]);
    const black = rgb(0, 0, 0);
    drawGreedily(document, {
      width: (text, size, isBold) => (isBold ? bold : regular).widthOfTextAtSize(text, size),
      text: (text, x, y, size, isBold) =>
        page.drawText(text, { x, y: 841.89 - y, size, font: isBold ? bold : regular }),
      line: (x1, y1, x2, y2) =>
        page.drawLine({ start: { x: x1, y: 841.89 - y1 }, end: { x: x2, y: 841.89 - y2 }, thickness: 0.5 }),
      box: (x, y, width, height) => page.drawRectangle({ x, y: 841.89 - y - height, width, height, color: black }),
      newPage: () => void (page = pdf.addPage([595.28, 841.89])),
    });
    return pdf.save();
  };

const pdfkit =
  (files: Files): Peer['make'] =>
  (document) =>
    new Promise((resolve) => {
      const pdf = new PdfKit({ size: 'A4', margin: 0 });
      const chunks: Buffer[] = [];
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      pdf.registerFont('regular', files.regular).registerFont('bold', files.bold);
      const set = (isBold: boolean, size: number) => pdf.font(isBold ? 'bold' : 'regular').fontSize(size);
      drawGreedily(document, {
        width: (text, size, isBold) => set(isBold, size).widthOfString(text),
        text: (text, x, y, size, isBold) => void set(isBold, size).text(text, x, y - size * 0.89, { lineBreak: false }),
        line: (x1, y1, x2, y2) => void pdf.lineWidth(0.5).moveTo(x1, y1).lineTo(x2, y2).stroke(),
        box: (x, y, width, height) => void pdf.rect(x, y, width, height).fill(),
        newPage: () => void pdf.addPage(),
      });
      pdf.end();
    });

type Opening = () => Omit<Peer, 'name'> | undefined | Promise<Omit<Peer, 'name'> | undefined>;

const made = (open: () => Peer['make']): Opening => {
  return () => ({ make: open() });
};

const openings: Readonly<Record<string, Opening>> = {
  [ours.name]: () => ours,
  [floor.name]: () => floor,
  'pdf-lib 1.17.1, @pdf-lib/fontkit, drawText': made(() => naive(full)),
  'pdf-lib 1.17.1, @pdf-lib/fontkit, drawText, reduced font': made(() => naive(reduced)),
  'pdfkit 0.20.2': made(() => pdfkit(full)),
  'pdfkit 0.20.2, reduced font': made(() => pdfkit(reduced)),
  'pdfmake 0.3.11': made(() => withPdfmake('full', full)),
  'pdfmake 0.3.11, reduced font': made(() => withPdfmake('reduced', reduced)),
  '@react-pdf/renderer 4.9.0': made(() => withReactPdf('full', full)),
  '@react-pdf/renderer 4.9.0, reduced font': made(() => withReactPdf('reduced', reduced)),
  'Typst (typst-ts-node-compiler 0.7.0), PDF/A-3a, tagged': made(() => withTypst(full)),
  'Typst (typst-ts-node-compiler 0.7.0), PDF/A-3a, tagged, reduced font': made(() => withTypst(reduced)),
  'Chromium, one page kept open, print to PDF, tagged': () => withChromium(full),
};

export const peerNames = Object.keys(openings);

/** Sets a peer up; undefined where the machine lacks what it needs (a browser). */
export async function openPeer(name: string): Promise<Peer | undefined> {
  const peer = await openings[name]?.();
  return peer && { name, ...peer };
}
