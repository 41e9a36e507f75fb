import type { Act } from '../../../src/model/index.ts';
import { given, itemOf, swap, without } from './changes.ts';
import type { Filed } from './declared.ts';
import type { comparisonsOfAct } from './index.ts';

/** Changes of the acts, each with the comparison that must find it. */
interface MutationOfAct {
  readonly what: string;
  readonly act: string;
  readonly change: (act: Act, regulations: Filed[]) => void;
  readonly by: keyof typeof comparisonsOfAct;
}

export const mutationsOfActs: readonly MutationOfAct[] = [
  {
    act: 'zhambyl-62-2013',
    what: 'another number of registration',
    by: 'nothing is said that the text does not say on the same lines',
    change: (act) => void (act.registration.number = '1963'),
  },
  {
    act: 'knb-46-2019',
    what: 'another day of repeal',
    by: 'nothing is said that the text does not say on the same lines',
    change: (act) => void (given(act.repealedBy).date = '2020-06-05'),
  },
  {
    act: 'zhambyl-62-2013',
    what: 'another day of approval',
    by: 'nothing is said that the text does not say on the same lines',
    change: (act) => void (given(act.approvals?.[0]).date = '2013-03-16'),
  },
  {
    act: 'knb-46-2019',
    what: 'a service missing from the list',
    by: 'the list of services is that of the act',
    change: ({ services }) => without(services, ({ n }) => n === '7'),
  },
  {
    act: 'knb-46-2019',
    what: 'a clause of the order dropped',
    by: 'every letter outside the regulations stands in the data that name its lines',
    change: ({ clauses }) => void clauses.pop(),
  },
  {
    act: 'knb-46-2019',
    what: 'a word of the title dropped',
    by: 'nothing is said that the text does not say on the same lines',
    change: (act) => void (act.title = String(act.title).replace('изменений и дополнений', 'дополнений и изменений')),
  },
  {
    act: 'knb-46-2019',
    what: 'other words in a figure of a drawing',
    by: 'drawings of sister regulations agree',
    change: (_act, regulations) => {
      const one = given(regulations.find(({ regulation }) => regulation.number === '1'));
      itemOf(one.regulation, 'drawing', 'p3a').text = 'Выдача справки';
    },
  },
  {
    act: 'mint-102-2014',
    what: 'numbers of two regulations swapped',
    by: 'the regulations are those of the list, in its order',
    change: (_act, regulations) => swap(given(regulations[0]).regulation, given(regulations[1]).regulation, 'number'),
  },
  {
    act: 'mint-102-2014',
    what: 'a mark on a place that is not there',
    by: 'marks name a place',
    change: ({ marks }) => void (given(marks?.[0]).at = '/clauses/9'),
  },
];
