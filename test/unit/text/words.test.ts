import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  formatDate,
  formatDateTime,
  formatInstant,
  instantOf,
  formatMoney,
  formatNumber,
  fullName,
  initials,
  initialsOf,
  isBin,
  isIin,
  numberFromWords,
  numberInWords,
  russianForm,
} from '../../../src/text/index.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('dates', () => {
  it('has months in both languages', () => {
    expect(plain(formatDate('2019-03-18', 'ru'))).toBe('18 марта 2019 года');
    expect(plain(formatDate('2019-03-08', 'kk'))).toBe('2019 жылғы 8 наурыз');
    expect(plain(formatDateTime('2019-11-05T09:05', 'ru'))).toBe('5 ноября 2019 года, 09:05');
    expect(formatInstant('2019-11-05T09:05:07+06:00')).toBe('05.11.2019, 09:05:07 (UTC+06:00)');
  });

  it('an instant by the clock of the capital, which went back an hour for good on 1 March 2024', () => {
    const shown = (utc: string): string => instantOf(Date.parse(utc));
    expect(shown('2024-02-29T17:59:59Z')).toBe('2024-02-29T23:59:59+06:00');
    expect(shown('2024-02-29T18:00:00Z')).toBe('2024-02-29T23:00:00+05:00');
    expect(shown('2025-11-25T10:19:07Z')).toBe('2025-11-25T15:19:07+05:00');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [1234, '1234'],
    [12345, '12 345'],
    [1250000.5, '1 250 000,5'],
    [-3, '−3'],
  ])('%d', (value, text) => expect(plain(formatNumber(value))).toBe(text));
  it.each([
    [0, 'ноль', 'нөл'],
    [1, 'один', 'бір'],
    [15, 'пятнадцать', 'он бес'],
    [21, 'двадцать один', 'жиырма бір'],
    [100, 'сто', 'жүз'],
    [1000, 'одна тысяча', 'мың'],
    [2022, 'две тысячи двадцать два', 'екі мың жиырма екі'],
    [1000000, 'один миллион', 'бір миллион'],
    [342_015, 'триста сорок две тысячи пятнадцать', 'үш жүз қырық екі мың он бес'],
  ])('%d in words', (value, ru, kk) => {
    expect(numberInWords(value, 'ru')).toBe(ru);
    expect(numberInWords(value, 'kk')).toBe(kk);
  });
  it('reads back what it writes below a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom('ru' as const, 'kk' as const), (value, lang) => {
        expect(numberFromWords(numberInWords(value, lang), lang)?.value).toBe(value);
      }),
    );
  });
  it.each([
    [1, 'день'],
    [2, 'дня'],
    [5, 'дней'],
    [12, 'дней'],
    [101, 'день'],
    [1.5, 'дня'],
  ])('%d %s', (count, word) => expect(russianForm(count, ['день', 'дня', 'дней'])).toBe(word));
  it('names money', () => {
    expect(plain(formatMoney(1250000.5, 'KZT', 'ru'))).toBe('1 250 000,50 тенге');
    expect(plain(formatMoney(21, 'USD', 'ru'))).toBe('21 доллар США');
    expect(plain(formatMoney(7000, 'KZT', 'kk'))).toBe('7000 теңге');
    expect(plain(formatMoney(5, 'GBP', 'ru'))).toBe('5 GBP');
  });
});

describe('names', () => {
  it('puts the surname first', () => {
    expect(plain(initials({ surname: 'Әбілқайырова', given: 'Ұлжан', patronymic: 'Қанатқызы' }))).toBe(
      'Әбілқайырова Ұ. Қ.',
    );
    expect(plain(initials({ surname: 'Ким', given: 'Анна-Мария' }))).toBe('Ким А.-М.');
    expect(fullName({ surname: 'Ким', given: 'Анна' })).toBe('Ким Анна');
    expect(plain(initialsOf('Әбілқайырова Ұлжан Қанатқызы'))).toBe('Әбілқайырова Ұ. Қ.');
    expect(plain(initialsOf('Ахметов Е. С.'))).toBe('Ахметов Е. С.');
  });
});

describe('identifiers', () => {
  it('holds the check digit of ИИН and БИН', () => {
    // The БИН of АО «Қазақстан темір жолы», printed on its public papers.
    expect(isBin('020540003431')).toBe(true);
    expect(isIin('123456789012')).toBe(false);
    expect(isBin('12345')).toBe(false);
  });
  it('fails when any one of the twelve digits changes', () => {
    const eleven = fc.stringMatching(/^\d{11}$/).filter((text) => checkDigit(text) !== undefined);
    fc.assert(
      fc.property(eleven, fc.integer({ min: 1, max: 9 }), (text, more) => {
        const last = (Number(checkDigit(text)) + more) % 10;
        expect(isIin(`${text}${last}`) || isBin(`${text}${last}`)).toBe(false);
      }),
    );
  });
  it('asks for a real birthday and a kind of organisation', () => {
    const withDigit = (eleven: string) => `${eleven}${checkDigit(eleven)}`;
    expect(isIin(withDigit('85022930012'))).toBe(false);
    expect(isIin(withDigit('85022830012'))).toBe(true);
    expect(isBin(withDigit('14134000012'))).toBe(false);
    expect(isBin(withDigit('14104000012'))).toBe(true);
    expect(isBin(withDigit('14101000012'))).toBe(false);
  });
});
