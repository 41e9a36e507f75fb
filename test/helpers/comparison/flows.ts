import type { Regulation, Step, Telling } from '../../../src/model/index.ts';
import { letters } from './ledger.ts';
import { marksOn } from './reading.ts';

/** The graph of the process as far as the act decides it: what is told, what follows, where it ends, what is marked. */
interface Place {
  readonly flow: string;
  readonly step: Step;
  readonly index: number;
  readonly steps: readonly Step[];
  /** Pointer of the step, joined by slashes. */
  readonly at: string;
}
const places = ({ process }: Regulation): Place[] =>
  Object.entries(process).flatMap(([flow, { steps }]) =>
    steps.map((step, index) => ({ flow, step, index, steps, at: `process/${flow}/steps/${String(index)}` })),
  );
const named = ({ flow, step }: Place): string => `${flow} ${step.id}`;
const itemsOf = ({ tellings }: Regulation, { flow, step }: Place) =>
  tellings
    .filter((one) => one.flow === flow)
    .flatMap(({ kind, items }) => items.filter((item) => item.step === step.id).map((item) => ({ kind, item })));

/** Whether a mark of some kinds stands on a place, above it or below it. */
const isMarked = (data: Regulation, place: string, kinds?: readonly string[]): boolean =>
  marksOn(data).some(
    ({ kind, at }) =>
      (!kinds || kinds.includes(kind)) && (`${place}/`.startsWith(`${at}/`) || `${at}/`.startsWith(`${place}/`)),
  );

/** Steps that no clause of their flow tells; an inferred one need only be told by the clause on whose lines it stands, a condition between its lines by none. */
export const stepsNotTold = (data: Regulation): string[] => {
  const inferred = marksOn(data).flatMap(({ kind, at }) => (kind === 'inferred' ? [at] : []));
  const isWithin = ({ step: { src } }: Place, clause: Telling): boolean =>
    src !== undefined && clause.src !== undefined && src[0] >= clause.src[0] && src[1] <= clause.src[1];
  return places(data)
    .filter((place) => {
      const clauses = data.tellings.filter(({ kind, flow }) => kind === 'clause' && flow === place.flow);
      const isTold = itemsOf(data, place).some(({ kind }) => kind === 'clause');
      if (place.step.src === undefined || isTold) return false;
      if (!inferred.includes(place.at)) return true;
      return !place.step.id.startsWith('c') && clauses.some((clause) => isWithin(place, clause));
    })
    .map(named);
};

/** Steps whose text corrects a mistake of the drafters that no clause keeps. */
export const mistakesNotKept = (data: Regulation): string[] => {
  const corrected = marksOn(data).filter(({ kind, why }) => kind === 'repaired' && why.includes('ошибка составителя'));
  return places(data)
    .filter((place) => corrected.some(({ at }) => at === `${place.at}/text`))
    .filter(
      (place) =>
        !itemsOf(data, place).some(({ kind, item }) => kind.endsWith('clause') && typeof item.text === 'string'),
    )
    .map(named);
};

/** Results of steps that neither a table nor a clause of results nor the lines of the step give, and no mark explains. */
export const resultsNotTold = (data: Regulation, lines: readonly string[]): string[] =>
  places(data)
    .filter((place) => {
      const { result, src } = place.step;
      if (typeof result !== 'string' || isMarked(data, `${place.at}/result`)) return false;
      const told = itemsOf(data, place);
      const results = told.flatMap(({ kind, item }) => (kind === 'results' && item.src ? [item.src] : []));
      const texts = [...results, ...(src ? [src] : [])].map(([from, to]) => lines.slice(from - 1, to).join('\n'));
      const cells = told.flatMap(({ item }) => (typeof item.result === 'string' ? [item.result] : []));
      return ![...texts, ...cells].some((text) => letters(text).includes(letters(result)));
    })
    .map(named);

/** Answers of conditions that the act never writes, and no mark says so. */
export const answersNotMarked = (data: Regulation): string[] =>
  places(data)
    .filter(
      ({ step, at }) => step.next?.some(({ when }) => when === 'yes' || when === 'no') && !isMarked(data, `${at}/next`),
    )
    .map(named);

