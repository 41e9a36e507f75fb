import { options, questions, type Question } from '../survey/report.ts';
import { CUBE_ROWS, fitted, type CubeRow } from '../survey/cube.ts';
import { monthOf, yearOfMonth } from '../survey/days.ts';
import type { ReportModel } from '../survey/report.ts';
import { labelOf, quarterNumber, type Words } from '../survey/names.ts';
import { ref, sheetRef } from './sheet.ts';

/** The columns by which answers are counted, in the order of the sheet of answers. */
export const dimensions = ['period', 'act', 'service', 'region', 'channel', 'language', 'month', 'quarter'] as const;
export type Dimension = (typeof dimensions)[number];

/** A condition of a count: the dimension equals what stands in a cell, or a number. */
export type Criterion = readonly [Dimension, string | number];

export interface AnswersSheet {
  readonly kind: 'rows' | 'cube';
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: number;
  /** One sheet row as plain values; strings stay strings whatever they begin with. */
  row(index: number): readonly (string | number)[];
  /** Names of the workbook for the columns: name -> range. */
  readonly names: ReadonlyMap<string, string>;
  /** Widths and kinds of the columns. */
  readonly columns: readonly { readonly width: number; readonly kind: 'text' | 'count' | 'date' }[];
}

export const monthLabel = (month: number): string =>
  `${yearOfMonth(month)}-${String((month % 12) + 1).padStart(2, '0')}`;
export const quarterLabel = (month: number): string => `${yearOfMonth(month)}-${quarterNumber(month)}`;
/** Days as Excel counts them: 1 = 1900-01-01, and 1900 taken for a leap year. */
export const excelDay = (day: number): number => day + 25569;

function dimensionValues(
  model: ReportModel,
  words: Words,
  row: Pick<CubeRow, 'previous' | 'service' | 'region' | 'channel' | 'language' | 'month'>,
): (string | number)[] {
  const service = model.services[row.service];
  return [
    row.previous ? 0 : 1,
    service?.act ?? '',
    service?.address ?? '',
    labelOf(model, words, 'region', row.region),
    labelOf(model, words, 'channel', row.channel),
    labelOf(model, words, 'language', row.language),
    monthLabel(row.month),
    quarterLabel(row.month),
  ];
}

const jointName = (quality: number, accessibility: number): string => `j${quality}${accessibility}`;

/** Counting formulas over the sheet of answers: COUNTIFS over single answers, SUMIFS over the cube; the same words for both. */
export class Answers {
  readonly sheet: AnswersSheet;
  private readonly words: Words;

  /** Dimensions that the cube had to give up: what is counted by them stands as values. */
  readonly dropped: ReadonlySet<string>;

  constructor(model: ReportModel, words: Words) {
    this.words = words;
    const { rows, dropped } = model.kept ? { rows: [], dropped: new Set<string>() } : fitted(model.cube, CUBE_ROWS);
    this.dropped = dropped;
    this.sheet = model.kept ? rowsSheet(model, words, model.kept) : cubeSheet(model, words, rows, dropped);
  }

  private conditions(criteria: readonly Criterion[]): string {
    return criteria.map(([dimension, value]) => `${this.words(`name.${dimension}`)},${value}`).join(',');
  }

  /** All accepted answers under the conditions. */
  all(criteria: readonly Criterion[]): string {
    const conditions = this.conditions(criteria);
    return this.sheet.kind === 'rows' ? `COUNTIFS(${conditions})` : `SUMIFS(${this.words('name.n')},${conditions})`;
  }

  option(question: Question, option: number, criteria: readonly Criterion[]): string {
    const conditions = this.conditions(criteria);
    return this.sheet.kind === 'rows'
      ? `COUNTIFS(${conditions},${this.words(`name.${question}`)},${option})`
      : `SUMIFS(${this.words(`name.${question}`)}_${option},${conditions})`;
  }

