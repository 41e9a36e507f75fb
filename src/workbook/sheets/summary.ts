import { questions } from '../../survey/report.ts';
import { emptyCells } from '../../survey/cube.ts';
import { isoDay } from '../../survey/days.ts';
import type { ReportModel } from '../../survey/report.ts';
import { balance, countsOf, difference, equalityP, index, share, wilson } from '../../survey/statistics.ts';
import type { Criterion } from '../answers.ts';
import { addChart, footer, live, newSheet, type Book } from '../book.ts';
import { formulas } from '../formulas.ts';
import { ref, sheetRef, type SheetWriter } from '../sheet.ts';
import { colours } from '../styles.ts';

const columns = 12;

export const cellsOfPeriod = (model: ReportModel, previous: boolean): number[] =>
  model.cube
    .filter((row) => row.previous === previous)
    .reduce((sum, row) => row.cells.map((count, cell) => count + (sum[cell] ?? 0)), emptyCells());

export const printedDay = (day: number): string => isoDay(day).split('-').reverse().join('.');

export function periodText({ words, model }: Book, which: 'period' | 'previous'): string {
  const period =
    which === 'period'
      ? { from: model.period.from ?? model.met.first, to: model.period.to ?? model.met.last }
      : model.previous;
  if (period?.from === undefined || period.to === undefined) return words('no-period');
  return words('period-text', { from: printedDay(period.from), to: printedDay(period.to) });
}

/** The figures that management asks for first: how many answered, how satisfied, how sure, what changed. */
export function summarySheet(book: Book): void {
  const { words, model, answers } = book;
  const sheet = newSheet(book, 'summary', columns);
  sheet.widths([40, 11, 17, 12, 15, 11, 13, 16, 12, 12, 12, 15]);
  sheet.put(3, 1, `${words('period')}: ${periodText(book, 'period')}`, 'heading');
  if (model.previous) {
    sheet.put(3, 5, `${words('previous')}: ${periodText(book, 'previous')}`, 'plain');
    sheet.merge(3, 5, 3, columns);
  }

  const cells = cellsOfPeriod(model, false);
  const all = cells.reduce((sum, count) => sum + count, 0);
  const head = ['label', 'all', 'no', 'partly', 'yes', 'missing', 'n', 'yesShare', 'low', 'high', 'index', 'balance'];
  const top = 10;
  sheet.line(
    top,
    head.map((key) => words(key === 'label' ? 'head.question' : `head.${key}`)),
    'head',
  );
  sheet.height(top, 40);
  questions.forEach((question, offset) => {
    const row = top + 1 + offset;
    const counts = countsOf(cells, question);
    const interval = wilson(counts.yes, counts.n);
    const criteria: Criterion[] = [['period', 1]];
    const c = (column: number) => ref(row, column);
    sheet.put(row, 1, words(`question.${question}`), 'text');
    sheet.height(row, 44);
    sheet.put(row, 2, live(answers.all(criteria), all), 'count');
    [counts.no, counts.partly, counts.yes].forEach((count, option) => {
      sheet.put(row, 3 + option, live(answers.option(question, option + 1, criteria), count), 'count');
    });
    sheet.put(row, 6, live(`${c(2)}-${c(3)}-${c(4)}-${c(5)}`, counts.missing), 'count');
    sheet.put(row, 7, live(`${c(3)}+${c(4)}+${c(5)}`, counts.n), 'count');
    sheet.put(row, 8, live(formulas.share(c(5), c(7)), share(counts)), 'strong');
    sheet.put(row, 9, live(formulas.wilsonLow(c(5), c(7)), interval?.low), 'share');
    sheet.put(row, 10, live(formulas.wilsonHigh(c(5), c(7)), interval?.high), 'share');
    sheet.put(row, 11, live(formulas.index(c(4), c(5), c(7)), index(counts)), 'index');
    sheet.put(row, 12, live(formulas.balance(c(3), c(5), c(7)), balance(counts)), 'points');
  });
  keyFigures(book, sheet, top, all);
  const next = changes(book, sheet, top + 4);
  addChart(
    book,
    sheet,
    {
      kind: 'stacked100',
      title: words('chart.all'),
      description: words('chart.all'),
      categories: {
        ref: sheetRef(sheet.name, ref(top + 1, 1, true), ref(top + 2, 1, true)),
        values: questions.map((question) => words(`question.${question}`)),
      },
      series: (['yes', 'partly', 'no'] as const).map((key) => {
        const column = { no: 3, partly: 4, yes: 5 }[key];
        return {
          name: words(`option.${key}`),
          colour: colours[key],
          values: {
            ref: sheetRef(sheet.name, ref(top + 1, column, true), ref(top + 2, column, true)),
            values: questions.map((question) => countsOf(cells, question)[key]),
          },
        };
      }),
    },
    { from: { row: next, column: 0 }, to: { row: next + 14, column: columns } },
  );
  sheet.print(columns, { rows: next + 15, footer: footer(book) });
}

