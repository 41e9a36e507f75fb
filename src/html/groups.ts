import type { CountedGroup, GroupDimension } from '../survey/groups.ts';
import { groupsBy } from '../survey/groups.ts';
import { groupName, type Words } from '../survey/names.ts';
import { MODEST, questions, SMALL, type Question, type ReportModel } from '../survey/report.ts';
import { balance, countsOf, index, share, wilson, type Counts } from '../survey/statistics.ts';
import { publish, sumCells } from '../survey/suppress.ts';
import { barsHtml } from './charts.ts';
import { countCell, indexCell, intervalCell, pointsCell, shareCell } from './numbers.ts';
import { escaped } from './page.ts';
import { tableHtml, type Line } from './table.ts';

export interface NamedGroup extends CountedGroup {
  readonly label: string;
}

/** The groups that this edition shows; the public one folds small ones into a line of their sum. */
export function namedGroups(model: ReportModel, words: Words, dimension: GroupDimension): readonly NamedGroup[] {
  const groups = groupsBy(model, dimension).map((group) => ({
    ...group,
    label: groupName(model, words, dimension, group.id),
  }));
  if (model.edition === 'internal') return groups;
  const { shown, folded } = publish(groups);
  if (folded.length === 0) return shown;
  return [...shown, { id: '', label: words('folded', { count: folded.length }), cells: sumCells(folded) }];
}

/** What is asked first stands first: a phone shows three or four columns. */
const columns = ['n', 'yesShare', 'interval', 'no', 'partly', 'yes', 'missing', 'index', 'balance', 'flag'] as const;
/** Only these are of use in their order; the others are sorted by their words. */
const ordered: ReadonlySet<GroupDimension> = new Set(['month', 'quarter']);

/** Both questions: how the answers of each group divide, as a drawing and as a table. */
export function groupBlocks(model: ReportModel, words: Words, dimension: GroupDimension): string {
  const groups = namedGroups(model, words, dimension);
  if (groups.length === 0) return '';
  const total = sumCells(groups);
  return questions.map((question) => block(words, question, dimension, groups, total)).join('');
}

function block(
  words: Words,
  question: Question,
  dimension: GroupDimension,
  groups: readonly NamedGroup[],
  total: readonly number[],
): string {
  const label = words(`head.label.${dimension}`);
  const name = `${label}: ${words(`question.${question}`)}`;
  const counted = groups.map((group) => ({ ...group, counts: countsOf(group.cells, question) }));
  const lines = counted.map(({ id, label: own, counts }): Line => ({
    label: own,
    ...(ordered.has(dimension) ? { order: Number(id) } : {}),
    cells: cellsOf(counts),
  }));
  const heads = [label, ...columns.map((key) => words(`head.${key}`))];
  const sum = { label: words('total'), cells: cellsOf(countsOf(total, question)) };
  return `<h3>${escaped(name)}</h3>${barsHtml(name, counted, words)}${tableHtml({ name, heads, lines, total: sum })}`;
}

function cellsOf(counts: Counts) {
  const { n, no, partly, yes, missing } = counts;
  return [
    countCell(n),
    shareCell(share(counts)),
    intervalCell(wilson(yes, n)),
    ...[no, partly, yes, missing].map(countCell),
    indexCell(index(counts)),
    pointsCell(balance(counts)),
    { text: n < SMALL ? `n < ${SMALL}` : n < MODEST ? `n < ${MODEST}` : '', value: n },
  ];
}
