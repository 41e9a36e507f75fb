import { entries } from './entry.ts';

export const check = entries({
  'placeholder-left': {
    severity: 'error',
    en: { message: 'still to be filled in: ‹{text}›', hint: 'write the words of the act, or remove the key' },
    ru: { message: 'ещё не заполнено: ‹{text}›', hint: 'впишите слова акта или удалите ключ' },
    kk: { message: 'әлі толтырылмаған: ‹{text}›', hint: 'актінің сөздерін жазыңыз немесе кілтті жойыңыз' },
  },
  'mark-lost': {
    severity: 'error',
    en: {
      message: 'the mark at {at} names no place of this file',
      hint: 'name list entries by id, step, n or number: /process/internal/steps/p4/next',
    },
    ru: {
      message: 'пометка {at} не указывает ни на какое место файла',
      hint: 'называйте элементы списков по id, step, n или number: /process/internal/steps/p4/next',
    },
    kk: {
      message: '{at} белгісі файлдың ешбір жерін көрсетпейді',
      hint: 'тізім элементтерін id, step, n немесе number бойынша атаңыз: /process/internal/steps/p4/next',
    },
  },
});
