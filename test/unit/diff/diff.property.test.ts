import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, diffRegulations, diffText, mirrored, type Difference } from '../../../src/diff/index.ts';
import { addressesIn, loadLibrary } from '../../../src/jobs/regulations.ts';
import { flowNames, type FlowName, type LoadedRegulation, type Regulation } from '../../../src/model/index.ts';

const { library } = loadLibrary('.', addressesIn('.'));
const all = library.regulations;
const anyIndex = fc.nat({ max: all.length - 1 });
const at = (index: number): Regulation => {
  const found = all[index];
  if (!found) throw new RangeError(String(index));
  return found.regulation;
};

const side = (regulation: Regulation): Pick<LoadedRegulation, 'regulation'> => ({ regulation });
const between = (old: Regulation, now: Regulation): readonly Difference[] =>
  diffRegulations(side(old), side(now)).differences;
const sorted = (differences: readonly Difference[]): string[] =>
  differences
    .map(({ changes, ...rest }) => {
      // A cell is called by the new side's name of its step, whichever that is.
      const told = changes.map(({ where: _, ...change }) => JSON.stringify(Object.entries(change).sort())).sort();
      return JSON.stringify([Object.entries(rest).sort(), told]);
    })
    .sort();

/** The same regulation under other numbers and ids: every step `p4` becomes `p104`, every number 4 becomes 104. */
function renumbered(regulation: Regulation): Regulation {
  const shifted = (number: string): string => String(Number(number) + 100);
  const id = (step: string): string => step.replace(/\d+/, shifted);
  const target = (to: string): string =>
    to.includes('.') ? to.replace(/\.(.*)$/, (_, step: string) => `.${id(step)}`) : id(to);
  const process = Object.fromEntries(
    Object.entries(regulation.process).map(([name, flow]) => [
      name,
      flow && {
        ...flow,
        steps: flow.steps.map((step) => ({
          ...step,
          id: id(step.id),
          ...(step.number ? { number: step.number.replace(/\d+/, shifted) } : {}),
          ...(step.next ? { next: step.next.map((next) => ({ ...next, to: target(next.to) })) } : {}),
          ...(step.terms
            ? {
                terms: step.terms.map((term) => ({
                  ...term,
                  ...(term.includedIn ? { includedIn: id(term.includedIn) } : {}),
                })),
              }
            : {}),
        })),
      },
    ]),
  ) as Regulation['process'];
  const tellings = regulation.tellings.map((telling) => ({
    ...telling,
    items: telling.items.map((item) => ({ ...item, step: item.step === null ? null : id(item.step) })),
  }));
  return { ...regulation, process, tellings };
}

/** A step taken out, what led to it leading on. */
function without(regulation: Regulation, name: FlowName, gone: string): Regulation {
  const flow = regulation.process[name];
  if (!flow) return regulation;
  const after = flow.steps.find(({ id }) => id === gone)?.next?.filter(({ to }) => to !== gone) ?? [];
  const steps = flow.steps
    .filter(({ id }) => id !== gone)
    .map((step) => ({
      ...step,
      ...(step.next
        ? { next: step.next.flatMap((next) => (next.to === gone ? after.map(({ to }) => ({ ...next, to })) : [next])) }
        : {}),
    }));
  const tellings = regulation.tellings.map((telling) =>
    telling.flow === name ? { ...telling, items: telling.items.filter(({ step }) => step !== gone) } : telling,
  );
  return { ...regulation, process: { ...regulation.process, [name]: { ...flow, steps } }, tellings };
}

/** Every step of every flow, by its place. */
const places = all.flatMap(({ regulation }, one) =>
  flowNames.flatMap((name) => (regulation.process[name]?.steps ?? []).map((_, index) => ({ one, name, index }))),
);
const anyPlace = fc.constantFrom(...places);

