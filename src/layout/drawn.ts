import { diagnostic } from '../diagnostics/index.ts';
import type { Barcode, Checkbox, CutLine, Figure, Rule, SealPlace, Spacer } from './block.ts';
import { code128Modules, qrModules, type Modules } from './barcode.ts';
import type { Item, PathStep } from './page.ts';
import { excerpt, points, setText } from './paragraph.ts';
import { joined, langOf, styled, tagged, toMm, type Context, type Mark, type Strip } from './strip.ts';

const thin = 0.5;

/** Left edge of something of a width that stands left, in the middle or right in the column. */
const placedAt = (
  align: 'left' | 'center' | 'right' | undefined,
  width: number,
  context: Context,
  otherwise: 'left' | 'center' = 'left',
): number =>
  context.x + { left: 0, center: (context.width - width) / 2, right: context.width - width }[align ?? otherwise];

export function rule(block: Rule, context: Context): Strip {
  const thickness = block.thicknessPt ?? thin;
  const width = block.width === undefined ? context.width : Math.min(points(block.width), context.width);
  const x = placedAt(block.align, width, context);
  const line: Item = { kind: 'rule', x1: x, x2: x + width, y1: thickness / 2, y2: thickness / 2, thickness };
  return { height: thickness, before: 0, keep: false, items: [line] };
}

export const spacer = (block: Spacer): Strip => ({ height: points(block.height), before: 0, keep: false, items: [] });

/** A circle of four cubic curves; the constant makes the error less than a thousandth of the radius. */
function circle(centre: { readonly x: number; readonly y: number }, radius: number): PathStep[] {
  const { x, y } = centre;
  const k = radius * 0.5523;
  return [
    ['M', x + radius, y],
    ['C', x + radius, y + k, x + k, y + radius, x, y + radius],
    ['C', x - k, y + radius, x - radius, y + k, x - radius, y],
    ['C', x - radius, y - k, x - k, y - radius, x, y - radius],
    ['C', x + k, y - radius, x + radius, y - k, x + radius, y],
    ['Z'],
  ];
}

/** A dashed line with scissors on it and, if stated, words in its middle. */
export function cutLine(block: CutLine, context: Context): Strip {
  const style = { ...context.style, sizePt: context.style.sizePt * 0.7, align: 'center' as const, hyphenate: false };
  const tag = block.content ? tagged(context, { role: 'P' }) : null;
  const text = setText(
    block.content ?? [],
    { x: context.x, width: context.width, indent: 0, style, tag, at: block.at },
    context,
  );
  const words = joined({ strips: text, after: 0 });
  const height = Math.max(words.height, 10);
  const y = height / 2;
  const runs = words.items.flatMap((item) => (item.kind === 'line' ? item.runs : []));
  const middle =
    runs.length > 0 ? [Math.min(...runs.map((run) => run.x)), Math.max(...runs.map((run) => run.x + run.width))] : [];
  const pieces = [context.x + 17, ...middle, context.x + context.width];
  const lines: Item[] = [];
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    const [from, to] = [pieces[index] ?? 0, pieces[index + 1] ?? 0];
    lines.push({
      kind: 'rule',
      x1: from + (index > 0 ? 4 : 0),
      x2: to - (index + 2 < pieces.length ? 4 : 0),
      y1: y,
      y2: y,
      thickness: thin,
      dash: [4, 3],
    });
  }
  const blades: PathStep[] = [
    ['M', 5.2, -1.6],
    ['L', 15, 2.6],
    ['M', 5.2, 1.6],
    ['L', 15, -2.6],
    ...circle({ x: 3, y: -2.4 }, 2.1),
    ...circle({ x: 3, y: 2.4 }, 2.1),
  ];
  const scissors: Item = { kind: 'path', x: context.x, y, steps: blades, paint: 'stroke', thickness: 0.8 };
  return { height, before: 0, keep: false, items: [...lines, scissors, ...words.items] };
}

export function seal(block: SealPlace, context: Context): Strip {
  const size = points(block.size, 30);
  const x = placedAt(block.align, size, context);
  const style = {
    ...context.style,
    align: 'center' as const,
    hyphenate: false,
    ...(block.lang ? { lang: block.lang } : {}),
  };
  const tag = tagged(context, { role: 'P', ...langOf(context, style.lang) });
  const label = joined({
    strips: setText(
      [{ kind: 'text', text: block.label }],
      { x, width: size, indent: 0, style, tag, at: block.at },
      context,
    ),
    after: 0,
  });
  const round: Item = {
    kind: 'path',
    x,
    y: 0,
    steps: circle({ x: size / 2, y: size / 2 }, size / 2),
    paint: 'stroke',
    thickness: thin,
    dash: [1, 2],
  };
  const down = joined({
    strips: [{ height: (size - label.height) / 2, before: 0, keep: false, items: [] }, label],
    after: 0,
  });
  return { height: size, before: 0, keep: false, items: [round, ...down.items] };
}

