import { flowNames, type Flow, type FlowName, type LoadedRegulation, type Regulation } from '../model/index.ts';
import { typographic } from '../text/index.ts';
import type { Pair } from './align.ts';
import type { Difference, Field, Part } from './difference.ts';
import { changeOf, listDifferences, pairsOf, type Listed, type Said } from './list.ts';
import { lists, outcomes, participants } from './lists.ts';
import { plainSaid, said, termsDetail, termsShown, textSaid, words, type Side } from './side.ts';
import { ownNames, stepDifferences, stepPairs, type Names } from './steps.ts';
import { knownBetween, tellingsOf } from './tellings.ts';

type Sides = readonly [Side, Side];
type Fields = Partial<Record<Field, Said>>;

/** Two regulations with what became of each thing of the first. */
export interface RegulationDiff {
  readonly differences: readonly Difference[];
  /** Which steps are the same, by flow, as places among the steps; the drawing is made from it. */
  readonly steps: Partial<Record<FlowName, readonly Pair[]>>;
  /** Which participants of the old regulation are those of the new, by their ids. */
  readonly participants: ReadonlyMap<string, string>;
}

/** What a regulation says once. */
function headFields(side: Side): Fields {
  const { number, lang, title, heading, provider, standard, forms, storage, questionnaire } = side.regulation;
  return {
    number: plainSaid(number),
    lang: plainSaid(lang),
    title: textSaid(title, side),
    heading: textSaid(heading, side),
    provider: textSaid(provider.name, side),
    'provider-short': textSaid(provider.short, side),
    'provider-text': textSaid(provider.text, side),
    'standard-title': textSaid(standard.title, side),
    standard: textSaid(standard.act, side),
    documents: textSaid(standard.documents, side),
    'service-form': textSaid(forms.service, side),
    'result-form': textSaid(forms.result, side),
    automation: textSaid(forms.automation, side),
    'service-kind': textSaid(forms.kind, side),
    storage: {
      ...textSaid(storage?.text, side),
      key: JSON.stringify([said(storage?.text, side), storage?.amount, storage?.unit]),
    },
    questionnaire: textSaid(questionnaire?.title, side),
    'name-label': textSaid(questionnaire?.nameLabel, side),
  };
}

/** Names of the old side in terms of the new one. */
function namesFor([old, now]: Sides, steps: () => Partial<Record<FlowName, readonly Pair[]>>): Names {
  const idsOf = (regulation: Regulation): { id: string }[] => [
    ...regulation.results,
    ...regulation.refusals,
    ...(regulation.papers ?? []),
  ];
  const translation = (before: readonly { id: string }[], after: readonly { id: string }[], pairs: readonly Pair[]) =>
    new Map(pairs.map((pair) => [before[pair.old]?.id ?? '', after[pair.now]?.id ?? '']));
  const people = translation(
    old.regulation.participants,
    now.regulation.participants,
    pairsOf(participants(old), participants(now)),
  );
  const products = (side: Side): Listed[] =>
    (['results', 'refusals', 'papers'] as const).flatMap((name) =>
      outcomes(side.regulation[name], name, side).map((entry) => ({ ...entry, sort: name })),
    );
  const outcomeNames = translation(idsOf(old.regulation), idsOf(now.regulation), pairsOf(products(old), products(now)));
  const gone = (id: string): string => `\u0000${id}`;
  return {
    participant: (id) => people.get(id) ?? gone(id),
    outcome: (id) => outcomeNames.get(id) ?? gone(id),
    step: (flow, id) => {
      const [before, after] = [old.regulation.process[flow]?.steps ?? [], now.regulation.process[flow]?.steps ?? []];
      const pair = steps()[flow]?.find((one) => before[one.old]?.id === id);
      return `${flow}.${(pair && after[pair.now]?.id) ?? gone(id)}`;
    },
    variant: (flow, id) => {
      const known = (regulation: Regulation): boolean =>
        regulation.process[flow]?.variants?.some((variant) => variant.id === id) ?? false;
      // Terms are narrowed by variants or by words of the act.
      return known(old.regulation) && !known(now.regulation) ? gone(id) : typographic(id);
    },
  };
}

/** A description of the process as a whole; its steps come apart. */
function flowFields({ title, clause, start, term, lanes }: Flow, side: Side, names: Names): Fields {
  return {
    title: textSaid(title, side),
    clause: plainSaid(clause),
    start: textSaid(start?.text, side),
    term: { shown: termsShown(term), detail: termsDetail(term, side) },
    lanes: { shown: lanes?.join(', '), key: lanes?.map(names.participant).join() ?? '' },
  };
}

