import { countsOf, wilson } from '../survey/statistics.ts';
import { at, captionOf, type Group, type TablePlace } from './breakdown.ts';
import type { Book } from './book.ts';
import { floorOf, type ChartSpec, type Range, type Series } from './charts.ts';
import { ref, sheetRef, type SheetWriter } from './sheet.ts';
import { colours } from './styles.ts';

const column = (sheet: SheetWriter, place: TablePlace, number: number): string =>
  sheetRef(sheet.name, ref(place.firstRow, number, true), ref(place.lastRow, number, true));

const ranged = <T>(
  sheet: SheetWriter,
  place: TablePlace,
  number: number,
  value: (group: Group, index: number) => T,
): Range<T> => ({
  ref: column(sheet, place, number),
  values: place.groups.map(value),
});

const captions = (sheet: SheetWriter, place: TablePlace): Range<string> =>
  ranged(sheet, place, at.caption, (group, index) => captionOf(group.label, index + 1));

/** How the answers divide, one bar of full length per group. */
export function stackedChart(book: Book, sheet: SheetWriter, place: TablePlace): ChartSpec {
  const { words } = book;
  const of = (key: 'no' | 'partly' | 'yes'): Series => ({
    name: words(`option.${key}`),
    colour: colours[key],
    values: ranged(sheet, place, at[key], (group) => countsOf(group.cells, place.question)[key]),
  });
  const title = `${words(`chart.stacked`)}: ${words(`indicator.${place.question}`)}`;
  return {
    kind: 'stacked100',
    title,
    description: title,
    categories: captions(sheet, place),
    series: [of('yes'), of('partly'), of('no')],
  };
}

/** Dissatisfied to the left, satisfied to the right, «частично» divided by the middle. */
export function divergingChart(book: Book, sheet: SheetWriter, place: TablePlace): ChartSpec {
  const { words } = book;
  const of = (
    name: string,
    number: number,
    colour: string,
    value: (counts: { no: number; partly: number; yes: number }) => number,
  ): Series => ({
    name,
    colour,
    values: ranged(sheet, place, number, (group) => {
      const counts = countsOf(group.cells, place.question);
      return counts.n === 0 ? undefined : value(counts) / counts.n;
    }),
  });
  const title = `${words('chart.diverging')}: ${words(`indicator.${place.question}`)}`;
  return {
    kind: 'diverging',
    title,
    description: title,
    categories: captions(sheet, place),
    series: [
      of(words('option.partlyHalf'), at.halfPartly, colours.partly, ({ partly }) => -partly / 2),
      of(words('option.no'), at.halfNo, colours.no, ({ no }) => -no),
      of(words('option.partlyHalf'), at.restPartly, colours.partly, ({ partly }) => partly / 2),
      of(words('option.yes'), at.restYes, colours.yes, ({ yes }) => yes),
    ],
  };
}

/** Shares over time with their intervals, both questions. */
export function trendChart(book: Book, sheet: SheetWriter, places: readonly TablePlace[]): ChartSpec {
  const { words } = book;
  const [first] = places;
  const series = places.map((place, index): Series => {
    const part = (pick: (share: number, low: number, high: number) => number) => (group: Group) => {
      const { yes, n } = countsOf(group.cells, place.question);
      const interval = wilson(yes, n);
      return interval && pick(yes / n, interval.low, interval.high);
    };
    return {
      name: words(`indicator.${place.question}`),
      colour: index === 0 ? colours.head : 'C77B30',
      values: ranged(
        sheet,
        place,
        at.yesShare,
        part((share) => share),
      ),
      errors: {
        minus: ranged(
          sheet,
          place,
          at.below,
          part((share, low) => share - low),
        ),
        plus: ranged(
          sheet,
          place,
          at.above,
          part((share, _low, high) => high - share),
        ),
      },
    };
  });
  const lows = places.flatMap((place) =>
    place.groups.flatMap((group) => {
      const { yes, n } = countsOf(group.cells, place.question);
      const interval = wilson(yes, n);
      return interval ? [interval.low] : [];
    }),
  );
  return {
    kind: 'trend',
    title: words('chart.trend'),
    description: words('chart.trend'),
    ...(first ? { categories: ranged(sheet, first, at.label, ({ label }) => label) } : {}),
    series,
    floor: floorOf(Math.min(1, ...lows)),
    yTitle: words('head.yesShare'),
  };
}
