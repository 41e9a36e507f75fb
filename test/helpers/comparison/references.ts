import type { Comparison } from './comparison.ts';
import { isRecord, spanOf, type Path } from './leaves.ts';
import { letters } from './ledger.ts';

const months = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
};

/** How an ISO date may be printed, spacing and signs aside: «30 апреля 2014», «30.04.2014», «2014 жылғы 30 сәуір…». */
function formsOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const index = Number(month) - 1;
  const figures = String(Number(day));
  return [
    ...[figures, day].map((one) => `${one}${months.ru[index]}${year}`),
    `${day}.${month}.${year}`,
    ...[figures, day].flatMap((one) => ['жылғы', 'жылы'].map((of) => `${year}${of}${one}${months.kk[index]}`)),
  ];
}

/** Dates and numbers of acts (of the act itself, of its registration, of those it names) are printed on the lines that name them. */
export function compareReferences(comparison: Comparison, value: unknown = comparison.data, pointer: Path = []): void {
  if (Array.isArray(value))
    for (const [index, entry] of value.entries()) compareReferences(comparison, entry, [...pointer, index]);
  if (!isRecord(value)) return;
  const { date, number, registration } = value;
  const src = spanOf(value) ?? comparison.whole;
  const said = comparison.ledger.text(src);
  if (typeof date === 'string') {
    if (!formsOf(date).some((form) => said.includes(form)))
      comparison.fault([...pointer, 'date'], `${date} is not printed there`, src);
    for (const one of [number, registration])
      if (typeof one === 'string' && !said.includes(letters(one)))
        comparison.fault(pointer, `${one} is not printed there`, src);
  }
  for (const [key, entry] of Object.entries(value))
    if (key !== 'marks') compareReferences(comparison, entry, [...pointer, key]);
}
