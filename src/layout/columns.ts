import { diagnostic } from '../diagnostics/index.ts';
import type { Columns, ColumnsRow } from './block.ts';
import { flow } from './flow.ts';
import type { Item } from './page.ts';
import { points } from './paragraph.ts';
import { heightOf, joined, langOf, lowered, moved, tagged, type Context, type Flow, type Strip } from './strip.ts';

/** A strip with the height at which it begins and ends, the space above it counted to neither. */
interface Span {
  readonly strip: Strip;
  readonly from: number;
  readonly to: number;
}

function spans(side: Flow): Span[] {
  let y = 0;
  return side.strips.map((strip, index) => {
    const from = y + (index > 0 ? strip.before : 0);
    y = from + strip.height;
    return { strip, from, to: y };
  });
}

/** Slices both sides where neither is in the middle of a line, so that a long row can go on over the page. */
function sliced(left: readonly Span[], right: readonly Span[]): Strip[] {
  const all = [...left, ...right].sort((one, other) => one.from - other.from || one.to - other.to);
  const strips: Strip[] = [];
  let group: Span[] = [];
  let [top, end] = [0, 0];
  const close = (): void => {
    const [first] = group;
    if (!first) return;
    const items: Item[] = group.flatMap((span) =>
      span.strip.items.map((item) => moved(item, 0, span.from - first.from)),
    );
    const marks = group.flatMap((span) =>
      (span.strip.marks ?? []).map((mark) => ({ ...mark, y: mark.y + span.from - first.from })),
    );
    const keep = group.some((span) => span.strip.keep);
    strips.push({ height: end - first.from, before: first.from - top, keep, items, marks });
    top = end;
    group = [];
  };
  for (const span of all) {
    // A hair of overlap is rounding, not a line in the way.
    if (group.length > 0 && span.from >= end - 0.5) close();
    group.push(span);
    end = Math.max(end, span.to);
  }
  close();
  return strips;
}

/** Two texts side by side, each row level. A row that fits on a third of a page stays whole. */
export function columns(block: Columns, context: Context): Strip[] {
  const { style } = context;
  const gap = points(block.gap, 6);
  const [first, second] = block.shares ?? [1, 1];
  const free = context.width - gap;
  const leftWidth = (free * first) / (first + second);
  const tag = tagged(context, { role: 'Div' });
  const strips: Strip[] = [];
  let after = 0;
  for (const row of block.rows) {
    const side = (index: 0 | 1): Flow => {
      const lang = block.langs?.[index] ?? style.lang;
      const inside = { ...context, tag, style };
      const sideTag = tagged(inside, { role: 'Div', ...langOf(inside, lang) });
      const x = index === 0 ? context.x : context.x + leftWidth + gap;
      const width = index === 0 ? leftWidth : free - leftWidth;
      return unbroken(
        flow(index === 0 ? row.left : row.right, { ...context, style: { ...style, lang }, tag: sideTag, x, width }),
        context,
      );
    };
    const [left, right] = [side(0), side(1)];
    const height = Math.max(heightOf(left), heightOf(right));
    const before = Math.max(points(row.before), left.strips[0]?.before ?? 0, right.strips[0]?.before ?? 0);
    const made =
      height <= context.room / 3 ? [beside(left, right, height, row.valign)] : sliced(spans(left), spans(right));
    const keepsNext = [left, right].some((flowed) => flowed.strips.at(-1)?.keep === true);
    made.forEach((strip, index) => {
      const last = index === made.length - 1;
      strips.push({
        ...strip,
        before: index === 0 ? Math.max(before, after) : strip.before,
        keep: last ? keepsNext : strip.keep,
      });
    });
    after = Math.max(left.after, right.after);
  }
  return block.divider
    ? strips.map((strip, index) => divided(strip, context.x + leftWidth + gap / 2, index > 0))
    : strips;
}

/** Inside columns and cells a new page cannot begin. */
export function unbroken(made: Flow, context: Context): Flow {
  if (made.strips.some((strip) => strip.newPage)) {
    context.book.findings.push(diagnostic('placed-wrongly', { what: 'page-break' }, context.at));
  }
  return made;
}

function beside(left: Flow, right: Flow, height: number, valign: ColumnsRow['valign'] = 'top'): Strip {
  const placed = (strip: Strip): Strip => (valign === 'middle' ? lowered(strip, (height - strip.height) / 2) : strip);
  const [one, other] = [placed(joined(left)), placed(joined(right))];
  return {
    ...one,
    height,
    items: [...one.items, ...other.items],
    marks: [...(one.marks ?? []), ...(other.marks ?? [])],
  };
}

const divided = (strip: Strip, x: number, joins: boolean): Strip => ({
  ...strip,
  items: [
    ...strip.items,
    { kind: 'rule', x1: x, x2: x, y1: joins ? -strip.before : 0, y2: strip.height, thickness: 0.5 },
  ],
});
