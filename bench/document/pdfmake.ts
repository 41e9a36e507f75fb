import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import {
  code128Modules,
  qrModules,
  type Barcode,
  type Block,
  type Inline,
  type LayoutDocument,
} from '../../src/layout/index.ts';

const mm = 72 / 25.4;

const textOf = (content: readonly Inline[], bold: boolean) =>
  content.flatMap((inline) => (inline.kind === 'text' ? [{ text: inline.text, bold: inline.bold ?? bold }] : []));

function barcode(block: Barcode): unknown {
  const code = block.symbology === 'qr' ? qrModules(block.value) : code128Modules(block.value);
  const width = (block.width ?? 25) * mm;
  const [unit, rise] = [
    width / code.columns,
    (block.symbology === 'qr' ? width : (block.height ?? 12) * mm) / code.rows,
  ];
  const canvas: unknown[] = [];
  for (let index = 0; index < code.dark.length; index += 4) {
    const [x = 0, y = 0, w = 0, h = 0] = code.dark.slice(index, index + 4);
    canvas.push({ type: 'rect', x: x * unit, y: y * rise, w: w * unit, h: h * rise, color: 'black' });
  }
  return { canvas };
}

/** The same texts in the words of pdfmake. */
function contentOf(block: Block): unknown {
  switch (block.kind) {
    case 'paragraph':
      return {
        text: textOf(block.content, block.bold === true),
        alignment: block.align ?? 'left',
        ...(block.sizePt ? { fontSize: block.sizePt } : {}),
      };
    case 'heading':
      return {
        text: textOf(block.content, true),
        alignment: block.align ?? 'left',
        ...(block.sizePt ? { fontSize: block.sizePt } : {}),
      };
    case 'columns':
      return block.rows.map((row) => ({ columns: [row.left.map(contentOf), row.right.map(contentOf)], columnGap: 16 }));
    case 'table':
      return {
        fontSize: block.sizePt ?? 11,
        layout: block.borders === 'none' ? 'noBorders' : {},
        table: {
          headerRows: block.head?.length ?? 0,
          dontBreakRows: true,
          widths: block.columns.map((column) => ('width' in column ? column.width * mm - 8 : '*')),
          body: [...(block.head ?? []), ...block.body].map((row) =>
            row.cells.map((cell) => cell.content.map(contentOf)),
          ),
        },
      };
    case 'list':
      return { ol: block.items.map((item) => item.content.map(contentOf)) };
    case 'group':
      return { margin: [90 * mm, 0, 0, 0], stack: block.content.map(contentOf) };
    case 'signature':
      return { columns: [{ text: textOf(block.post, false) }, { text: textOf(block.name, false) }] };
    case 'barcode':
      return barcode(block);
    default:
      return '';
  }
}

pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

/** A maker of documents with pdfmake; its fonts are files. */
export function withPdfmake(name: string, files: { readonly regular: Buffer; readonly bold: Buffer }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const paths = { normal: join(folder, 'regular.ttf'), bold: join(folder, 'bold.ttf') };
  writeFileSync(paths.normal, files.regular);
  writeFileSync(paths.bold, files.bold);
  pdfmake.addFonts({ [name]: paths });
  return async (document: LayoutDocument): Promise<Uint8Array> => {
    const definition = {
      pageSize: 'A4',
      pageMargins: [30 * mm, 20 * mm, 15 * mm, 25 * mm],
      defaultStyle: { font: name, fontSize: document.sizePt ?? 12 },
      content: document.body.map(contentOf),
      footer: (page: number, pages: number) => ({ text: `стр. ${page} из ${pages}`, alignment: 'center', fontSize: 9 }),
    };
    return pdfmake.createPdf(definition).getBuffer();
  };
}
