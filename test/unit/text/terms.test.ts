import { describe, expect, it } from 'vitest';
import { formatTerm, parseTerm } from '../../../src/text/index.ts';

describe('a printed term is read', () => {
  it.each([
    ['в течение 15 минут', { amount: 15, unit: 'minute', bound: 'at-most' }],
    ['15 мин', { amount: 15, unit: 'minute' }],
    ['10–15 сек', { amount: [10, 15], unit: 'second' }],
    ['10-15 мин', { amount: [10, 15], unit: 'minute' }],
    ['1,5 мин', { amount: 1.5, unit: 'minute' }],
    ['не более 15 (пятнадцать) минут', { amount: 15, words: 'пятнадцать', unit: 'minute', bound: 'at-most' }],
    ['не более 1 часа', { amount: 1, unit: 'hour', bound: 'at-most' }],
    ['15 рабочих дней', { amount: 15, unit: 'day', dayKind: 'working' }],
    [
      '2 рабочих дня (данный срок входит в срок, предусмотренный процедурой 6)',
      { amount: 2, dayKind: 'working', includedIn: '6' },
    ],
    ['2 рабочих дня (данный срок входит в срок, предусмотренный процедурой б)', { amount: 2, includedIn: '6' }],
    [
      '5 календарных дней (данный срок входит в предусмотренный процедурой 5)',
      { amount: 5, dayKind: 'calendar', includedIn: '5' },
    ],
    ['2 дня', { amount: 2, unit: 'day', dayKind: 'unstated' }],
    ['1-5 календарных дней', { amount: [1, 5], dayKind: 'calendar' }],
    ['в срок 7 (девять) рабочих дней', { amount: 7, words: 'девять', dayKind: 'working' }],
    ['в срок не более 1 рабочего дня рабочего дня', { amount: 1, dayKind: 'working', bound: 'at-most' }],
    [
      'в срок не более 2 рабочих дней со дня получения представленных документов услугодателю',
      { amount: 2, bound: 'at-most', startsFrom: 'со дня получения представленных документов услугодателю' },
    ],
    [
      'в течение 1 рабочего дня с момента формирования мотивированного отказа',
      { amount: 1, startsFrom: 'с момента формирования мотивированного отказа' },
    ],
    ['в день поступления заявления', { amount: 0, unit: 'day', bound: 'same-day' }],
    ['в течение одного месяца', { amount: 1, unit: 'month', words: 'одного' }],
    ['по истечении двадцати одного календарного дня', { amount: 21, unit: 'day', dayKind: 'calendar' }],
    ['в течение 15-ти минут', { amount: 15, unit: 'minute', bound: 'at-most' }],
    ['не позднее 1-го рабочего дня', { amount: 1, unit: 'day', dayKind: 'working' }],
    ['срок – 3 раб. дня', { amount: 3, unit: 'day', dayKind: 'working' }],
    ['от 2 до 3 рабочих дней', { amount: [2, 3], unit: 'day', dayKind: 'working' }],
    ['в тот же день', { amount: 0, unit: 'day', bound: 'same-day' }],
    ['1 час 30 минут', { amount: 90, unit: 'minute', bound: 'exact' }],
    ['2 (два) часа 15 (пятнадцать) минут', { amount: 135, unit: 'minute' }],
    ['30 секунд – 1 минута', { amount: [30, 60], unit: 'second' }],
    ['менее 1 минуты', { amount: 1, unit: 'minute', bound: 'at-most' }],
    ['не менее 1 минуты', { amount: 1, unit: 'minute', bound: 'exact' }],
    ['пятнадцати рабочих дней', { amount: 15, words: 'пятнадцати', dayKind: 'working' }],
  ])('ru: %s', (raw, expected) => expect(parseTerm(raw, 'ru')).toMatchObject(expected));
  it.each([
    ['10-15 сек', { amount: [10, 15], unit: 'second' }],
    ['1,5 мин', { amount: 1.5, unit: 'minute' }],
    ['15 жұмыс күні ішінде', { amount: 15, unit: 'day', dayKind: 'working' }],
    ['күнтізбелік он күн', { amount: 10, words: 'он', unit: 'day', dayKind: 'calendar' }],
    ['он бес жұмыс күні', { amount: 15, words: 'он бес', dayKind: 'working' }],
    ['бір ай ішінде', { amount: 1, unit: 'month' }],
  ])('kk: %s', (raw, expected) => expect(parseTerm(raw, 'kk')).toMatchObject(expected));
  it.each(['-', '–', '', 'в срок, указанный в расписке на получение', 'в указанный в нем срок', 'Ерогундр'])(
    'holds none: «%s»',
    (raw) => expect(parseTerm(raw, 'ru')).toBeUndefined(),
  );
});

describe('a term is written in the right case', () => {
  const working = (amount: number) => ({ amount, unit: 'day', dayKind: 'working' }) as const;
  it.each([
    [1, '1 рабочий день', '1 рабочего дня', '1 жұмыс күні'],
    [2, '2 рабочих дня', '2 рабочих дней', '2 жұмыс күні'],
    [5, '5 рабочих дней', '5 рабочих дней', '5 жұмыс күні'],
    [11, '11 рабочих дней', '11 рабочих дней', '11 жұмыс күні'],
    [21, '21 рабочий день', '21 рабочего дня', '21 жұмыс күні'],
  ])('%i', (amount, nominative, genitive, kazakh) => {
    const plain = (text: string) => text.replaceAll('\u00A0', ' ');
    expect(plain(formatTerm(working(amount), 'ru'))).toBe(nominative);
    expect(plain(formatTerm(working(amount), 'ru', 'genitive'))).toBe(genitive);
    expect(plain(formatTerm(working(amount), 'kk'))).toBe(kazakh);
  });
  it('writes fractions and ranges', () => {
    expect(formatTerm({ amount: 1.5, unit: 'minute', dayKind: 'unstated' }, 'ru')).toBe('1,5\u00A0минуты');
    expect(formatTerm({ amount: [10, 15], unit: 'second', dayKind: 'unstated' }, 'ru')).toBe('10–15\u00A0секунд');
    expect(formatTerm({ amount: 10, unit: 'day', dayKind: 'calendar' }, 'kk')).toBe('күнтізбелік 10\u00A0күн');
  });
});
