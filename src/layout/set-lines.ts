import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { FaceMetrics, FontSet } from '../text/metrics.ts';
import { Remembered } from '../text/remembered.ts';
import { breakLines, type Line, type Measure } from './break-lines.ts';
import type { Inline } from './block.ts';
import { runOf, tokensOf, type LetterStyle, type Look, type Numbers, type Run } from './inline.ts';

/** Letters of one look in a line, its spaces stretched. */
export interface LineRun {
  readonly look: Look;
  readonly text: string;
  readonly width: number;
  /** Points added to every space. */
  readonly stretch: number;
  /** Ends in a hyphen that is no part of the text. */
  readonly hyphen: boolean;
}

/** A line that is set, and not yet placed. */
export interface SetLine {
  readonly runs: readonly LineRun[];
  readonly width: number;
  /** Size of its largest letters, and the face that its base line is reckoned by. */
  readonly size: number;
  readonly metrics: FaceMetrics | undefined;
}

/** A text broken into lines; without `lines` where some word is wider than the column. */
export interface SetLines {
  readonly run: Run;
  /** The looks of its words, each once. */
  readonly looks: readonly Look[];
  readonly lines: readonly SetLine[] | undefined;
  readonly findings: readonly Diagnostic[];
}

export interface LinesStyle extends LetterStyle {
  readonly hyphenate: boolean;
}

export interface Surroundings {
  readonly fonts: FontSet;
  readonly numbers?: Numbers | undefined;
  readonly at?: Place | undefined;
}

/** Letters of the texts that are remembered. */
const rememberedLetters = 100_000;
const memories = new WeakMap<FontSet, Remembered<SetLines>>();

/** All that the lines depend on, as one text; undefined where they depend on the page. */
function keyOf(content: readonly Inline[], style: LinesStyle, measure: Measure): string | undefined {
  let key = `${style.sizePt} ${style.bold} ${style.italic} ${style.lang} ${style.hyphenate} ${measure.first} ${measure.rest} ${measure.justify} ${measure.balance}`;
  for (const inline of content) {
    if (inline.kind === 'break') key += '\0\0';
    else if (inline.kind === 'text')
      key += `\0${inline.bold} ${inline.italic} ${inline.sizePt} ${inline.lang} ${inline.underline} ${inline.text}`;
    else return undefined;
  }
  return key;
}

/**
 * Breaks a text into lines. What was set before at the same measure in the same letters is not set again: most of what documents
 * of one kind say is the same in all of them.
 */
export function setLines(
  content: readonly Inline[],
  style: LinesStyle,
  measure: Measure,
  around: Surroundings,
): SetLines {
  const key = keyOf(content, style, measure);
  if (key === undefined) return brokenUp(content, style, measure, around);
  let memory = memories.get(around.fonts);
  if (!memory) memories.set(around.fonts, (memory = new Remembered(rememberedLetters)));
  const before = memory.get(key);
  if (before) return before;
  const made = brokenUp(content, style, measure, around);
  // A fault is told at the place of its own text.
  if (made.lines && made.findings.length === 0) memory.keep(key, made);
  return made;
}

function brokenUp(
  content: readonly Inline[],
  style: LinesStyle,
  measure: Measure,
  { fonts, numbers, at }: Surroundings,
): SetLines {
  const { tokens, findings } = tokensOf(content, style, fonts, numbers, at);
  let run = runOf(tokens, false);
  // Words are divided only when the text cannot be set well without; ragged text only when it cannot be set at all.
  let lines = breakLines(run, measure, measure.justify ? 1.2 : Infinity);
  if (!lines && style.hyphenate) {
    run = runOf(tokens, true);
    lines = breakLines(run, measure, measure.justify ? 2.5 : Infinity);
  }
  lines ??= breakLines(run, measure, Infinity);
  if (!lines && !style.hyphenate) {
    run = runOf(tokens, true);
    lines = breakLines(run, measure, Infinity);
  }
  const looks = [...new Set(run.pieces.map(({ look }) => look))];
  return { run, looks, lines: lines?.map((line) => setLine(run, line)), findings };
}

/** The runs of a line. A line that goes on ends in a space, so that words do not join when the text is read back. */
function setLine(run: Run, line: Line): SetLine {
  const runs: { look: Look; text: string; width: number; stretch: number; hyphen: boolean }[] = [];
  const stretchOf = (look: Look): number => line.stretch * spaceWidth(look);
  const add = (look: Look, text: string, width: number): void => {
    const last = runs.at(-1);
    if (last?.look === look) {
      last.text += text;
      last.width += width;
    } else if (text !== '') runs.push({ look, text, width, stretch: stretchOf(look), hyphen: false });
  };
  let size = 0;
  for (let index = line.from; index < line.to; index++) {
    const piece = run.pieces[index];
    const gap = run.gaps[index];
    if (!piece || !gap) continue;
    size = Math.max(size, piece.look.size);
    add(piece.look, piece.text, piece.width);
    const isEnd = index === line.to - 1;
    if (!isEnd && gap.kind === 'space') add(gap.look, ' ', gap.width + stretchOf(gap.look));
    if (!isEnd) continue;
    const last = runs.at(-1);
    if (last && gap.kind === 'division') {
      last.width += gap.width;
      last.hyphen = true;
    } else if (last && gap.kind !== 'point') last.text += ' ';
  }
  const width = runs.reduce((sum, part) => sum + part.width, 0);
  return { runs, width, size, metrics: run.pieces[line.from]?.look.font.metrics };
}

const spaceWidth = (look: Look): number =>
  ((look.font.glyphs.get(' ')?.advance ?? 0) / look.font.metrics.unitsPerEm) * look.size;
