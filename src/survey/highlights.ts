import { changesBy } from './changes.ts';
import { groupsBy } from './groups.ts';
import { serviceName } from './names.ts';
import { questions, SMALL, targetOf, type Question, type ReportModel } from './report.ts';
import {
  countsOf,
  difference,
  equalityP,
  positionOf,
  share,
  SIGNIFICANT,
  wilson,
  type Interval,
} from './statistics.ts';
import { publish, sumCells } from './suppress.ts';

/** One sentence of the summary: a key of the words of the report and what is put into it. */
export interface Highlight {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
  readonly tone: 'good' | 'bad' | 'plain';
}
type Words = (key: string) => string;

/** So many services are named in a sentence; the others are counted. */
const NAMED = 4;
const TITLE = 70;

/** Both languages write a decimal comma and put a space before the sign. */
export const percent = (value: number): string => `${(100 * value).toFixed(1).replace('.', ',')}\u00a0%`;
export const points = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(100 * value)
    .toFixed(1)
    .replace('.', ',')}`;
const range = (interval: Interval): Record<'low' | 'high', string> => ({
  low: percent(interval.low),
  high: percent(interval.high),
});

interface Service {
  readonly number: number;
  readonly index: number;
  readonly title: string;
  readonly cells: readonly number[];
}

/** The services that this edition shows, numbered as in its table. */
function servicesOf(model: ReportModel): { readonly all: readonly Service[]; readonly cells: readonly number[] } {
  const groups = groupsBy(model, 'service');
  const shown = model.edition === 'public' ? publish(groups).shown : groups;
  const all = shown.map(({ id, cells }, place) => {
    const index = Number(id);
    return { number: place + 1, index, cells, title: serviceName(model, index, TITLE) };
  });
  return { all, cells: sumCells(groups) };
}

const listed = (words: Words, list: readonly { readonly service: Service; readonly figure: string }[]): string => {
  const named = list.slice(0, NAMED).map(({ service, figure }) => `№ ${service.number} «${service.title}» (${figure})`);
  const rest = list.length - named.length;
  return [...named, ...(rest > 0 ? [words('main.more').replace('{count}', String(rest))] : [])].join('; ');
};

/** What a reader must know before the tables: level, change, who stands out, what was not reached, how far it can be trusted. */
export function highlights(model: ReportModel, words: Words): readonly Highlight[] {
  const services = servicesOf(model);
  return [
    ...questions.flatMap((question) => level(model, words, question, services.cells)),
    ...questions.flatMap((question) => standing(words, question, services)),
    ...norms(model, words, services.all),
    ...questions.flatMap((question) => changed(model, words, question, services.all)),
    ...trust(model, services),
  ];
}

function level(model: ReportModel, words: Words, question: Question, cells: readonly number[]): Highlight[] {
  const counts = countsOf(cells, question);
  const interval = wilson(counts.yes, counts.n);
  if (!interval) return [];
  const args = {
    name: words(`main.${question}`),
    share: percent(share(counts) ?? 0),
    ...range(interval),
    n: String(counts.n),
  };
  const previous = sumCells(model.cube.filter((row) => row.previous));
  const before = countsOf(previous, question);
  const change = difference(before, counts);
  const hidden = model.edition === 'public' && before.n < SMALL;
  if (!change || hidden) return [{ key: 'main.level', args, tone: 'plain' }];
  const real = (equalityP(before, counts) ?? 1) < SIGNIFICANT;
  const tone = !real ? 'plain' : change.value > 0 ? 'good' : 'bad';
  return [
    {
      key: 'main.level-change',
      args: {
        ...args,
        change: points(change.value),
        changeLow: points(change.low),
        changeHigh: points(change.high),
        verdict: words(`main.verdict.${tone}`),
      },
      tone,
    },
  ];
}

/** Services outside the limits of chance around the common share. */
function standing(
  words: Words,
  question: Question,
  { all, cells }: { readonly all: readonly Service[]; readonly cells: readonly number[] },
): Highlight[] {
  const common = share(countsOf(cells, question));
  if (common === undefined) return [];
  const placed = all.map((service) => {
    const counts = countsOf(service.cells, question);
    return { service, position: positionOf(counts, common), value: share(counts) ?? 0 };
  });
  // Of one service, or of such as have too few answers, nothing can be said.
  if (placed.filter(({ position }) => position !== 'small').length < 2) return [];
  const of = (side: 'elow' | 'bove') =>
    placed
      .filter(({ position }) => position.endsWith(side))
      .sort((a, b) => (side === 'elow' ? a.value - b.value : b.value - a.value))
      .map(({ service, value }) => ({ service, figure: percent(value) }));
  const [below, above] = [of('elow'), of('bove')];
  const name = words(`indicator.${question}`);
  const common0 = percent(common);
  if (below.length + above.length === 0) return [{ key: 'main.alike', args: { name }, tone: 'plain' }];
  return [
    ...(below.length > 0
      ? [{ key: 'main.below', args: { name, common: common0, list: listed(words, below) }, tone: 'bad' as const }]
      : []),
    ...(above.length > 0
      ? [{ key: 'main.above', args: { name, common: common0, list: listed(words, above) }, tone: 'good' as const }]
      : []),
  ];
}

/** Norms that were missed beyond what chance explains. */
function norms(model: ReportModel, words: Words, all: readonly Service[]): Highlight[] {
  if (model.targets.length === 0) return [];
  const missed = all.flatMap((service) =>
    questions.flatMap((question) => {
      const norm = targetOf(model, service.index, question)?.norm;
      const counts = countsOf(service.cells, question);
      const interval = wilson(counts.yes, counts.n);
      if (norm === undefined || !interval || counts.n < SMALL || interval.high >= norm) return [];
      const figure = `${words(`indicator.${question}`)} ${percent(share(counts) ?? 0)} < ${percent(norm)}`;
      return [{ service, figure }];
    }),
  );
  if (missed.length === 0) return [{ key: 'main.norms-held', args: {}, tone: 'plain' }];
  return [{ key: 'main.norms-missed', args: { list: listed(words, missed) }, tone: 'bad' }];
}

function changed(model: ReportModel, words: Words, question: Question, all: readonly Service[]): Highlight[] {
  const pairs = changesBy(model, question, (row) => row.service).filter(({ adjusted }) => adjusted !== undefined);
  if (pairs.length === 0) return [];
  const name = words(`indicator.${question}`);
  const real = pairs.flatMap(({ key, before, after, adjusted }) => {
    const service = all.find(({ index }) => index === key);
    const change = difference(before, after);
    if (!service || !change || (adjusted ?? 1) >= SIGNIFICANT) return [];
    return [{ service, figure: `${points(change.value)} ${words('main.points')}`, value: change.value }];
  });
  if (real.length === 0) return [{ key: 'main.unchanged', args: { name, count: String(pairs.length) }, tone: 'plain' }];
  const tone = real.every(({ value }) => value > 0) ? 'good' : real.every(({ value }) => value < 0) ? 'bad' : 'plain';
  return [{ key: 'main.changed', args: { name, list: listed(words, real) }, tone }];
}

/** How far the figures can be trusted: who answered, which services have too few answers, what was turned away. */
function trust(
  model: ReportModel,
  { all, cells: total }: { readonly all: readonly Service[]; readonly cells: readonly number[] },
): Highlight[] {
  const rate = responseRate(model);
  // A question that nobody was asked says nothing of a service.
  const asked = questions.filter((question) => countsOf(total, question).n > 0);
  const small = all.filter(({ cells }) => asked.some((question) => countsOf(cells, question).n < SMALL)).length;
  const { read, accepted, rejected } = model;
  return [
    ...(rate
      ? [
          {
            key: rate.covered === rate.services ? 'main.rate' : 'main.rate-part',
            args: {
              rate: percent(rate.answers / rate.rendered),
              covered: String(rate.covered),
              all: String(rate.services),
            },
            tone: 'plain' as const,
          },
        ]
      : []),
    ...(small > 0 ? [{ key: 'main.small', args: { count: String(small) }, tone: 'plain' as const }] : []),
    {
      key: 'main.records',
      args: {
        read: String(read),
        accepted: String(accepted),
        rejected: String(rejected),
        share: percent(rejected / Math.max(1, read)),
      },
      tone: 'plain',
    },
  ];
}

/** Accepted answers against services rendered, over the services of which both are known; undefined where none is. */
export function responseRate(
  model: ReportModel,
): { answers: number; rendered: number; covered: number; services: number } | undefined {
  // In the public edition over the shown services only: the difference would tell of the others.
  const { all } = servicesOf(model);
  const known = all.filter(({ index }) => (model.volumes.get(index) ?? 0) > 0);
  if (known.length === 0) return undefined;
  return {
    answers: known.reduce((sum, { cells }) => sum + cells.reduce((total, count) => total + count, 0), 0),
    rendered: known.reduce((sum, { index }) => sum + (model.volumes.get(index) ?? 0), 0),
    covered: known.length,
    services: all.length,
  };
}
