import type { FieldLine, Inline, Signature } from './block.ts';
import { runOf, tokensOf } from './inline.ts';
import type { Item, TagId } from './page.ts';
import { excerpt, points, setText } from './paragraph.ts';
import { joined, langOf, lowered, styled, tagged, type Context, type Mark, type Strip, type Style } from './strip.ts';

const thin = 0.5;

/** A text as one strip with its last base line. */
function setWhole(content: readonly Inline[], x: number, width: number, style: Style, tag: TagId, context: Context) {
  const strip = joined({
    strips: setText(content, { x, width, indent: 0, style, tag, at: context.at }, context),
    after: 0,
  });
  const lines = strip.items.filter((item) => item.kind === 'line');
  const above = style.sizePt * style.leading * 0.8;
  return { strip, first: lines[0]?.y ?? above, last: lines.at(-1)?.y ?? above, baselines: lines.map((line) => line.y) };
}

const caption = (style: Style): Style => ({
  ...style,
  sizePt: Math.max(7, style.sizePt * 0.7),
  align: 'center',
  bold: false,
  italic: false,
  hyphenate: false,
});
const ruleAt = (from: number, to: number, y: number): Item => ({
  kind: 'rule',
  x1: from,
  x2: to,
  y1: y,
  y2: y,
  thickness: thin,
});

/** Post, line and name side by side; the line and the name stand level with the last line of the post. */
export function signature(block: Signature, context: Context): Strip {
  const style = { ...styled(context.style, block), align: 'left' as const };
  const paragraph = () => tagged(context, { role: 'P', ...langOf(context, style.lang) });
  const lineFrom = context.x + context.width * 0.46;
  const lineTo = context.x + context.width * 0.68;
  const nameFrom = lineTo + context.width * 0.03;
  const post = setWhole(block.post, context.x, context.width * 0.43, style, paragraph(), context);
  const under =
    block.caption && setWhole(block.caption, lineFrom, lineTo - lineFrom, caption(style), paragraph(), context);
  const name = setWhole(
    block.name,
    nameFrom,
    context.x + context.width - nameFrom,
    { ...style, hyphenate: false },
    paragraph(),
    context,
  );
  const base = Math.max(post.last, name.first);
  const parts = [lowered(post.strip, base - post.last), lowered(name.strip, base - name.first)];
  const gap = style.sizePt * 0.15;
  if (under) parts.push(lowered(under.strip, base + gap));
  const height = Math.max(
    base - post.last + post.strip.height,
    base - name.first + name.strip.height,
    under ? base + gap + under.strip.height : 0,
  );
  return {
    height,
    before: 0,
    keep: false,
    items: [ruleAt(lineFrom, lineTo, base + 1), ...parts.flatMap((part) => part.items)],
  };
}

/** The width that a text takes on one line. */
function naturalWidth(content: readonly Inline[], style: Style, context: Context): number {
  const { tokens } = tokensOf(content, style, context.fonts, context.numbers, undefined);
  const run = runOf(tokens, false);
  return run.pieces.reduce((sum, piece, index) => {
    const gap = run.gaps[index];
    return sum + piece.width + (gap?.kind === 'space' ? gap.width : 0);
  }, 0);
}

/** A label and its value over a line; a long label stands on lines of its own above the value. */
export function field(block: FieldLine, context: Context): Strip[] {
  const style = { ...styled(context.style, block), align: 'left' as const };
  const wanted =
    block.labelWidth === undefined
      ? naturalWidth(block.label, style, context) + style.sizePt * 0.3
      : points(block.labelWidth);
  const above = wanted > context.width * 0.6;
  const tag = tagged(context, { role: 'P', ...langOf(context, style.lang) });
  const label = setWhole(block.label, context.x, above ? context.width : wanted, style, tag, context);
  const from = above ? context.x : context.x + wanted;
  const to = context.x + context.width;
  const valueStrips: Strip[] = [];
  if (block.value) {
    const valueTag = tagged(context, { role: 'P', ...langOf(context, style.lang) });
    const value = setWhole(block.value, from, to - from, style, valueTag, context);
    const rules = value.baselines.map((y) => ruleAt(from, to, y + style.sizePt * 0.22));
    valueStrips.push({ ...value.strip, items: [...rules, ...value.strip.items] });
  } else {
    const step = Math.max(style.sizePt * style.leading, points(7));
    const first = style.sizePt * style.leading;
    const count = block.lines ?? 1;
    const ys = Array.from({ length: count }, (_, index) => (above ? step - first : 0) + label.first + index * step);
    const mark: Mark[] =
      block.anchor === undefined
        ? []
        : [
            {
              kind: 'anchor',
              name: block.anchor,
              x: from,
              y: (ys[0] ?? 0) - first,
              width: to - from,
              height: first + (count - 1) * step,
              field: 'text',
              label: excerpt(block.label),
              tag: tagged(context, { role: 'Form' }),
            },
          ];
    const rules = ys.map((y, index) => ruleAt(index > 0 ? context.x : from, to, y + style.sizePt * 0.22));
    valueStrips.push({
      height: (ys.at(-1) ?? 0) + style.sizePt * 0.4,
      before: 0,
      keep: false,
      items: rules,
      marks: mark,
    });
  }
  const body = above ? [{ ...label.strip, keep: true }, ...valueStrips] : [beside(label.strip, valueStrips)];
  if (!block.caption) return body;
  const under = setText(
    block.caption,
    { x: from, width: to - from, indent: 0, style: caption(style), tag: tagged(context, { role: 'P' }), at: block.at },
    context,
  );
  return [
    ...body.map((strip) => ({ ...strip, keep: true })),
    ...under.map((strip, index) => (index === 0 ? { ...strip, before: 1 } : strip)),
  ];
}

/** The value beside its label; both begin at the top. */
function beside(label: Strip, value: readonly Strip[]): Strip {
  const right = joined({ strips: value, after: 0 });
  return { ...right, height: Math.max(label.height, right.height), items: [...label.items, ...right.items] };
}
