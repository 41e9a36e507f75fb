import { isoDay, yearOfMonth } from './days.ts';
import { NOT_STATED, type GroupDimension, type GroupId } from './groups.ts';
import { shortened, titleOf, type ReportModel } from './report.ts';

/** The words of the report in one language: key -> text, its places in braces filled. */
export type Words = (key: string, args?: Readonly<Record<string, string | number>>) => string;

const ACT_TITLE = 110;

/** A month and a quarter as people write them. Months since January 1995. */
export const monthName = (words: Words, month: number): string =>
  words('month-text', { month: words(`month.${(month % 12) + 1}`), year: yearOfMonth(month) });
export const quarterNumber = (month: number): string => ['I', 'II', 'III', 'IV'][Math.floor((month % 12) / 3)] ?? '';
export const quarterName = (words: Words, month: number): string =>
  words('quarter-text', { quarter: quarterNumber(month), year: yearOfMonth(month) });

/** The words for a coded region, channel or language; 0 and what the vocabulary lacks are «not stated». */
export function labelOf(
  model: ReportModel,
  words: Words,
  kind: 'region' | 'channel' | 'language',
  code: number,
): string {
  const list = {
    region: model.vocabulary.regions,
    channel: model.vocabulary.channels,
    language: model.vocabulary.languages,
  }[kind];
  return list[code - 1]?.[model.language] ?? words('not-stated');
}

/**
 * What a service is called, in at most `length` letters; with the date and number of its act where another of the
 * services is called the same.
 */
export function serviceName(
  { services, acts, language }: Pick<ReportModel, 'services' | 'acts' | 'language'>,
  index: number,
  length = Infinity,
): string {
  const service = services[index];
  if (!service) return '';
  const title = titleOf(service, language);
  const isAlone = services.every((other, place) => place === index || titleOf(other, language) !== title);
  if (isAlone) return shortened(title, length);
  const [requisites = service.act] = (acts.get(service.act) ?? service.act).split('. ');
  return `${shortened(title, length - requisites.length - 3)} (${requisites})`;
}

/** What a group is called, in the workbook and on the page. */
export function groupName(model: ReportModel, words: Words, dimension: GroupDimension, id: GroupId): string {
  const number = Number(id);
  switch (dimension) {
    case 'service':
      return serviceName(model, number);
    case 'act':
      return shortened(model.acts.get(String(id)) ?? String(id), ACT_TITLE);
    case 'month':
      return monthName(words, number);
    case 'quarter':
      return quarterName(words, number);
    default:
      return labelOf(model, words, dimension, number === NOT_STATED ? 0 : number);
  }
}

const printedDay = (day: number): string => isoDay(day).split('-').reverse().join('.');

/** The period as it is printed: what was asked for, else the first and the last day met. */
export function periodText(words: Words, model: ReportModel, which: 'period' | 'previous'): string {
  const period =
    which === 'period'
      ? { from: model.period.from ?? model.met.first, to: model.period.to ?? model.met.last }
      : model.previous;
  if (period?.from === undefined || period.to === undefined) return words('no-period');
  return words('period-text', { from: printedDay(period.from), to: printedDay(period.to) });
}

/** What is said of how the figures come about, by its words («method.wilson»), in this order. */
export const methodParagraphs = [
  'indicator',
  'missing',
  'wilson',
  'index',
  'balance',
  'change',
  'correction',
  'funnel',
  'small',
  'previous',
  'rate',
] as const;
