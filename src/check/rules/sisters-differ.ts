import { diagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { Library, LoadedRegulation, Step } from '../../model/index.ts';
import { bare, likeness, tokens } from '../../text/index.ts';
import { difference, flowsOf, isDamaged, marksAt, wordsOf } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The two parties of every service, as the acts call them: one standing for the other is the gravest of slips. */
const parties = /^(услугодател|услугополучател|потребител|уполномоченн|тұтынуш|көрсетуші|алуш)/u;

interface Voice {
  readonly subject: LoadedRegulation;
  readonly index: number;
  readonly text: string;
}

/** The texts of one step in all services of the act, keyed by flow, step and number of steps in the flow. */
function voicesOf(library: Library, act: string): Map<string, Voice[]> {
  const voices = new Map<string, Voice[]>();
  for (const subject of library.regulations) {
    if (subject.act.id !== act) continue;
    for (const { name, flow } of flowsOf(subject.regulation)) {
      for (const [index, step] of flow.steps.entries()) {
        if (isDamaged(subject, ['process', name, 'steps', index])) continue;
        const key = `${name}.${step.id}`;
        voices.set(key, [...(voices.get(key) ?? []), { subject, index, text: textWithoutTitle(subject, step) }]);
      }
    }
  }
  return voices;
}

function textWithoutTitle(subject: LoadedRegulation, step: Step): string {
  const title = wordsOf(subject.regulation.title, subject.regulation);
  return wordsOf(step.text, subject.regulation).replaceAll(title, '…');
}

const cache = new WeakMap<Library, Map<string, Map<string, Voice[]>>>();
function voices(library: Library, act: string): Map<string, Voice[]> {
  const acts = cache.get(library) ?? new Map<string, Map<string, Voice[]>>();
  cache.set(library, acts);
  const found = acts.get(act) ?? voicesOf(library, act);
  acts.set(act, found);
  return found;
}

const swapsParties = (left: string, right: string): boolean => {
  const of = (text: string): string[] => tokens(text).flatMap((word) => parties.exec(word)?.[0] ?? []);
  return of(left).length > 0 && of(right).length > 0 && of(left).join() !== of(right).join();
};

function compare(
  subject: LoadedRegulation,
  key: string,
  mine: Voice,
  sisters: readonly Voice[],
): Diagnostic | undefined {
  const counts = new Map<string, Voice[]>();
  for (const voice of sisters) counts.set(bare(voice.text), [...(counts.get(bare(voice.text)) ?? []), voice]);
  const common = [...counts.values()].sort((a, b) => b.length - a.length)[0];
  const model = common?.[0];
  // Only a clear majority is a norm, and only a near twin is a slip: other wording is another service's own matter.
  if (
    !common ||
    !model ||
    common.length < 4 ||
    common.length < sisters.length / 2 ||
    bare(model.text) === bare(mine.text)
  )
    return undefined;
  if (likeness(model.text, mine.text) < 0.9) return undefined;
  const [flow = '', step = ''] = key.split('.');
  const at = placeIn(subject, 'process', flow, 'steps', mine.index, 'text');
  const { left, right } = difference(mine.text, model.text);
  const related = { related: [placeIn(model.subject, 'process', flow, 'steps', model.index, 'text')] };
  if (swapsParties(left, right))
    return diagnostic('wrong-party', { place: `${flow} ${step}`, found: left, expected: right }, at, related);
  return diagnostic(
    'sisters-differ',
    { step: `${flow} ${step}`, found: left, expected: right, count: common.length },
    at,
    related,
  );
}

/** A step of one service against the same step of the near-identical sister services of its act. */
export const sistersDiffer: Rule = {
  *regulation(subject, library) {
    for (const [key, all] of voices(library, subject.act.id)) {
      const mine = all.find((voice) => voice.subject === subject);
      const flow = key.split('.')[0] ?? '';
      if (!mine || marksAt(subject, ['process', flow, 'steps', mine.index], ['repaired']).length > 0) continue;
      const finding = compare(subject, key, mine, all);
      if (finding) yield finding;
    }
  },
};
