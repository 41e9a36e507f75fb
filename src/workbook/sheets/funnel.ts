import type { Question } from '../../survey/report.ts';
import { SMALL } from '../../survey/report.ts';
import {
  countsOf,
  funnelLimits,
  placesOf,
  positionOf,
  share,
  Z95,
  Z998,
  type Counts,
  type Position,
} from '../../survey/statistics.ts';
import { sumCells } from '../../survey/suppress.ts';
import { at as table, tableColumns, tableWidths, type Group, type TablePlace } from '../breakdown.ts';
import { addChart, footer, live, newSheet, type Book } from '../book.ts';
import { floorOf, type Range, type Series } from '../charts.ts';
import { ref, sheetRef, type SheetWriter } from '../sheet.ts';
import { colours } from '../styles.ts';
import { headOf } from './groups.ts';

const at = {
  number: 1,
  label: 2,
  n: 3,
  share: 4,
  low: 5,
  high: 6,
  low998: 7,
  high998: 8,
  place: 9,
  position: 10,
  rendered: 13,
  rate: 15,
} as const;
const head = [
  'number',
  'label.service',
  'n',
  'yesShare',
  'funnelLow',
  'funnelHigh',
  'funnelLow998',
  'funnelHigh998',
  'place',
  'position',
] as const;
/** Columns that take more than one of the sheet: first -> last. */
const wide = [
  [at.position, at.position + 2],
  [at.rendered, at.rendered + 1],
  [at.rate, at.rate + 1],
] as const;
/** The grid from which the limits are drawn, in the columns that are not printed. */
const grid = { n: 19, mean: 20, low: 22, high: 23, low998: 24, high998: 25 } as const;
const STEPS = 24;
/** Height of the chart in rows. */
const CHART = 18;

interface Standing {
  readonly group: Group;
  readonly counts: Counts;
  readonly n: number;
  readonly share: number | undefined;
  readonly place: number | undefined;
}

/** Both questions, one table and one chart each. */
export function comparisonSheet(book: Book, places: readonly TablePlace[]): void {
  const sheet = newSheet(book, 'comparison', tableWidths, tableColumns);
  let row = 4;
  for (const place of places) row = funnelTable(book, sheet, row, place) + 1;
  sheet.print({ rows: row, ...headOf(places[0]?.groups ?? []), frozen: 3, footer: footer(book) });
}

/**
 * Services against the common share: limits of chance, position, and a place only for those outside the 95 % limits.
 * Gives the next free row.
 */
function funnelTable(book: Book, sheet: SheetWriter, top: number, place: TablePlace): number {
  const { words } = book;
  const { question, groups } = place;
  const common = share(countsOf(sumCells(groups), question)) ?? 0;
  const counted = groups.map(({ cells }) => countsOf(cells, question));
  const places = placesOf(counted, common);
  const standings = groups.flatMap((group, index): Standing[] => {
    const counts = counted[index];
    return counts ? [{ group, counts, n: counts.n, share: share(counts), place: places[index] }] : [];
  });
  sheet.put(top, 1, words('funnel.heading', { indicator: words(`indicator.${question}`) }), 'heading');
  const headRow = top + 1;
  sheet.line(
    headRow,
    head.map((key) => words(`head.${key}`)),
    'head',
  );
  sheet.put(headRow, at.rendered, words('head.rendered'), 'head');
  sheet.put(headRow, at.rate, words('head.rate'), 'head');
  for (const [from, to] of wide) sheet.merge(headRow, from, headRow, to);
  sheet.height(headRow, 54);
  const first = headRow + 1;
  standings.forEach((standing, index) => standingRow(book, sheet, first, index, place, standings, standing, common));
  gridRows(book, sheet, headRow, place, Math.max(...standings.map(({ n }) => n), SMALL), common);
  const last = first + groups.length - 1;
  const chartTop = Math.max(last + 1, headRow);
  sheet.keepTogether(top, last);
  sheet.keepTogether(chartTop + 1, chartTop + CHART);
  addChart(book, sheet, chart(book, sheet, first, last, headRow, question, standings, common), {
    from: { row: chartTop, column: 0 },
    to: { row: chartTop + CHART, column: tableColumns },
  });
  return Math.max(chartTop + CHART + 2, headRow + STEPS + 1);
}