describe('differences of regulations', () => {
  it('of a thing with itself there are none, for all regulations', () => {
    for (const { regulation } of all) expect(between(regulation, structuredClone(regulation))).toEqual([]);
  });

  it('looked at from the other side are the same', () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, (one, other) => {
        const [there, back] = [between(at(one), at(other)), between(at(other), at(one))];
        expect(sorted(mirrored(there))).toEqual(sorted(back));
      }),
      { numRuns: 20 },
    );
  });

  it('other numbers alone are «renumbered» and nothing else', () => {
    for (const { regulation } of all) {
      const found = between(regulation, renumbered(regulation));
      const numbers = flowNames.flatMap((name) => regulation.process[name]?.steps ?? []).filter(({ number }) => number);
      expect(found.length).toBe(numbers.length);
      expect(found.every(({ part, kind, moved }) => part === 'step' && kind === 'changed' && !moved)).toBe(true);
      expect(new Set(found.flatMap(({ changes }) => changes.map(({ field }) => field)))).toEqual(new Set(['number']));
    }
  });

  it('other quotes, dashes and spaces are none', () => {
    for (const { regulation } of all.slice(0, 8)) {
      const text = JSON.stringify(regulation).replaceAll('«', '“').replaceAll('»', '”').replaceAll(' – ', ' -  ');
      expect(between(regulation, JSON.parse(text) as Regulation)).toEqual([]);
    }
  });

  it('a step that is taken out is removed, and no other is', () => {
    fc.assert(
      fc.property(anyPlace, ({ one, name, index }) => {
        const regulation = at(one);
        const gone = regulation.process[name]?.steps[index];
        const now = without(regulation, name, gone?.id ?? '');
        const steps = between(regulation, now).filter(({ part }) => part === 'step');
        expect(steps.filter(({ kind }) => kind === 'added')).toEqual([]);
        expect(steps.filter(({ kind }) => kind === 'removed').map(({ before }) => before?.pointer)).toEqual([
          ['process', name, 'steps', index],
        ]);
        // What led to it leads on; a term that was part of its term no longer is.
        const others = steps.filter(({ kind }) => kind === 'changed').flatMap(({ changes }) => changes);
        const isPart = regulation.process[name]?.steps.some(({ terms }) =>
          terms?.some((term) => term.includedIn === gone?.id),
        );
        expect(
          others.map(({ field }) => field).filter((field) => field !== 'next' && !(isPart && field === 'term')),
        ).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('a step that goes elsewhere has moved', () => {
    fc.assert(
      fc.property(anyPlace, fc.nat(), ({ one, name, index }, to) => {
        const regulation = at(one);
        const flow = regulation.process[name];
        if (!flow || flow.steps.length < 3) return;
        const rest = flow.steps.filter((_, place) => place !== index);
        const where = to % (rest.length + 1);
        const steps = [...rest.slice(0, where), ...flow.steps.slice(index, index + 1), ...rest.slice(where)];
        const found = between(regulation, {
          ...regulation,
          process: { ...regulation.process, [name]: { ...flow, steps } },
        });
        const isSame = steps.every((step, place) => step === flow.steps[place]);
        expect(found.filter(({ kind }) => kind !== 'changed')).toEqual([]);
        expect(found.filter(({ moved }) => moved).length).toBe(isSame ? 0 : 1);
        expect(found.flatMap(({ changes }) => changes)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('one word in a step is one change of one step', () => {
    fc.assert(
      fc.property(anyPlace, ({ one, name, index }) => {
        const regulation = at(one);
        const now = structuredClone(regulation);
        const step = now.process[name]?.steps[index];
        if (!step || typeof step.text !== 'string') return;
        step.text = `${step.text} немедленно`;
        const found = between(regulation, now);
        expect(found.map(({ after, changes }) => [after?.pointer.at(-1), changes.map(({ field }) => field)])).toEqual([
          [index, ['text']],
        ]);
        expect(diffText(diffRegulations(side(regulation), side(now)), 'ru')).toContain('{+немедленно+}');
      }),
      { numRuns: 20 },
    );
  });
});

const words = fc.array(fc.constantFrom('приём', 'регистрация', 'выдача', 'подпись', 'отказ'), {
  minLength: 1,
  maxLength: 3,
});
const entries = fc.array(
  words.map((list) => list.join(' ')),
  { maxLength: 12 },
);
const byWords = {
  key: (entry: string) => entry,
  likeness: (a: string, b: string) => {
    const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
    return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size);
  },
};

describe('recognising entries', () => {
  it('pairs each at most once, the same way from both sides, and all of what did not change', () => {
    fc.assert(
      fc.property(entries, entries, (old, now) => {
        const pairs = align(old, now, byWords);
        expect(new Set(pairs.map((pair) => pair.old)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.now)).size).toBe(pairs.length);
        const back = align(now, old, byWords).map((pair) => ({ old: pair.now, now: pair.old, moved: pair.moved }));
        expect([...back].sort((a, b) => a.old - b.old)).toEqual(pairs);
        expect(align(old, [...old], byWords).map((pair) => [pair.old, pair.now, pair.moved])).toEqual(
          old.map((_, index) => [index, index, false]),
        );
      }),
    );
  });

  it('keeps the common order where nothing moved', () => {
    fc.assert(
      fc.property(entries, entries, (old, now) => {
        const places = align(old, now, byWords).filter(({ moved }) => !moved);
        expect(places.every((pair, index) => index === 0 || pair.now > (places[index - 1]?.now ?? -1))).toBe(true);
      }),
    );
  });

  it('does not hang on lists of thousands', () => {
    const many = Array.from({ length: 4000 }, (_, index) => `шаг ${index}`);
    const other = many.map((entry, index) => (index % 7 === 0 ? `${entry} иначе` : entry));
    expect(align(many, other, byWords).length).toBeGreaterThan(3000);
  });
});
