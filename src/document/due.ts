import { addCalendarDays, addCalendarMonths, addWorkingDays, type Calendar } from '../calendar/index.ts';
import { diagnostic, failure, success, type Outcome, type Place } from '../diagnostics/index.ts';
import { dateOf } from '../model/date.ts';
import type { LoadedRegulation } from '../model/index.ts';

type TotalTerm = NonNullable<LoadedRegulation['regulation']['totalTerm']>[number];

const unknown = (why: string, at: Place): Outcome<never> => failure([diagnostic('due-unknown', { why }, at)]);

const fits = ({ when }: TotalTerm, variant: string | null): boolean =>
  when === undefined || (variant !== null && when.includes(variant));

/**
 * The day of issue: as given in the case, or the end of the total term of the service counted from the day after the
 * acceptance. A sum over the steps is never taken for a total term (DESIGN section 4). Faults: `due-unknown`.
 */
export function dueOf(
  accepted: { readonly at: string; readonly due: string | null; readonly variant: string | null },
  { regulation }: LoadedRegulation,
  calendar: Calendar,
  at: Place,
): Outcome<string> {
  if (accepted.due !== null) return success(accepted.due);
  const terms = (regulation.totalTerm ?? []).filter((term) => fits(term, accepted.variant));
  const known = terms.filter((term) => term.amount !== null && term.origin !== 'lost');
  const [term] = known;
  if (!term || term.amount === null) return unknown('the regulation states no total term', at);
  if (known.length > 1) return unknown('the regulation has several total terms and the case names no variant', at);
  const start = dateOf(accepted.at);
  if (term.unit === 'month') return addCalendarMonths(calendar, start, term.amount);
  if (term.unit !== 'day') return success(start);
  if (term.dayKind === 'working') return addWorkingDays(calendar, start, term.amount);
  if (term.dayKind === 'calendar') return addCalendarDays(calendar, start, term.amount);
  return unknown('the total term does not say which days are counted', at);
}
