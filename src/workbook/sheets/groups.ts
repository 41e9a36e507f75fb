import { emptyCells, sumBy, type CubeRow } from '../../survey/cube.ts';
import { titleOf } from '../../survey/report.ts';
import { publish, sumCells } from '../../survey/suppress.ts';
import { labelOf, monthLabel, quarterLabel, type Dimension } from '../answers.ts';
import { bothTables, tableColumns, tableWidths, type Group, type TablePlace } from '../breakdown.ts';
import { addChart, footer, newSheet, type Book } from '../book.ts';
import { funnelTable } from './funnel.ts';
import { divergingChart, stackedChart, trendChart } from '../pictures.ts';
import type { SheetWriter } from '../sheet.ts';

/** After every code of a region, channel or language. */
const NOT_STATED = 99;

const current = (rows: readonly CubeRow[]): CubeRow[] => rows.filter(({ previous }) => !previous);

/** The groups of the current period by a dimension, in the order of their codes. */
export function groupsOf(book: Book, dimension: Exclude<Dimension, 'period'>): Group[] {
  return book.model.edition === 'public' ? published(book, allGroups(book, dimension)) : allGroups(book, dimension);
}

/** The public edition folds small groups, and one more where needed, into a line of their sum. */
export function published({ words }: Book, groups: readonly Group[]): Group[] {
  const { shown, folded } = publish(groups);
  if (folded.length === 0) return [...shown];
  return [...shown, { label: words('folded', { count: folded.length }), key: '', cells: sumCells(folded) }];
}

function allGroups({ model, words }: Book, dimension: Exclude<Dimension, 'period'>): Group[] {
  const rows = current(model.cube);
  const keyed = (
    keyOf: (row: CubeRow) => string | number,
    labels: (key: string | number) => { label: string; key: string },
  ): Group[] =>
    [...sumBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cells]) => ({ ...labels(key), cells }));
  switch (dimension) {
    case 'service':
      return keyed(
        (row) => row.service,
        (key) => {
          const service = model.services[Number(key)];
          return { label: service ? titleOf(service, model.language) : '', key: service?.address ?? '' };
        },
      );
    case 'act':
      return keyed(
        (row) => model.services[row.service]?.act ?? '',
        (key) => ({ label: String(key), key: String(key) }),
      );
    case 'month':
      return keyed(
        (row) => row.month,
        (key) => ({ label: monthLabel(Number(key)), key: monthLabel(Number(key)) }),
      );
    case 'quarter':
      return keyed(
        (row) => Math.floor(row.month / 3) * 3,
        (key) => ({ label: quarterLabel(Number(key)), key: quarterLabel(Number(key)) }),
      );
    default:
      return keyed(
        // «Not stated» comes last.
        (row) => row[dimension] || NOT_STATED,
        (code) => {
          const key = code === NOT_STATED ? 0 : code;
          const label = labelOf(model, words, dimension, Number(key));
          return { label, key: label };
        },
      );
  }
}

/** Charts below the tables: two beside each other. */
function below(
  book: Book,
  sheet: SheetWriter,
  row: number,
  height: number,
  specs: readonly Parameters<typeof addChart>[2][],
): number {
  sheet.newPage(row + 1);
  specs.forEach((spec, index) => {
    const from = row + 1 + Math.floor(index / 2) * (height + 1);
    const columns: readonly [number, number] =
      specs.length === 1 ? [0, tableColumns] : index % 2 === 0 ? [0, 6] : [6, tableColumns];
    addChart(book, sheet, spec, {
      from: { row: from, column: columns[0] },
      to: { row: from + height, column: columns[1] },
    });
  });
  return row + 1 + Math.ceil(specs.length / 2) * (height + 1);
}

const chartHeight = (groups: number): number => Math.min(60, Math.max(13, 7 + groups * 2));

/** A table that may run over a page repeats its head; the other tables of such a sheet have the same columns. */
const headOf = (groups: readonly Group[]) => (groups.length > 14 ? { head: 5 } : {});

