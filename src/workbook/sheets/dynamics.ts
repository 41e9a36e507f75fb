import { questions, type Question } from '../../survey/report.ts';
import { emptyCells, sumBy } from '../../survey/cube.ts';
import { SMALL, titleOf } from '../../survey/report.ts';
import { benjaminiHochberg, countsOf, difference, equalityP, share, type Counts } from '../../survey/statistics.ts';
import { publish } from '../../survey/suppress.ts';
import type { Criterion } from '../answers.ts';
import { tableColumns, tableWidths } from '../breakdown.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { formulas } from '../formulas.ts';
import { ref, type SheetWriter } from '../sheet.ts';
import { trendTables } from './groups.ts';
import { periodText, verdict, verdictFormula } from './summary.ts';

const at = {
  beforeN: 4,
  beforeYes: 5,
  beforeShare: 6,
  afterN: 7,
  afterYes: 8,
  afterShare: 9,
  change: 10,
  low: 11,
  high: 12,
  p: 13,
  step: 14,
  adjusted: 15,
  verdict: 16,
} as const;
const head = [
  'number',
  'label',
  'key',
  'beforeN',
  'beforeYes',
  'beforeShare',
  'afterN',
  'afterYes',
  'afterShare',
  'change',
  'changeLow',
  'changeHigh',
  'p',
  'step',
  'adjusted',
  'verdict',
] as const;

/** Months and quarters with their intervals, then what changed against the previous period. */
export function dynamicsSheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'dynamics', tableColumns);
  sheet.widths(tableWidths);
  let row = trendTables(book, sheet, 4) + 1;
  sheet.newPage(row);
  sheet.put(row, 1, words('change.heading'), 'heading');
  if (!model.cube.some(({ previous }) => previous)) {
    sheet.put(row + 1, 1, words('change.none'), 'plain');
    sheet.merge(row + 1, 1, row + 1, tableColumns);
    row += 2;
  } else {
    sheet.put(
      row + 1,
      1,
      words('change.periods', { period: periodText(book, 'period'), previous: periodText(book, 'previous') }),
      'plain',
    );
    sheet.merge(row + 1, 1, row + 1, tableColumns);
    row += 3;
    for (const question of questions) row = changeTable(book, sheet, row, question) + 1;
  }
  sheet.print(tableColumns, { rows: row, frozen: 3, footer: footer(book) });
}

interface Pair {
  readonly service: number;
  readonly before: Counts;
  readonly after: Counts;
}

/** Services with enough answers in both periods come first: only they are tested, and together they are the family of the correction. */
function pairsOf(book: Book, question: Question): { tested: Pair[]; small: Pair[] } {
  const { model } = book;
  const before = sumBy(model.cube, (row) => (row.previous ? row.service : undefined));
  const after = sumBy(model.cube, (row) => (row.previous ? undefined : row.service));
  const services = [...new Set([...before.keys(), ...after.keys()])]
    .filter((service) => isPublished(book, before, service) && isPublished(book, after, service))
    .sort((a, b) => a - b);
  const pairs = services.map((service) => ({
    service,
    before: countsOf(before.get(service) ?? emptyCells(), question),
    after: countsOf(after.get(service) ?? emptyCells(), question),
  }));
  const enough = (pair: Pair) => pair.before.n >= SMALL && pair.after.n >= SMALL;
  return { tested: pairs.filter(enough), small: pairs.filter((pair) => !enough(pair)) };
}

/** In the public edition a service is compared only where both of its periods may be shown. */
function isPublished({ model }: Book, sums: ReadonlyMap<number, readonly number[]>, service: number): boolean {
  if (model.edition === 'internal') return true;
  const { shown } = publish([...sums].map(([key, cells]) => ({ key, cells })));
  return shown.some(({ key }) => key === service);
}

