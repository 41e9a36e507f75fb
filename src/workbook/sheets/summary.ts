import { questions } from '../../survey/report.ts';
import { cellsOfPeriod } from '../../survey/groups.ts';
import { periodText } from '../../survey/names.ts';
import { showsPrevious } from '../../survey/changes.ts';
import { highlights, percent, responseRate } from '../../survey/highlights.ts';
import {
  balance,
  countsOf,
  difference,
  equalityP,
  index,
  share,
  SIGNIFICANT,
  wilson,
} from '../../survey/statistics.ts';
import type { Criterion } from '../answers.ts';
import { addChart, footer, live, newSheet, type Book } from '../book.ts';
import type { ChartSpec } from '../charts.ts';
import { formulas, inPoints } from '../formulas.ts';
import { ref, sheetRef, type SheetWriter } from '../sheet.ts';
import { colours } from '../styles.ts';

const columns = 12;

const widths = [46, 11, 15, 12, 15, 11, 12, 15, 11, 11, 11, 16];
/** Rows of the sheet from top to bottom; the sentences come last but the chart, for their number varies. */
const rows = { period: 3, key: 5, main: 8 } as const;

/** The figures that management asks for first: how many answered, how satisfied, how sure, what changed, who stands out. */
export function summarySheet(book: Book): void {
  const { words, model } = book;
  const sheet = newSheet(book, 'summary', widths);
  sheet.put(rows.period, 1, `${words('period')}: ${periodText(words, model, 'period')}`, 'heading');
  if (showsPrevious(model)) {
    sheet.put(rows.period, 5, `${words('previous')}: ${periodText(words, model, 'previous')}`, 'plain', columns - 4);
    sheet.merge(rows.period, 5, rows.period, columns);
  }
  const top = sentences(book, sheet) + 1;
  const cells = cellsOfPeriod(model);
  questionTable(book, sheet, top, cells);
  keyFigures(book, sheet, top, cells);
  const chartTop = changes(book, sheet, top + 4) + 1;
  addChart(book, sheet, chart(book, sheet, top, cells), {
    from: { row: chartTop - 1, column: 0 },
    to: { row: chartTop + 8, column: columns },
  });
  const end = contents(book, sheet, chartTop + 10);
  sheet.print({ rows: end, onePage: true, footer: footer(book) });
}

/** What must be known before the tables, in words. Gives the next free row. */
function sentences(book: Book, sheet: SheetWriter): number {
  const { words, model } = book;
  sheet.put(rows.main, 1, words('main.heading'), 'heading');
  sheet.height(rows.main, 20);
  let row = rows.main + 1;
  for (const { key, args, tone } of highlights(model, words)) {
    sheet.sentence(
      row,
      `• ${words(key, args)}`,
      ({ good: 'goodMark', bad: 'badMark', plain: 'plainMark' } as const)[tone],
    );
    row += 1;
  }
  sheet.sentence(row, words('headline'), 'subtitle');
  return row + 1;
}

function questionTable(book: Book, sheet: SheetWriter, top: number, cells: readonly number[]): void {
  const { words, answers } = book;
  const all = cells.reduce((sum, count) => sum + count, 0);
  const head = ['label', 'all', 'no', 'partly', 'yes', 'missing', 'n', 'yesShare', 'low', 'high', 'index', 'balance'];
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
    sheet.height(row, 30);
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
    sheet.put(row, 12, live(formulas.balance(c(3), c(5), c(7)), inPoints(balance(counts))), 'points');
  });
}

