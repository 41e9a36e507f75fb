import { changesBy, comparedDimensions, type Change } from '../survey/changes.ts';
import { cellsOfPeriod, groupsBy, idOf, type GroupDimension, type GroupId } from '../survey/groups.ts';
import { percent } from '../survey/highlights.ts';
import { groupName, methodParagraphs, type Words } from '../survey/names.ts';
import {
  indicatorOf,
  options,
  questions,
  rejectReasons,
  remarks,
  SMALL,
  targetOf,
  type Question,
  type ReportModel,
} from '../survey/report.ts';
import {
  countsOf,
  difference,
  outcomeOf,
  placesOf,
  positionOf,
  share,
  SIGNIFICANT,
  wilson,
} from '../survey/statistics.ts';
import { publish } from '../survey/suppress.ts';
import { funnelHtml } from './charts.ts';
import { namedGroups } from './groups.ts';
import { countCell, intervalCell, pCell, pointsCell, pointsIntervalCell, shareCell } from './numbers.ts';
import { escaped } from './page.ts';
import { tableHtml, type Cell, type Line } from './table.ts';

const heads = (words: Words, keys: readonly string[]): string[] => keys.map((key) => words(`head.${key}`));

/** The table of indicators of the service standards: норматив, цель, факт. */
export function formHtml(model: ReportModel, words: Words): string {
  const services = groupsBy(model, 'service');
  const shown = model.edition === 'public' ? publish(services).shown : services;
  const tables = questions.map((question) => {
    const lines = shown.map(({ id, cells }): Line => {
      const counts = countsOf(cells, question);
      const target = targetOf(model, Number(id), question);
      const [fact, interval] = [share(counts), wilson(counts.yes, counts.n)];
      const off = fact === undefined || target?.norm === undefined ? undefined : fact - target.norm;
      const outcome = outcomeOf(interval, target?.norm);
      const tone = outcome === 'missed' ? 'bad' : outcome === 'reached' ? 'good' : undefined;
      return {
        label: groupName(model, words, 'service', id),
        cells: [
          countCell(counts.n),
          ...[target?.norm, target?.goal].map((wanted) =>
            wanted === undefined ? { text: words('not-stated') } : shareCell(wanted),
          ),
          shareCell(fact),
          intervalCell(interval),
          pointsCell(off),
          { text: outcome ? words(`verdict.${outcome}`) : '–', tone },
        ],
      };
    });
    const name = `${indicatorOf[question]}. ${words(`statutory.${question}`)}`;
    const columns = ['label.service', 'n', 'norm', 'goal', 'fact', 'interval', 'deviation', 'reached'];
    return `<h3>${escaped(name)}</h3>${tableHtml({ name, heads: heads(words, columns), lines })}`;
  });
  const note = shown.length < services.length ? `<p class="soft">${escaped(words('suppressed.note'))}</p>` : '';
  return shown.length === 0 ? '' : tables.join('') + note;
}

/** Services against the common share: a place only where the difference is more than chance. */
export function comparisonHtml(model: ReportModel, words: Words): string {
  const groups = namedGroups(model, words, 'service');
  const total = cellsOfPeriod(model);
  return questions
    .filter((question) => countsOf(total, question).n > 0)
    .map((question) => {
      const counted = groups.map(({ cells }) => countsOf(cells, question));
      const common = share(countsOf(total, question)) ?? 0;
      const places = placesOf(counted, common);
      const lines = groups.flatMap(({ label }, index): Line[] => {
        const counts = counted[index];
        if (!counts) return [];
        const place = places[index];
        const position = positionOf(counts, common);
        const tone = position.endsWith('elow') ? 'bad' : position.endsWith('bove') ? 'good' : undefined;
        const where = position === 'small' ? `n < ${SMALL}` : words(`position.${position}`);
        return [
          {
            label: `${index + 1}. ${label}`,
            order: index + 1,
            cells: [
              countCell(counts.n),
              shareCell(share(counts)),
              place === undefined ? { text: '–', value: Infinity } : countCell(place),
              { text: where, tone },
            ],
          },
        ];
      });
      const name = words('funnel.heading', { indicator: words(`indicator.${question}`) });
      const columns = ['label.service', 'n', 'yesShare', 'place', 'position'];
      return `<h3>${escaped(name)}</h3>${funnelHtml(words, `${words('chart.funnel')}: ${words(`indicator.${question}`)}`, counted, common)}${tableHtml({ name, heads: heads(words, columns), lines })}`;
    })
    .join('');
}

/** What changed against the previous period, group by group. */
export const changesHtml = (model: ReportModel, words: Words): string =>
  comparedDimensions(model)
    .flatMap((dimension) => questions.map((question) => changeTable(model, words, dimension, question)))
    .join('');