/** Four large figures over the table, each pointing to the cell it repeats. */
function keyFigures({ words, model }: Book, sheet: SheetWriter, top: number, all: number): void {
  const cells = cellsOfPeriod(model, false);
  const blocks = [
    { from: 1, to: 1, content: live(ref(top + 1, 2), all), style: 'keyCount' as const, note: words('key.all') },
    ...questions.map((question, offset) => {
      const counts = countsOf(cells, question);
      return {
        from: 2 + offset * 4,
        to: 5 + offset * 4,
        content: live(ref(top + 1 + offset, 8), share(counts)),
        style: 'key' as const,
        note: words(`key.${question}`),
      };
    }),
    responseRate(model, words, top, all),
  ];
  for (const { from, to, content, style, note } of blocks) {
    sheet.put(5, from, content, style);
    sheet.put(6, from, note, 'keyNote');
    if (to > from) {
      sheet.merge(5, from, 5, to);
      sheet.merge(6, from, 6, to);
    }
  }
  sheet.height(5, 38);
  sheet.height(6, 28);
  sheet.put(8, 1, words('headline'), 'plain');
  sheet.merge(8, 1, 8, columns);
  sheet.height(8, 30);
}

function responseRate(model: ReportModel, words: Book['words'], top: number, all: number) {
  const rendered = [...model.volumes.values()].reduce((sum, count) => sum + count, 0);
  const content = rendered > 0 ? live(`${ref(top + 1, 2)}/${rendered}`, all / rendered) : words('not-computed');
  return {
    from: 10,
    to: 12,
    content,
    style: rendered > 0 ? ('key' as const) : ('keyNote' as const),
    note: words(rendered > 0 ? 'key.rate' : 'key.no-rate'),
  };
}

/** Both questions against the previous period; a sentence where there is none. Gives the next free row (0-based). */
function changes(book: Book, sheet: SheetWriter, top: number): number {
  const { words, model, answers } = book;
  sheet.put(top, 1, words('change.heading'), 'heading');
  const before = cellsOfPeriod(model, true);
  if (before.every((count) => count === 0)) {
    sheet.put(top + 1, 1, words('change.none'), 'plain');
    sheet.merge(top + 1, 1, top + 1, columns);
    return top + 2;
  }
  const after = cellsOfPeriod(model, false);
  const head = [
    'question',
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
    'verdict',
  ];
  sheet.line(
    top + 1,
    head.map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.height(top + 1, 40);
  questions.forEach((question, offset) => {
    const row = top + 2 + offset;
    changeRow(book, sheet, row, words(`indicator.${question}`), countsOf(before, question), countsOf(after, question), {
      n: (period) => [1, 2, 3].map((option) => answers.option(question, option, [['period', period]])).join('+'),
      yes: (period) => answers.option(question, 3, [['period', period]]),
    });
  });
  return top + 4;
}

type Counting = { readonly n: (period: number) => string; readonly yes: (period: number) => string };

/** One comparison of two periods in columns 1..12: the plain p decides, for there are only two of them here. */
function changeRow(
  { words }: Book,
  sheet: SheetWriter,
  row: number,
  label: string,
  before: ReturnType<typeof countsOf>,
  after: ReturnType<typeof countsOf>,
  counting: Counting,
): void {
  const c = (column: number) => ref(row, column);
  const change = difference(before, after);
  const p = equalityP(before, after);
  const low1 = formulas.wilsonLow(c(3), c(2));
  const high1 = formulas.wilsonHigh(c(3), c(2));
  const low2 = formulas.wilsonLow(c(6), c(5));
  const high2 = formulas.wilsonHigh(c(6), c(5));
  sheet.put(row, 1, label, 'text');
  sheet.height(row, 30);
  sheet.put(row, 2, live(counting.n(0), before.n), 'count');
  sheet.put(row, 3, live(counting.yes(0), before.yes), 'count');
  sheet.put(row, 4, live(formulas.share(c(3), c(2)), share(before)), 'share');
  sheet.put(row, 5, live(counting.n(1), after.n), 'count');
  sheet.put(row, 6, live(counting.yes(1), after.yes), 'count');
  sheet.put(row, 7, live(formulas.share(c(6), c(5)), share(after)), 'share');
  sheet.put(row, 8, live(formulas.change(c(4), c(7)), change?.value), 'points');
  sheet.put(row, 9, live(formulas.changeLow(c(4), high1, c(7), low2), change?.low), 'points');
  sheet.put(row, 10, live(formulas.changeHigh(c(4), low1, c(7), high2), change?.high), 'points');
  sheet.put(row, 11, live(formulas.equalityP(c(3), c(2), c(6), c(5)), p), 'p');
  sheet.put(row, 12, live(verdictFormula(words, c(11), c(8)), verdict(words, p, change?.value)), 'mark');
}

export const verdictFormula = (words: Book['words'], p: string, change: string): string =>
  `IF(${p}="","",IF(${p}>=0.05,"${words('verdict.same')}",IF(${change}>0,"${words('verdict.better')}","${words('verdict.worse')}")))`;

export function verdict(words: Book['words'], p: number | undefined, change: number | undefined): string | undefined {
  if (p === undefined || change === undefined) return undefined;
  return words(p >= 0.05 ? 'verdict.same' : change > 0 ? 'verdict.better' : 'verdict.worse');
}
