import { describe, expect, it } from 'vitest';
import { dueOf } from '../../../src/document/due.ts';
import { loadLaw } from '../../../src/jobs/law.ts';
import { loadLibrary } from '../../../src/jobs/regulations.ts';
import type { Regulation } from '../../../src/model/index.ts';

const { calendar, findings } = loadLaw('.');
const { library } = loadLibrary('.', ['miir-138-2019/transit-permit']);
const [entry] = library.regulations;
const at = { file: 'case.yaml' };

function due(totalTerm: Regulation['totalTerm'], accepted: { at: string; due?: string; variant?: string }) {
  if (!entry) throw new Error('the regulation is gone');
  const { totalTerm: _, ...rest } = entry.regulation;
  const regulation = { ...entry, regulation: { ...rest, ...(totalTerm ? { totalTerm } : {}) } };
  return dueOf(
    { at: accepted.at, due: accepted.due ?? null, variant: accepted.variant ?? null },
    regulation,
    calendar,
    at,
  );
}

const term = (amount: number | null, more: object = {}) =>
  ({ raw: 'x', amount, unit: 'day', dayKind: 'working', origin: 'standard', ...more }) as const;

describe('the day of issue', () => {
  it('has law without a fault to count with', () => expect(findings).toEqual([]));
  it('is the one given', () =>
    expect(due(undefined, { at: '2019-09-02T10:00', due: '2019-09-24' })).toMatchObject({
      ok: true,
      value: '2019-09-24',
    }));
  it('counts working days from the day after', () => {
    expect(due([term(17)], { at: '2020-05-04T10:00' })).toMatchObject({ ok: true, value: '2020-05-29' });
    expect(due([term(10, { dayKind: 'calendar' })], { at: '2019-12-20T10:00' })).toMatchObject({
      ok: true,
      value: '2019-12-30',
    });
    expect(due([term(1, { unit: 'month' })], { at: '2020-01-31T10:00' })).toMatchObject({
      ok: true,
      value: '2020-03-02',
    });
  });
  it('takes the term of the variant', () => {
    const terms = [term(15, { when: ['issue'] }), term(3, { when: ['reissue'] })];
    expect(due(terms, { at: '2020-06-01T10:00', variant: 'reissue' })).toMatchObject({ ok: true, value: '2020-06-04' });
    expect(due(terms, { at: '2020-06-01T10:00' }).findings).toMatchObject([{ code: 'due-unknown' }]);
  });
  it.each([
    ['no total term', undefined],
    ['a lost term', [term(null, { origin: 'lost' })]],
    ['two terms for one variant', [term(1), term(2)]],
    ['days of an unstated kind', [term(2, { dayKind: 'unstated' })]],
  ])('is unknown with %s: a sum over the steps is never taken', (_, terms) => {
    const found = due(terms, { at: '2019-09-02T10:00' });
    expect(found).toMatchObject({ ok: false, findings: [{ code: 'due-unknown' }] });
  });
  it('is unknown in a year without a calendar', () => {
    expect(due([term(15)], { at: '2016-09-02T10:00' }).findings).toMatchObject([
      { code: 'calendar-year-missing', args: { year: 2016 } },
    ]);
  });
});
