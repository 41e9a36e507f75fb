import { describe, expect, it } from 'vitest';
import { filedViewsOf, pictureOfView, type Picture } from '../../../src/diagram/index.ts';
import type { Telling } from '../../../src/model/index.ts';
import { numbersIn } from '../../../src/process/index.ts';
import { makingFrom } from '../../helpers/regulation.ts';

function filed(items: Telling['items']): Picture {
  const making = makingFrom();
  const telling: Telling = { id: 'table-1', kind: 'table', flow: 'portal-recipient', place: 'приложение 1', items };
  const told = { ...making, regulation: { ...making.regulation, tellings: [telling] } };
  const [view] = filedViewsOf(told);
  const made = view && pictureOfView(view, told);
  if (!made?.ok) throw new Error(JSON.stringify(made?.findings));
  return made.value;
}
const ways = ({ arrows }: Picture): string[] =>
  arrows.map(({ from, to, label }) => [from, to, ...(label ? [label] : [])].join(' '));

describe('a telling as filed', () => {
  it('has the words, terms and participants of its cells, and follows its numbers', () => {
    const picture = filed([
      {
        step: 'p1',
        number: '1',
        text: 'прикрепляет свидетельство',
        term: '10–15 мин',
        next: '2 – если есть нарушения; 3 – если успешно',
      },
      { step: 'p2', number: '2', actor: 'веб-портал «электронного правительства»', next: '-' },
      { step: 'p3', number: '3', actor: 'Некто', next: '3' },
    ]);
    expect(picture.figures.find(({ id }) => id === 'p1')).toMatchObject({
      text: 'Прикрепляет свидетельство',
      foot: '(10–15 мин)',
    });
    expect(picture.figures.find(({ id }) => id === 'p2')?.lane).toBe('portal');
    expect(picture.lanes.map(({ title }) => title)).toContain('Некто');
    expect(ways(picture)).toEqual(['s p1', 'p1 p2', 'p1 p3', 'p2 e_p2', 'p3 r_p3']);
    expect(picture.title).toContain('как в акте: приложение 1');
  });

  it('goes past what it leaves out', () => {
    expect(ways(filed([{ step: 'p1' }, { step: 'p2' }, { step: 'p3' }]))).toEqual(
      expect.arrayContaining(['p1 p2 нет', 'p1 p3 да']),
    );
  });

  it('says what is lost, and does not take it from the process', () => {
    const [figure] = filed([{ step: 'p1', text: null, term: null }, { step: 'p2' }]).figures.filter(
      ({ id }) => id === 'p1',
    );
    expect(figure).toMatchObject({ text: '[…]', foot: '([…])' });
  });

  it('of a drawing begins in the lane of the recipient, and shows no loop that the drawing leaves out', () => {
    const making = makingFrom('regulations/knb-46-2019/technical-examination.yaml');
    const view = filedViewsOf(making).find(({ telling }) => telling === 'drawing');
    const made = view && pictureOfView(view, making);
    if (!made?.ok) throw new Error(JSON.stringify(made?.findings));
    expect(made.value.lanes.map(({ title }) => title)).toEqual([
      'Услугополучатель',
      'Руководитель управления',
      'Исполнитель',
      'Уполномоченное лицо',
    ]);
    expect(ways(made.value)).toEqual(['s p1', 'p1 p2', 'p2 p3', 'p3 e_p3']);
  });

  it.each([
    ['2', ['2']],
    ['4/5', ['4', '5']],
    ['5 – если не оплатил, 6 – если оплатил', ['5', '6']],
    ['-', []],
    ['10-проверка услугодателем', ['10']],
  ])('the cell «%s» points to %j', (cell, numbers) => {
    expect(numbersIn(cell)).toEqual(numbers);
  });
});
