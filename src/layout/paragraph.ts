import { diagnostic, type Place } from '../diagnostics/index.ts';
import type { Align, Inline } from './block.ts';
import type { Look, Run } from './inline.ts';
import type { PlacedLine, PlacedRun, TagId } from './page.ts';
import { setLines, type SetLine } from './set-lines.ts';
import { mm, tagged, toMm, type Context, type Strip, type Style } from './strip.ts';

export interface Shape {
  readonly x: number;
  readonly width: number;
  readonly indent: number;
  readonly style: Style;
  readonly tag: TagId;
  readonly at?: Place | undefined;
  readonly maxLines?: number | undefined;
  readonly keepTogether?: boolean | undefined;
}

/** The beginning of a text, for a person to recognise it. */
export function excerpt(content: readonly Inline[]): string {
  const text = content
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * A text as strips, one per line. No single line is left at the foot of a page or carried to the top of the next.
 * A word that is wider than the column and cannot be divided is a fault (`word-too-wide`), as are too many lines (`text-too-long`).
 */
export function setText(content: readonly Inline[], shape: Shape, context: Context): Strip[] {
  const { style } = shape;
  const measure = {
    first: shape.width - shape.indent,
    rest: shape.width,
    justify: style.align === 'justify',
    balance: style.align === 'center',
  };
  const more = { numbers: context.numbers, at: shape.at ?? context.at };
  const { run, looks, lines, findings } = setLines(content, style, measure, { fonts: context.fonts, ...more });
  context.book.findings.push(...findings);
  if (!lines) {
    context.book.findings.push(tooWide(run, shape, context));
    return [];
  }
  if (shape.maxLines !== undefined && lines.length > shape.maxLines) {
    const args = { text: excerpt(content), lines: lines.length, allowed: shape.maxLines };
    context.book.findings.push(diagnostic('text-too-long', args, more.at));
  }
  return strips(lines, shape, spansOf(looks, shape, context));
}

function tooWide(run: Run, shape: Shape, context: Context) {
  let [text, width, widestText, widest] = ['', 0, '', 0];
  run.pieces.forEach((piece, index) => {
    text += piece.text;
    width += piece.width;
    const gap = run.gaps[index];
    if (gap?.cost === Infinity) {
      if (gap.kind === 'space') [text, width] = [`${text} `, width + gap.width];
      return;
    }
    const needed = width + (gap?.kind === 'division' ? gap.width : 0);
    if (needed > widest) [widestText, widest] = [text, needed];
    [text, width] = ['', 0];
  });
  const available = toMm(shape.width - Math.max(0, shape.indent));
  const needed = Math.max(toMm(widest), available + 0.1);
  return diagnostic('word-too-wide', { text: widestText.trim(), needed, available }, shape.at ?? context.at);
}

/** Tags for the words that are in another language than their paragraph, so that they are read aloud in it. */
function spansOf(looks: readonly Look[], shape: Shape, context: Context): ReadonlyMap<Look, number> {
  const spans = new Map<Look, number>();
  for (const look of looks) {
    if (look.lang === shape.style.lang) continue;
    const tag = tagged({ ...context, tag: shape.tag }, { role: 'Span', lang: look.lang });
    if (tag !== null) spans.set(look, tag);
  }
  return spans;
}

function strips(lines: readonly SetLine[], shape: Shape, spans: ReadonlyMap<Look, number>): Strip[] {
  const { leading } = shape.style;
  return lines.map((line, index) => {
    const { size, metrics } = line;
    const height = size * leading;
    const ascent = metrics ? metrics.ascent / metrics.unitsPerEm : 0.9;
    const descent = metrics ? -metrics.descent / metrics.unitsPerEm : 0.2;
    const baseline = (height - (ascent + descent) * size) / 2 + ascent * size;
    const placed = placeLine(line, shape, spans, index === 0 ? shape.indent : 0, baseline);
    const widow = index === 0 || index === lines.length - 2;
    const keep = index < lines.length - 1 && (widow || shape.keepTogether === true);
    return { height, before: 0, keep, items: [placed] };
  });
}

const offsetOf = (align: Align, rest: number): number => (align === 'right' ? rest : align === 'center' ? rest / 2 : 0);

function placeLine(
  line: SetLine,
  shape: Shape,
  spans: ReadonlyMap<Look, number>,
  indent: number,
  y: number,
): PlacedLine {
  let next = shape.x + indent + offsetOf(shape.style.align, shape.width - indent - line.width);
  const runs = line.runs.map(({ look, text, width, stretch, hyphen }): PlacedRun => {
    const x = next;
    next += width;
    const run = { text, face: look.face, size: look.size, x, width, stretch };
    const tag = spans.get(look);
    if (tag === undefined && !look.underline && !hyphen) return run;
    return {
      ...run,
      ...(tag === undefined ? {} : { tag }),
      ...(look.underline ? { underline: true } : {}),
      ...(hyphen ? { hyphen } : {}),
    };
  });
  return { kind: 'line', y, runs, tag: shape.tag };
}

/** A length of the blocks in points. */
export const points = (millimetres: number | undefined, otherwise = 0): number => (millimetres ?? otherwise) * mm;
