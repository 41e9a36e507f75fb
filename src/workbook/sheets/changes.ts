import { questions, SMALL, type Question } from '../../survey/report.ts';
import { changesBy, comparedDimensions, type Change } from '../../survey/changes.ts';
import { idOf, type GroupDimension } from '../../survey/groups.ts';
import { periodText } from '../../survey/names.ts';
import { difference, share } from '../../survey/statistics.ts';
import type { Criterion } from '../answers.ts';
import { at as table, tableColumns, tableWidths } from '../breakdown.ts';
import { footer, live, newSheet, type Book } from '../book.ts';
import { formulas, inPoints } from '../formulas.ts';
import { ref, type Content, type SheetWriter } from '../sheet.ts';
import { headOf, namesOf } from './groups.ts';
import { verdict, verdictFormula, verdictMark } from './summary.ts';

const at = {
  beforeN: 3,
  beforeYes: 4,
  beforeShare: 5,
  afterN: 6,
  afterYes: 7,
  afterShare: 8,
  change: 9,
  low: 10,
  high: 11,
  p: 12,
  adjusted: 13,
  verdict: 14,
  key: table.key,
  step: table.below,
} as const;
const head = [
  'number',
  'label',
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
  'adjusted',
  'verdict',
] as const;

/** What changed against the previous period, group by group; a sentence where there is none. */
export function changesSheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'changes', tableWidths, tableColumns);
  let row = 4;
  if (!model.cube.some(({ previous }) => previous)) sheet.sentence(row, words('change.none'), 'plain');
  else {
    const periods = { period: periodText(words, model, 'period'), previous: periodText(words, model, 'previous') };
    sheet.sentence(3, words('change.periods', periods), 'plain');
    for (const dimension of comparedDimensions(model)) row = changeTables(book, sheet, row, dimension);
  }
  const services = new Set(model.cube.map(({ service }) => service));
  sheet.print({ rows: row, ...headOf([...services]), frozen: 3, footer: footer(book) });
}

/** One table a question. Gives the next free row. */
function changeTables(book: Book, sheet: SheetWriter, top: number, dimension: GroupDimension): number {
  const { words } = book;
  let row = top;
  for (const question of questions) {
    const pairs = changesBy(book.model, question, idOf(book.model, dimension));
    if (pairs.length === 0) continue;
    const begin = row;
    sheet.put(row, 1, `${words(`head.label.${dimension}`)}: ${words(`indicator.${question}`)}`, 'heading');
    row = changeTable(book, sheet, row + 1, question, dimension, pairs) + 1;
    sheet.keepTogether(begin, row - 2);
  }
  return row;
}

type Pair = Change<string | number>;

function changeTable(
  book: Book,
  sheet: SheetWriter,
  top: number,
  question: Question,
  dimension: GroupDimension,
  pairs: readonly Pair[],
): number {
  const { words } = book;
  sheet.line(
    top,
    head.map((key) => words(key === 'label' ? `head.label.${dimension}` : `head.${key}`)),
    'head',
  );
  sheet.merge(top, at.verdict, top, tableColumns);
  sheet.put(top, at.step, words('head.step'), 'helper');
  sheet.height(top, 42);
  const first = top + 1;
  const ps = pairs.flatMap(({ p }) => (p === undefined ? [] : [p]));
  const range = (column: number) => `${ref(first, column, true)}:${ref(first + ps.length - 1, column, true)}`;
  pairs.forEach((pair, index) => {
    const row = first + index;
    const c = (column: number) => ref(row, column);
    counted(book, sheet, row, index, question, dimension, pair);
    sheet.merge(row, at.verdict, row, tableColumns);
    const { p, adjusted } = pair;
    if (p === undefined) {
      sheet.line(row, ['', ''], 'p', at.p);
      sheet.put(row, at.verdict, `n < ${SMALL}`, 'mark');
      return;
    }
    const rank = ps.filter((other) => other <= p).length;
    const change = difference(pair.before, pair.after);
    const equality = formulas.equalityP(c(at.beforeYes), c(at.beforeN), c(at.afterYes), c(at.afterN));
    sheet.put(row, at.p, live(equality, p), 'p');
    sheet.put(row, at.step, live(formulas.stepUp(c(at.p), range(at.p)), Math.min(1, (p * ps.length) / rank)), 'helper');
    sheet.put(row, at.adjusted, live(formulas.adjusted(c(at.p), range(at.p), range(at.step)), adjusted), 'p');
    sheet.put(
      row,
      at.verdict,
      live(verdictFormula(words, c(at.adjusted), c(at.change)), verdict(words, adjusted, change?.value)),
      verdictMark(adjusted, change?.value),
    );
  });
  return first + pairs.length;
}

/** Counts, shares and the interval of the change. */
function counted(
  book: Book,
  sheet: SheetWriter,
  row: number,
  index: number,
  question: Question,
  dimension: GroupDimension,
  { key: value, before, after }: Pair,
): void {
  const { answers } = book;
  const { label, key } = namesOf(book, dimension, value);
  const c = (column: number) => ref(row, column);
  const change = difference(before, after);
  sheet.line(row, [index + 1, label], ['number', 'text']);
  sheet.put(row, at.key, key, 'helper');
  const criteria = (period: number): Criterion[] => [
    ['period', period],
    [dimension, `$${c(at.key)}`],
  ];
  // A dimension that the cube could not hold is counted without a formula.
  const from = (formula: string, count: number): Content =>
    answers.dropped.has(dimension) ? count : live(formula, count);
  const n = (period: number) => [1, 2, 3].map((option) => answers.option(question, option, criteria(period))).join('+');
  sheet.put(row, at.beforeN, from(n(0), before.n), 'count');
  sheet.put(row, at.beforeYes, from(answers.option(question, 3, criteria(0)), before.yes), 'count');
  sheet.put(row, at.beforeShare, live(formulas.share(c(at.beforeYes), c(at.beforeN)), share(before)), 'share');
  sheet.put(row, at.afterN, from(n(1), after.n), 'count');
  sheet.put(row, at.afterYes, from(answers.option(question, 3, criteria(1)), after.yes), 'count');
  sheet.put(row, at.afterShare, live(formulas.share(c(at.afterYes), c(at.afterN)), share(after)), 'strong');
  const low1 = formulas.wilsonLow(c(at.beforeYes), c(at.beforeN));
  const high1 = formulas.wilsonHigh(c(at.beforeYes), c(at.beforeN));
  const low2 = formulas.wilsonLow(c(at.afterYes), c(at.afterN));
  const high2 = formulas.wilsonHigh(c(at.afterYes), c(at.afterN));
  const shares = [c(at.beforeShare), c(at.afterShare)] as const;
  sheet.put(row, at.change, live(formulas.change(...shares), inPoints(change?.value)), 'points');
  sheet.put(row, at.low, live(formulas.changeLow(shares[0], high1, shares[1], low2), inPoints(change?.low)), 'points');
  sheet.put(
    row,
    at.high,
    live(formulas.changeHigh(shares[0], low1, shares[1], high2), inPoints(change?.high)),
    'points',
  );
}
