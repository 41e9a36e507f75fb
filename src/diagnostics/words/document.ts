import { entries } from './entry.ts';

export const document = entries({
  'calendar-year-missing': {
    severity: 'error',
    en: {
      message: 'there is no calendar of working days for {year}',
      hint: 'add {file}: holidays and days off moved by the Government, with their source',
    },
    ru: {
      message: 'нет календаря рабочих дней за {year} год',
      hint: 'добавьте {file}: праздники и выходные, перенесённые Правительством, с источником',
    },
    kk: {
      message: '{year} жылғы жұмыс күндерінің күнтізбесі жоқ',
      hint: '{file} қосыңыз: мерекелер және Үкімет ауыстырған демалыс күндері, дереккөзімен',
    },
  },
  'calendar-unverified': {
    severity: 'warning',
    en: {
      message: 'the calendar of {year} holds days that were not checked against their source',
      hint: 'check the entries with «verified: false» in {file}',
    },
    ru: {
      message: 'в календаре за {year} год есть дни, не сверенные с источником',
      hint: 'сверьте записи с «verified: false» в {file}',
    },
    kk: {
      message: '{year} жылғы күнтізбеде дереккөзімен салыстырылмаған күндер бар',
      hint: '{file} ішіндегі «verified: false» жазбаларын салыстырыңыз',
    },
  },
});
