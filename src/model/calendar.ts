import * as z from 'zod';
import { isDate } from './date.ts';

const date = z.string().refine(isDate, 'a day as YYYY-MM-DD');

/** A year of days off as it stands in `law/calendar/kz/<year>.yaml`. */
export const calendarYearSchema = z.strictObject({
  year: z.number().int().min(1992).max(2100),
  /** Whether every day off of the year was read in a source; `false` warns each time the year is used. */
  verified: z.boolean(),
  unverified: z.string().optional(),
  holidays: z.array(
    z.strictObject({
      date,
      /** A state holiday that falls on a day off moves the rest to the next working day, a religious one does not. */
      kind: z.enum(['state', 'religious']),
      kk: z.string(),
      ru: z.string(),
      source: z.string().optional(),
      verified: z.boolean().optional(),
    }),
  ),
  /** Days off that the Government moved: on `from` one works, on `to` one rests. */
  moved: z.array(z.strictObject({ from: date, to: date, verified: z.boolean(), source: z.string() })),
});

export type CalendarYear = z.infer<typeof calendarYearSchema>;
