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

/**
 * How a date stands in its sentence: until it («шілдеге дейін»), from it («шілдеден бастап»), or telling of which day
 * something is («шілдедегі № 5 шарт»). Kazakh takes an ending, by the month's last sound and vowels; Russian says it with a preposition.
 */
export type DateForm = 'plain' | 'until' | 'from' | 'of';
const endings: Readonly<Record<Exclude<DateForm, 'plain'>, readonly string[]>> = {
  until: ['ға', 'ға', 'ға', 'ге', 'ға', 'ға', 'ге', 'ға', 'ке', 'ға', 'ға', 'ға'],
  from: ['дан', 'нан', 'дан', 'ден', 'дан', 'нан', 'ден', 'дан', 'тен', 'нан', 'дан', 'нан'],
  of: ['дағы', 'дағы', 'дағы', 'дегі', 'дағы', 'дағы', 'дегі', 'дағы', 'тегі', 'дағы', 'дағы', 'дағы'],
};

/** «18 марта 2019 года», «2019 жылғы 18 наурыз» or in another form «2019 жылғы 18 наурызға», from `2019-03-18`. */
export function formatDate(date: string, lang: Language, form: DateForm = 'plain'): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = months[lang][Number(month) - 1] ?? '';
  if (lang === 'ru') return `${Number(day)}${noBreak}${name} ${year}${noBreak}года`;
  const ending = form === 'plain' ? '' : (endings[form][Number(month) - 1] ?? '');
  return `${year}${noBreak}жылғы ${Number(day)}${noBreak}${name}${ending}`;
}

/** «18.03.2019», for tables and slips. */
export const formatShortDate = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

/** The time of `2019-03-18T09:30`: «09:30». */
export const formatTime = (moment: string): string => moment.slice(11, 16);

/** «18 марта 2019 года, 09:30»; the day alone where there is no time. */
export const formatDateTime = (moment: string, lang: Language): string =>
  moment.length > 10 ? `${formatDate(moment, lang)}, ${formatTime(moment)}` : formatDate(moment, lang);

/** The clock of the capital: six hours before Greenwich, and five since the country has one time zone, 1 March 2024. */
export const offsetOn = (day: string): string => (day < '2024-03-01' ? '+06:00' : '+05:00');

/** An instant (milliseconds since 1970) by the clock of the capital, whatever zone the machine is in: ISO 8601 with its offset. */
export function instantOf(milliseconds: number): string {
  const offset = offsetOn(new Date(milliseconds + 6 * 3_600_000).toISOString().slice(0, 10));
  const local = new Date(milliseconds + Number(offset.slice(1, 3)) * 3_600_000);
  return `${local.toISOString().slice(0, 19)}${offset}`;
}

/** «18.03.2019, 09:30:05 (UTC+06:00)», from `2019-03-18T09:30:05+06:00`. */
export const formatInstant = (instant: string): string =>
  `${formatShortDate(instant)}, ${instant.slice(11, 19)} (UTC${instant.slice(19)})`;
