import { responseFields, type ResponseField } from '../../src/model/response.ts';
import { surveyServicesStub } from './survey.ts';

/** The texts of one record. */
export type Answered = Readonly<Record<ResponseField, string>>;
/** Enough that something is left below the beginning, which the reader gets whole. */
export const ROWS = 9000;

/** A small generator of pseudo-chance: the same records every time. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const services = [
  ...surveyServicesStub.map(({ address }) => address),
  'transit-permit',
  surveyServicesStub[5]?.title.ru ?? '',
];
/** What stands in fields that are not plain, each for a reason of its own. */
const odd: Partial<Answered>[] = [
  { service: '' },
  { service: 'нет такой' },
  { service: 'poisons-licence' },
  { service: '#1' },
  { date: '' },
  { date: '2024-05-01' },
  { date: '31.02.2025' },
  { date: ' 2025-02-03' },
  { date: '2025-02-03T10:00:00Z' },
  { date: '2025-02-0310' },
  { quality: '' },
  { quality: '4' },
  { quality: '', accessibility: '' },
  { accessibility: 'не удовлетворена' },
  { accessibility: 'затрудняюсь ответить' },
  { region: 'Атлантида' },
  { region: '\u0001' },
  { channel: ' ЦОН ' },
  { language: 'kk ' },
  { language: "'" },
  { comment: 'Телефон 8 701 123 45 67, «спасибо»' },
  { comment: ' ' },
  { comment: '\\' },
  { id: '' },
  { id: '\u0001' },
  { id: 'я'.repeat(128) },
  { id: '17' },
  { id: ' 17' },
];

export function recordOf(row: number, next: (below: number) => number): Answered {
  const date = `${String(1 + next(28)).padStart(2, '0')}`;
  const month = String(1 + next(3)).padStart(2, '0');
  return {
    id: `${row}`,
    service: services[next(services.length)] ?? '',
    date: [`2025-${month}-${date}`, `${date}.${month}.2025`, `2024-12-${date} 10:1${next(9)}`][next(3)] ?? '',
    quality: ['1', '2', '3', 'удовлетворен'][next(4)] ?? '',
    accessibility: ['1', '2', '3'][next(3)] ?? '',
    region: ['', 'город Алматы', 'Абай облысы', 'ВКО'][next(4)] ?? '',
    channel: ['ЦОН', 'веб-портал'][next(2)] ?? '',
    language: ['ru', 'kk', ''][next(3)] ?? '',
    comment: '',
    ...(next(60) === 0 ? odd[next(odd.length)] : {}),
  };
}

export interface Form {
  readonly order: readonly ResponseField[];
  readonly delimiter: string;
  readonly lineEnd: string;
}
export const usual: Form = { order: responseFields, delimiter: ';', lineEnd: '\n' };
export const textOf = (records: readonly Answered[], { order, delimiter, lineEnd }: Form): string =>
  [order.join(delimiter), ...records.map((record) => order.map((name) => record[name]).join(delimiter)), ''].join(
    lineEnd,
  );
export const recordsOf = (seed: number, rows = ROWS, from = 0): Answered[] => {
  const next = chance(seed);
  return Array.from({ length: rows }, (_, row) => recordOf(from + row, next));
};
