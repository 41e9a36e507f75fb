import type { Regulation } from '../../../src/model/index.ts';
import { filledCells } from './cells.ts';
import { cellsHeld, isCondition, listedTold, stepsOf, toldTerms } from './held.ts';
import {
  abbreviation,
  columnwise,
  countOf,
  entriesUnder,
  listedSteps,
  numberedCondition,
  numberedStep,
  squeezed,
  termsIn,
} from './signs.ts';

/** What is counted in the text by its signs alone, beside what the data hold. The two know nothing of each other. */
export interface Counted {
  readonly what: string;
  readonly inText: (text: string) => number;
  readonly inData: (regulation: Regulation) => number;
}

export const counted: readonly Counted[] = [
  {
    what: 'numbered steps',
    inText: (text) => countOf(text, numberedStep),
    inData: (regulation) => stepsOf(regulation).filter((step) => !isCondition(step) && step.word && step.src).length,
  },
  {
    what: 'numbered conditions',
    inText: (text) => countOf(text, numberedCondition),
    inData: (regulation) => stepsOf(regulation).filter((step) => isCondition(step) && step.word && step.src).length,
  },
  { what: 'listed steps, each time told', inText: (text) => [...listedSteps(text)].length, inData: listedTold },
  {
    what: 'listed units',
    inText: (text) =>
      entriesUnder(
        text,
        /(?:Перечень структурных подразделений \(работников\)|задействованы следующие структурные подразделения|Структурно-функциональные единицы, которые участвуют|үдерісіне қ?атысатын ҚФБ)[^:]*:/gi,
      ),
    inData: ({ participants }) => participants.filter(({ listed }) => listed !== undefined).length,
  },
  {
    what: 'terms, each time told',
    inText: (text) => termsIn(columnwise(text)),
    inData: (regulation) => [...toldTerms(regulation)].reduce((sum, words) => sum + termsIn(words), 0),
  },
  { what: 'table cells', inText: (text) => filledCells(text.split('\n')), inData: cellsHeld },
  {
    what: 'glossary entries',
    inText: (text) => entriesUnder(text, /(?:Понятия и сокращения, используемые|пайдаланылатын түсініктер)[^:]*:/gi),
    inData: ({ glossary }) => glossary?.length ?? 0,
  },
  {
    what: 'abbreviations',
    inText: (text) => new Set([...squeezed(text).matchAll(abbreviation)].map(([, short]) => short)).size,
    inData: ({ abbreviations = [], glossary = [] }) => {
      const own = abbreviations.filter(({ full }) => typeof full === 'string' || full.origin !== 'other-act');
      const all = [...own.map(({ short }) => short), ...glossary.flatMap((one) => one.abbreviation ?? [])];
      return new Set(all.map(squeezed)).size;
    },
  },
  {
    what: 'questions',
    inText: (text) => countOf(text.replace(/\s+/g, ' '), /(?:\d\. Удовлетворены ли Вы|\d\. Сіз )/g),
    inData: ({ questionnaire }) => questionnaire?.questions.length ?? 0,
  },
  {
    what: 'answers',
    inText: (text) =>
      countOf(
        text,
        /^[\s-]*\d\s*\)\s*(?:не удовлетворен|частично удовлетворен|удовлетворен|қанағаттанбаймын|ішінара қанағаттанамын|қанағаттанамын)/gim,
      ),
    inData: ({ questionnaire }) => questionnaire?.questions.reduce((sum, { options }) => sum + options.length, 0) ?? 0,
  },
  {
    what: 'numbered appendices',
    inText: (text) =>
      countOf(text.replace(/П р и л о ж е н и е/g, 'Приложение'), /^\s*Приложение\s*\d/gim) +
      [...squeezed(text).matchAll(/регламентіне\d[–]?қосымша/g)].length,
    inData: ({ appendices }) => appendices.filter(({ number }) => number !== null).length,
  },
];
