export {
  addCalendarDays,
  addCalendarMonths,
  addWorkingDays,
  isWorkingDay,
  makeCalendar,
  workingDayFrom,
  type Calendar,
} from './working-days.ts';