const limitFormula = (sign: '-' | '+', common: string, n: string, z: string): string =>
  sign === '-'
    ? `MAX(0,${common}-${z}*SQRT(${common}*(1-${common})/${n}))`
    : `MIN(1,${common}+${z}*SQRT(${common}*(1-${common})/${n}))`;

function standingRow(
  book: Book,
  sheet: SheetWriter,
  first: number,
  index: number,
  place: TablePlace,
  standings: readonly Standing[],
  own: Standing,
  common: number,
): void {
  const { words, model } = book;
  const row = first + index;
  const last = first + standings.length - 1;
  const c = (column: number) => ref(row, column);
  const source = place.firstRow + index;
  const on = (at_: number, column: number, fixed = false) => sheetRef(words('sheet.services'), ref(at_, column, fixed));
  const mean = on(place.totalRow, table.yesShare, true);
  const inner = own.n === 0 ? undefined : funnelLimits(common, own.n, Z95);
  const outer = own.n === 0 ? undefined : funnelLimits(common, own.n, Z998);
  sheet.line(row, [index + 1, own.group.label], ['number', 'text']);
  sheet.put(row, at.n, live(on(source, table.n), own.n), 'count');
  sheet.put(row, at.share, live(on(source, table.yesShare), own.share), 'strong');
  for (const [column, sign, z, value] of [
    [at.low, '-', 'z_95', inner?.low],
    [at.high, '+', 'z_95', inner?.high],
    [at.low998, '-', 'z_998', outer?.low],
    [at.high998, '+', 'z_998', outer?.high],
  ] as const) {
    sheet.put(row, column, live(`IF(${c(at.n)}=0,"",${limitFormula(sign, mean, c(at.n), z)})`, value), 'share');
  }
  const ns = `${ref(first, at.n, true)}:${ref(last, at.n, true)}`;
  const shares = `${ref(first, at.share, true)}:${ref(last, at.share, true)}`;
  sheet.put(
    row,
    at.place,
    live(
      `IF(${c(at.n)}<${SMALL},"–",IF(OR(${c(at.share)}<${c(at.low)},${c(at.share)}>${c(at.high)}),1+SUMPRODUCT((${ns}>=${SMALL})*(${shares}>${c(at.share)})),"–"))`,
      own.place ?? '–',
    ),
    'count',
  );
  const position = positionOf(own.counts, common);
  sheet.put(
    row,
    at.position,
    live(positionFormula(words, c), positionWords(words, position)),
    position.endsWith('elow') ? 'markBad' : position.endsWith('bove') ? 'markGood' : 'mark',
  );
  for (const [from, to] of wide) sheet.merge(row, from, row, to);
  const service = model.services.findIndex(({ address }) => address === own.group.key);
  const rendered = model.volumes.get(service);
  const all = own.group.cells.reduce((sum, count) => sum + count, 0);
  sheet.put(row, at.rendered, rendered ?? words('not-computed'), rendered === undefined ? 'quiet' : 'count');
  sheet.put(
    row,
    at.rate,
    rendered ? live(`${on(source, table.all)}/${c(at.rendered)}`, all / rendered) : words('not-computed'),
    rendered ? 'share' : 'quiet',
  );
}

const positionWords = (words: Book['words'], position: Position): string =>
  position === 'small' ? `n < ${SMALL}` : words(`position.${position}`);

const positionFormula = (words: Book['words'], c: (column: number) => string): string =>
  `IF(${c(at.n)}<${SMALL},"n < ${SMALL}",IF(${c(at.share)}>${c(at.high998)},"${words('position.farAbove')}",IF(${c(at.share)}>${c(at.high)},"${words('position.above')}",IF(${c(at.share)}<${c(at.low998)},"${words('position.farBelow')}",IF(${c(at.share)}<${c(at.low)},"${words('position.below')}","${words('position.within')}")))))`;

