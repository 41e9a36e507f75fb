import { resolveMark, type Act, type Mark, type Regulation } from '../../../src/model/index.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import * as declared from './declared.ts';
import type { Filed } from './declared.ts';
import {
  abbreviationsNotHeld,
  addressesNotThere,
  outsideNotAsSaid,
  servicesNotAsListed,
  termsNotAsSaid,
} from './facts.ts';
import {
  answersNotMarked,
  branchesReversed,
  endsNotAsHandedOut,
  lossesNotMarked,
  mistakesNotKept,
  numbersNotShared,
  orderNotAsPrinted,
  resultsNotTold,
  stepsNotTold,
} from './flows.ts';
import { actorsNotNamed, drawingsNotAlike, lanesNotAlike, namesNotThere, outcomesNotAsSaid } from './reading.ts';
import { symbolsNotAsSaid } from './symbols.ts';

type Lines = readonly string[];

/** Both ways are found in one run over the text. */
const runs = new WeakMap<Regulation, Coverage>();
function covered(one: Regulation, lines: Lines): Coverage {
  const coverage = runs.get(one) ?? coverageOf(one, one.marks ?? [], lines, one.src);
  runs.set(one, coverage);
  return coverage;
}
const marksOfNothing = (data: object, marks: readonly Mark[] = []): string[] =>
  marks.filter(({ at }) => resolveMark(at, data) === undefined).map(({ at }) => at);

/** Every comparison of a regulation with the lines of its act; each gives what does not agree. */
export const comparisons: Readonly<Record<string, (regulation: Regulation, lines: Lines) => string[]>> = {
  'marks name a place': (one) => marksOfNothing(one, one.marks),
  'nothing is said that the text does not say on the same lines': (one, lines) => covered(one, lines).wrong,
  'every letter of the text stands in the data that name its lines': (one, lines) => covered(one, lines).missing,
  'each term means what its words say': termsNotAsSaid,
  'what is outside the term of the service is said to be': outsideNotAsSaid,
  'the term of a flow is that of its clause': (one) => [...declared.flowTermFaults(one)],
  'who acts in a step is named there, or marked as inferred': actorsNotNamed,
  'provider and participants are called as in the act': namesNotThere,
  'every step is told by a clause': stepsNotTold,
  'a step is in the variants whose clause tells it': (one) => [...declared.variantFaults(one)],
  'results of steps are told': resultsNotTold,
  'corrected mistakes are kept where they were made': mistakesNotKept,
  'steps of one printed number are told together': numbersNotShared,
  'steps follow as printed': orderNotAsPrinted,
  'a refusal is behind «no»': branchesReversed,
  'an end hands out what it is': endsNotAsHandedOut,
  'papers are of the kind and the form that the act names': outcomesNotAsSaid,
  'papers that a step makes are among its outcomes': (one) => [...declared.paperFaults(one)],
  'a refusal that a clause names is a refusal': (one) => [...declared.refusalFaults(one)],
  'forms are those of the clauses': (one) => [...declared.formFaults(one)],
  'what is lost is marked': lossesNotMarked,
  'answers of conditions are marked': answersNotMarked,
  'lanes are those of the drawing': lanesNotAlike,
  'channels are those of the first clause': (one) => [...declared.channelFaults(one)],
  'addresses are those of the act': addressesNotThere,
  'abbreviations are those that the act introduces': abbreviationsNotHeld,
  'symbols and questions are what their words say': symbolsNotAsSaid,
};

/** The lines that belong to no regulation. */
const outside = (lines: Lines, regulations: readonly Filed[]): string[] =>
  lines.map((line, index) => {
    const isOwned = regulations.some(({ regulation: { src } }) => src && index + 1 >= src[0] && index + 1 <= src[1]);
    return isOwned ? '' : line;
  });
const coveredAct = (act: Act, lines: Lines, regulations: readonly Filed[]): Coverage =>
  coverageOf(act, act.marks ?? [], outside(lines, regulations), [1, lines.length]);

/** The same for an act outside its regulations. */
export const comparisonsOfAct: Readonly<
  Record<string, (act: Act, lines: Lines, regulations: readonly Filed[]) => string[]>
> = {
  'marks name a place': (act) => marksOfNothing(act, act.marks),
  'nothing is said that the text does not say on the same lines': (act, lines, regulations) =>
    coveredAct(act, lines, regulations).wrong,
  'every letter outside the regulations stands in the data that name its lines': (act, lines, regulations) =>
    coveredAct(act, lines, regulations).missing,
  'the list of services is that of the act': servicesNotAsListed,
  'the regulations are those of the list, in its order': (act, _lines, regulations) => [
    ...declared.listFaults(act, regulations),
  ],
  'drawings of sister regulations agree': (_act, _lines, regulations) =>
    drawingsNotAlike(regulations.map(({ regulation }) => regulation)),
};
