import { diagnostic } from '../diagnostics/index.ts';
import type { Block, Box, BoxForm } from './block.ts';
import { excerptOf, flow } from './flow.ts';
import { grid, type GridCell, type GridRow } from './grid.ts';
import type { Item } from './page.ts';
import { points } from './paragraph.ts';
import { heightOf, joined, langOf, styled, tagged, toMm, type Context, type Strip } from './strip.ts';
import { edgesOf } from './table.ts';

const pad = 1;

/** Number and printed name in small type, the value below. */
function contentOf(box: Box, sizePt: number): Block[] {
  const small = Math.max(7, sizePt * 0.72);
  const number = box.number === undefined ? [] : [{ kind: 'text' as const, text: `${box.number}. `, bold: true }];
  const caption = [...number, ...(box.caption ?? [])];
  if (caption.length === 0) return [...box.content];
  const head: Block = {
    kind: 'paragraph',
    content: caption,
    sizePt: small,
    align: 'left',
    bold: false,
    after: 0.6,
    keepWithNext: true,
  };
  return [head, ...box.content];
}

/** The numbered boxes of a form on one page (the licence for export and import). Each box is read as a part of its own. */
export function boxForm(block: BoxForm, context: Context): Strip[] {
  const style = styled({ ...context.style, align: 'left' }, block);
  const edges = edgesOf(block.columns, context);
  const inForm: Context = { ...context, style, tag: tagged(context, { role: 'Div', ...langOf(context, style.lang) }) };
  const count = block.columns.length;
  const taken = new Array<number>(count).fill(0);
  const rows: GridRow[] = block.rows.map((row, rowIndex) => {
    const cells: GridCell[] = [];
    let column = 0;
    let filled = taken.filter((until) => until > rowIndex).length;
    for (const box of row.boxes) {
      while ((taken[column] ?? 0) > rowIndex) column += 1;
      const colspan = box.colspan ?? 1;
      const rowspan = Math.min(box.rowspan ?? 1, block.rows.length - rowIndex);
      filled += colspan;
      if (column + colspan > count) break;
      const x = (edges[column] ?? 0) + points(pad);
      const width = (edges[column + colspan] ?? 0) - points(pad) - x;
      const content = flow(contentOf(box, style.sizePt), { ...inForm, x, width, tag: tagged(inForm, { role: 'Div' }) });
      cells.push({ column, colspan, rowspan, content, pad: points(pad) * 0.8, valign: 'top' });
      for (let offset = 0; offset < colspan; offset++) taken[column + offset] = rowIndex + rowspan;
      column += colspan;
    }
    if (filled !== count) {
      context.book.findings.push(
        diagnostic('table-impossible', { row: rowIndex + 1, filled, columns: count }, context.at),
      );
    }
    return { cells, minHeight: points(row.minHeight) };
  });
  const made = { strips: grid(rows, edges, 'all'), after: 0 };
  const height = heightOf(made);
  if (height > context.room) {
    const args = { needed: toMm(height), available: toMm(context.room), text: excerptOf(made.strips) };
    context.book.findings.push(diagnostic('block-too-tall', args, context.at));
  }
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const top: Item = { kind: 'rule', x1: left, x2: right, y1: 0, y2: 0, thickness: 0.5 };
  const whole = joined(made);
  return [{ ...whole, items: [top, ...whole.items] }];
}
