import { emptyCells } from '../../survey/cube.ts';
import { folds, groupsBy, type CountedGroup, type GroupDimension, type GroupId } from '../../survey/groups.ts';
import { groupName } from '../../survey/names.ts';
import { publish, sumCells } from '../../survey/suppress.ts';
import { monthLabel, quarterLabel } from '../answers.ts';
import { bothTables, tableColumns, tableWidths, type Group, type TablePlace } from '../breakdown.ts';
import { addChart, footer, newSheet, type Book } from '../book.ts';
import { divergingChart, stackedChart, trendChart } from '../pictures.ts';
import type { SheetWriter } from '../sheet.ts';

/** The groups of the current period by a dimension, in the order of their codes. */
export function groupsOf(book: Book, dimension: GroupDimension): Group[] {
  return book.model.edition === 'public' ? published(book, allGroups(book, dimension)) : allGroups(book, dimension);
}

/** The public edition folds small groups, and one more where needed, into a line of their sum. */
function published({ words }: Book, groups: readonly (Group & CountedGroup)[]): Group[] {
  const { shown, folded } = publish(groups);
  if (folded.length === 0) return [...shown];
  return [...shown, { label: words('folded', { count: folded.length }), key: '', cells: sumCells(folded) }];
}

/** What a group is called, and what the answers carry for it. */
export function namesOf({ model, words }: Book, dimension: GroupDimension, id: GroupId): Omit<Group, 'cells'> {
  const label = groupName(model, words, dimension, id);
  switch (dimension) {
    case 'service':
      return { label, key: model.services[Number(id)]?.address ?? '' };
    case 'act':
      return { label, key: String(id) };
    case 'month':
      return { label, key: monthLabel(Number(id)) };
    case 'quarter':
      return { label, key: quarterLabel(Number(id)) };
    default:
      return { label, key: label };
  }
}

const allGroups = (book: Book, dimension: GroupDimension): (Group & CountedGroup)[] =>
  groupsBy(book.model, dimension).map((group) => ({ ...namesOf(book, dimension, group.id), ...group }));

/** Charts below the tables, one under another, none of them cut by the end of a page. Gives the next free row. */
function below(
  book: Book,
  sheet: SheetWriter,
  row: number,
  height: number,
  specs: readonly Parameters<typeof addChart>[2][],
): number {
  let from = row + 1;
  for (const spec of specs) {
    sheet.keepTogether(from, from + height);
    // Chart anchors count rows from 0.
    addChart(book, sheet, spec, {
      from: { row: from - 1, column: 0 },
      to: { row: from - 1 + height, column: tableColumns },
    });
    from += height + 1;
  }
  return from;
}

/** In rows of the sheet; a chart of many bars takes a page. */
const chartHeight = (groups: number): number => Math.min(39, Math.max(10, 6 + Math.ceil(groups * 1.3)));

/** A table that may run over a page repeats its head; all the tables of a sheet have the same columns. */
export const headOf = (groups: readonly unknown[]) => (groups.length > 14 ? { head: 5 } : {});

const endOf = (places: readonly TablePlace[]): number => (places.at(-1)?.totalRow ?? 4) + 1;

/** A sheet with one dimension: both tables, the division of answers for each question. */
export function plainGroupSheet(book: Book, name: 'regions', dimension: GroupDimension): void {
  const sheet = newSheet(book, name, tableWidths, tableColumns);
  const groups = groupsOf(book, dimension);
  const places = bothTables(book, sheet, 4, dimension, groups);
  const charts = below(
    book,
    sheet,
    endOf(places),
    chartHeight(groups.length),
    places.map((place) => stackedChart(book, sheet, place)),
  );
  sheet.print({ rows: charts, ...headOf(groups), frozen: 3, footer: footer(book) });
}

/** Services, then the acts they belong to. */
export function servicesSheet(book: Book): readonly TablePlace[] {
  const sheet = newSheet(book, 'services', tableWidths, tableColumns);
  const groups = groupsOf(book, 'service');
  const places = bothTables(book, sheet, 4, 'service', groups);
  const height = chartHeight(groups.length);
  const charts = below(book, sheet, endOf(places), height, [
    ...places.map((place) => stackedChart(book, sheet, place)),
    ...places.map((place) => divergingChart(book, sheet, place)),
  ]);
  let row = charts + 1;
  // An act less its services shown would be the service hidden: with a folded service the acts are not published.
  if (!folds(book.model, 'service')) {
    row = endOf(bothTables(book, sheet, row, 'act', groupsOf(book, 'act'))) + 1;
  }
  sheet.print({ rows: row, ...headOf(groups), frozen: 3, footer: footer(book) });
  return places;
}

/** Channels and languages. */
export function channelsSheet(book: Book): void {
  const sheet = newSheet(book, 'channels', tableWidths, tableColumns);
  const places = bothTables(book, sheet, 4, 'channel', groupsOf(book, 'channel'));
  const charts = below(
    book,
    sheet,
    endOf(places),
    chartHeight(places[0]?.groups.length ?? 0),
    places.map((place) => stackedChart(book, sheet, place)),
  );
  const languages = bothTables(book, sheet, charts + 1, 'language', groupsOf(book, 'language'));
  sheet.print({ rows: endOf(languages), frozen: 3, footer: footer(book) });
}

/** Months with gaps filled (a month without answers is a gap in the line, not a missing point), then quarters. */
export function trendTables(book: Book, sheet: SheetWriter, top: number): number {
  let charts = top;
  // Quarters less the months shown would be the month hidden: with a small month only quarters are published.
  if (!folds(book.model, 'month')) {
    const places = bothTables(book, sheet, top, 'month', filled(book));
    charts = below(book, sheet, endOf(places), 18, [trendChart(book, sheet, places)]);
  }
  const quarters = bothTables(book, sheet, charts, 'quarter', groupsOf(book, 'quarter'));
  return endOf(quarters);
}

function filled(book: Book): Group[] {
  const sums = new Map(groupsBy(book.model, 'month').map(({ id, cells }) => [Number(id), cells]));
  const months = [...sums.keys()];
  const first = Math.min(...months);
  const count = months.length === 0 ? 0 : Math.max(...months) - first + 1;
  return Array.from({ length: count }, (_, offset) => {
    const month = first + offset;
    return { ...namesOf(book, 'month', month), cells: sums.get(month) ?? emptyCells() };
  });
}
