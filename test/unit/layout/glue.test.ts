import { describe, expect, it } from 'vitest';
import { breakBetween, breaksInside } from '../../../src/layout/glue.ts';

describe('breakBetween', () => {
  it.each([
    ['№', '5'],
    ['(№', '5'],
    ['ст.', '20'],
    ['г.', 'Алматы'],
    ['А.', 'К.'],
    ['К.', 'Нұрғалиев'],
    ['Нұрғалиев', 'А.'],
    ['слово', '—'],
    ['слово', '–'],
    ['2020', 'г.'],
    ['2020', 'года'],
    ['2020', 'жылғы'],
    ['5', 'кг'],
    ['3', 'марта'],
    ['5', 'қазандағы'],
    ['12', '500'],
    ['20', '%'],
    ['500', '₸'],
    ['§', '3'],
    ['дом', '60'],
    ['статьи', '19-1'],
    ['пункта', '2'],
    ['1', 'тармағына'],
    ['5', 'м³/ч'],
  ])('keeps «%s %s» together', (left, right) => expect(breakBetween(left, right)).toBe('forbidden'));

  it.each([
    ['—', 'слово'],
    ['приказ', 'от'],
    ['дней', 'со'],
    ['20', 'рабочих'],
  ])('lets «%s %s» part', (left, right) => expect(breakBetween(left, right)).toBe('free'));

  it.each([
    ['в', 'течение'],
    ['и', 'другие'],
    ['со', 'дня'],
    ['Алматы', 'облысы'],
    ['город', 'Тараз'],
    ['жылғы', '18'],
  ])('parts «%s %s» unwillingly', (left, right) => expect(breakBetween(left, right)).toBe('unwelcome'));
});

describe('breaksInside', () => {
  it.each(['1-сынып', 'из-за', 'СИ-12', '31-12', 'слово', 'и/или'])('keeps «%s» whole', (word) =>
    expect(breaksInside(word)).toEqual([]),
  );
  it('parts long compounds after their hyphen', () =>
    expect(breaksInside('санитарно-эпидемиологическая')).toEqual([10]));
  it('parts alternatives after the slash', () => expect(breaksInside('экспорт/импорт')).toEqual([8]));
  it('parts addresses of the internet', () =>
    expect(breaksInside('https://elicense.kz/check').length).toBeGreaterThan(1));
});