  joint(quality: number, accessibility: number, criteria: readonly Criterion[]): string {
    const conditions = this.conditions(criteria);
    return this.sheet.kind === 'rows'
      ? `COUNTIFS(${conditions},${this.words('name.quality')},${quality},${this.words('name.accessibility')},${accessibility})`
      : `SUMIFS(${jointName(quality, accessibility)},${conditions})`;
  }
}

function namesOf(sheet: string, rows: number, names: readonly (string | undefined)[]): Map<string, string> {
  const last = Math.max(2, rows + 1);
  return new Map(
    names.flatMap((name, index) =>
      name ? [[name, sheetRef(sheet, ref(2, index + 1, true), ref(last, index + 1, true))] as const] : [],
    ),
  );
}

function rowsSheet(model: ReportModel, words: Words, kept: NonNullable<ReportModel['kept']>): AnswersSheet {
  const sheet = words('sheet.data');
  const headings = ['id', 'date', ...dimensions, 'quality', 'accessibility'];
  return {
    kind: 'rows',
    sheet,
    headings: headings.map((key) => words(`column.${key}`)),
    rows: kept.length,
    row(index) {
      const one = kept[index];
      if (!one) return [];
      const answer = (value: number) => (value === 0 ? '' : value);
      return [
        one.id,
        excelDay(one.day),
        ...dimensionValues(model, words, { ...one, month: monthOf(one.day) }),
        answer(one.quality),
        answer(one.accessibility),
      ];
    },
    names: namesOf(sheet, kept.length, [
      undefined,
      undefined,
      ...[...dimensions, ...questions].map((key) => words(`name.${key}`)),
    ]),
    columns: [
      { width: 16, kind: 'text' },
      { width: 11, kind: 'date' },
      { width: 9, kind: 'count' },
      { width: 16, kind: 'text' },
      { width: 34, kind: 'text' },
      { width: 28, kind: 'text' },
      { width: 24, kind: 'text' },
      { width: 14, kind: 'text' },
      { width: 9, kind: 'text' },
      { width: 9, kind: 'text' },
      { width: 9, kind: 'count' },
      { width: 12, kind: 'count' },
    ],
  };
}

function cubeSheet(
  model: ReportModel,
  words: Words,
  rows: readonly CubeRow[],
  dropped: ReadonlySet<string>,
): AnswersSheet {
  const sheet = words('sheet.cube');
  const perQuestion = questions.flatMap((question) =>
    options.map((option) => `${words(`name.${question}`)}_${option}`),
  );
  const joints = options.flatMap((quality) => options.map((accessibility) => jointName(quality, accessibility)));
  const names = [...dimensions.map((key) => words(`name.${key}`)), words('name.n'), ...perQuestion, ...joints];
  return {
    kind: 'cube',
    sheet,
    headings: [...dimensions.map((key) => words(`column.${key}`)), words('column.all'), ...perQuestion, ...joints],
    rows: rows.length,
    row(index) {
      const one = rows[index];
      if (!one) return [];
      const { cells } = one;
      const cell = (quality: number, accessibility: number) => cells[quality * 4 + accessibility] ?? 0;
      const sum = (of: (other: number) => number) => [0, 1, 2, 3].reduce((total, other) => total + of(other), 0);
      return [
        ...dimensionValues(model, words, one).map((value, place) =>
          dropped.has(dimensions[place] ?? '') ? words('total') : value,
        ),
        cells.reduce((total, count) => total + count, 0),
        ...options.map((option) => sum((other) => cell(option, other))),
        ...options.map((option) => sum((other) => cell(other, option))),
        ...options.flatMap((quality) => options.map((accessibility) => cell(quality, accessibility))),
      ];
    },
    names: namesOf(sheet, rows.length, names),
    columns: names.map((_, index) =>
      index === 0 || index >= dimensions.length
        ? { width: 9, kind: 'count' as const }
        : { width: index === 2 ? 34 : 18, kind: 'text' as const },
    ),
  };
}
