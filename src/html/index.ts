import { showsPrevious } from '../survey/changes.ts';
import { cellsOfPeriod, folds, type GroupDimension } from '../survey/groups.ts';
import { highlights, percent } from '../survey/highlights.ts';
import { periodText, type Words } from '../survey/names.ts';
import { questions, SMALL, type Question, type ReportModel } from '../survey/report.ts';
import { countsOf, share, wilson } from '../survey/statistics.ts';
import { isSmall } from '../survey/suppress.ts';
import { legendHtml, trendHtml } from './charts.ts';
import { groupBlocks, namedGroups } from './groups.ts';
import { escaped, script, style } from './page.ts';
import { changesHtml, comparisonHtml, formHtml, matrixHtml, methodHtml, qualityHtml } from './sections.ts';

/**
 * A finished report as one page that needs nothing else: the figures of the workbook by the same rules, charts as
 * drawings with their words, tables that can be sorted. UTF-8.
 */
export function reportHtml(model: ReportModel, texts: ReadonlyMap<string, string>): Uint8Array {
  const words: Words = (key, args = {}) =>
    (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  const title = words('title.summary');
  const total = cellsOfPeriod(model);
  const parts = sections(model, words).filter(({ body }) => body !== '');
  const links = parts.map(({ id }) => `<li><a href="#${id}">${escaped(words(`sheet.${id}`))}</a></li>`).join('');
  const bodies = parts.map(
    ({ id, body }) => `<section id="${id}"><h2>${escaped(words(`title.${id}`))}</h2>${body}</section>`,
  );
  const page = `<!doctype html>
<html lang="${model.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><header>${model.edition === 'internal' ? `<p class="mark">${escaped(words('restricted'))}</p>` : ''}<h1>${escaped(title)}</h1>${periods(model, words)}</header>
<main><div class="cards">${questions.map((question) => card(words, question, total, model)).join('')}</div>
${mainHtml(model, words)}<nav aria-label="${escaped(words('contents'))}"><ul>${links}</ul></nav>
${bodies.join('\n')}</main><script>${script}</script></body></html>
`;
  return new TextEncoder().encode(page);
}

/** In the order of the workbook's sheets. What a hidden group could be subtracted from is left out, as there. */
function sections(model: ReportModel, words: Words): readonly { readonly id: string; readonly body: string }[] {
  const by = (...dimensions: readonly GroupDimension[]): string =>
    dimensions.map((dimension) => groupBlocks(model, words, dimension)).join('');
  const months = folds(model, 'month') ? '' : trendHtml(words, namedGroups(model, words, 'month')) + by('month');
  return [
    { id: 'form', body: formHtml(model, words) },
    { id: 'services', body: legendHtml(words) + (folds(model, 'service') ? by('service') : by('service', 'act')) },
    { id: 'comparison', body: comparisonHtml(model, words) },
    { id: 'regions', body: by('region') },
    { id: 'channels', body: by('channel', 'language') },
    { id: 'dynamics', body: months + by('quarter') },
    { id: 'changes', body: showsPrevious(model) ? changesHtml(model, words) : '' },
    { id: 'matrix', body: matrixHtml(model, words) },
    { id: 'quality', body: qualityHtml(model, words) },
    { id: 'method', body: methodHtml(words) },
  ];
}

function periods(model: ReportModel, words: Words): string {
  const line = (which: 'period' | 'previous'): string =>
    `<p class="soft">${escaped(words(which))}: ${escaped(periodText(words, model, which))}</p>`;
  return showsPrevious(model) ? line('period') + line('previous') : line('period');
}

function card(words: Words, question: Question, total: readonly number[], model: ReportModel): string {
  const counts = countsOf(total, question);
  const hidden = model.edition === 'public' && isSmall({ cells: total });
  const range = wilson(counts.yes, counts.n);
  const own = share(counts);
  const figure = hidden ? `n < ${SMALL}` : own === undefined ? '–' : percent(own);
  const between =
    range && !hidden ? `${percent(range.low)} – ${percent(range.high)} (95\u00a0%) · n = ${counts.n}` : '';
  return `<section class="card"><h2>${escaped(words(`question.${question}`))}</h2><p class="figure">${figure}</p><p class="soft">${escaped(words('head.yesShare'))}</p><p class="soft">${escaped(between)}</p></section>`;
}

/** The sentences of the summary, as in the workbook. */
const mainHtml = (model: ReportModel, words: Words): string =>
  `<section class="main"><h2>${escaped(words('main.heading'))}</h2><ul>${highlights(model, words)
    .map(({ key, args, tone }) => `<li class="${tone}">${escaped(words(key, args))}</li>`)
    .join('')}</ul><p class="soft">${escaped(words('headline'))}</p></section>`;