function changeTable(book: Book, sheet: SheetWriter, top: number, question: Question): number {
  const { words } = book;
  const { tested, small } = pairsOf(book, question);
  sheet.put(top, 1, words(`question.${question}`), 'heading');
  sheet.line(
    top + 1,
    head.map((key) => words(key === 'label' || key === 'key' ? `head.${key}.service` : `head.${key}`)),
    'head',
  );
  sheet.merge(top + 1, at.verdict, top + 1, at.verdict + 1);
  sheet.height(top + 1, 42);
  const first = top + 2;
  const last = first + tested.length - 1;
  const ps = tested.map(({ before, after }) => equalityP(before, after) ?? 1);
  const adjusted = benjaminiHochberg(ps);
  const range = (column: number) => `${ref(first, column, true)}:${ref(last, column, true)}`;
  [...tested, ...small].forEach((pair, index) => {
    const row = first + index;
    const c = (column: number) => ref(row, column);
    counted(book, sheet, row, index, question, pair);
    sheet.merge(row, at.verdict, row, at.verdict + 1);
    const p = ps[index];
    const change = difference(pair.before, pair.after);
    if (p === undefined) {
      sheet.put(row, at.p, '', 'p');
      sheet.put(row, at.step, '', 'p');
      sheet.put(row, at.adjusted, '', 'p');
      sheet.put(row, at.verdict, `n < ${SMALL}`, 'mark');
      return;
    }
    const rank = ps.filter((other) => other <= p).length;
    sheet.put(
      row,
      at.p,
      live(formulas.equalityP(c(at.beforeYes), c(at.beforeN), c(at.afterYes), c(at.afterN)), p),
      'p',
    );
    sheet.put(row, at.step, live(formulas.stepUp(c(at.p), range(at.p)), Math.min(1, (p * ps.length) / rank)), 'p');
    sheet.put(row, at.adjusted, live(formulas.adjusted(c(at.p), range(at.p), range(at.step)), adjusted[index]), 'p');
    sheet.put(
      row,
      at.verdict,
      live(verdictFormula(words, c(at.adjusted), c(at.change)), verdict(words, adjusted[index], change?.value)),
      'mark',
    );
  });
  return first + tested.length + small.length;
}

/** Counts, shares and the interval of the change. */
function counted(
  book: Book,
  sheet: SheetWriter,
  row: number,
  index: number,
  question: Question,
  { service, before, after }: Pair,
): void {
  const { model, answers } = book;
  const one = model.services[service];
  const label = one ? titleOf(one, model.language) : '';
  const c = (column: number) => ref(row, column);
  const change = difference(before, after);
  sheet.line(row, [index + 1, label, one?.address ?? ''], ['number', 'text', 'quiet']);
  if (label.length > 44) sheet.height(row, 13 * Math.ceil(label.length / 44) + 3);
  const criteria = (period: number): Criterion[] => [
    ['period', period],
    ['service', `$${c(3)}`],
  ];
  const n = (period: number) => [1, 2, 3].map((option) => answers.option(question, option, criteria(period))).join('+');
  sheet.put(row, at.beforeN, live(n(0), before.n), 'count');
  sheet.put(row, at.beforeYes, live(answers.option(question, 3, criteria(0)), before.yes), 'count');
  sheet.put(row, at.beforeShare, live(formulas.share(c(at.beforeYes), c(at.beforeN)), share(before)), 'share');
  sheet.put(row, at.afterN, live(n(1), after.n), 'count');
  sheet.put(row, at.afterYes, live(answers.option(question, 3, criteria(1)), after.yes), 'count');
  sheet.put(row, at.afterShare, live(formulas.share(c(at.afterYes), c(at.afterN)), share(after)), 'strong');
  const low1 = formulas.wilsonLow(c(at.beforeYes), c(at.beforeN));
  const high1 = formulas.wilsonHigh(c(at.beforeYes), c(at.beforeN));
  const low2 = formulas.wilsonLow(c(at.afterYes), c(at.afterN));
  const high2 = formulas.wilsonHigh(c(at.afterYes), c(at.afterN));
  sheet.put(row, at.change, live(formulas.change(c(at.beforeShare), c(at.afterShare)), change?.value), 'points');
  sheet.put(
    row,
    at.low,
    live(formulas.changeLow(c(at.beforeShare), high1, c(at.afterShare), low2), change?.low),
    'points',
  );
  sheet.put(
    row,
    at.high,
    live(formulas.changeHigh(c(at.beforeShare), low1, c(at.afterShare), high2), change?.high),
    'points',
  );
}