const refuses = /отказ|невозможност|бас тарту|мүмкін еместігі/iu;

/** Conditions whose «yes» leads to a refusal and whose «no» does not. */
export const branchesReversed = (data: Regulation): string[] =>
  places(data)
    .filter(({ step, steps }) => {
      const leadsToRefusal = (answer: string): boolean => {
        const to = step.next?.find(({ when }) => when === answer)?.to;
        const target = steps.find((one) => one.id === to);
        return target !== undefined && refuses.test([target.text, JSON.stringify(target.short)].join(' '));
      };
      return leadsToRefusal('yes') && !leadsToRefusal('no');
    })
    .map(named);

/** The number in the id of a step: steps that share it («p4a», «p4b») stand side by side. */
const rank = (id: string): string => id.replace(/[a-z]$/, '');

/** Steps of one printed number of which a clause tells some without the others, and those that give it another number. */
export const numbersNotShared = ({ process, tellings }: Regulation): string[] =>
  Object.entries(process).flatMap(([flow, { steps }]) =>
    steps.flatMap(({ id, number }, index) => {
      const beside = steps.slice(0, index).filter((one) => rank(one.id) === rank(id));
      const apart = tellings.filter(({ kind, flow: own, variant, items }) => {
        const isTold = (one: Step): boolean => items.some(({ step }) => step === one.id);
        const told = [...beside, ...steps.slice(index, index + 1)].filter(
          ({ appliesTo }) => variant === undefined || appliesTo === undefined || appliesTo.includes(variant),
        );
        return own === flow && /clause$/.test(kind) && told.some(isTold) && !told.every(isTold);
      });
      return [
        ...(beside.some((one) => one.number !== number) ? [`${flow} ${id}: another number`] : []),
        ...apart.map((one) => `${one.id} ${id}: told alone`),
      ];
    }),
  );

/** Whether only steps that stand beside the one or the other come between two. */
const followsIn = (steps: readonly Step[], from: number, to: string): boolean => {
  const target = steps.findIndex(({ id }) => id === to);
  const beside = [rank(steps[from]?.id ?? ''), rank(to)];
  return target > from && steps.slice(from + 1, target).every(({ id }) => beside.includes(rank(id)));
};

/** Steps whose followers are not the next ones of the act, where no mark says why. Where a condition leads its marks say. */
export const orderNotAsPrinted = (data: Regulation): string[] =>
  places(data)
    .filter(({ step, steps, index, at }) => {
      if (step.id.startsWith('c') || isMarked(data, `${at}/next`, ['inferred', 'lost'])) return false;
      return !(step.next ?? []).every(({ to }) => to.includes('.') || followsIn(steps, index, to));
    })
    .map(named);

/** Ends that do not agree with what the step hands out. */
export const endsNotAsHandedOut = (data: Regulation): string[] => {
  const results = new Set(data.results.map(({ id }) => id));
  const others = new Set([...data.refusals, ...(data.papers ?? [])].map(({ id }) => id));
  return places(data)
    .filter(({ step: { end, outcome = [] } }) => {
      if (end === 'result') return !outcome.some((id) => results.has(id));
      if (end === 'refusal') return !outcome.some((id) => others.has(id));
      return end === 'error' && outcome.some((id) => results.has(id));
    })
    .map(named);
};

/**
 * What the data say was lost, without a mark that says so. A number that the act never printed is `inferred`; a term whose
 * words stand there refers to another paper.
 */
export function lossesNotMarked(data: Regulation): string[] {
  const lost = (value: unknown, at: string): string[] => {
    if (value === null) return isMarked(data, at, ['lost', 'unreadable', 'inferred']) ? [] : [at];
    if (typeof value !== 'object' || value === undefined) return [];
    if ('raw' in value && value.raw !== null) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      at === '' && key === 'marks' ? [] : lost(one, at === '' ? key : `${at}/${key}`),
    );
  };
  return lost(data, '');
}