const endOf = (places: readonly TablePlace[]): number => (places.at(-1)?.totalRow ?? 4) + 1;

/** A sheet with one dimension: both tables, the division of answers for each question. */
export function plainGroupSheet(book: Book, name: 'regions', dimension: Exclude<Dimension, 'period'>): void {
  const sheet = newSheet(book, name, tableColumns);
  sheet.widths(tableWidths);
  const groups = groupsOf(book, dimension);
  const places = bothTables(book, sheet, 4, dimension, groups);
  const end = below(
    book,
    sheet,
    endOf(places),
    chartHeight(groups.length),
    places.map((place) => stackedChart(book, sheet, place)),
  );
  sheet.print(tableColumns, { rows: end, ...headOf(groups), frozen: 3, footer: footer(book) });
}

/** Services, then the acts they belong to. */
export function servicesSheet(book: Book): readonly TablePlace[] {
  const sheet = newSheet(book, 'services', tableColumns);
  sheet.widths(tableWidths);
  const groups = groupsOf(book, 'service');
  const places = bothTables(book, sheet, 4, 'service', groups);
  const height = chartHeight(groups.length);
  const charts = below(book, sheet, endOf(places), height, [
    ...places.map((place) => stackedChart(book, sheet, place)),
    ...places.map((place) => divergingChart(book, sheet, place)),
  ]);
  let row = charts + 1;
  for (const place of places) {
    sheet.newPage(row);
    row = funnelTable(book, sheet, row, place);
  }
  // An act less its services shown would be the service hidden: with a folded service the acts are not published.
  if (!folds(book, 'service')) {
    sheet.newPage(row);
    row = endOf(bothTables(book, sheet, row, 'act', groupsOf(book, 'act')));
  }
  sheet.print(tableColumns, { rows: row, ...headOf(groups), frozen: 3, footer: footer(book) });
  return places;
}

/** Whether the public edition hides any group of a dimension. */
const folds = (book: Book, dimension: Exclude<Dimension, 'period'>): boolean =>
  book.model.edition === 'public' && publish(allGroups(book, dimension)).folded.length > 0;

/** Channels and languages. */
export function channelsSheet(book: Book): void {
  const sheet = newSheet(book, 'channels', tableColumns);
  sheet.widths(tableWidths);
  const places = bothTables(book, sheet, 4, 'channel', groupsOf(book, 'channel'));
  const charts = below(
    book,
    sheet,
    endOf(places),
    chartHeight(places[0]?.groups.length ?? 0),
    places.map((place) => stackedChart(book, sheet, place)),
  );
  const languages = bothTables(book, sheet, charts + 1, 'language', groupsOf(book, 'language'));
  sheet.print(tableColumns, { rows: endOf(languages), frozen: 3, footer: footer(book) });
}

/** Months with gaps filled (a month without answers is a gap in the line, not a missing point), then quarters. */
export function trendTables(book: Book, sheet: SheetWriter, top: number): number {
  let charts = top - 1;
  // Quarters less the months shown would be the month hidden: with a small month only quarters are published.
  if (!folds(book, 'month')) {
    const places = bothTables(book, sheet, top, 'month', filled(book));
    charts = below(book, sheet, endOf(places), 20, [trendChart(book, sheet, places)]);
  }
  const quarters = bothTables(book, sheet, charts + 1, 'quarter', groupsOf(book, 'quarter'));
  return endOf(quarters);
}

function filled(book: Book): Group[] {
  const sums = sumBy(current(book.model.cube), (row) => row.month);
  const months = [...sums.keys()];
  const first = Math.min(...months);
  const count = months.length === 0 ? 0 : Math.max(...months) - first + 1;
  return Array.from({ length: count }, (_, offset) => {
    const label = monthLabel(first + offset);
    return { label, key: label, cells: sums.get(first + offset) ?? emptyCells() };
  });
}
