import type { FlowName, Regulation, Step, Telling } from '../../../src/model/index.ts';
import type { comparisons } from './index.ts';

/** Changes of the regulations, each with the comparison that must find it. */
interface Mutation {
  readonly what: string;
  readonly act: string;
  readonly number: string;
  readonly change: (one: Regulation) => void;
  readonly by: keyof typeof comparisons;
}

export function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the data have no such place');
  return value;
}
const stepOf = ({ process }: Regulation, flow: FlowName, id: string): Step =>
  given(process[flow]?.steps.find((step) => step.id === id));
const tellingOf = ({ tellings }: Regulation, id: string): Telling => given(tellings.find((one) => one.id === id));
export const itemOf = (one: Regulation, telling: string, id: string): Telling['items'][number] =>
  given(tellingOf(one, telling).items.find(({ step }) => step === id));
const termOf = (step: Step, index = 0): NonNullable<Step['terms']>[number] => given(step.terms?.[index]);
export function without<T>(list: T[] | undefined, isIt: (one: T) => boolean): void {
  const index = given(list).findIndex(isIt);
  if (index < 0) throw new Error('the data have no such entry');
  list?.splice(index, 1);
}
export function swap<K extends string>(a: Partial<Record<K, unknown>>, b: Partial<Record<K, unknown>>, key: K): void {
  [a[key], b[key]] = [b[key], a[key]];
}

const weapons = { act: 'mint-364-2012', number: '3' };
const explosives = { act: 'mint-364-2012', number: '4' };
const metal = { act: 'zhambyl-62-2013', number: '1' };
const licence = { act: 'knb-46-2019', number: '1' };
const examination = { act: 'knb-46-2019', number: '6' };
const poisons = { act: 'mint-102-2014', number: '3' };
const processing = { act: 'mint-102-2014', number: '8' };
const controlled = { act: 'miir-138-2019', number: '6' };