function chart({ words }: Book, sheet: SheetWriter, top: number, cells: readonly number[]): ChartSpec {
  const title = words('chart.all');
  const told = questions.map((question) => {
    const counts = countsOf(cells, question);
    return `${words(`indicator.${question}`)}: ${optionKeys.map((key) => `${words(`option.${key}`)} ${percent(counts[key] / Math.max(1, counts.n))}`).join(', ')}`;
  });
  return {
    kind: 'stacked100',
    title,
    description: `${title}. ${told.join('; ')}`,
    categories: {
      ref: sheetRef(sheet.name, ref(top + 1, columns + 2, true), ref(top + 2, columns + 2, true)),
      values: questions.map((question, offset) => {
        sheet.put(top + 1 + offset, columns + 2, words(`indicator.${question}`), 'helper');
        return words(`indicator.${question}`);
      }),
    },
    series: optionKeys.map((key) => {
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
  };
}
const optionKeys = ['yes', 'partly', 'no'] as const;

/** Four large figures over the table, each pointing to the cell it repeats. */
function keyFigures({ words, model }: Book, sheet: SheetWriter, top: number, cells: readonly number[]): void {
  const all = cells.reduce((sum, count) => sum + count, 0);
  const rate = responseRate(model);
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
    {
      from: 10,
      to: 12,
      content: rate ? rate.answers / rate.rendered : words('not-computed'),
      style: rate ? ('key' as const) : ('keyEmpty' as const),
      note: rate
        ? words(rate.covered === rate.services ? 'key.rate' : 'key.rate-part', {
            covered: rate.covered,
            all: rate.services,
          })
        : words('key.no-rate'),
    },
  ];
  for (const { from, to, content, style, note } of blocks) {
    sheet.put(rows.key, from, content, style);
    sheet.put(rows.key + 1, from, note, 'keyNote');
    if (to === from) continue;
    sheet.merge(rows.key, from, rows.key, to);
    sheet.merge(rows.key + 1, from, rows.key + 1, to);
  }
  sheet.height(rows.key, 38);
  sheet.height(rows.key + 1, 28);
}

/** Links to the other sheets. */
function contents({ words, model }: Book, sheet: SheetWriter, row: number): number {
  const keys = [
    'form',
    'services',
    'comparison',
    'regions',
    'channels',
    'dynamics',
    'changes',
    'matrix',
    ...(model.edition === 'internal' ? ['comments'] : []),
    'quality',
    'codebook',
    'method',
  ];
  keys.forEach((key, index) => {
    const name = words(`sheet.${key}`);
    sheet.link(row + Math.floor(index / 5), [1, 3, 5, 8, 10][index % 5] ?? 1, name);
  });
  return row + Math.ceil(keys.length / 5);
}

/** Both questions against the previous period; a sentence where there is none. Gives the next free row (0-based). */
function changes(book: Book, sheet: SheetWriter, top: number): number {
  const { words, model, answers } = book;
  sheet.put(top, 1, words('change.heading'), 'heading');
  const before = cellsOfPeriod(model, true);
  if (!showsPrevious(model)) {
    sheet.sentence(top + 1, words('change.none'), 'plain');
    return top + 2;
  }
  const after = cellsOfPeriod(model);
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
  sheet.put(row, 8, live(formulas.change(c(4), c(7)), inPoints(change?.value)), 'points');
  sheet.put(row, 9, live(formulas.changeLow(c(4), high1, c(7), low2), inPoints(change?.low)), 'points');
  sheet.put(row, 10, live(formulas.changeHigh(c(4), low1, c(7), high2), inPoints(change?.high)), 'points');
  sheet.put(row, 11, live(formulas.equalityP(c(3), c(2), c(6), c(5)), p), 'p');
  sheet.put(
    row,
    12,
    live(verdictFormula(words, c(11), c(8)), verdict(words, p, change?.value)),
    verdictMark(p, change?.value),
  );
}

export const verdictFormula = (words: Book['words'], p: string, change: string): string =>
  `IF(${p}="","",IF(${p}>=${SIGNIFICANT},"${words('verdict.same')}",IF(${change}>0,"${words('verdict.better')}","${words('verdict.worse')}")))`;

export function verdict(words: Book['words'], p: number | undefined, change: number | undefined): string | undefined {
  if (p === undefined || change === undefined) return undefined;
  return words(p >= SIGNIFICANT ? 'verdict.same' : change > 0 ? 'verdict.better' : 'verdict.worse');
}

/** Red for what became worse, green for what became better, grey for what cannot be told. */
export function verdictMark(p: number | undefined, change: number | undefined): 'mark' | 'markGood' | 'markBad' {
  if (p === undefined || change === undefined || p >= SIGNIFICANT) return 'mark';
  return change > 0 ? 'markGood' : 'markBad';
}
