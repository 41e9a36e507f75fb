import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { FontSet } from '../text/metrics.ts';
import { breakLines, type Line, type Measure } from './break-lines.ts';
import type { Inline } from './block.ts';
import { runOf, type LetterStyle, type Numbers, type Run } from './inline.ts';

/** A text broken into lines; without `lines` where some word is wider than the column. */
export interface SetLines {
  readonly run: Run;
  readonly lines: readonly Line[] | undefined;
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

/** Letters of the texts that are remembered; all are forgotten when there are more, so that a long batch does not grow. */
const rememberedLetters = 100_000;

interface Memory {
  letters: number;
  readonly texts: Map<string, SetLines>;
}

const memories = new WeakMap<FontSet, Memory>();

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
  const memory = memories.get(around.fonts) ?? { letters: 0, texts: new Map<string, SetLines>() };
  memories.set(around.fonts, memory);
  const before = memory.texts.get(key);
  if (before) return before;
  const made = brokenUp(content, style, measure, around);
  // A fault is told at the place of its own text.
  if (!made.lines || made.findings.length > 0) return made;
  if (memory.letters > rememberedLetters) {
    memory.texts.clear();
    memory.letters = 0;
  }
  memory.letters += key.length;
  memory.texts.set(key, made);
  return made;
}

function brokenUp(
  content: readonly Inline[],
  style: LinesStyle,
  measure: Measure,
  { fonts, numbers, at }: Surroundings,
): SetLines {
  const more = { numbers, at };
  const { run: whole, findings } = runOf(content, style, fonts, false, more);
  let run = whole;
  // Words are divided only when the text cannot be set well without; ragged text only when it cannot be set at all.
  let lines = breakLines(run, measure, measure.justify ? 1.2 : Infinity);
  if (!lines && style.hyphenate) {
    run = runOf(content, style, fonts, true, more).run;
    lines = breakLines(run, measure, measure.justify ? 2.5 : Infinity);
  }
  lines ??= breakLines(run, measure, Infinity);
  if (!lines && !style.hyphenate) {
    run = runOf(content, style, fonts, true, more).run;
    lines = breakLines(run, measure, Infinity);
  }
  return { run, lines, findings };
}
