import { questions } from '../../survey/report.ts';
import { sumBy } from '../../survey/cube.ts';
import { titleOf } from '../../survey/report.ts';
import { countsOf, share, wilson } from '../../survey/statistics.ts';
import { publish } from '../../survey/suppress.ts';
import type { Criterion } from '../answers.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { formulas } from '../formulas.ts';
import { ref } from '../sheet.ts';

const columns = 10;
// n stands before what is divided by it: LibreOffice calculates a column of long formulas as one block, from left to right.
const head = [
  'label.service',
  'key.service',
  'indicator',
  'n',
  'norm',
  'goal',
  'fact',
  'deviation',
  'low',
  'high',
] as const;
const indicatorOf = { quality: '2.1', accessibility: '3.1' } as const;

/** The table of indicators of the service standards: норматив, цель, факт for rows 2.1 «Качество» and 3.1 «Доступность». */
export function formSheet(book: Book): void {
  const { words, model, answers } = book;
  const sheet = newSheet(book, 'form', columns);
  sheet.widths([46, 26, 40, 9, 10, 10, 10, 11, 9, 9]);
  sheet.line(
    4,
    head.map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.height(4, 40);
  const sums = sumBy(model.cube, (row) => (row.previous ? undefined : row.service));
  let row = 5;
  const services = [...sums].sort(([a], [b]) => a - b).map(([service, cells]) => ({ service, cells }));
  const shown = model.edition === 'public' ? publish(services).shown : services;
  for (const { service, cells } of shown) {
    const one = model.services[service];
    for (const question of questions) {
      const counts = countsOf(cells, question);
      const indicator = indicatorOf[question];
      const target =
        model.targets.find((entry) => entry.indicator === indicator && entry.service === service) ??
        model.targets.find((entry) => entry.indicator === indicator && entry.service === undefined);
      const c = (column: number) => ref(row, column);
      const fact = share(counts);
      const interval = wilson(counts.yes, counts.n);
      const criteria: Criterion[] = [
        ['period', 1],
        ['service', `$${c(2)}`],
      ];
      const yes = answers.option(question, 3, criteria);
      const n = [1, 2, 3].map((option) => answers.option(question, option, criteria)).join('+');
      sheet.line(
        row,
        [one ? titleOf(one, model.language) : '', one?.address ?? '', words(`statutory.${question}`)],
        ['text', 'quiet', 'text'],
      );
      sheet.put(row, 5, target?.norm ?? words('not-stated'), target?.norm === undefined ? 'quiet' : 'share');
      sheet.put(row, 6, target?.goal ?? words('not-stated'), target?.goal === undefined ? 'quiet' : 'share');
      sheet.put(row, 7, live(`IF(${c(4)}=0,"",${yes}/${c(4)})`, fact), 'strong');
      const deviation = fact === undefined || target?.norm === undefined ? undefined : fact - target.norm;
      sheet.put(row, 8, live(`IF(OR(${c(7)}="",NOT(ISNUMBER(${c(5)}))),"",${c(7)}-${c(5)})`, deviation), 'points');
      sheet.put(row, 9, live(formulas.wilsonLow(`(${yes})`, c(4)), interval?.low), 'share');
      sheet.put(row, 10, live(formulas.wilsonHigh(`(${yes})`, c(4)), interval?.high), 'share');
      sheet.put(row, 4, live(n, counts.n), 'count');
      sheet.height(row, Math.max(30, 13 * Math.ceil((one ? titleOf(one, model.language) : '').length / 44) + 3));
      row += 1;
    }
  }
  if (shown.length < services.length) {
    sheet.put(row, 1, words('suppressed.note'), 'plain');
    sheet.merge(row, 1, row, columns);
    sheet.height(row, 30);
  }
  sheet.print(columns, { rows: row, head: 4, frozen: 4, footer: footer(book) });
}
