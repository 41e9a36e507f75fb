import { diagnostic } from '../diagnostics/index.ts';
import type { Block, Group, Heading, List, Paragraph, SignatureField } from './block.ts';
import { barcode, checkbox, cutLine, figure, rule, seal, spacer } from './drawn.ts';
import { boxForm } from './box-form.ts';
import { columns } from './columns.ts';
import { field, signature } from './fields.ts';
import type { Item, Role } from './page.ts';
import { excerpt, points, setText } from './paragraph.ts';
import {
  heightOf,
  joined,
  langOf,
  styled,
  tagged,
  toMm,
  type Context,
  type Flow,
  type Mark,
  type Strip,
} from './strip.ts';
import { table } from './table.ts';
import { widthOf } from '../text/metrics.ts';
import { faceOf } from './inline.ts';

/** Blocks one below the other. Of two spaces that meet the greater counts. */
export function flow(blocks: readonly Block[], context: Context): Flow {
  const strips: Strip[] = [];
  let after = 0;
  let newPage: Strip['newPage'];
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      newPage = block.numbersAnew === true ? 'anew' : (newPage ?? true);
      continue;
    }
    const part = blockFlow(block, 'at' in block && block.at ? { ...context, at: block.at } : context);
    if (holdsSignature(block)) tieToText(strips);
    part.strips.forEach((strip, index) => {
      if (index > 0) strips.push(strip);
      else strips.push({ ...strip, before: Math.max(strip.before, after), ...(newPage ? { newPage } : {}) });
    });
    if (part.strips.length > 0) {
      newPage = undefined;
      after = part.after;
    }
  }
  return { strips, after };
}

/** A signature may stand beside the place of the seal, or in a group. */
const holdsSignature = (block: Block): boolean =>
  block.kind === 'signature' ||
  block.kind === 'signature-field' ||
  (block.kind === 'group' && block.content.some(holdsSignature)) ||
  (block.kind === 'columns' && block.rows.some(({ left, right }) => [...left, ...right].some(holdsSignature)));

/** A signature never stands alone: the last lines of the text above go over with it. */
function tieToText(strips: Strip[]): void {
  const last = strips.at(-1);
  if (last) strips[strips.length - 1] = { ...last, keep: true };
}

function blockFlow(block: Exclude<Block, { kind: 'page-break' }>, context: Context): Flow {
  const made = traced(stripsOf(block, context), context);
  if (block.kind === 'spacer' || block.kind === 'format') return { strips: made.strips, after: 0 };
  const [first, ...others] = made.strips;
  if (!first) return { strips: [], after: 0 };
  const strips = [{ ...first, before: Math.max(first.before, points(block.before)) }, ...others];
  const last = strips.at(-1);
  if (block.keepWithNext && last) strips[strips.length - 1] = { ...last, keep: true };
  return { strips, after: Math.max(made.after, points(block.after)) };
}

/** A strip that no page can hold is reported where its block came from. */
function traced(made: Flow, context: Context): Flow {
  const { at, room } = context;
  if (!at || made.strips.every((strip) => strip.height <= room)) return made;
  return { ...made, strips: made.strips.map((strip) => (strip.height > room ? { at, ...strip } : strip)) };
}

const lone = (strips: readonly Strip[]): Flow => ({ strips, after: 0 });

function stripsOf(block: Exclude<Block, { kind: 'page-break' }>, context: Context): Flow {
  switch (block.kind) {
    case 'paragraph':
      return lone(paragraph(block, context));
    case 'heading':
      return lone(heading(block, context));
    case 'list':
      return list(block, context);
    case 'table':
      return lone(table(block, context));
    case 'columns':
      return lone(columns(block, context));
    case 'box-form':
      return lone(boxForm(block, context));
    case 'rule':
      return lone([rule(block, context)]);
    case 'cut-line':
      return lone([cutLine(block, context)]);
    case 'barcode':
      return lone(barcode(block, context));
    case 'signature':
      return lone([signature(block, context)]);
    case 'signature-field':
      return signatureField(block, context);
    case 'seal':
      return lone([seal(block, context)]);
    case 'field':
      return lone(field(block, context));
    case 'checkbox':
      return lone([checkbox(block, context)]);
    case 'spacer':
      return lone([spacer(block)]);
    case 'group':
      return group(block, context);
    case 'figure':
      return lone(figure(block, context));
    case 'format':
      context.book.findings.push(diagnostic('placed-wrongly', { what: 'format' }, context.at));
      return lone([]);
  }
}

function paragraph(block: Paragraph, context: Context): Strip[] {
  const style = styled(context.style, block);
  const left = points(block.left);
  const tag = tagged(context, { role: 'P', ...langOf(context, style.lang) });
  const { at, maxLines, keepTogether } = block;
  const width = context.width - left - points(block.right);
  return setText(
    block.content,
    { x: context.x + left, width, indent: points(block.indent), style, tag, at, maxLines, keepTogether },
    context,
  );
}

const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const satisfies readonly Role[];

/** In the reading order no level of headings is skipped (ISO 14289-1, 7.4.2), whatever sizes a template chose. */
function roleOfHeading(level: Heading['level'], context: Context): Role {
  const above = context.book.tags.findLast((tag) => headings.some((role) => role === tag.role))?.role;
  const deepest = above === undefined ? 0 : headings.findIndex((role) => role === above) + 1;
  return headings[Math.min(level - 1, deepest)] ?? 'H6';
}

const headingScale = { 1: 1.17, 2: 1.08, 3: 1, 4: 1, 5: 1, 6: 1 } as const;

