import { questions } from '../../survey/report.ts';
import { sumBy } from '../../survey/cube.ts';
import { titleOf } from '../../survey/report.ts';
import { countsOf, share, wilson } from '../../survey/statistics.ts';
import type { Criterion } from '../answers.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { formulas } from '../formulas.ts';
import { ref } from '../sheet.ts';

const columns = 10;
const head = [
  'label.service',
  'key.service',
  'indicator',
  'norm',
  'goal',
  'fact',
  'deviation',
  'low',
  'high',
  'n',
] as const;
const indicatorOf = { quality: '2.1', accessibility: '3.1' } as const;

/** The table of indicators of the service standards: норматив, цель, факт for rows 2.1 «Качество» and 3.1 «Доступность». */
export function formSheet(book: Book): void {
  const { words, model, answers } = book;
  const sheet = newSheet(book, 'form', columns);
  sheet.widths([46, 26, 40, 10, 10, 10, 11, 9, 9, 9]);
  sheet.line(
    4,
    head.map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.height(4, 40);
  const sums = sumBy(model.cube, (row) => (row.previous ? undefined : row.service));
  let row = 5;
  for (const [service, cells] of [...sums].sort(([a], [b]) => a - b)) {
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
      sheet.put(row, 4, target?.norm ?? words('not-stated'), target?.norm === undefined ? 'quiet' : 'share');
      sheet.put(row, 5, target?.goal ?? words('not-stated'), target?.goal === undefined ? 'quiet' : 'share');
      sheet.put(row, 6, live(`IF(${c(10)}=0,"",${yes}/${c(10)})`, fact), 'strong');
      const deviation = fact === undefined || target?.norm === undefined ? undefined : fact - target.norm;
      sheet.put(row, 7, live(`IF(OR(${c(6)}="",NOT(ISNUMBER(${c(4)}))),"",${c(6)}-${c(4)})`, deviation), 'points');
      sheet.put(row, 8, live(formulas.wilsonLow(`(${yes})`, c(10)), interval?.low), 'share');
      sheet.put(row, 9, live(formulas.wilsonHigh(`(${yes})`, c(10)), interval?.high), 'share');
      sheet.put(row, 10, live(n, counts.n), 'count');
      sheet.height(row, Math.max(30, 13 * Math.ceil((one ? titleOf(one, model.language) : '').length / 44) + 3));
      row += 1;
    }
  }
  sheet.print(columns, { rows: row, head: 4, frozen: 4, footer: footer(book) });
}
