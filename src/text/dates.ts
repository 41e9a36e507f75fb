import { noBreak, type Language } from './language.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
};

/** «18 марта 2019 года», «2019 жылғы 18 наурыз», from `2019-03-18`. */
export function formatDate(date: string, lang: Language): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = months[lang][Number(month) - 1] ?? '';
  return lang === 'ru'
    ? `${Number(day)}${noBreak}${name} ${year}${noBreak}года`
    : `${year}${noBreak}жылғы ${Number(day)}${noBreak}${name}`;
}

/** «18.03.2019», for tables and slips. */
export const formatShortDate = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

/** The time of `2019-03-18T09:30`: «09:30». */
export const formatTime = (moment: string): string => moment.slice(11, 16);

/** «18 марта 2019 года, 09:30»; the day alone where there is no time. */
export const formatDateTime = (moment: string, lang: Language): string =>
  moment.length > 10 ? `${formatDate(moment, lang)}, ${formatTime(moment)}` : formatDate(moment, lang);
