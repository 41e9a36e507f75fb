/** A day of the Gregorian calendar as `YYYY-MM-DD`; texts of this form sort as the days do. */
export type IsoDate = string;

const dayMilliseconds = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;

/** The day with this number; the inverse of `dayNumber`. */
export const dateOfNumber = (number: number): IsoDate => new Date(number * dayMilliseconds).toISOString().slice(0, 10);

/** Whether the text is a day that exists: 2019-02-29 is not. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dateOfNumber(dayNumber(text)) === text;

/** Whether the text is a day and a time of that day, `YYYY-MM-DDThh:mm`, by the clock of the place. */
export const isDateTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10));

/** The day of a day or of a day with time. */
export const dateOf = (moment: string): IsoDate => moment.slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

export const addDays = (date: IsoDate, days: number): IsoDate => dateOfNumber(dayNumber(date) + days);

const firstOfMonth = (monthsSinceYearZero: number): IsoDate =>
  `${String(Math.floor(monthsSinceYearZero / 12)).padStart(4, '0')}-${String((monthsSinceYearZero % 12) + 1).padStart(2, '0')}-01`;

/** The same day of a later month, or the last day of that month where it has no such day (ГК РК ст. 174). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const target = year * 12 + month - 1 + months;
  const lastDay = dayNumber(firstOfMonth(target + 1)) - 1;
  return dateOfNumber(Math.min(dayNumber(firstOfMonth(target)) + day - 1, lastDay));
}
