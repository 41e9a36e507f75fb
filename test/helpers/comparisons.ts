import type { Act, Regulation } from '../../src/model/index.ts';
import { columnsNotAlike } from './columns.ts';
import { textsNotInSource } from './coverage.ts';
import {
  abbreviationsNotHeld,
  addressesNotThere,
  factsOfAct,
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
  orderNotAsPrinted,
  resultsNotTold,
  stepsNotTold,
} from './flows.ts';
import { appendicesNotNumbered, entriesNotNumbered, stepsNotNumbered, symbolsNotAsSaid } from './numbers.ts';
import { actorsNotNamed, drawingsNotAlike, lanesNotAlike, namesNotThere, outcomesNotAsSaid } from './reading.ts';
import { repairsNotSaid, wordsNotHeld, wordsOfActNotHeld } from './words.ts';

type Lines = readonly string[];

/** Every comparison of a regulation with the lines of its act; each gives what does not agree. */
export const comparisons: Readonly<Record<string, (regulation: Regulation, lines: Lines) => string[]>> = {
  'every text stands on its lines': (one, lines) => textsNotInSource(one, one.marks ?? [], lines, one.src),
  'every word of the text stands in the data that name its lines': wordsNotHeld,
  'a repair changes no letter that its mark does not quote': repairsNotSaid,
  'each column of a table holds what the data give for its step': columnsNotAlike,
  'each term means what its words say': termsNotAsSaid,
  'what is outside the term of the service is said to be': outsideNotAsSaid,
  'who acts in a step is named there, or marked as inferred': actorsNotNamed,
  'provider and participants are called as in the act': namesNotThere,
  'entries have the numbers that are printed': entriesNotNumbered,
  'steps have the numbers that are printed': stepsNotNumbered,
  'appendices have the numbers that are printed': appendicesNotNumbered,
  'every step is told by a clause': stepsNotTold,
  'results of steps are told': resultsNotTold,
  'corrected mistakes are kept where they were made': mistakesNotKept,
  'steps follow as printed': orderNotAsPrinted,
  'a refusal is behind «no»': branchesReversed,
  'an end hands out what it is': endsNotAsHandedOut,
  'papers are of the kind and the form that the act names': outcomesNotAsSaid,
  'what is lost is marked': lossesNotMarked,
  'answers of conditions are marked': answersNotMarked,
  'lanes are those of the drawing': lanesNotAlike,
  'addresses are those of the act': addressesNotThere,
  'abbreviations are those that the act introduces': abbreviationsNotHeld,
  'symbols and questions are what their words say': symbolsNotAsSaid,
};

/** The same for an act outside its regulations. */
export const comparisonsOfAct: Readonly<
  Record<string, (act: Act, lines: Lines, regulations: readonly Regulation[]) => string[]>
> = {
  'every text stands on its lines': (act, lines) => textsNotInSource(act, act.marks ?? [], lines, [1, lines.length]),
  'every word of the text stands in the data': (act, lines, regulations) => wordsOfActNotHeld(act, regulations, lines),
  'numbers and dates stand on their lines': factsOfAct,
  'entries have the numbers that are printed': entriesNotNumbered,
  'the list of services is that of the act': servicesNotAsListed,
  'drawings of sister regulations agree': (_act, _lines, regulations) => drawingsNotAlike(regulations),
};