function changeTable(model: ReportModel, words: Words, dimension: GroupDimension, question: Question): string {
  const pairs = changesBy(model, question, idOf(model, dimension));
  if (pairs.length === 0) return '';
  const name = `${words(`head.label.${dimension}`)}: ${words(`indicator.${question}`)}`;
  const columns = ['beforeN', 'beforeShare', 'afterN', 'afterShare', 'change', 'changeInterval', 'adjusted', 'verdict'];
  const lines = pairs.map((pair) => changeLine(model, words, dimension, pair));
  return `<h3>${escaped(name)}</h3>${tableHtml({ name, heads: heads(words, [`label.${dimension}`, ...columns]), lines })}`;
}

function changeLine(model: ReportModel, words: Words, dimension: GroupDimension, pair: Change<GroupId>): Line {
  const { before, after, adjusted } = pair;
  const change = difference(before, after);
  return {
    label: groupName(model, words, dimension, pair.key),
    cells: [
      countCell(before.n),
      shareCell(share(before)),
      countCell(after.n),
      shareCell(share(after)),
      pointsCell(change?.value),
      pointsIntervalCell(change),
      pCell(adjusted),
      verdictCell(words, adjusted, change?.value),
    ],
  };
}

function verdictCell(words: Words, adjusted: number | undefined, change: number | undefined): Cell {
  if (adjusted === undefined || change === undefined) return { text: `n < ${SMALL}` };
  if (adjusted >= SIGNIFICANT) return { text: words('verdict.same') };
  return change > 0 ? { text: words('verdict.better'), tone: 'good' } : { text: words('verdict.worse'), tone: 'bad' };
}

/** How the two answers go together: quality down, accessibility across. */
export function matrixHtml(model: ReportModel, words: Words): string {
  const cells = cellsOfPeriod(model);
  const count = (quality: number, accessibility: number) => cells[quality * 4 + accessibility] ?? 0;
  const both = options.reduce(
    (sum, quality) => sum + options.reduce((row, other) => row + count(quality, other), 0),
    0,
  );
  const told = (value: number): Cell => ({
    text: both === 0 ? String(value) : `${value} (${percent(value / both)})`,
    value,
  });
  const line = (label: string, order: number, values: readonly number[]): Line => ({
    label,
    order,
    cells: [...values, values.reduce((sum, value) => sum + value, 0)].map(told),
  });
  const names = (['no', 'partly', 'yes'] as const).map((key) => words(`option.${key}`));
  const name = words('title.matrix');
  return tableHtml({
    name,
    heads: [words('matrix.corner'), ...names, words('total')],
    lines: options.map((quality, place) =>
      line(
        names[place] ?? '',
        quality,
        options.map((accessibility) => count(quality, accessibility)),
      ),
    ),
    total: line(
      words('total'),
      0,
      options.map((accessibility) => options.reduce((sum, quality) => sum + count(quality, accessibility), 0)),
    ),
  });
}

/** What was read, why records were turned away, what was accepted with a remark. */
export function qualityHtml(model: ReportModel, words: Words): string {
  const { read, accepted, rejected } = model;
  const list = (title: string, counts: readonly (readonly [string, number])[]): string => {
    const met = counts.filter(([, count]) => count > 0);
    if (met.length === 0) return '';
    const lines = met.map(([label, count]) => ({ label, cells: [countCell(count)] }));
    const name = words(title);
    return `<h3>${escaped(name)}</h3>${tableHtml({ name, heads: heads(words, ['reason', 'count']), lines })}`;
  };
  return [
    `<p>${(['read', 'accepted', 'rejected'] as const).map((key) => `${escaped(words(`head.${key}`))}: <strong>${{ read, accepted, rejected }[key]}</strong>`).join(' · ')}</p>`,
    list(
      'quality.reasons',
      rejectReasons.map((reason) => [words(`reason.${reason}`), model.reasons.get(reason) ?? 0]),
    ),
    list(
      'quality.remarks',
      remarks.map((remark) => [words(`remark.${remark}`), model.remarks.get(remark) ?? 0]),
    ),
  ].join('');
}

/** How every figure comes about, with its source. */
export const methodHtml = (words: Words): string =>
  `<dl>${methodParagraphs
    .map((key) => {
      const source = words(`method.${key}.source`);
      const cited = source === '–' ? '' : ` <span class="soft">${escaped(source)}</span>`;
      return `<dt>${escaped(words(`method.${key}.name`))}</dt><dd>${escaped(words(`method.${key}`))}${cited}</dd>`;
    })
    .join('')}</dl>`;
