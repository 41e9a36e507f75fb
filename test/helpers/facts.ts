import {
  resolveMark,
  type Act,
  type Participant,
  type Regulation,
  type Step,
  type Term,
} from '../../src/model/index.ts';
import { leaves, normalise } from './coverage.ts';

/** What stands in the data as numbers, dates and codes, held against the words of the act. */
type Lines = readonly string[];

const pageOf = (lines: Lines, src: readonly [number, number] | undefined): string =>
  src === undefined
    ? lines.join(' ')
    : lines
        .slice(src[0] - 1, src[1])
        .join(' ')
        .replace(/\s+/g, ' ');

const months: readonly (readonly [string, string])[] = [
  ['января', 'қаңтар'],
  ['февраля', 'ақпан'],
  ['марта', 'наурыз'],
  ['апреля', 'сәуір'],
  ['мая', 'мамыр'],
  ['июня', 'маусым'],
  ['июля', 'шілде'],
  ['августа', 'тамыз'],
  ['сентября', 'қыркүйек'],
  ['октября', 'қазан'],
  ['ноября', 'қараша'],
  ['декабря', 'желтоқсан'],
];

/** Whether a page has a day: «5 июля 2019 года», «06.05.2020», «2012 жылғы 5 қазандағы». */
function hasDay(page: string, date: string): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  const [ru, kk] = months[Number(month) - 1] ?? ['', ''];
  const number = `0?${String(Number(day))}`;
  return [
    `(?<!\\d)${day}\\.${month}\\.${year}`,
    `(?<!\\d)${number} ${ru} ${year}`,
    `${year} жыл(?:ғы|ы) ${number} ${kk}`,
  ].some((pattern) => new RegExp(pattern, 'iu').test(page));
}
const hasNumber = (page: string, number: string): boolean =>
  new RegExp(`(?<![\\d/])${number.replace(/[/.]/g, '\\$&')}(?!\\d)`, 'u').test(page);

/** Numbers and dates of an act and of the acts that it names, which their lines do not have. */
export function factsOfAct(data: Act, lines: Lines): string[] {
  const { number, date, registration, amends = [], repeals = [], repealedBy, approvals = [] } = data;
  const referred = [...amends, ...repeals, ...(repealedBy ? [repealedBy] : [])];
  const named: { number?: string | undefined; date?: string | null | undefined; src?: [number, number] | undefined }[] =
    [
      { number, date },
      registration,
      ...referred,
      ...referred.map((one) => ({ number: one.registration, src: one.src })),
      ...approvals.map((one) => ({ date: one.date, src: one.src })),
    ];
  return named.flatMap((one) => {
    const page = pageOf(lines, one.src);
    return [
      ...(one.number !== undefined && !hasNumber(page, one.number) ? [`no. ${one.number}`] : []),
      ...(one.date && !hasDay(page, one.date) ? [one.date] : []),
    ];
  });
}

/** Addresses that do not stand on their lines. */
export const addressesNotThere = ({ channels }: Regulation, lines: Lines): string[] =>
  channels.flatMap(({ url, src }) => (url !== undefined && !pageOf(lines, src).includes(url) ? [url] : []));

const units: readonly (readonly [Term['unit'], RegExp])[] = [
  ['second', /^сек/iu],
  ['minute', /^мин/iu],
  ['hour', /^(?:час|сағат)/iu],
  ['day', /^(?:дн(?:я|ей)|день|күн)/iu],
  ['month', /^(?:месяц|ай$)/iu],
];

