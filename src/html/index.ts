import { isoDay, yearOfMonth } from '../survey/days.ts';
import { folds, groupsBy, type CountedGroup, type GroupDimension } from '../survey/groups.ts';
import { highlights, percent as written } from '../survey/highlights.ts';
import { questions, SMALL, titleOf, type Question, type ReportModel } from '../survey/report.ts';
import { countsOf, share, wilson, type Counts } from '../survey/statistics.ts';
import { isSmall, publish, sumCells } from '../survey/suppress.ts';
import { escaped, script, style } from './page.ts';

interface Group extends CountedGroup {
  readonly label: string;
}
type Words = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/**
 * A finished report as one page that needs nothing else: the figures of the workbook by the same rules, charts as
 * drawings with their words, tables that can be sorted. UTF-8.
 */
export function reportHtml(model: ReportModel, texts: ReadonlyMap<string, string>): Uint8Array {
  const words: Words = (key, args = {}) =>
    (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  const rows = model.cube.filter(({ previous }) => !previous);
  const total = sumCells(rows);
  const title = words('title.summary');
  const period = `${isoDay(model.met.first)} – ${isoDay(model.met.last)}`;
  const counted = `${words('head.read')}: ${model.read} · ${words('head.accepted')}: ${model.accepted} · ${words('head.rejected')}: ${model.rejected}`;
  const parts = sections(model, words).map(({ heading, label, groups }) => {
    const shown = model.edition === 'public' ? published(groups, words) : groups;
    const tables = questions.map((question) => block(words, question, label, shown, total, model));
    return shown.length === 0 ? '' : `<section><h2>${escaped(heading)}</h2>${tables.join('')}</section>`;
  });
  const page = `<!doctype html>
<html lang="${model.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><header><h1>${escaped(title)}</h1><p class="soft">${escaped(period)}</p><p class="soft">${escaped(counted)}</p></header>
<main><div class="cards">${questions.map((question) => card(words, question, total, model)).join('')}</div>
${main(words, model)}${legend(words)}${parts.join('\n')}</main><script>${script}</script></body></html>
`;
  return new TextEncoder().encode(page);
}

function published(groups: readonly Group[], words: Words): Group[] {
  const { shown, folded } = publish(groups);
  if (folded.length === 0) return [...shown];
  return [...shown, { id: '', label: words('folded', { count: folded.length }), cells: sumCells(folded) }];
}

function sections(model: ReportModel, words: Words) {
  const { language, vocabulary } = model;
  const by = (dimension: GroupDimension, label: (id: number) => string): Group[] =>
    groupsBy(model, dimension).map((group) => ({ ...group, label: label(Number(group.id)) }));
  const coded =
    (list: readonly Readonly<Record<'ru' | 'kk', string>>[]) =>
    (code: number): string =>
      list[code - 1]?.[language] ?? words('not-stated');
  const service = (key: number): string => {
    const one = model.services[key];
    return one ? titleOf(one, language) : '';
  };
  const month = (key: number): string =>
    words('month-text', { month: words(`month.${(key % 12) + 1}`), year: yearOfMonth(key) });
  // As in the workbook: quarters less the months shown would be the month hidden.
  const months = folds(model, 'month') ? [] : by('month', month);
  return [
    { heading: words('title.services'), label: words('head.label.service'), groups: by('service', service) },
    {
      heading: words('title.regions'),
      label: words('head.label.region'),
      groups: by('region', coded(vocabulary.regions)),
    },
    {
      heading: words('title.channels'),
      label: words('head.label.channel'),
      groups: by('channel', coded(vocabulary.channels)),
    },
    { heading: words('title.dynamics'), label: words('head.label.month'), groups: months },
  ];
}

const percent = (value: number | undefined): string => (value === undefined ? '–' : written(value));

function card(words: Words, question: Question, total: readonly number[], model: ReportModel): string {
  const counts = countsOf(total, question);
  const hidden = model.edition === 'public' && isSmall({ cells: total });
  const range = wilson(counts.yes, counts.n);
  const figure = hidden ? `n < ${SMALL}` : percent(share(counts));
  const between =
    range && !hidden ? `${percent(range.low)} – ${percent(range.high)} (95\u00a0%) · n = ${counts.n}` : '';
  return `<section class="card"><h2>${escaped(words(`question.${question}`))}</h2><p class="figure">${figure}</p><p class="soft">${escaped(words('head.yesShare'))}</p><p class="soft">${escaped(between)}</p></section>`;
}

/** The sentences of the summary, as in the workbook. */
const main = (words: Words, model: ReportModel): string =>
  `<section class="main"><h2>${escaped(words('main.heading'))}</h2><ul>${highlights(model, words)
    .map(({ key, args, tone }) => `<li class="${tone}">${escaped(words(key, args))}</li>`)
    .join('')}</ul></section>`;

const parts = ['no', 'partly', 'yes'] as const;

const legend = (words: Words): string =>
  `<p class="legend">${parts.map((part) => `<span class="${part}"></span>${escaped(words(`option.${part}`))}`).join('')}</p>`;

/** A chart of shares and the table of its numbers. */
function block(
  words: Words,
  question: Question,
  label: string,
  groups: readonly Group[],
  total: readonly number[],
  model: ReportModel,
): string {
  const name = `${label}: ${words(`question.${question}`)}`;
  const lines = groups.map((group) => ({ ...group, counts: countsOf(group.cells, question) }));
  const heads = [
    label,
    ...['n', 'no', 'partly', 'yes', 'missing', 'yesShare', 'low', 'high'].map((key) => words(`head.${key}`)),
  ];
  const head = heads.map((text) => `<th scope="col"><button type="button">${escaped(text)}</button></th>`).join('');
  const body = lines.map(({ label: of, counts }) => row(of, counts)).join('');
  const hidden = model.edition === 'public' && isSmall({ cells: total });
  const foot = hidden ? '' : `<tfoot>${row(words('total'), countsOf(total, question))}</tfoot>`;
  return `<h3>${escaped(words(`question.${question}`))}</h3>${chart(name, lines, words)}
<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table></div>`;
}

function row(label: string, counts: Counts): string {
  const range = wilson(counts.yes, counts.n);
  const numbers = [counts.n, counts.no, counts.partly, counts.yes, counts.missing];
  const shares = [share(counts), range?.low, range?.high];
  const cells = [
    ...numbers.map((value) => `<td data-value="${value}">${value}</td>`),
    ...shares.map((value) => `<td data-value="${value ?? -1}">${percent(value)}</td>`),
  ];
  return `<tr><th scope="row" data-value="${escaped(label)}">${escaped(label)}</th>${cells.join('')}</tr>`;
}

const width = 600;

/** Bars of a hundred per cent, one a group, in the order of the table; what they show is said in words as well. */
function chart(
  name: string,
  lines: readonly { readonly label: string; readonly counts: Counts }[],
  words: Words,
): string {
  const of = (counts: Counts, part: (typeof parts)[number]): number => (counts.n === 0 ? 0 : counts[part] / counts.n);
  const told = lines.map(
    ({ label, counts }) =>
      `${label}: ${parts.map((part) => `${words(`option.${part}`)} ${percent(of(counts, part))}`).join(', ')}`,
  );
  const bars = lines.map(({ label, counts }) => {
    let x = 0;
    const pieces = parts.map((part) => {
      const wide = width * of(counts, part);
      const piece = `<rect class="${part}" x="${x.toFixed(2)}" y="0" width="${wide.toFixed(2)}" height="10"/>`;
      x += wide;
      return piece;
    });
    return `<p>${escaped(label)}</p><svg viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true">${pieces.join('')}</svg>`;
  });
  return `<div class="bars" role="img" aria-label="${escaped(`${name}. ${told.join('; ')}`)}">${bars.join('')}</div>`;
}
