import { sumBy, type CubeRow } from './cube.ts';
import type { ReportModel } from './report.ts';
import { publish, sumCells } from './suppress.ts';

/** By what answers are grouped. */
export type GroupDimension = 'act' | 'service' | 'region' | 'channel' | 'language' | 'month' | 'quarter';
export type GroupId = string | number;

/** After every code of a region, channel or language. */
export const NOT_STATED = 99;

export interface CountedGroup {
  readonly id: GroupId;
  readonly cells: readonly number[];
}

type Source = Pick<ReportModel, 'cube' | 'services'>;

/** What a row of the cube belongs to in a dimension: it sorts as people expect, «not stated» last. */
export function idOf(
  { services }: Pick<ReportModel, 'services'>,
  dimension: GroupDimension,
): (row: CubeRow) => GroupId {
  switch (dimension) {
    case 'service':
      return (row) => row.service;
    case 'act':
      return (row) => services[row.service]?.act ?? '';
    case 'month':
      return (row) => row.month;
    case 'quarter':
      return (row) => Math.floor(row.month / 3) * 3;
    default:
      return (row) => row[dimension] || NOT_STATED;
  }
}

/** The groups of one of the two periods by a dimension, sorted; every table of a report is made from them. */
export function groupsBy(model: Source, dimension: GroupDimension, previous = false): CountedGroup[] {
  const own = idOf(model, dimension);
  return [...sumBy(model.cube, (row) => (row.previous === previous ? own(row) : undefined))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, cells]) => ({ id, cells }));
}

/** Whether the public edition hides any group of a dimension; in the internal one none is hidden. */
export const folds = (
  model: Source & Pick<ReportModel, 'edition'>,
  dimension: GroupDimension,
  previous = false,
): boolean => model.edition === 'public' && publish(groupsBy(model, dimension, previous)).folded.length > 0;

/** The sixteen counts of a whole period. */
export const cellsOfPeriod = ({ cube }: Pick<ReportModel, 'cube'>, previous = false): number[] =>
  sumCells(cube.filter((row) => row.previous === previous));