/** A square, with a tick when checked, before the text that it belongs to. */
export function checkbox(block: Checkbox, context: Context): Strip {
  const style = styled(context.style, block);
  const capital = style.sizePt * 0.68;
  const side = block.size === undefined ? capital * 1.15 : points(block.size);
  const x = context.x + points(block.left);
  const indent = side + style.sizePt * 0.5;
  const boxTag = tagged(context, { role: 'Figure', alt: block.alt ?? (block.checked ? '☑' : '☐') });
  const tag = tagged(context, { role: 'P', ...langOf(context, style.lang) });
  const shape = { x: x + indent, width: context.x + context.width - x - indent, indent: 0, style, tag, at: block.at };
  const text = joined({ strips: setText(block.content, shape, context), after: 0 });
  const first = text.items.find((item) => item.kind === 'line');
  const height = Math.max(text.height, side + 2);
  const lift = (height - text.height) / 2;
  const baseline = first?.kind === 'line' ? first.y : height / 2 + capital / 2;
  const y =
    block.size === undefined
      ? baseline - capital / 2 - side / 2
      : Math.max(0.5, baseline + lift - capital / 2 - side / 2);
  const square: PathStep[] = [['M', 0, 0], ['L', side, 0], ['L', side, side], ['L', 0, side], ['Z']];
  const tick: PathStep[] = block.checked
    ? [
        ['M', side * 0.18, side * 0.52],
        ['L', side * 0.42, side * 0.8],
        ['L', side * 0.86, side * 0.16],
      ]
    : [];
  const box: Item = {
    kind: 'path',
    x,
    y,
    steps: [...square, ...tick],
    paint: 'stroke',
    thickness: 0.7,
    figure: { width: side, height: side, tag: boxTag },
  };
  const inner =
    lift > 0
      ? joined({
          strips: [
            { height: lift, before: 0, keep: false, items: [] },
            { ...text, before: 0 },
          ],
          after: 0,
        })
      : text;
  const mark: Mark[] =
    block.anchor === undefined
      ? []
      : [
          {
            kind: 'anchor',
            name: block.anchor,
            x,
            y,
            width: side,
            height: side,
            field: 'check',
            checked: block.checked,
            label: excerpt(block.content),
            tag: tagged(context, { role: 'Form' }),
          },
        ];
  return { height, before: 0, keep: false, items: [box, ...inner.items], marks: mark };
}

/** The code as modules, or the fault that its value cannot be encoded. */
function modulesOf(block: Barcode, context: Context): Modules | undefined {
  try {
    return block.symbology === 'qr' ? qrModules(block.value) : code128Modules(block.value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.book.findings.push(
      diagnostic('barcode-unfit', { value: block.value, symbology: block.symbology, reason }, context.at),
    );
    return undefined;
  }
}

export function barcode(block: Barcode, context: Context): Strip[] {
  const modules = modulesOf(block, context);
  if (!modules) return [];
  const isQr = block.symbology === 'qr';
  const width = points(block.width, isQr ? 25 : 55);
  if (width > context.width + 0.01) {
    context.book.findings.push(
      diagnostic('columns-too-wide', { needed: toMm(width), available: toMm(context.width) }, context.at),
    );
  }
  const height = isQr ? width : points(block.height, 12);
  const x = placedAt(block.align, width, context);
  const tag = tagged(context, { role: 'Figure', alt: block.alt });
  const { dark, columns, rows } = modules;
  const code: Item = {
    kind: 'modules',
    x,
    y: 0,
    width,
    height,
    moduleWidth: width / columns,
    moduleHeight: height / rows,
    dark,
    tag,
  };
  const bars: Strip = { height, before: 0, keep: block.printValue === true, items: [code] };
  if (!block.printValue) return [bars];
  const style = {
    ...context.style,
    sizePt: Math.min(9, context.style.sizePt),
    align: 'center' as const,
    hyphenate: false,
  };
  const shape = { x, width, indent: 0, style, tag: tagged(context, { role: 'P' }), at: block.at };
  return [bars, ...setText([{ kind: 'text', text: block.value }], shape, context)];
}

/** A drawing, made smaller to fit the column and the page, with its caption on the same page. */
export function figure(block: Figure, context: Context): Strip[] {
  const style = { ...context.style, align: 'center' as const, hyphenate: false };
  const tag = tagged(context, { role: 'Figure', alt: block.alt });
  const captionTag = block.caption ? tagged(context, { role: 'P' }) : null;
  const caption = setText(
    block.caption ?? [],
    { x: context.x, width: context.width, indent: 0, style, tag: captionTag, at: block.at },
    context,
  );
  const captionHeight = caption.reduce((sum, strip) => sum + strip.height, 0) + points(caption.length > 0 ? 2 : 0);
  const [width, height] = [points(block.width), points(block.height)];
  const scale = Math.min(1, context.width / width, (context.room - captionHeight) / height);
  const x = placedAt(block.align, width * scale, context, 'center');
  const drawing: Item = {
    kind: 'figure',
    x,
    y: 0,
    width: width * scale,
    height: height * scale,
    source: block.source,
    tag,
  };
  const strips: Strip[] = [
    { height: height * scale, before: 0, keep: caption.length > 0, items: [drawing] },
    ...caption,
  ];
  return strips.map((strip, index) => (index === 1 ? { ...strip, before: points(2) } : strip));
}