/** What the words of a term say: number, unit, kind of days, bound, beginning. */
export function readTerm(raw: string): Pick<Term, 'amount' | 'unit' | 'dayKind' | 'bound'> & { from: boolean } {
  const sameDay = /в день/iu.test(raw);
  const own = raw.replace(/\([^)]*\)/g, ' ');
  const numbers = /(\d+(?:,\d+)?)(?:\s*[-–]\s*(\d+))?/u.exec(own);
  const first = Number((numbers?.[1] ?? 'NaN').replace(',', '.'));
  const words = own.slice(numbers?.index ?? 0).split(/[^\p{L}]+/u);
  const unit = words.flatMap((word) => units.find(([, stem]) => stem.test(word))?.[0] ?? [])[0] ?? 'day';
  const dayKind = /рабоч|жұмыс/iu.test(own) ? 'working' : /календар|күнтізбел/iu.test(own) ? 'calendar' : 'unstated';
  return {
    amount: sameDay ? 0 : numbers?.[2] === undefined ? first : [first, Number(numbers[2])],
    unit,
    ...(unit === 'day' ? { dayKind } : {}),
    bound: sameDay ? 'same-day' : /в течение|не (?:более|позднее)|до |аспай|ішінде/iu.test(own) ? 'at-most' : 'exact',
    from: /с (?:момента|даты|дня)|со дня/iu.test(own),
  };
}

/** Terms whose number, unit, kind of days, bound or beginning is not what their words say. */
export function termsNotAsSaid({ process }: Regulation): string[] {
  return Object.entries(process).flatMap(([flow, { steps, term }]) =>
    [...steps.flatMap(({ terms }) => terms ?? []), ...(term ?? [])].flatMap((one) => {
      if (one.raw === null) return [];
      const { from, ...said } = readTerm(one.raw);
      const { amount, unit, dayKind, bound, startsFrom } = one;
      const held = { amount, unit, ...(dayKind === undefined ? {} : { dayKind }), bound };
      const same = JSON.stringify(held) === JSON.stringify(said) && (!from || startsFrom !== undefined);
      return same ? [] : [`${flow}: ${one.raw}: ${JSON.stringify(held)} / ${JSON.stringify({ ...said, from })}`];
    }),
  );
}

/** Whether a text has a name in some grammatical case: every word of it but for the last letters. */
const names = (text: string, name: string): boolean =>
  name.split(/[\s/]+/u).every((word) => {
    const stem = normalise(word);
    return text.includes(stem.slice(0, Math.max(3, stem.length - 2)));
  });

const namesOf = ({ name, short, aliases = [] }: Participant): string[] => [
  ...[...leaves({ name, short }), ...leaves(aliases)].map(({ text }) => text),
];

function wordsOfStep({ tellings }: Regulation, flow: string, { id, text, notes }: Step): string {
  const items = tellings
    .filter((one) => one.flow === flow)
    .flatMap((one) => one.items.filter(({ step }) => step === id));
  const said = [text, ...(notes ?? []).map((note) => note.text), ...items.flatMap((item) => [item.text, item.actor])];
  return [...leaves(said)].map((leaf) => normalise(leaf.text)).join(' ');
}

const isCase = (text: Step['text']): boolean => typeof text === 'string' && text.startsWith('в случае');

/** Who acts in a step although no place of the act names him in it, and no mark says that he is inferred. */
export function actorsNotNamed(data: Regulation): string[] {
  const marked = (data.marks ?? []).flatMap(({ at }) => resolveMark(at, data)?.join('/') ?? []);
  return Object.entries(data.process).flatMap(([flow, { steps }]) =>
    steps.flatMap((step, index) => {
      const here = `process/${flow}/steps/${String(index)}`;
      if (marked.some((at) => at === here || at.startsWith(`${here}/actors`))) return [];
      // The subject may stand once: at the head of a printed number, or before the cases «в случае если …» that follow it.
      const before = steps.slice(0, index + 1).findLastIndex(({ text }) => !isCase(text));
      const told = steps.filter(
        ({ id, number }, place) =>
          id === step.id || (number !== undefined && number === step.number) || (place >= before && place < index),
      );
      const words = told.map((one) => wordsOfStep(data, flow, one)).join(' ');
      return step.actors
        .filter((id) => {
          const actor = data.participants.find((one) => one.id === id);
          return actor !== undefined && !namesOf(actor).some((name) => names(words, name));
        })
        .map((id) => `${flow} ${step.id}: ${id}`);
    }),
  );
}