function heading(block: Heading, context: Context): Strip[] {
  const base = {
    ...context.style,
    bold: true,
    hyphenate: false,
    align: context.style.align === 'justify' ? ('left' as const) : context.style.align,
  };
  const style = styled({ ...base, sizePt: base.sizePt * headingScale[block.level] }, block);
  const role = roleOfHeading(block.level, context);
  const tag = tagged(context, { role, ...langOf(context, style.lang) });
  const strips = setText(
    block.content,
    { x: context.x, width: context.width, indent: 0, style, tag, at: block.at },
    context,
  );
  const title = block.bookmark ?? excerpt(block.content);
  return strips.map((strip, index) => ({
    ...strip,
    keep: true,
    ...(index === 0 && title !== false && context.tag !== null
      ? { marks: [{ kind: 'outline' as const, title, level: block.level, y: 0 }] }
      : {}),
  }));
}

function list(block: List, context: Context): Flow {
  const style = styled(context.style, block);
  const labels = block.items.map((item, index) => item.label ?? (block.ordered ? `${index + 1}.` : '–'));
  const font = context.fonts[faceOf(style.bold, style.italic)];
  const widest = labels.reduce((most, label) => Math.max(most, widthOf(font, `${label} `) * style.sizePt), 0);
  const labelWidth = block.labelWidth === undefined ? widest + style.sizePt * 0.2 : points(block.labelWidth);
  const x = context.x + points(block.left);
  const listTag = tagged(context, { role: 'L', ordered: block.ordered, ...langOf(context, style.lang) });
  const inList: Context = { ...context, style, tag: listTag };
  const strips: Strip[] = [];
  let after = 0;
  block.items.forEach((item, index) => {
    const inItem: Context = { ...inList, tag: tagged(inList, { role: 'LI' }) };
    const labelStyle = { ...style, align: 'left' as const, hyphenate: false };
    const labelShape = {
      x,
      width: Math.max(labelWidth, widest),
      indent: 0,
      style: labelStyle,
      tag: tagged(inItem, { role: 'Lbl' }),
      at: block.at,
    };
    const [label] = setText([{ kind: 'text', text: labels[index] ?? '' }], labelShape, inItem);
    const width = context.x + context.width - x - labelWidth;
    const content = flow(item.content, { ...inItem, x: x + labelWidth, width, tag: tagged(inItem, { role: 'LBody' }) });
    content.strips.forEach((strip, place) => {
      const items = place === 0 && label ? [...label.items, ...strip.items] : strip.items;
      strips.push({ ...strip, items, before: place === 0 ? Math.max(after, strip.before) : strip.before });
    });
    after = content.after;
  });
  return { strips, after };
}

function group(block: Group, context: Context): Flow {
  const style = styled(context.style, block);
  const left = points(block.left);
  const free = context.width - left - points(block.right);
  const width = block.width === undefined ? free : Math.min(points(block.width), free);
  const shift = { left: 0, center: (free - width) / 2, right: free - width }[block.position ?? 'left'];
  const pad = block.border ? points(1.5) : 0;
  const x = context.x + left + shift;
  const tag = tagged(context, { role: 'Div', ...langOf(context, style.lang) });
  const made = flow(block.content, { ...context, style, x: x + pad, width: width - 2 * pad, tag });
  const available =
    block.maxHeight === undefined ? (block.keepTogether ? context.room : Infinity) : points(block.maxHeight);
  const height = heightOf(made) + 2 * pad;
  if (height > available + 0.01) {
    const text = excerptOf(made.strips);
    context.book.findings.push(
      diagnostic('block-too-tall', { needed: toMm(height), available: toMm(available), text }, context.at),
    );
  }
  if (block.border) return { strips: [framed(made, x, width, pad)], after: made.after };
  if (!block.keepTogether) return made;
  const last = made.strips.length - 1;
  return {
    strips: made.strips.map((strip, index) => (index < last ? { ...strip, keep: true } : strip)),
    after: made.after,
  };
}

/** The frame is one strip; the field lies on it, and is read after its words. */
function signatureField(block: SignatureField, context: Context): Flow {
  const made = group({ ...block, kind: 'group', border: true }, context);
  const [frame] = made.strips;
  if (block.detached === true || !frame) return made;
  const { height } = frame;
  const tag = tagged(context, { role: 'Form' });
  const place = { name: 'signature', x: context.x, y: 0, width: context.width, height, label: block.label, tag };
  const mark: Mark = { kind: 'anchor', field: 'signature', ...place };
  return { ...made, strips: [{ ...frame, marks: [...(frame.marks ?? []), mark] }] };
}

/** The first words that strips show. */
export function excerptOf(strips: readonly Strip[]): string {
  const lines = strips.flatMap((strip) => strip.items).filter((item) => item.kind === 'line');
  const text = lines
    .slice(0, 2)
    .map((line) => line.runs.map((run) => run.text).join(''))
    .join('')
    .trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function framed(made: Flow, x: number, width: number, pad: number): Strip {
  const whole = joined(made);
  const height = whole.height + 2 * pad;
  const frame: Item = {
    kind: 'path',
    x,
    y: 0,
    paint: 'stroke',
    thickness: 0.5,
    steps: [['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']],
  };
  const inner = joined({
    strips: [
      { height: pad, before: 0, keep: false, items: [] },
      { ...whole, before: 0 },
    ],
    after: 0,
  });
  return { ...inner, before: whole.before, height, items: [frame, ...inner.items] };
}
