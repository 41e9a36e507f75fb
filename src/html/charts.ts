import { percent } from '../survey/highlights.ts';
import type { Words } from '../survey/names.ts';
import { questions } from '../survey/report.ts';
import { countsOf, funnelLimits, share, wilson, Z95, Z998, type Counts } from '../survey/statistics.ts';
import { escaped } from './page.ts';

const width = 600;
const parts = ['no', 'partly', 'yes'] as const;

export const legendHtml = (words: Words): string =>
  `<p class="legend">${parts.map((part) => `<span class="${part}"></span>${escaped(words(`option.${part}`))}`).join('')}</p>`;

/** Bars of a hundred per cent, one a group, in the order of the table; what they show is said in words as well. */
export function barsHtml(
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
    return `<div class="bar"><p>${escaped(label)}</p><svg viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true">${pieces.join('')}</svg></div>`;
  });
  return `<div class="bars" role="img" aria-label="${escaped(`${name}. ${told.join('; ')}`)}">${bars.join('')}</div>`;
}

/** Where a plot is drawn within its picture of 640 × 300. */
const box = { left: 46, right: 630, top: 12, bottom: 262 } as const;
const tall = box.bottom - box.top;

/** The axis begins at a tenth below the lowest share. */
const floorOf = (lowest: number): number => Math.min(0.9, Math.max(0, Math.floor(lowest * 10) / 10));

const at = (value: number): string => value.toFixed(1);

/** The share axis with its lines; gives the place of a share. */
function shareAxis(floor: number): { readonly svg: string; readonly y: (value: number) => number } {
  const y = (value: number): number => box.bottom - ((value - floor) / (1 - floor)) * tall;
  const steps = Array.from({ length: Math.round((1 - floor) * 10) + 1 }, (_, step) => floor + step / 10);
  const every = steps.length > 7 ? 2 : 1;
  const svg = steps
    .filter((_, step) => step % every === 0)
    .map(
      (value) =>
        `<path class="grid" d="M${box.left} ${at(y(value))}H${box.right}"/><text x="${box.left - 6}" y="${at(y(value) + 4)}" text-anchor="end">${Math.round(value * 100)} %</text>`,
    )
    .join('');
  return { svg, y };
}

const picture = (name: string, told: string, svg: string): string =>
  `<figure><div class="scroll plain" role="region" tabindex="0" aria-label="${escaped(name)}"><svg class="plot" viewBox="0 0 640 300" role="img" aria-label="${escaped(`${name}. ${told}`)}">${svg}</svg></div><figcaption>${escaped(name)}</figcaption></figure>`;

/** Shares of the satisfied over time with their intervals, one line a question. */
export function trendHtml(
  words: Words,
  groups: readonly { readonly label: string; readonly cells: readonly number[] }[],
): string {
  const series = questions.map((question) =>
    groups.map(({ cells }) => {
      const counts = countsOf(cells, question);
      return { value: share(counts), interval: wilson(counts.yes, counts.n) };
    }),
  );
  const { svg: axis, y } = shareAxis(floorOf(Math.min(1, ...series.flat().map(({ interval }) => interval?.low ?? 1))));
  const x = (place: number): number => box.left + ((place + 0.5) / groups.length) * (box.right - box.left);
  const every = Math.ceil(groups.length / 7);
  const names = groups.map(({ label }, place) =>
    place % every === 0
      ? `<text x="${at(x(place))}" y="${box.bottom + 18}" text-anchor="middle">${escaped(label)}</text>`
      : '',
  );
  const drawn = series.map((points, question) => {
    const aside = (question - 0.5) * 8;
    const marks = points.map(({ value, interval }, place) => {
      if (value === undefined || !interval) return '';
      const [left, top, low] = [at(x(place) + aside), at(y(interval.high)), at(y(interval.low))];
      return `<path d="M${left} ${top}V${low}"/><circle cx="${left}" cy="${at(y(value))}" r="4"/>`;
    });
    // A month without answers is a gap in the line.
    const line = points
      .map(({ value }, place) =>
        value === undefined
          ? ''
          : `${points[place - 1]?.value === undefined ? 'M' : 'L'}${at(x(place) + aside)} ${at(y(value))}`,
      )
      .join('');
    return `<g class="line${question + 1}"><path d="${line}"/>${marks.join('')}</g>`;
  });
  const key = questions
    .map(
      (question, place) =>
        `<g class="line${place + 1}"><circle cx="${box.left + 8 + place * 180}" cy="292" r="4"/></g><text x="${box.left + 18 + place * 180}" y="296">${escaped(words(`indicator.${question}`))}</text>`,
    )
    .join('');
  const told = groups.map(
    ({ label }, place) =>
      `${label}: ${questions.map((question, one) => `${words(`indicator.${question}`)} ${written(series[one]?.[place]?.value)}`).join(', ')}`,
  );
  return picture(words('chart.trend'), told.join('; '), `${axis}${names.join('')}${drawn.join('')}${key}`);
}

const written = (value: number | undefined): string => (value === undefined ? '–' : percent(value));

/** Services against the limits of chance around the common share; the points bear the numbers of the table. */
export function funnelHtml(words: Words, name: string, list: readonly Counts[], common: number): string {
  const most = Math.max(...list.map(({ n }) => n), 10) * 1.1;
  const shares = list.map((counts) => share(counts) ?? 1);
  const { svg: axis, y } = shareAxis(floorOf(Math.min(...shares, funnelLimits(common, 15, Z998).low)));
  const x = (n: number): number => box.left + (n / most) * (box.right - box.left);
  const steps = Array.from({ length: 60 }, (_, step) => (most * (step + 1)) / 60);
  const limit = (z: number, side: 'low' | 'high'): string =>
    `M${steps.map((n) => `${at(x(n))} ${at(Math.min(box.bottom, y(funnelLimits(common, n, z)[side])))}`).join('L')}`;
  const limits = ([Z95, Z998] as const)
    .map((z, place) => `<path class="limit${place + 1}" d="${limit(z, 'low')}${limit(z, 'high')}"/>`)
    .join('');
  const ticks = [0.25, 0.5, 0.75, 1].map((part) => Math.round((most / 1.1) * part));
  const names = ticks
    .map((n) => `<text x="${at(x(n))}" y="${box.bottom + 18}" text-anchor="middle">${n}</text>`)
    .join('');
  const points = list
    .map((counts, place) => {
      const value = share(counts);
      if (value === undefined) return '';
      return `<circle cx="${at(x(counts.n))}" cy="${at(y(value))}" r="4"/><text class="number" x="${at(x(counts.n) + 6)}" y="${at(y(value) - 5)}">${place + 1}</text>`;
    })
    .join('');
  const told = list.map((counts, place) => `№ ${place + 1}: ${written(share(counts))}, n = ${counts.n}`);
  const key = `<text x="${box.right}" y="296" text-anchor="end">${escaped(words('chart.n'))}</text><path class="limit1" d="M${box.left} 292h24"/><text x="${box.left + 30}" y="296">${escaped(words('chart.limit95'))}</text><path class="limit2" d="M${box.left + 90} 292h24"/><text x="${box.left + 120}" y="296">${escaped(words('chart.limit998'))}</text>`;
  return picture(
    name,
    `${words('chart.mean')} ${percent(common)}. ${told.join('; ')}`,
    `${axis}${names}<path class="mean" d="M${box.left} ${at(y(common))}H${box.right}"/>${limits}<g class="line1">${points}</g>${key}`,
  );
}
