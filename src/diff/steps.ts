import type { Flow, FlowName, Step } from '../model/index.ts';
import { bare, typographic } from '../text/index.ts';
import { align, type Pair } from './align.ts';
import { likenessAmong, listDifferences, type Listed, type Said } from './list.ts';
import type { Difference } from './difference.ts';
import { stepAt, stepLabel, termsDetail, termsShown, textSaid, words, type Side } from './side.ts';

/** What a reference of the old regulation is called in the new one; unmatched ones keep a name that nothing else has. */
export interface Names {
  readonly participant: (id: string) => string;
  readonly outcome: (id: string) => string;
  readonly step: (flow: FlowName, id: string) => string;
  readonly variant: (flow: FlowName, id: string) => string;
}

export const ownNames: Names = {
  participant: (id) => id,
  outcome: (id) => id,
  step: (flow, id) => `${flow}.${id}`,
  variant: (_flow, id) => typographic(id),
};

/** The part of a step's likeness that its words make; the rest is who takes it, and what it leads to. */
const worth = { words: 0.75, actor: 0.2, end: 0.05 };

const kindOf = (step: Step): string => (step.id.startsWith('c') ? 'condition' : 'step');

/** Where texts are in two languages, words say nothing: a step is then known by who takes it, its number and its term. */
function structural(old: Step, now: Step): number {
  const amounts = (step: Step): string => JSON.stringify((step.terms ?? []).map(({ amount, unit }) => [amount, unit]));
  const actors = old.actors.join() === now.actors.join() ? 0.45 : 0;
  const number = old.number !== undefined && old.number === now.number ? 0.35 : 0;
  return actors + number + (amounts(old) === amounts(now) ? 0.1 : 0) + (old.end === now.end ? 0.1 : 0);
}

/** Which steps of two flows are the same, by what is done and who does it, never by their numbers. */
export function stepPairs(old: Flow, now: Flow, [before, after]: readonly [Side, Side], names: Names): Pair[] {
  const sides = new Map<Step, Side>([
    ...old.steps.map((step) => [step, before] as const),
    ...now.steps.map((step) => [step, after] as const),
  ]);
  const textOf = (step: Step): string => {
    const side = sides.get(step) ?? after;
    return words(step.text, side) || words(step.short, side);
  };
  // A term inside the sentence says nothing of what is done.
  const deedOf = (step: Step): string =>
    (step.terms ?? []).reduce((text, { raw }) => text.replace(raw ?? '', ' '), textOf(step));
  const alike = likenessAmong([...old.steps, ...now.steps].map(deedOf));
  const oldSteps = new Set(old.steps);
  const actorsOf = (step: Step): string => step.actors.map(oldSteps.has(step) ? names.participant : String).join();
  const foreign = before.regulation.lang !== after.regulation.lang;
  return align(old.steps, now.steps, {
    key: (step) =>
      [
        kindOf(step),
        typographic(textOf(step)),
        words(step.short, sides.get(step) ?? after),
        foreign ? step.id : '',
      ].join('\n'),
    likeness: (a, b) => {
      if (kindOf(a) !== kindOf(b)) return 0;
      if (foreign) return structural(a, b);
      const actor = actorsOf(a) === actorsOf(b) ? worth.actor : 0;
      const likeness = worth.words * alike(deedOf(a), deedOf(b)) + actor + (a.end === b.end ? worth.end : 0);
      // Two branches may say the same in the act and differ in our short words alone.
      return Math.min(likeness, 0.98);
    },
  });
}

function actorSaid(step: Step, side: Side, names: Names): Said {
  const shown = step.actors.map((id) => {
    const one = side.regulation.participants.find((participant) => participant.id === id);
    return (one && (words(one.short, side) || words(one.name, side))) || id;
  });
  return {
    shown: shown.length > 0 ? shown.join(' / ') : undefined,
    key: step.actors.map(names.participant).join(),
    detail: step.actors.join(' / '),
  };
}

