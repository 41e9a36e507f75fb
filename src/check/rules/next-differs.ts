import { diagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { Flow, LoadedRegulation, Step, Telling } from '../../model/index.ts';
import { isCondition, isDamaged, itemsOf, wordsOf, type ToldItem } from '../reading.ts';
import { placeIn, type Rule } from '../rule.ts';

/** The step numbers in a cell «№ следующей процедуры»: «4/5», «2 – если …; 3 – если …», «5 – егер …, 6 - егер …». */
export function numbersIn(cell: string): number[] {
  const heads = [...cell.matchAll(/(?:^|[;,/]|\s)\s*(\d{1,2})(?=\s*(?:[-–—/,;.]|$|-?егер))/giu)].map(([, digits]) =>
    Number(digits),
  );
  return [...new Set(heads)];
}

/** The numbers of the procedures that follow a step, conditions between them passed through. */
function followers(flow: Flow, step: Step, seen = new Set<string>()): number[] {
  return (step.next ?? []).flatMap(({ to }) => {
    const next = flow.steps.find(({ id }) => id === to);
    if (!next || seen.has(to)) return [];
    seen.add(to);
    return isCondition(next) ? followers(flow, next, seen) : next.number ? [Number(next.number)] : [];
  });
}

const list = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '—' : [...numbers].sort((a, b) => a - b).join(', ');

function* faultsOf(
  subject: LoadedRegulation,
  telling: Telling,
  flow: Flow,
  told: ToldItem,
  at: readonly (string | number)[],
): Generator<Diagnostic> {
  const { item, step } = told;
  const cell = wordsOf(item.next, subject.regulation);
  if (cell === '' || !step) return;
  const number = item.number ?? step.number ?? step.id;
  const numbers = numbersIn(cell);
  const place = { place: telling.place, number };
  const here = placeIn(subject, ...at, 'next');
  const known = new Set(flow.steps.flatMap((one) => (one.number && !isCondition(one) ? [Number(one.number)] : [])));
  const read = followers(flow, step);
  if (numbers.includes(Number(number)) && !read.includes(Number(number))) {
    yield diagnostic('next-itself', place, here);
    return;
  }
  const nowhere = numbers.filter((next) => !known.has(next));
  for (const next of nowhere) yield diagnostic('next-nowhere', { ...place, next }, here);
  const isDash = /^\s*[-–—]\s*$/.test(cell);
  if (nowhere.length > 0 || (numbers.length === 0 && !isDash)) return;
  if (list(numbers) === list([...new Set(read)])) return;
  const index = flow.steps.indexOf(step);
  yield diagnostic('next-differs', { ...place, told: list(numbers), read: list([...new Set(read)]) }, here, {
    related: [placeIn(subject, 'process', telling.flow, 'steps', index, 'next')],
  });
}

/** What a table says comes next is what the process says, and it exists. */
export const nextDiffers: Rule = {
  *regulation(subject) {
    for (const [index, telling] of subject.regulation.tellings.entries()) {
      const flow = subject.regulation.process[telling.flow];
      if (!flow) continue;
      for (const told of itemsOf(subject.regulation, telling)) {
        const at = ['tellings', index, 'items', told.index] as const;
        if (!isDamaged(subject, at, true)) yield* faultsOf(subject, telling, flow, told, at);
      }
    }
  },
};
