import type { Day, Period } from '../model/response.ts';

/** Days since 1970-01-01 of a date of the Gregorian calendar (H. Hinnant, «chrono-compatible low-level date algorithms», days_from_civil). */
export function dayOf(year: number, month: number, date: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date of a day (the same source, civil_from_days). */
export function dateOf(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

export const isoDay = (day: Day): string => {
  const { year, month, date } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

/** `2025-03-31` or `31.03.2025` -> day; undefined for what is no date of the calendar. */
export function parseDay(text: string): Day | undefined {
  const bytes = Buffer.from(text, 'latin1');
  const day = dayInBytes(bytes, 0, bytes.length);
  return day === BAD_DAY ? undefined : day;
}

export const BAD_DAY = -0x40000000;
/** Months are counted from January of this year; what is older is no date of a response. */
export const FIRST_YEAR = 1995;
const LAST_YEAR = FIRST_YEAR + 41;

const digit = (bytes: Buffer, at: number): number => {
  const value = (bytes[at] ?? 0) - 48;
  return value >= 0 && value <= 9 ? value : -1000000;
};

/** A date at the beginning of a field: `yyyy-mm-dd`, `yyyymmdd`, `dd.mm.yyyy`, alone or before a time; year first also with `/` or `.`; a zero before a single digit may lack. */
export function dayInBytes(bytes: Buffer, start: number, end: number): Day {
  let from = start;
  while (from < end && (bytes[from] ?? 0) <= 32) from += 1;
  if (end - from < 8) return BAD_DAY;
  const fifth = bytes[from + 4];
  if (fifth === 45 || fifth === 47) {
    const year =
      digit(bytes, from) * 1000 + digit(bytes, from + 1) * 100 + digit(bytes, from + 2) * 10 + digit(bytes, from + 3);
    const month = digit(bytes, from + 5) * 10 + digit(bytes, from + 6);
    const date = digit(bytes, from + 8) * 10 + digit(bytes, from + 9);
    if (bytes[from + 7] === fifth && endsDate(bytes, from + 10, end)) return checked(year, month, date);
  }
  return looseDay(bytes, from, end);
}

const looseDates: readonly (readonly [RegExp, year: number, month: number, date: number])[] = [
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, 3, 2, 1],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, 1, 3, 4],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, 1, 2, 3],
];

function looseDay(bytes: Buffer, from: number, end: number): Day {
  const text = bytes.toString('latin1', from, Math.min(end, from + 12));
  for (const [pattern, year, month, date] of looseDates) {
    const found = pattern.exec(text);
    if (!found) continue;
    const at = from + found[0].length;
    return endsDate(bytes, at, end) ? checked(Number(found[year]), Number(found[month]), Number(found[date])) : BAD_DAY;
  }
  return BAD_DAY;
}

/** After a date comes nothing, a space, a comma, `T`. */
const endsDate = (bytes: Buffer, at: number, end: number): boolean => {
  if (at === end) return true;
  if (at > end) return false;
  const byte = bytes[at];
  return byte === 32 || byte === 84 || byte === 44 || byte === 0xc2;
};

const checked = (year: number, month: number, date: number): Day =>
  year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? dayOf(year, month, date)
    : BAD_DAY;

/** Months since January of FIRST_YEAR, 0..503. */
export const monthOf = (day: Day): number => {
  const { year, month } = dateOf(day);
  return (year - FIRST_YEAR) * 12 + month - 1;
};
export const yearOfMonth = (month: number): number => FIRST_YEAR + Math.floor(month / 12);
/** The first day of a month counted as above. */
export const firstDay = (month: number): Day => dayOf(yearOfMonth(month), (month % 12) + 1, 1);

/**
 * The period of the same length that ends the day before: whole calendar months before whole calendar months
 * (a quarter is compared with a quarter though it has a day less), else as many days.
 */
export function previousPeriod(period: Period): Period | undefined {
  const { from, to } = period;
  if (from === undefined || to === undefined || to < from) return undefined;
  const wholeMonths = dateOf(from).date === 1 && dateOf(to + 1).date === 1;
  if (!wholeMonths) return { from: from - (to - from + 1), to: from - 1 };
  const months = monthOf(to) - monthOf(from) + 1;
  const first = monthOf(from) - months;
  return first < 0 ? undefined : { from: firstDay(first), to: from - 1 };
}

export const within = (day: Day, { from, to }: Period): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);

/** The period that two dates bound, either of them absent; undefined where a date is none or they stand the wrong way. */
export function readPeriod(from: string | undefined, to: string | undefined): Period | undefined {
  const first = from === undefined ? undefined : parseDay(from);
  const last = to === undefined ? undefined : parseDay(to);
  if ((from !== undefined && first === undefined) || (to !== undefined && last === undefined)) return undefined;
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
}