/** Where a step leads: the answers and the steps that follow; their order says nothing. */
function nextSaid(step: Step, flow: FlowName, side: Side, names: Names): Said {
  const ways = (step.next ?? []).map(({ to, when }) => {
    const [other, inner] = to.includes('.') ? (to.split('.') as [FlowName, string]) : [flow, to];
    const target = stepAt(side.regulation, other, inner);
    const answer = when === undefined || when === 'yes' || when === 'no' ? when : words(when, side);
    const label = target ? stepLabel(target, side) : to;
    return {
      shown: answer === undefined ? label : `${answer} → ${label}`,
      key: `${answer === undefined ? '' : typographic(answer)}>${names.step(other, inner)}`,
    };
  });
  return {
    shown: ways.length > 0 ? ways.map(({ shown }) => shown).join('; ') : undefined,
    key: ways
      .map(({ key }) => key)
      .sort()
      .join('; '),
  };
}

function termSaid(step: Step, flow: FlowName, side: Side, names: Names): Said {
  const key = (step.terms ?? []).map(({ raw, includedIn, when, startsFrom, ...term }) => ({
    ...term,
    raw: raw === null ? null : typographic(raw),
    startsFrom: typographic(words(startsFrom, side)),
    includedIn: includedIn && names.step(flow, includedIn),
    when: when?.map((variant) => names.variant(flow, variant)),
  }));
  return {
    shown: termsShown(step.terms),
    key: key.length > 0 ? JSON.stringify(key) : '',
    detail: termsDetail(step.terms, side),
  };
}

function outcomeSaid(step: Step, side: Side, names: Names): Said {
  const { results, refusals, papers = [] } = side.regulation;
  const all = [...results, ...refusals, ...papers];
  const shown = (step.outcome ?? []).map((id) => words(all.find((one) => one.id === id)?.text, side) || id);
  return {
    shown: shown.length > 0 ? shown.join('; ') : undefined,
    key: (step.outcome ?? []).map(names.outcome).sort().join(),
  };
}

/** What a step does and within which term, where the label does not say it. */
function fullOf(step: Step, side: Side): { full?: string } {
  const own = words(step.text, side);
  if (own === '' && !step.number) return {};
  const terms = (step.terms ?? []).map(({ raw }) => raw ?? '…').filter((raw) => !bare(own).includes(bare(raw) || raw));
  return { full: [own || '…', ...new Set(terms)].join(' – ') };
}

function listed(step: Step, index: number, flow: FlowName, side: Side, names: Names): Listed {
  const text = (value: Parameters<typeof textSaid>[0]): Said => textSaid(value, side);
  const notes = (step.notes ?? []).map((note) => words(note.text, side) || '…').join(' ');
  const variants = side.regulation.process[flow]?.variants ?? [];
  const applies = (step.appliesTo ?? []).map((id) => words(variants.find((one) => one.id === id)?.name, side) || id);
  const number = step.number === undefined ? undefined : step.number;
  return {
    label: stepLabel(step, side),
    pointer: ['process', flow, 'steps', index],
    ...fullOf(step, side),
    words: words(step.text, side),
    fields: {
      number: {
        shown: number === null || number === undefined ? number : stepLabel(step, side),
        key: number === undefined ? '' : JSON.stringify([number, step.word]),
      },
      actor: actorSaid(step, side, names),
      text: text(step.text),
      short: text(step.short),
      term: termSaid(step, flow, side, names),
      result: text(step.result),
      next: nextSaid(step, flow, side, names),
      end: { shown: step.end },
      outcome: outcomeSaid(step, side, names),
      document: text(step.document),
      notes: { shown: notes === '' ? undefined : notes },
      variants: {
        shown: applies.length > 0 ? applies.join('; ') : undefined,
        key: (step.appliesTo ?? [])
          .map((variant) => names.variant(flow, variant))
          .sort()
          .join(),
      },
    },
  };
}

/** What became of the steps of a flow. In two languages the words of steps are not compared. */
export function stepDifferences(
  flow: FlowName,
  [old, now]: readonly [Flow, Flow],
  [before, after]: readonly [Side, Side],
  pairs: readonly Pair[],
  names: Names,
): Difference[] {
  const found = listDifferences(
    'step',
    old.steps.map((step, index) => listed(step, index, flow, before, names)),
    now.steps.map((step, index) => listed(step, index, flow, after, ownNames)),
    pairs,
    flow,
  );
  // Where the act's words changed, our short ones followed them.
  return found.map((one) => {
    const isTold = one.changes.some(({ field }) => field === 'text');
    return isTold ? { ...one, changes: one.changes.filter(({ field }) => field !== 'short') } : one;
  });
}
