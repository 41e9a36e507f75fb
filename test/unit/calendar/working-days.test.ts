import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addCalendarMonths,
  addWorkingDays,
  isWorkingDay,
  makeCalendar,
} from '../../../src/calendar/index.ts';
import { calendarYearSchema } from '../../../src/model/calendar.ts';
import { addMonths } from '../../../src/model/date.ts';
import { readTree } from '../../../src/source/index.ts';

const folder = 'law/calendar/kz';
const years = readdirSync(folder).map((name) => {
  const tree = readTree(`${folder}/${name}`);
  if (!tree.ok) throw new Error(name);
  return calendarYearSchema.parse(tree.value.data);
});
const calendar = makeCalendar(years);
const works = (date: string): boolean => {
  const answer = isWorkingDay(calendar, date);
  if (!answer.ok) throw new Error(date);
  return answer.value;
};

describe('days off of Kazakhstan', () => {
  // What newspapers printed for the year, as quoted in the sources of the year files.
  it.each([
    ['2012-01-03', false, 'Новый год: воскресенье 1 января'],
    ['2012-01-09', true, 'Рождество в субботу не переносится'],
    ['2012-04-28', true, 'перенос на 30 апреля'],
    ['2012-04-30', false, 'перенос с 28 апреля'],
    ['2013-07-08', false, 'День столицы в субботу'],
    ['2014-01-03', false, 'перенос с 28 декабря 2013 года'],
    ['2013-12-28', true, 'перенос на 3 января 2014 года'],
    ['2014-03-10', false, '8 марта в субботу'],
    ['2014-03-25', false, 'Наурыз в субботу и воскресенье'],
    ['2014-03-26', true, 'после Наурыза'],
    ['2014-05-08', false, 'перенос с воскресенья 11 мая'],
    ['2014-05-11', true, 'рабочее воскресенье'],
    ['2014-10-06', true, 'Курбан-айт в субботу не переносится'],
    ['2019-03-25', false, '23 марта в субботу'],
    ['2019-12-02', false, '1 декабря в воскресенье'],
    ['2020-05-08', false, 'перенос с понедельника 11 мая'],
    ['2020-05-11', true, 'перенесён на 8 мая'],
  ])('%s works: %s (%s)', (date, expected) => expect(works(date)).toBe(expected));

  it('counts from the day after, over Наурыз', () => {
    expect(addWorkingDays(calendar, '2014-03-19', 2)).toMatchObject({ ok: true, value: '2014-03-26' });
  });
  it('counts fifteen working days over the May holidays of 2014', () => {
    expect(addWorkingDays(calendar, '2014-04-28', 15)).toMatchObject({ ok: true, value: '2014-05-22' });
  });
  it('moves the end of a calendar term off a day off', () => {
    expect(addCalendarDays(calendar, '2014-04-24', 8)).toMatchObject({ ok: true, value: '2014-05-04' });
    expect(addCalendarMonths(calendar, '2019-11-30', 3)).toMatchObject({ ok: true, value: '2020-03-02' });
  });
  it('ends a month that is too short on its last day', () => expect(addMonths('2019-10-31', 4)).toBe('2020-02-29'));
  it('has no answer for a year without a file', () => {
    const answer = addWorkingDays(calendar, '2015-12-30', 5);
    expect(answer.ok).toBe(false);
    expect(answer.findings).toMatchObject([{ code: 'calendar-year-missing', args: { year: 2016 } }]);
  });
  it('says when a year was not verified', () => {
    expect(addWorkingDays(calendar, '2019-05-03', 5).findings).toMatchObject([
      { code: 'calendar-unverified', args: { year: 2019 } },
    ]);
  });
});
