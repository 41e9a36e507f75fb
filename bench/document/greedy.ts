import {
  code128Modules,
  qrModules,
  type Barcode,
  type Block,
  type Inline,
  type LayoutDocument,
  type Table,
} from '../../src/layout/index.ts';

/** What a drawing library offers; y is down from the top of the page. */
export interface Pen {
  readonly width: (text: string, size: number, bold: boolean) => number;
  readonly text: (text: string, x: number, y: number, size: number, bold: boolean) => void;
  readonly line: (x1: number, y1: number, x2: number, y2: number) => void;
  readonly box: (x: number, y: number, width: number, height: number) => void;
  readonly newPage: () => void;
}

const mm = 72 / 25.4;
const left = 30 * mm;
const right = (210 - 15) * mm;
const bottom = (297 - 25) * mm;

interface Words {
  readonly text: string;
  readonly bold: boolean;
}

const wordsOf = (content: readonly Inline[], bold: boolean): Words[] =>
  content.flatMap((inline) =>
    inline.kind === 'text'
      ? inline.text
          .split(/\s+/)
          .filter(Boolean)
          .map((text) => ({ text, bold: inline.bold ?? bold }))
      : [],
  );

/**
 * The way most programs use such a library: word after word is measured and drawn, lines are filled greedily, nothing is
 * hyphenated or justified, a table row is as high as its longest cell. Draws the same texts as the layout engine does.
 */
export function drawGreedily(document: LayoutDocument, pen: Pen): void {
  const base = document.sizePt ?? 12;
  let y = 20 * mm;
  const need = (height: number): void => {
    if (y + height <= bottom) return;
    pen.newPage();
    y = 20 * mm;
  };
  const paragraph = (
    content: readonly Inline[],
    x: number,
    width: number,
    size: number,
    bold: boolean,
    at: number,
    draws: boolean,
  ): number => {
    let [cursor, line] = [x, at];
    for (const word of wordsOf(content, bold)) {
      const wide = pen.width(`${word.text} `, size, word.bold);
      if (cursor + wide > x + width && cursor > x) [cursor, line] = [x, line + size * 1.15];
      if (draws) pen.text(word.text, cursor, line + size, size, word.bold);
      cursor += wide;
    }
    return line + size * 1.15 - at;
  };
  const flow = (
    blocks: readonly Block[],
    x: number,
    width: number,
    size: number,
    at: number,
    draws: boolean,
  ): number => {
    let height = 0;
    for (const block of blocks) {
      if (block.kind === 'paragraph')
        height += paragraph(block.content, x, width, block.sizePt ?? size, block.bold === true, at + height, draws);
      else if (block.kind === 'barcode') height += barcode(block, x, at + height, draws);
    }
    return height;
  };
  const barcode = (block: Barcode, x: number, at: number, draws: boolean): number => {
    const code = block.symbology === 'qr' ? qrModules(block.value) : code128Modules(block.value);
    const width = (block.width ?? 25) * mm;
    const height = block.symbology === 'qr' ? width : (block.height ?? 12) * mm;
    const [unit, rise] = [width / code.columns, height / code.rows];
    for (let index = 0; draws && index < code.dark.length; index += 4) {
      const [column = 0, row = 0, columns = 0, rows = 0] = code.dark.slice(index, index + 4);
      pen.box(x + column * unit, at + row * rise, columns * unit, rows * rise);
    }
    return height;
  };
  const table = (block: Table): void => {
    const size = block.sizePt ?? base;
    const fixed = block.columns.reduce((sum, column) => sum + ('width' in column ? column.width * mm : 0), 0);
    const shares = block.columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
    const widths = block.columns.map((column) =>
      'width' in column ? column.width * mm : ((right - left - fixed) * column.share) / shares,
    );
    for (const row of [...(block.head ?? []), ...block.body]) {
      const xs = widths.map((_, index) => left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
      const heights = row.cells.map((cell, index) =>
        flow(cell.content, (xs[index] ?? 0) + 3, (widths[index] ?? 0) - 6, size, y, false),
      );
      const height = Math.max(...heights) + 5;
      need(height);
      row.cells.forEach((cell, index) =>
        flow(cell.content, (xs[index] ?? 0) + 3, (widths[index] ?? 0) - 6, size, y + 2, true),
      );
      if (block.borders !== 'none') for (const x of [...xs, right]) pen.line(x, y, x, y + height);
      if (block.borders !== 'none') pen.line(left, y + height, right, y + height);
      y += height;
    }
  };
  for (const block of document.body) {
    if (block.kind === 'table') table(block);
    else if (block.kind === 'columns') {
      const width = (right - left) / 2 - 8;
      for (const row of block.rows) {
        const one = flow(row.left, left, width, base, y, true);
        y += Math.max(one, flow(row.right, left + width + 16, width, base, y, true)) + 3;
      }
    } else if (block.kind === 'paragraph' || block.kind === 'heading') {
      need(base * 1.15 * 3);
      y += paragraph(block.content, left, right - left, block.sizePt ?? base, block.kind === 'heading', y, true) + 4;
    } else if (block.kind === 'group') y += flow(block.content, left + 90 * mm, 75 * mm, base, y, true) + 6;
    else if (block.kind === 'list') {
      for (const item of block.items) {
        pen.text(item.label ?? '', left + 35, y + base, base, false);
        y += flow(item.content, left + 50, right - left - 50, base, y, true);
      }
    } else if (block.kind === 'signature') {
      need(60);
      const height = paragraph(block.post, left, 200, base, false, y, true);
      paragraph(block.name, left + 330, 140, base, false, y, true);
      pen.line(left + 215, y + base, left + 315, y + base);
      y += height + 20;
    } else if (block.kind === 'barcode') {
      need(80);
      y += barcode(block, left, y, true);
    }
  }
}