export const mutationsOfRegulations: readonly Mutation[] = [
  {
    ...weapons,
    what: 'a step deleted with what tells of it',
    by: 'every letter of the text stands in the data that name its lines',
    change: (one) => {
      without(one.process['portal-recipient']?.steps, ({ id }) => id === 'p6');
      stepOf(one, 'portal-recipient', 'c2').next = [
        { to: 'p5', when: 'no' },
        { to: 'c3', when: 'yes' },
      ];
      for (const telling of one.tellings) telling.items = telling.items.filter(({ step }) => step !== 'p6');
    },
  },
  {
    ...weapons,
    what: 'another number of a term',
    by: 'each term means what its words say',
    change: (one) => void (termOf(stepOf(one, 'portal-recipient', 'p2')).amount = 30),
  },
  {
    ...weapons,
    what: 'another unit of a term',
    by: 'each term means what its words say',
    change: (one) => void (termOf(stepOf(one, 'portal-recipient', 'p2')).unit = 'minute'),
  },
  {
    ...licence,
    what: 'calendar days for working days',
    by: 'each term means what its words say',
    change: (one) => void (termOf(stepOf(one, 'internal', 'p2')).dayKind = 'calendar'),
  },
  {
    ...licence,
    what: 'the beginning of a term forgotten',
    by: 'each term means what its words say',
    change: (one) => void delete termOf(stepOf(one, 'internal', 'p4b')).startsFrom,
  },
  {
    ...examination,
    what: 'a term put outside that of the service',
    by: 'what is outside the term of the service is said to be',
    change: (one) => void (termOf(stepOf(one, 'internal', 'x1')).outsideTotal = true),
  },
  {
    ...licence,
    what: 'another unit acts',
    by: 'who acts in a step is named there, or marked as inferred',
    change: (one) => void (stepOf(one, 'internal', 'p2').actors = ['unit-head']),
  },
  ...(['text', 'term', 'result', 'next'] as const).map((field) => ({
    ...explosives,
    what: `cells of two columns swapped: ${field}`,
    by: 'nothing is said that the text does not say on the same lines',
    change: (one: Regulation) => swap(itemOf(one, 'table-1', 'p2'), itemOf(one, 'table-1', 'p4'), field),
  })),
  {
    ...weapons,
    what: 'an entry of the glossary dropped',
    by: 'every letter of the text stands in the data that name its lines',
    change: (one) => without(one.glossary, ({ n }) => n === '9'),
  },
  {
    ...weapons,
    what: 'a word of a repaired text changed',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => {
      const step = stepOf(one, 'portal-provider', 'p4');
      step.text = String(step.text).replace('деректерді', 'мәліметті');
    },
  },
  {
    ...weapons,
    what: 'a letter of a repaired text changed',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => {
      const step = stepOf(one, 'portal-provider', 'p8');
      step.text = String(step.text).replace('құру', 'кұру');
    },
  },
  {
    ...weapons,
    what: 'a letter of the title changed',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => {
      if (typeof one.title === 'object') one.title.kk = given(one.title.kk).replace('жаңартуды', 'жанартуды');
    },
  },
  {
    ...weapons,
    what: 'numbers of two listed units swapped',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => swap(given(one.participants[4]), given(one.participants[5]), 'listed'),
  },
  {
    ...metal,
    what: 'another number of a step',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => void (stepOf(one, 'portal-recipient', 'p3').number = '4'),
  },
  {
    ...metal,
    what: 'another number of an appendix',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => void (given(one.appendices[2]).number = '4'),
  },
  {
    ...metal,
    what: 'a step left out of its telling',
    by: 'every step is told by a clause',
    change: (one) => without(tellingOf(one, 'clause-6').items, ({ step }) => step === 'p7'),
  },
  {
    ...weapons,
    what: 'a result that nothing gives',
    by: 'results of steps are told',
    change: (one) => void (stepOf(one, 'portal-recipient', 'p1').result = 'Хабарлама'),
  },
  {
    ...metal,
    what: 'a mistake of the drafters corrected in its telling',
    by: 'corrected mistakes are kept where they were made',
    change: (one) => void delete itemOf(one, 'clause-6', 'p5').text,
  },
  {
    ...licence,
    what: 'a step that skips the next one',
    by: 'steps follow as printed',
    change: (one) => void (stepOf(one, 'internal', 'p1').next = [{ to: 'c1' }]),
  },
  {
    ...metal,
    what: '«yes» and «no» swapped',
    by: 'a refusal is behind «no»',
    change: (one) => {
      const [no, yes] = given(stepOf(one, 'portal-recipient', 'c2').next);
      swap(given(no), given(yes), 'when');
    },
  },
  {
    ...metal,
    what: 'a refusal message taken for the result',
    by: 'an end hands out what it is',
    change: (one) => void (stepOf(one, 'portal-recipient', 'p5').end = 'result'),
  },
  {
    ...licence,
    what: 'another kind of document',
    by: 'papers are of the kind and the form that the act names',
    change: (one) => void (given(one.results[0]).kinds = ['transit-permit']),
  },
  {
    ...licence,
    what: 'a result of the service dropped',
    by: 'papers are of the kind and the form that the act names',
    change: (one) => without(one.results, ({ id }) => id === 'reissue'),
  },
  {
    ...licence,
    what: 'a result on paper where the act knows none',
    by: 'papers are of the kind and the form that the act names',
    change: (one) => void (given(one.results[0]).forms = ['paper']),
  },
  {
    ...weapons,
    what: 'a lost cell without its mark',
    by: 'what is lost is marked',
    change: (one) => without(one.marks, ({ at }) => at === '/tellings/table-1/items/p7/actor'),
  },
  {
    ...metal,
    what: 'answers without their mark',
    by: 'answers of conditions are marked',
    change: (one) => without(one.marks, ({ at }) => at === '/process/portal-recipient/steps/c1/next'),
  },
  {
    ...licence,
    what: 'lanes in another order',
    by: 'lanes are those of the drawing',
    change: (one) => void given(one.process.internal?.lanes).reverse(),
  },
  {
    ...licence,
    what: 'another name of the provider',
    by: 'provider and participants are called as in the act',
    change: (one) => void (one.provider.name = 'Комитет государственной безопасности Республики Казахстан'),
  },
  {
    ...metal,
    what: 'another address',
    by: 'addresses are those of the act',
    change: (one) => void (given(one.channels[2]).url = 'www.license.kz'),
  },
  {
    ...licence,
    what: 'an abbreviation dropped',
    by: 'abbreviations are those that the act introduces',
    change: (one) => without(one.abbreviations, ({ short }) => short === 'ПШЭП'),
  },
  {
    ...metal,
    what: 'two symbols of the legend swapped',
    by: 'symbols and questions are what their words say',
    change: ({ legend }) => swap(given(legend?.[0]), given(legend?.[1]), 'symbol'),
  },
  {
    ...metal,
    what: 'an answer of the questionnaire dropped',
    by: 'every letter of the text stands in the data that name its lines',
    change: ({ questionnaire }) => void given(questionnaire?.questions[1]).options.pop(),
  },
  {
    ...explosives,
    what: 'a decimal comma forgotten',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => void (itemOf(one, 'table-1', 'p3').term = '15 мин'),
  },
  {
    ...poisons,
    what: 'the dash of a cell forgotten',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => void delete itemOf(one, 'table-1', 'p4').next,
  },
  {
    ...poisons,
    what: 'two cells of one column swapped',
    by: 'nothing is said that the text does not say on the same lines',
    change: (one) => {
      const item = itemOf(one, 'table-1', 'p2');
      [item.text, item.result] = [item.result, item.text];
    },
  },
  {
    ...controlled,
    what: 'a step put into another variant',
    by: 'a step is in the variants whose clause tells it',
    change: (one) => void (stepOf(one, 'internal', 'p2a').appliesTo = ['reissue']),
  },
  {
    ...licence,
    what: 'another number of one of two steps that share it',
    by: 'steps of one printed number are told together',
    change: (one) => void (stepOf(one, 'internal', 'p3b').number = '4'),
  },
  {
    ...licence,
    what: 'one of two steps of a printed number left out of a clause',
    by: 'steps of one printed number are told together',
    change: (one) => without(tellingOf(one, 'clause-8').items, ({ step }) => step === 'p3b'),
  },
  {
    ...processing,
    what: 'the term of a flow forgotten',
    by: 'the term of a flow is that of its clause',
    change: ({ process }) => {
      delete process.corporation?.term;
      delete process['corporation-pickup']?.term;
    },
  },
  {
    ...processing,
    what: 'a receipt that no step makes',
    by: 'papers that a step makes are among its outcomes',
    change: (one) => void delete stepOf(one, 'corporation', 'p9').outcome,
  },
  {
    ...processing,
    what: 'a channel forgotten',
    by: 'channels are those of the first clause',
    change: ({ channels }) => without(channels, ({ kind }) => kind === 'corporation'),
  },
  {
    ...processing,
    what: 'another form of the service',
    by: 'forms are those of the clauses',
    change: ({ forms }) => void (forms.service = 'электронная'),
  },
  {
    ...poisons,
    what: 'a refusal forgotten',
    by: 'a refusal that a clause names is a refusal',
    change: ({ refusals }) => without(refusals, ({ place }) => place === '3'),
  },
  {
    ...poisons,
    what: 'a mark on a place that is not there',
    by: 'marks name a place',
    change: ({ marks }) => void (given(marks?.[0]).at = '/process/internal/steps/p40'),
  },
];
