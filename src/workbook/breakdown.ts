import { questions, type Question } from '../survey/report.ts';
import { MODEST, shortened, SMALL } from '../survey/report.ts';
import { balance, countsOf, index, share, wilson, type Counts } from '../survey/statistics.ts';
import type { Criterion, Dimension } from './answers.ts';
import { live, type Book } from './book.ts';
import { formulas, inPoints } from './formulas.ts';
import { ref, type Content, type SheetWriter } from './sheet.ts';
import type { StyleName } from './styles.ts';

/** One line of a table: what it is called, the value that answers carry for it, its sixteen counts. */
export interface Group {
  readonly label: string;
  readonly key: string;
  readonly cells: readonly number[];
}

/** Where a table ended up, for the charts and the other sheets that point to it. */
export interface TablePlace {
  readonly question: Question;
  readonly headRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  readonly groups: readonly Group[];
}

/** Columns of a table of groups; what stands after `flag` is for the formulas and the charts and is not printed. */
export const at = {
  number: 1,
  label: 2,
  all: 3,
  no: 4,
  partly: 5,
  yes: 6,
  missing: 7,
  n: 8,
  noShare: 9,
  partlyShare: 10,
  yesShare: 11,
  low: 12,
  high: 13,
  index: 14,
  balance: 15,
  flag: 16,
  key: 18,
  below: 19,
  above: 20,
  caption: 21,
  halfNo: 22,
  halfPartly: 23,
  restPartly: 24,
  restYes: 25,
} as const;
export const tableColumns = at.flag;
export const tableWidths = [4, 46, 8, 9, 10, 9, 9, 10, 9, 10, 10, 8, 8, 9, 9, 9, 3, 26, 7, 7, 30, 7, 7, 7, 7];

const headKeys = [
  'number',
  'label',
  'all',
  'no',
  'partly',
  'yes',
  'missing',
  'n',
  'noShare',
  'partlyShare',
  'yesShare',
  'low',
  'high',
  'index',
  'balance',
  'flag',
] as const;

const totalAll = (cells: readonly number[]): number => cells.reduce((sum, count) => sum + count, 0);

export const flagOf = (n: number): string => (n < SMALL ? `n < ${SMALL}` : n < MODEST ? `n < ${MODEST}` : '');

interface RowStyles {
  readonly text: StyleName;
  readonly count: StyleName;
  readonly share: StyleName;
}

/** The derived figures of a row whose counts stand in it. */
function derived(sheet: SheetWriter, row: number, counts: Counts, style: RowStyles): void {
  const c = (column: number) => ref(row, column);
  const { no, partly, yes, n } = counts;
  const interval = wilson(yes, n);
  const of = (part: number) => (n === 0 ? undefined : part / n);
  sheet.put(row, at.n, live(`${c(at.no)}+${c(at.partly)}+${c(at.yes)}`, n), style.count);
  sheet.put(row, at.noShare, live(formulas.share(c(at.no), c(at.n)), of(no)), style.share);
  sheet.put(row, at.partlyShare, live(formulas.share(c(at.partly), c(at.n)), of(partly)), style.share);
  sheet.put(row, at.yesShare, live(formulas.share(c(at.yes), c(at.n)), share(counts)), 'strong');
  sheet.put(row, at.low, live(formulas.wilsonLow(c(at.yes), c(at.n)), interval?.low), style.share);
  sheet.put(row, at.high, live(formulas.wilsonHigh(c(at.yes), c(at.n)), interval?.high), style.share);
  sheet.put(row, at.index, live(formulas.index(c(at.partly), c(at.yes), c(at.n)), index(counts)), 'index');
  sheet.put(row, at.balance, live(formulas.balance(c(at.no), c(at.yes), c(at.n)), inPoints(balance(counts))), 'points');
  sheet.put(row, at.flag, live(formulas.flag(c(at.n), SMALL, MODEST), flagOf(n)), 'mark');
}

/** What the charts are drawn from, to the right of the printed table. */
function helpers(sheet: SheetWriter, row: number, counts: Counts, label: string, number: number): void {
  const c = (column: number) => ref(row, column);
  const { no, partly, yes, n } = counts;
  const interval = wilson(yes, n);
  const put = (column: number, formula: string, value: number | undefined) =>
    sheet.put(row, column, live(formula, value), 'helper');
  put(at.below, `IF(${c(at.n)}=0,"",${c(at.yesShare)}-${c(at.low)})`, interval && yes / n - interval.low);
  put(at.above, `IF(${c(at.n)}=0,"",${c(at.high)}-${c(at.yesShare)})`, interval && interval.high - yes / n);
  sheet.put(row, at.caption, captionOf(label, number), 'helper');
  const of = (part: number) => (n === 0 ? undefined : part / n);
  put(at.halfNo, `IF(${c(at.n)}=0,"",-${c(at.noShare)})`, of(-no));
  put(at.halfPartly, `IF(${c(at.n)}=0,"",-${c(at.partlyShare)}/2)`, of(-partly / 2));
  put(at.restPartly, `IF(${c(at.n)}=0,"",${c(at.partlyShare)}/2)`, of(partly / 2));
  put(at.restYes, `IF(${c(at.n)}=0,"",${c(at.yesShare)})`, of(yes));
}

