import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/process/index.ts';
import { bookletTexts, regulationAt } from '../../helpers/booklet.ts';

const words = bookletTexts().ru.table;
const transit = regulationAt('mint-102-2014/transit-permit');
const scrap = regulationAt('zhambyl-62-2013/scrap-metal-licence');

const cell = (table: ReturnType<typeof tableOf>, step: number, field: string): string | null | undefined =>
  table?.steps[step]?.[table.fields.findIndex((one) => one === field)];

describe('the table of an appendix', () => {
  it("keeps the act's own words, rows and parts", () => {
    const table = tableOf(scrap, 'portal-recipient', 'table-1', words);
    expect(table?.labels).toContain('Наименование СФЕ');
    expect(table?.parts).toEqual([5, 5]);
    expect(cell(table, 3, 'actor')).toBe('Платежный шлюз «электронного правительства»');
    expect(cell(table, 3, 'next')).toBe('5 – если не оплатил, 6 – если оплатил');
  });

  it("puts the reading in place of a drafter's mistake, and leaves it as filed", () => {
    expect(cell(tableOf(transit, 'internal', 'table-1', words), 2, 'result')).toBe(
      'Определение ответственного исполнителя',
    );
    expect(cell(tableOf(transit, 'internal', 'table-1', words, true), 2, 'result')).toBe(
      'Определенные ответственного исполнителя',
    );
    expect(cell(tableOf(scrap, 'portal-provider', 'table-2', words), 0, 'next')).toBe('2 – если нет; 3 – если да');
  });

  it('tells a lost cell from an empty one', () => {
    const table = tableOf(transit, 'internal', 'table-1', words);
    expect(cell(table, 7, 'term')).toBeNull();
    const kk = tableOf(regulationAt('mint-364-2012/poisons-licence'), 'portal-recipient', 'table-1', words);
    expect(cell(kk, 0, 'result')).toBe('');
  });

  it('is derived from the process where the act has none', () => {
    const table = tableOf(transit, 'portal-recipient', undefined, words);
    expect(table?.orientation).toBe('steps-as-rows');
    expect(table?.steps.length).toBe(8);
    expect(cell(table, 0, 'next')).toBe('2 – если нет; 3 – если да');
    expect(cell(table, 7, 'next')).toBe('-');
    expect(tableOf(transit, 'corporation', undefined, words)).toBeUndefined();
    // What the source lost stays lost in a derived table too.
    const internal = tableOf(transit, 'internal', undefined, words);
    expect(cell(internal, 7, 'term')).toBeNull();
    expect(cell(internal, 3, 'result')).toBe('Запрос в соответствующие государственные органы');
  });
});
