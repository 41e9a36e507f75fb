import { diagnostic } from '../diagnostics/index.ts';
import type { ColumnWidth, Table, TableCell, TableRow } from './block.ts';
import { unbroken } from './columns.ts';
import { flow } from './flow.ts';
import { grid, type GridCell, type GridRow } from './grid.ts';
import type { Item } from './page.ts';
import { points, setText } from './paragraph.ts';
import { seatsOf, type Seat } from './seats.ts';
import { langOf, silent, styled, tagged, toMm, type Context, type Strip } from './strip.ts';

/** Left edges of the columns and, last, the right edge; in points. A sum that is too wide is a fault. */
export function edgesOf(columns: readonly ColumnWidth[], context: Context): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('width' in column ? points(column.width) : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
  const free = context.width - fixed;
  if (free < -0.01 || (shares > 0 && free < 1)) {
    const args = { needed: toMm(fixed), available: toMm(context.width) };
    context.book.findings.push(diagnostic('columns-too-wide', args, context.at));
  }
  const edges = [context.x];
  for (const column of columns) {
    const width = 'width' in column ? points(column.width) : (Math.max(0, free) * column.share) / shares;
    edges.push((edges.at(-1) ?? context.x) + width);
  }
  return edges;
}

/** A table as strips, one per row; rows tied by a rowspan make one strip. The head is set again on every further page. */
export function table(block: Table, context: Context): Strip[] {
  const style = styled(styled(context.style, { align: 'left' }), block);
  const edges = edgesOf(block.columns, context);
  const alt = block.summary === undefined ? {} : { alt: block.summary };
  const tableTag = tagged(context, { role: 'Table', ...langOf(context, style.lang), ...alt });
  const inTable: Context = { ...context, style, tag: tableTag };
  const head = block.head ?? [];
  const section = (rows: readonly TableRow[], isHead: boolean): Strip[] => {
    if (rows.length === 0) return [];
    const inSection = { ...inTable, tag: tagged(inTable, { role: isHead ? 'THead' : 'TBody' }) };
    return rowStrips(rows, isHead, edges, block, inSection);
  };
  const headStrips = section(head, true).map((strip) => ({ ...strip, keep: true }));
  const bodyStrips = section(block.body, false);
  const [first] = [...headStrips, ...bodyStrips];
  if (!first) return [];
  const left = edges[0] ?? context.x;
  const right = edges.at(-1) ?? context.x;
  const top: Item[] =
    block.borders === 'none' ? [] : [{ kind: 'rule', x1: left, x2: right, y1: 0, y2: 0, thickness: 0.5 }];
  const repeated = [...continuation(block, inTable), ...withTop(headStrips, top)].map((strip) => ({
    height: strip.height,
    before: strip.before,
    keep: true,
    items: strip.items.map(silent),
  }));
  const body = bodyStrips.map((strip, index) =>
    index > 0 || headStrips.length > 0 ? { ...strip, head: repeated } : strip,
  );
  // With a head the first body row follows it at once, so it is never the first strip of a page without its head.
  return headStrips.length > 0 ? [...withTop(headStrips, top), ...body] : withTop(body, top);
}

/** The upper border, drawn once above the first row; without rows it stands alone (a table without head that goes on). */
function withTop(strips: readonly Strip[], top: readonly Item[]): Strip[] {
  const [first, ...others] = strips;
  if (!first) return [{ height: 0, before: 0, keep: true, items: top }];
  return [{ ...first, items: [...top, ...first.items] }, ...others];
}

/** Points between the words above a repeated head and its upper border. */
const continuationGap = 2;

function continuation(block: Table, context: Context): Strip[] {
  if (!block.continuation) return [];
  const style = { ...context.style, italic: true, align: 'right' as const, hyphenate: false };
  const shape = { x: context.x, width: context.width, indent: 0, style, tag: null, at: block.at };
  const lines = setText(block.continuation, shape, { ...context, tag: null });
  return lines.map((strip) => ({ ...strip, height: strip.height + continuationGap }));
}

function rowStrips(
  rows: readonly TableRow[],
  isHead: boolean,
  edges: readonly number[],
  block: Table,
  context: Context,
): Strip[] {
  const seats = seatsOf(
    rows.map((row) => row.cells),
    block.columns.length,
    context,
  );
  const gridRows = rows.map((row, index): GridRow => {
    const inRow = { ...context, tag: tagged(context, { role: 'TR' }) };
    const cells = (seats[index] ?? []).map((seat) => setCell(seat, isHead, edges, block, inRow));
    return { cells, minHeight: points(row.minHeight) };
  });
  return grid(gridRows, edges, block.borders ?? 'all');
}

function setCell(
  { cell, column, colspan, rowspan }: Seat<TableCell>,
  isHead: boolean,
  edges: readonly number[],
  block: Table,
  context: Context,
): GridCell {
  const pad = points(block.padding, 1.2);
  const base = isHead ? { ...context.style, align: 'center' as const } : context.style;
  const style = styled(base, cell);
  const isHeader = isHead || cell.header === true;
  const tag = tagged(context, {
    role: isHeader ? 'TH' : 'TD',
    ...(isHeader ? { scope: isHead ? ('Column' as const) : ('Row' as const) } : {}),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    ...langOf(context, style.lang),
  });
  const x = (edges[column] ?? 0) + pad;
  const width = (edges[column + colspan] ?? 0) - pad - x;
  const content = unbroken(flow(cell.content, { ...context, style, tag, x, width }), context);
  const valign = cell.valign ?? (isHead ? ('middle' as const) : ('top' as const));
  return { column, colspan, rowspan, content, pad: pad * 0.75, valign };
}