/** What a bar of a chart is called: as many letters as the axis leaves room for. */
export const captionOf = (label: string, number: number): string => `${number}. ${shortened(label, CAPTION)}`;
const CAPTION = 60;

/**
 * A table of groups for one question: counts, shares, Wilson limits, index, balance, flag; a total below.
 * `dimension` says by which column of the answers the groups are told apart; their key stands in the row.
 */
export function groupTable(
  book: Book,
  sheet: SheetWriter,
  top: number,
  question: Question,
  dimension: Dimension,
  groups: readonly Group[],
): TablePlace {
  const { words, answers } = book;
  const dropped = answers.dropped.has(dimension);
  // A dimension that the cube could not hold is counted without a formula.
  const counted = (formula: string, value: number): Content => (dropped ? value : live(formula, value));
  sheet.put(top, 1, `${words(`question.${question}`)}${dropped ? ` (${words('values-only')})` : ''}`, 'heading');
  sheet.height(top, 20);
  const headRow = top + 1;
  sheet.line(
    headRow,
    headKeys.map((key) => words(key === 'label' ? `head.label.${dimension}` : `head.${key}`)),
    'head',
  );
  sheet.put(headRow, at.key, words(dimension === 'service' ? 'head.key.service' : 'head.key'), 'helper');
  sheet.height(headRow, 42);
  const firstRow = headRow + 1;
  groups.forEach((group, offset) => {
    const row = firstRow + offset;
    const counts = countsOf(group.cells, question);
    const criteria: Criterion[] = [
      ['period', 1],
      [dimension, `$${ref(row, at.key)}`],
    ];
    sheet.line(row, [offset + 1, group.label], ['number', 'text']);
    sheet.put(row, at.key, group.key, 'helper');
    sheet.put(row, at.all, counted(answers.all(criteria), totalAll(group.cells)), 'count');
    for (const [option, column] of [
      [1, at.no],
      [2, at.partly],
      [3, at.yes],
    ] as const) {
      sheet.put(
        row,
        column,
        counted(answers.option(question, option, criteria), [counts.no, counts.partly, counts.yes][option - 1] ?? 0),
        'count',
      );
    }
    sheet.put(
      row,
      at.missing,
      live(`${ref(row, at.all)}-${ref(row, at.no)}-${ref(row, at.partly)}-${ref(row, at.yes)}`, counts.missing),
      'count',
    );
    derived(sheet, row, counts, { text: 'text', count: 'count', share: 'share' });
    helpers(sheet, row, counts, group.label, offset + 1);
  });
  const lastRow = firstRow + groups.length - 1;
  const totalRow = lastRow + 1;
  totalLine(book, sheet, totalRow, firstRow, question, groups);
  return { question, headRow, firstRow, lastRow, totalRow, groups };
}

function totalLine(
  book: Book,
  sheet: SheetWriter,
  row: number,
  firstRow: number,
  question: Question,
  groups: readonly Group[],
): void {
  const cells = groups.reduce<number[]>((sum, group) => group.cells.map((count, cell) => count + (sum[cell] ?? 0)), []);
  const counts = countsOf(cells, question);
  sheet.line(row, ['', book.words('total')], 'total');
  const sums: readonly (readonly [number, number])[] = [
    [at.all, totalAll(cells)],
    [at.no, counts.no],
    [at.partly, counts.partly],
    [at.yes, counts.yes],
    [at.missing, counts.missing],
  ];
  for (const [column, value] of sums) {
    sheet.put(row, column, live(`SUM(${ref(firstRow, column)}:${ref(row - 1, column)})`, value), 'totalCount');
  }
  derived(sheet, row, counts, { text: 'total', count: 'totalCount', share: 'strong' });
}

/** The same groups under both questions, one table below the other. */
export function bothTables(
  book: Book,
  sheet: SheetWriter,
  top: number,
  dimension: Dimension,
  groups: readonly Group[],
): readonly TablePlace[] {
  let row = top;
  return questions.map((question) => {
    const place = groupTable(book, sheet, row, question, dimension, groups);
    sheet.keepTogether(row, place.totalRow);
    row = place.totalRow + 2;
    return place;
  });
}
