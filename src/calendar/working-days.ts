import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { CalendarYear } from '../model/calendar.ts';
import { addDays, addMonths, weekday, type IsoDate } from '../model/date.ts';

/** The working days of some years, ready to count with. */
export interface Calendar {
  readonly years: ReadonlyMap<
    number,
    { readonly daysOff: ReadonlySet<IsoDate>; readonly workdays: ReadonlySet<IsoDate>; readonly verified: boolean }
  >;
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
const isWeekend = (date: IsoDate): boolean => weekday(date) === 0 || weekday(date) === 6;

/**
 * Закон РК от 13.12.2001 № 267-II «О праздниках», ст. 5: a state holiday on a day off makes the next working day a day
 * off (23.03.2014, a Sunday, gave 25 March because 24 March was already taken by the 22nd); 7 January and the first day
 * of Курбан-айт do not. Days that the Government moved are applied afterwards, so a substitute can be moved as well.
 */
function daysOff(year: CalendarYear): Set<IsoDate> {
  const off = new Set<IsoDate>(year.holidays.map((holiday) => holiday.date));
  for (const holiday of year.holidays) {
    if (holiday.kind !== 'state' || !isWeekend(holiday.date)) continue;
    let substitute = addDays(holiday.date, 1);
    while (isWeekend(substitute) || off.has(substitute)) substitute = addDays(substitute, 1);
    off.add(substitute);
  }
  for (const { from, to } of year.moved) {
    off.delete(from);
    off.add(to);
  }
  return off;
}

/** Prepares years as read from `law/calendar`. */
export function makeCalendar(years: readonly CalendarYear[]): Calendar {
  return {
    years: new Map(
      years.map((year) => [
        year.year,
        { daysOff: daysOff(year), workdays: new Set(year.moved.map(({ from }) => from)), verified: year.verified },
      ]),
    ),
  };
}

/** Whether one works on that day; `undefined` if the year has no file. */
function worksOn(calendar: Calendar, date: IsoDate): boolean | undefined {
  const year = calendar.years.get(yearOf(date));
  if (!year) return undefined;
  if (year.daysOff.has(date)) return false;
  return !isWeekend(date) || year.workdays.has(date);
}

const missingYear = (date: IsoDate): Outcome<never> =>
  failure([diagnostic('calendar-year-missing', { year: yearOf(date), file: `law/calendar/kz/${yearOf(date)}.yaml` })]);

function doubts(calendar: Calendar, first: IsoDate, last: IsoDate): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (calendar.years.get(year)?.verified === false) {
      findings.push(diagnostic('calendar-unverified', { year, file: `law/calendar/kz/${year}.yaml` }));
    }
  }
  return findings;
}

/** Whether one works on that day. Faults: `calendar-year-missing`; warns `calendar-unverified`. */
export function isWorkingDay(calendar: Calendar, date: IsoDate): Outcome<boolean> {
  const works = worksOn(calendar, date);
  return works === undefined ? missingYear(date) : success(works, doubts(calendar, date, date));
}

/** The `count`-th working day after `start`; the day of the start itself is not counted (forms: day of acceptance). */
export function addWorkingDays(calendar: Calendar, start: IsoDate, count: number): Outcome<IsoDate> {
  let date = start;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    const works = worksOn(calendar, date);
    if (works === undefined) return missingYear(date);
    if (works) left -= 1;
  }
  return success(date, doubts(calendar, start, date));
}

/** That day if one works on it, else the next working day: a term that ends on a day off ends then (ГК РК ст. 176). */
export function workingDayFrom(calendar: Calendar, date: IsoDate): Outcome<IsoDate> {
  const works = worksOn(calendar, date);
  if (works === undefined) return missingYear(date);
  return works ? success(date, doubts(calendar, date, date)) : addWorkingDays(calendar, date, 1);
}

/** The end of a term of calendar days or months that starts the day after `start`, moved off a day off. */
export const addCalendarDays = (calendar: Calendar, start: IsoDate, days: number): Outcome<IsoDate> =>
  workingDayFrom(calendar, addDays(start, days));
export const addCalendarMonths = (calendar: Calendar, start: IsoDate, months: number): Outcome<IsoDate> =>
  workingDayFrom(calendar, addMonths(start, months));
