import { describe, expect, it } from 'vitest';
import { serviceName } from '../../../src/survey/names.ts';
import type { ReportModel } from '../../../src/survey/report.ts';

const titles = ['Выдача лицензии на яды', 'Выдача лицензии на яды', 'Выдача разрешения на транзит'];
const model: Pick<ReportModel, 'services' | 'acts' | 'language'> = {
  language: 'ru',
  services: titles.map((ru, index) => ({
    address: `act-${index}/service`,
    act: `act-${index}`,
    title: { ru, kk: ru },
  })),
  acts: new Map([
    ['act-0', '5 октября 2012 года № 364. Об утверждении регламентов'],
    ['act-1', '29 апреля 2014 года № 102. Об утверждении регламентов'],
  ]),
};
const name = (index: number, length?: number): string => serviceName(model, index, length);

describe('the name of a service', () => {
  it('is its title', () => expect(name(2)).toBe('Выдача разрешения на транзит'));
  it('tells the acts of two of one title apart, also where it is cut short', () => {
    expect(name(0)).toBe('Выдача лицензии на яды (5 октября 2012 года № 364)');
    expect(name(1, 45)).toMatch(/^Выдача.*… .*яды \(29 апреля 2014 года № 102\)$/);
    expect(name(1, 45).length).toBeLessThanOrEqual(45);
  });
});
