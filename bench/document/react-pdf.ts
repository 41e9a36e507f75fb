import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type Element } from 'react';
import type { Block, Inline, LayoutDocument, Table } from '../../src/layout/index.ts';
import { codePath } from './codes.ts';

const mm = 72 / 25.4;

const runs = (content: readonly Inline[], bold: boolean): Element[] =>
  content.flatMap((inline, key) =>
    inline.kind === 'text'
      ? [h(Text, { key, style: { fontWeight: (inline.bold ?? bold) ? 700 : 400 } }, inline.text)]
      : [],
  );

const elements = (blocks: readonly Block[]): Element[] =>
  blocks.map((block, key) => h(View, { key }, elementOf(block)));

function tableOf(block: Table): Element {
  const border = block.borders === 'none' ? {} : { borderWidth: 0.5 };
  const rows = (all: Table['body'], fixed: boolean): Element[] =>
    all.map(({ cells }, row) =>
      h(
        View,
        { key: `${fixed}${row}`, fixed, wrap: false, style: { flexDirection: 'row' } },
        ...cells.map((cell, index) => {
          const column = block.columns[index];
          const width = column && 'width' in column ? { width: column.width * mm } : { flex: column?.share ?? 1 };
          return h(View, { key: index, style: { ...width, ...border, padding: 3 } }, ...elements(cell.content));
        }),
      ),
    );
  return h(
    View,
    { style: { fontSize: block.sizePt ?? 11 } },
    ...rows(block.head ?? [], true),
    ...rows(block.body, false),
  );
}

function elementOf(block: Block): Element | null {
  switch (block.kind) {
    case 'paragraph':
    case 'heading': {
      const size = block.sizePt === undefined ? {} : { fontSize: block.sizePt };
      const bold = block.kind === 'heading' || block.bold === true;
      return h(Text, { style: { textAlign: block.align ?? 'left', ...size } }, ...runs(block.content, bold));
    }
    case 'columns':
      return h(
        View,
        {},
        ...block.rows.map(({ left, right }, key) =>
          h(
            View,
            { key, style: { flexDirection: 'row', gap: 16 } },
            h(View, { style: { flex: 1 } }, ...elements(left)),
            h(View, { style: { flex: 1 } }, ...elements(right)),
          ),
        ),
      );
    case 'table':
      return tableOf(block);
    case 'list':
      return h(View, {}, ...block.items.map((item, key) => h(View, { key }, ...elements(item.content))));
    case 'group':
      return h(View, { style: { marginLeft: 90 * mm } }, ...elements(block.content));
    case 'signature':
      return h(
        View,
        { style: { flexDirection: 'row', justifyContent: 'space-between' } },
        h(Text, {}, ...runs(block.post, false)),
        h(Text, {}, ...runs(block.name, false)),
      );
    case 'barcode': {
      const { path, columns, rows, width, height } = codePath(block);
      const size = { width: width * mm, height: height * mm, viewBox: `0 0 ${columns} ${rows}` };
      return h(Svg, { ...size, preserveAspectRatio: 'none' }, h(Path, { d: path, fill: 'black' }));
    }
    default:
      return null;
  }
}

const page = { paddingTop: 20 * mm, paddingRight: 15 * mm, paddingBottom: 25 * mm, paddingLeft: 30 * mm };
const footer = { position: 'absolute', bottom: 30, left: 0, right: 0, textAlign: 'center', fontSize: 9 };

/** A maker of documents with @react-pdf/renderer; its fonts are files. */
export function withReactPdf(name: string, files: { readonly regular: Buffer; readonly bold: Buffer }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const fonts = (['regular', 'bold'] as const).map((weight) => {
    const src = join(folder, `${weight}.ttf`);
    writeFileSync(src, files[weight]);
    return { src, fontWeight: weight === 'bold' ? 700 : 400 };
  });
  Font.register({ family: name, fonts });
  const numbers = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }): string =>
    `стр. ${pageNumber} из ${totalPages}`;
  return async (document: LayoutDocument): Promise<Uint8Array> =>
    renderToBuffer(
      h(
        Document,
        { title: document.title, language: 'ru' },
        h(
          Page,
          { size: 'A4', style: { ...page, fontFamily: name, fontSize: document.sizePt ?? 12 } },
          ...elements(document.body),
          h(Text, { fixed: true, style: footer, render: numbers }),
        ),
      ),
    );
}
