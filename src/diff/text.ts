import type { Locale } from '../diagnostics/index.ts';
import type { FlowName } from '../model/index.ts';
import { fill, wordDiff, type WordRun } from '../text/index.ts';
import type { Change, Difference, Field } from './difference.ts';
import type { RegulationDiff } from './regulation.ts';
import { codeWords, fieldWords, flowWords, lines, partWords } from './words.ts';

const width = 110;
/** Texts shorter than this are shown whole before and after. */
const shortText = 48;
/** Unchanged words that stay beside a change. */
const around = 4;

/** Lines no longer than the page, the further ones set in. */
function wrapped(text: string, indent: string, hanging: string): string[] {
  const set: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      set.push(line);
      [line, isEmpty] = [hanging, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...set, line];
}

function valueText(field: Field, value: string | null | undefined, locale: Locale): string {
  if (value === undefined) return lines.nothing[locale];
  if (value === null) return lines.lost[locale];
  const codes = value.split(', ').map((one) => codeWords[`${field}:${one}`]?.[locale]);
  if (codes.every((code) => code !== undefined)) return codes.join(', ');
  if (field !== 'next') return value;
  return value.replace(/(^|; )(yes|no) → /g, (_, before: string, answer: string) => {
    return `${before}${codeWords[answer]?.[locale] ?? answer} → `;
  });
}

/** A run as it stands in the line; long unchanged runs are cut in the middle. */
function runText({ kind, text }: WordRun, isFirst: boolean, isLast: boolean): string {
  if (kind === 'removed') return `[−${text}−]`;
  if (kind === 'added') return `{+${text}+}`;
  const words = text.split(' ');
  const [head, tail] = [isFirst ? 0 : around, isLast ? 0 : around];
  if (words.length <= head + tail + 2) return text;
  return [...words.slice(0, head), '…', ...(tail > 0 ? words.slice(-tail) : [])].join(' ');
}

/** The words that went and came inside a text; undefined where little of it stayed. */
function inline(before: string, after: string): string | undefined {
  if (before.length < shortText && after.length < shortText) return undefined;
  const runs = wordDiff(before, after);
  const same = runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.text.length : 0), 0);
  if (same < Math.min(before.length, after.length) / 3) return undefined;
  return runs.map((run, index) => runText(run, index === 0, index === runs.length - 1)).join(' ');
}

function changeLines({ field, where, before, after }: Change, locale: Locale, indent: string): string[] {
  const name = where === undefined ? fieldWords[field][locale] : `${fieldWords[field][locale]} «${where}»`;
  const [was, is] = [valueText(field, before, locale), valueText(field, after, locale)];
  const marked = typeof before === 'string' && typeof after === 'string' ? inline(was, is) : undefined;
  const hanging = `${indent}  `;
  if (marked !== undefined) return wrapped(`${name}: ${marked}`, indent, hanging);
  const brief = `${name}: ${was} → ${is}`;
  if (indent.length + brief.length <= width) return [indent + brief];
  return [
    `${indent}${name}:`,
    ...wrapped(`− ${was}`, hanging, `${hanging}  `),
    ...wrapped(`+ ${is}`, hanging, `${hanging}  `),
  ];
}

const isNumberOnly = ({ changes, moved }: Difference): boolean =>
  !moved && changes.length === 1 && changes[0]?.field === 'number';

function signOf(difference: Difference): string {
  if (difference.kind === 'added') return '+';
  if (difference.kind === 'removed') return '−';
  if (isNumberOnly(difference)) return '№';
  return difference.moved && difference.changes.length === 0 ? '↕' : '~';
}

/** «процедура 1 → 1)»; a thing that has the same name before and after is named once. */
function nameOf({ before, after, part }: Difference): string {
  const one = after ?? before;
  if (before && after && before.label !== after.label && part === 'step') return `${before.label} → ${after.label}`;
  const label = one?.label ?? '';
  const whole = before && after ? undefined : one?.text;
  if (whole === undefined) return label;
  // A label that was cut goes on; another is followed by the words that it does not hold.
  if (label.endsWith('…') && whole.startsWith(label.slice(0, -1))) return whole;
  return `${label}${label.endsWith(')') ? '' : ' –'} ${whole}`;
}

function differenceLines(difference: Difference, locale: Locale): string[] {
  const moved = difference.moved && difference.changes.length > 0 ? '↕ ' : '';
  const head = wrapped(`${signOf(difference)} ${moved}${nameOf(difference)}`, '  ', '      ');
  // The numbers of a step stand in its name.
  const shown = difference.changes.filter(({ field }) => field !== 'number' || difference.part !== 'step');
  return [...head, ...shown.flatMap((change) => changeLines(change, locale, '      '))];
}

function flowHead(flow: FlowName, { differences, steps }: RegulationDiff, locale: Locale): string {
  const title = flowWords[flow][locale];
  const own = differences.filter((one) => one.flow === flow && one.part === 'step');
  const count = (test: (one: Difference) => boolean): number => own.filter(test).length;
  const changed = count(({ kind }) => kind === 'changed');
  if (!steps[flow]) return title;
  return fill(lines.steps[locale], {
    title,
    same: steps[flow].length - changed,
    changed: changed - count(isNumberOnly),
    renumbered: count(isNumberOnly),
    added: count(({ kind }) => kind === 'added'),
    removed: count(({ kind }) => kind === 'removed'),
  });
}

/** Differences in groups: what concerns one description of the process stands together. */
function groups(diff: RegulationDiff, locale: Locale): { title: string; own: Difference[] }[] {
  const found = new Map<string, { title: string; own: Difference[] }>();
  for (const one of diff.differences) {
    const id = one.flow ?? one.part;
    const title = one.flow === undefined ? partWords[one.part][locale] : flowHead(one.flow, diff, locale);
    const group = found.get(id) ?? { title, own: [] };
    group.own.push(one);
    found.set(id, group);
  }
  return [...found.values()];
}

/** The differences of one thing as text for people, without a head; empty where there are none. */
export const diffText = (diff: RegulationDiff, locale: Locale): string =>
  groups(diff, locale)
    .map(({ title, own }) => [title, ...own.flatMap((one) => differenceLines(one, locale))].join('\n'))
    .join('\n\n');