const variantsOf = (flow: Flow, name: FlowName, side: Side): Listed[] =>
  (flow.variants ?? []).map(({ id, name: own, condition }, index) => ({
    label: words(own, side) || id,
    pointer: ['process', name, 'variants', index],
    words: words(own, side),
    id,
    fields: { name: textSaid(own, side), condition: textSaid(condition, side) },
  }));

const changesBetween = (before: Fields, after: Fields) =>
  (Object.keys({ ...before, ...after }) as Field[])
    .map((field) => changeOf(field, before[field], after[field]))
    .filter((change) => change !== undefined);

const noFlow: Flow = { clause: '', steps: [] };

function flowDifferences(name: FlowName, sides: Sides, names: Names, pairs: readonly Pair[] | undefined): Difference[] {
  const [old, now] = [sides[0].regulation.process[name], sides[1].regulation.process[name]];
  const thing = (flow: Flow, side: Side) => ({
    label: words(flow.title, side) || flow.clause,
    pointer: ['process', name],
  });
  if (!old || !now) {
    const steps = stepDifferences(name, [old ?? noFlow, now ?? noFlow], sides, [], names);
    if (now) return [{ part: 'flow', kind: 'added', flow: name, after: thing(now, sides[1]), changes: [] }, ...steps];
    if (!old) return [];
    return [{ part: 'flow', kind: 'removed', flow: name, before: thing(old, sides[0]), changes: [] }, ...steps];
  }
  const changes = changesBetween(flowFields(old, sides[0], names), flowFields(now, sides[1], ownNames));
  const ends = { before: thing(old, sides[0]), after: thing(now, sides[1]) };
  const whole: Difference = { part: 'flow', kind: 'changed', flow: name, ...ends, changes };
  return [
    ...(changes.length > 0 ? [whole] : []),
    ...listDifferences('variant', variantsOf(old, name, sides[0]), variantsOf(now, name, sides[1]), undefined, name),
    ...stepDifferences(name, [old, now], sides, pairs ?? [], names),
  ];
}

/**
 * What became of a regulation: title, participants, results, the steps of every description of the process, tables,
 * appendices, clauses. Things are recognised by their content. Lines of the source and remarks (`src`, `marks`) are not
 * compared, nor the ways in which quotes, dashes and spaces are written.
 */
export function diffRegulations(
  old: Pick<LoadedRegulation, 'regulation'>,
  now: Pick<LoadedRegulation, 'regulation'>,
): RegulationDiff {
  const sides: Sides = [old, now];
  const steps: Partial<Record<FlowName, readonly Pair[]>> = {};
  const names = namesFor(sides, () => steps);
  for (const name of flowNames) {
    const [before, after] = [old.regulation.process[name], now.regulation.process[name]];
    if (before && after) steps[name] = stepPairs(before, after, sides, names);
  }
  const [knownThere, knownHere] = knownBetween(sides, [names.step, ownNames.step]);
  const changes = changesBetween(headFields(old), headFields(now));
  const thing = (side: Side) => ({ label: words(side.regulation.title, side), pointer: ['title'] });
  const head: Difference = { part: 'regulation', kind: 'changed', before: thing(old), after: thing(now), changes };
  const listed = (part: Part): Difference[] =>
    lists.flatMap(([name, of]) => (name === part ? listDifferences(part, of(old), of(now)) : []));
  const early: readonly Part[] = ['channel', 'total-term', 'result', 'refusal', 'paper', 'participant'];
  return {
    differences: [
      ...(changes.length > 0 ? [head] : []),
      ...early.flatMap(listed),
      ...flowNames.flatMap((name) => flowDifferences(name, sides, names, steps[name])),
      ...(['table', 'telling'] as const).flatMap((part) =>
        listDifferences(
          part,
          tellingsOf(old, names.step, knownThere, part === 'table'),
          tellingsOf(now, ownNames.step, knownHere, part === 'table'),
        ),
      ),
      ...lists.flatMap(([part]) => (early.includes(part) ? [] : listed(part))),
    ],
    steps,
    participants: new Map(
      pairsOf(participants(old), participants(now)).map((pair) => [
        old.regulation.participants[pair.old]?.id ?? '',
        now.regulation.participants[pair.now]?.id ?? '',
      ]),
    ),
  };
}
