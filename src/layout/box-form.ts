import { diagnostic } from '../diagnostics/index.ts';
import type { Block, Box, BoxForm } from './block.ts';
import { unbroken } from './columns.ts';
import { excerptOf, flow } from './flow.ts';
import { grid, type GridCell, type GridRow } from './grid.ts';
import type { Item } from './page.ts';
import { points } from './paragraph.ts';
import { seatsOf } from './seats.ts';
import { heightOf, joined, langOf, styled, tagged, toMm, type Context, type Strip } from './strip.ts';
import { edgesOf } from './table.ts';

const pad = 1.4;

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
  const seats = seatsOf(
    block.rows.map((row) => row.boxes),
    block.columns.length,
    context,
  );
  const rows = block.rows.map((row, index): GridRow => {
    const cells = (seats[index] ?? []).map(({ cell, column, colspan, rowspan }): GridCell => {
      const x = (edges[column] ?? 0) + points(pad);
      const width = (edges[column + colspan] ?? 0) - points(pad) - x;
      const inBox = { ...inForm, x, width, tag: tagged(inForm, { role: 'Div' }) };
      const content = unbroken(flow(contentOf(cell, style.sizePt), inBox), context);
      return { column, colspan, rowspan, content, pad: points(pad) * 0.8, valign: 'top' };
    });
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
