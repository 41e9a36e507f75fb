import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, Inline, LayoutDocument, Table, TextStyle } from '../../src/layout/index.ts';
import { codePath, codeSvg } from './codes.ts';

/** Words go in as strings of code, so that nothing in them is markup. */
const quoted = (text: string): string => JSON.stringify(text);

const runs = (content: readonly Inline[], bold: boolean): string =>
  content
    .flatMap((inline) =>
      inline.kind === 'text'
        ? [`#text(weight: "${(inline.bold ?? bold) ? 'bold' : 'regular'}", ${quoted(inline.text)})`]
        : [],
    )
    .join('');

function styled(style: TextStyle, inner: string): string {
  const sized = style.sizePt === undefined ? inner : `#text(size: ${style.sizePt}pt)[${inner}]`;
  const align = style.align ?? 'left';
  return align === 'justify' ? `#par(justify: true)[${sized}]` : `#align(${align})[#par(justify: false)[${sized}]]`;
}

const tableOf = (block: Table): string => {
  const columns = block.columns.map((one) => ('width' in one ? `${one.width}mm` : `${one.share}fr`)).join(', ');
  const cells = (rows: Table['body']): string =>
    rows.flatMap((row) => row.cells.map((cell) => `[${markup(cell.content)}]`)).join(', ');
  const head = block.head ? `table.header(repeat: true, ${cells(block.head)}), ` : '';
  const stroke = block.borders === 'none' ? 'none' : '0.5pt';
  return `#text(size: ${block.sizePt ?? 11}pt)[#table(columns: (${columns}), stroke: ${stroke}, ${head}${cells(block.body)})]`;
};

function markupOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return styled(block, runs(block.content, block.bold === true));
    case 'heading':
      // A heading is a block of its own; inside a paragraph it would vanish.
      return `#align(${block.align ?? 'left'})[#text(size: ${block.sizePt ?? 12}pt)[#heading(level: ${block.level})[${runs(block.content, true)}]]]`;
    case 'columns': {
      const cells = block.rows.flatMap((row) => [`[${markup(row.left)}]`, `[${markup(row.right)}]`]);
      return `#grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 2mm, ${cells.join(', ')})`;
    }
    case 'table':
      return tableOf(block);
    case 'list':
      return `#enum(numbering: "1)", ${block.items.map((item) => `[${markup(item.content)}]`).join(', ')})`;
    case 'group':
      return `#pad(left: 90mm)[${markup(block.content)}]`;
    case 'signature':
      return `#grid(columns: (60mm, 40mm, 1fr), column-gutter: 4mm, [${runs(block.post, false)}], line(length: 100%), [${runs(block.name, false)}])`;
    case 'rule':
      return '#line(length: 100%)';
    case 'spacer':
      return `#v(${block.height}mm)`;
    case 'barcode': {
      const { width, height } = codePath(block);
      const picture = quoted(codeSvg(block, ''));
      return `#image(bytes(${picture}), format: "svg", width: ${width}mm, height: ${height}mm, fit: "stretch", alt: ${quoted(block.alt)})`;
    }
    default:
      return '';
  }
}

const markup = (blocks: readonly Block[]): string => blocks.map(markupOf).join('\n\n');

const source = (document: LayoutDocument): string => `
#set document(title: ${quoted(document.title)}, date: datetime(year: 2020, month: 3, day: 4))
#set page(paper: "a4", margin: (top: 20mm, right: 15mm, bottom: 20mm, left: 30mm), footer: context align(center, text(size: 9pt, "стр. " + str(counter(page).get().first()) + " из " + str(counter(page).final().first()))))
#set text(font: "Tinos", size: ${document.sizePt ?? 12}pt, lang: "ru", hyphenate: true)
#show heading: set text(size: 1em)
${markup(document.body)}`;

/** A maker of documents with one compiler that stays warm; PDF/A-3a with tags. */
export function withTypst(files: { readonly regular: Buffer; readonly bold: Buffer }) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [files.regular, files.bold] }] });
  return (document: LayoutDocument): Promise<Uint8Array> => {
    const pdf = compiler.pdf(
      { mainFileContent: source(document) },
      { pdfStandard: 'a-3a', pdfTags: true, creationTimestamp: 1_583_298_000 },
    );
    // As its own watch mode does: what ten documents did not ask for is forgotten.
    compiler.evictCache(10);
    return Promise.resolve(pdf);
  };
}
