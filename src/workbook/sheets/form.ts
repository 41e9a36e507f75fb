import { indicatorOf, questions, targetOf, type Question } from '../../survey/report.ts';
import { groupsBy } from '../../survey/groups.ts';
import { serviceName } from '../../survey/names.ts';
import { countsOf, outcomeOf, share, wilson } from '../../survey/statistics.ts';
import { publish } from '../../survey/suppress.ts';
import type { Criterion } from '../answers.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { formulas, inPoints } from '../formulas.ts';
import { ref, type SheetWriter } from '../sheet.ts';

// n stands before what is divided by it: LibreOffice calculates a column of long formulas as one block, from left to right.
const at = {
  service: 1,
  indicator: 2,
  n: 3,
  norm: 4,
  goal: 5,
  fact: 6,
  deviation: 7,
  low: 8,
  high: 9,
  verdict: 10,
  key: 12,
} as const;
const head = [
  'label.service',
  'indicator',
  'n',
  'norm',
  'goal',
  'fact',
  'deviation',
  'low',
  'high',
  'reached',
] as const;
const widths = [56, 44, 10, 11, 11, 11, 13, 10, 10, 20, 3, 26];
const columns = at.verdict;

/** The table of indicators of the service standards: норматив, цель, факт for rows 2.1 «Качество» and 3.1 «Доступность». */
export function formSheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'form', widths, columns);
  sheet.line(
    4,
    head.map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.put(4, at.key, words('head.key.service'), 'helper');
  sheet.height(4, 42);
  const services = groupsBy(model, 'service');
  const shown = model.edition === 'public' ? publish(services).shown : services;
  let row = 5;
  for (const { id, cells } of shown) {
    const service = Number(id);
    sheet.put(row, at.service, serviceName(model, service), 'text');
    sheet.mergeDown(row, row + questions.length - 1, at.service);
    for (const question of questions) {
      indicatorRow(book, sheet, row, service, question, cells);
      row += 1;
    }
    sheet.keepTogether(row - questions.length, row - 1);
  }
  if (shown.length < services.length) {
    sheet.sentence(row, words('suppressed.note'), 'plain');
  }
  sheet.print({ rows: row, head: 4, frozen: 4, footer: footer(book) });
}

function indicatorRow(
  book: Book,
  sheet: SheetWriter,
  row: number,
  service: number,
  question: Question,
  cells: readonly number[],
): void {
  const { words, model, answers } = book;
  const one = model.services[service];
  const counts = countsOf(cells, question);
  const target = targetOf(model, service, question);
  const c = (column: number) => ref(row, column);
  const fact = share(counts);
  const interval = wilson(counts.yes, counts.n);
  const criteria: Criterion[] = [
    ['period', 1],
    ['service', `$${c(at.key)}`],
  ];
  const yes = answers.option(question, 3, criteria);
  const n = [1, 2, 3].map((option) => answers.option(question, option, criteria)).join('+');
  sheet.put(row, at.indicator, `${indicatorOf[question]}. ${words(`statutory.${question}`)}`, 'text');
  sheet.put(row, at.key, one?.address ?? '', 'helper');
  sheet.put(row, at.n, live(n, counts.n), 'count');
  sheet.put(row, at.norm, target?.norm ?? words('not-stated'), target?.norm === undefined ? 'quiet' : 'share');
  sheet.put(row, at.goal, target?.goal ?? words('not-stated'), target?.goal === undefined ? 'quiet' : 'share');
  sheet.put(row, at.fact, live(`IF(${c(at.n)}=0,"",${yes}/${c(at.n)})`, fact), 'strong');
  const deviation = fact === undefined || target?.norm === undefined ? undefined : fact - target.norm;
  const missing = `OR(${c(at.fact)}="",NOT(ISNUMBER(${c(at.norm)})))`;
  sheet.put(
    row,
    at.deviation,
    live(`IF(${missing},"",100*(${c(at.fact)}-${c(at.norm)}))`, inPoints(deviation)),
    'points',
  );
  sheet.put(row, at.low, live(formulas.wilsonLow(`(${yes})`, c(at.n)), interval?.low), 'share');
  sheet.put(row, at.high, live(formulas.wilsonHigh(`(${yes})`, c(at.n)), interval?.high), 'share');
  const outcome = outcomeOf(interval, target?.norm);
  const verdicts = ['reached', 'unsure', 'missed'].map((key) => `"${words(`verdict.${key}`)}"`);
  sheet.put(
    row,
    at.verdict,
    live(
      `IF(${missing},"",IF(${c(at.low)}>=${c(at.norm)},${verdicts[0]},IF(${c(at.high)}<${c(at.norm)},${verdicts[2]},${verdicts[1]})))`,
      outcome && words(`verdict.${outcome}`),
    ),
    outcome === 'missed' ? 'markBad' : outcome === 'reached' ? 'markGood' : 'mark',
  );
}