const gridN = (most: number, step: number): number => Math.round(5 * Math.pow((most * 1.15) / 5, step / (STEPS - 1)));

function gridRows(
  { words }: Book,
  sheet: SheetWriter,
  headRow: number,
  place: TablePlace,
  most: number,
  common: number,
): void {
  const mean = sheetRef(words('sheet.services'), ref(place.totalRow, table.yesShare, true));
  for (let step = 0; step < STEPS; step += 1) {
    const row = headRow + step;
    const n = gridN(most, step);
    const [inner, outer] = [funnelLimits(common, n, Z95), funnelLimits(common, n, Z998)];
    const own = ref(row, grid.n);
    sheet.put(row, grid.n, n, 'helper');
    sheet.put(row, grid.mean, live(mean, common), 'helper');
    sheet.put(row, grid.low, live(limitFormula('-', mean, own, 'z_95'), inner.low), 'helper');
    sheet.put(row, grid.high, live(limitFormula('+', mean, own, 'z_95'), inner.high), 'helper');
    sheet.put(row, grid.low998, live(limitFormula('-', mean, own, 'z_998'), outer.low), 'helper');
    sheet.put(row, grid.high998, live(limitFormula('+', mean, own, 'z_998'), outer.high), 'helper');
  }
}

function chart(
  book: Book,
  sheet: SheetWriter,
  first: number,
  last: number,
  headRow: number,
  question: Question,
  standings: readonly Standing[],
  common: number,
) {
  const { words } = book;
  const most = Math.max(...standings.map(({ n }) => n), SMALL);
  const column = (
    number: number,
    from: number,
    to: number,
    values: readonly (number | undefined)[],
  ): Range<number | undefined> => ({
    ref: sheetRef(sheet.name, ref(from, number, true), ref(to, number, true)),
    values,
  });
  const steps = Array.from({ length: STEPS }, (_, step) => gridN(most, step));
  const x = column(grid.n, headRow, headRow + STEPS - 1, steps);
  const line = (
    name: string,
    number: number,
    colour: string,
    draw: 'line' | 'dashed',
    value: (n: number) => number,
  ): Series => ({
    name,
    colour,
    draw,
    x,
    values: column(number, headRow, headRow + STEPS - 1, steps.map(value)),
  });
  const title = `${words('chart.funnel')}: ${words(`indicator.${question}`)}`;
  const lowest = Math.min(...standings.map((one) => one.share ?? 1), funnelLimits(common, 15, Z998).low);
  return {
    kind: 'funnel' as const,
    title,
    description: title,
    xTitle: words('chart.n'),
    yTitle: words('head.yesShare'),
    floor: floorOf(lowest),
    series: [
      line(words('chart.mean'), grid.mean, colours.head, 'line', () => common),
      line(`${words('chart.limit95')} ↓`, grid.low, colours.quiet, 'dashed', (n) => funnelLimits(common, n, Z95).low),
      line(`${words('chart.limit95')} ↑`, grid.high, colours.quiet, 'dashed', (n) => funnelLimits(common, n, Z95).high),
      line(`${words('chart.limit998')} ↓`, grid.low998, colours.no, 'dashed', (n) => funnelLimits(common, n, Z998).low),
      line(
        `${words('chart.limit998')} ↑`,
        grid.high998,
        colours.no,
        'dashed',
        (n) => funnelLimits(common, n, Z998).high,
      ),
      {
        name: words('chart.services'),
        colour: colours.yes,
        draw: 'points' as const,
        labels: standings.map((_, index) => String(index + 1)),
        x: column(
          at.n,
          first,
          last,
          standings.map(({ n }) => n),
        ),
        values: column(
          at.share,
          first,
          last,
          standings.map((one) => one.share),
        ),
      },
    ],
  };
}
