import type { Act, Regulation, Term } from '../../src/model/index.ts';
import { normalise } from './coverage.ts';

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

/** What the words of a term say: number, unit, kind of days, bound, beginning. Words without a number refer elsewhere. */
export function readTerm(raw: string): Pick<Term, 'amount' | 'unit' | 'dayKind' | 'bound'> & { from: boolean } {
  const own = raw.replace(/\([^)]*\)/g, ' ');
  const from = /с (?:момента|даты|дня)|со дня/iu.test(own);
  const dayKind = /рабоч|жұмыс/iu.test(own) ? 'working' : /календар|күнтізбел/iu.test(own) ? 'calendar' : 'unstated';
  if (/в день/iu.test(raw)) return { amount: 0, unit: 'day', dayKind, bound: 'same-day', from };
  const bound = /в течение|не (?:более|позднее)|до |аспай|ішінде/iu.test(own) ? 'at-most' : 'exact';
  const numbers = /(\d+(?:,\d+)?)(?:\s*[-–]\s*(\d+))?/u.exec(own);
  if (!numbers) return { amount: null, unit: null, bound, from };
  const first = Number(numbers[1]?.replace(',', '.'));
  const words = own.slice(numbers.index).split(/[^\p{L}]+/u);
  const unit = words.flatMap((word) => units.find(([, stem]) => stem.test(word))?.[0] ?? [])[0] ?? null;
  return {
    amount: numbers[2] === undefined ? first : [first, Number(numbers[2])],
    unit,
    ...(unit === 'day' ? { dayKind } : {}),
    bound,
    from,
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

/** Terms that are said to stand outside the term of the service, or are held to, where lines and data disagree. */
export function outsideNotAsSaid({ process }: Regulation, lines: Lines): string[] {
  return Object.entries(process).flatMap(([flow, { steps }]) =>
    steps.flatMap(({ id, terms = [], src }) => {
      const isSaid = src !== undefined && /данный срок не входит в срок оказания/iu.test(pageOf(lines, src));
      return terms.flatMap(({ raw, outsideTotal }) =>
        (outsideTotal === true) === isSaid ? [] : [`${flow} ${id}: ${String(raw)}`],
      );
    }),
  );
}

/** Abbreviations that the text introduces, «(далее – ЭЦП)», «(бұдан әрі – ҚФБ)», and the data do not hold. */
export function abbreviationsNotHeld({ src, abbreviations = [], glossary = [] }: Regulation, lines: Lines): string[] {
  const known = [...abbreviations.map(({ short }) => short), ...glossary.flatMap((one) => one.abbreviation ?? [])];
  const held = new Set(known.map(normalise));
  const introduced = pageOf(lines, src).matchAll(/\((?:далее|бұдан\s*әрі)\s*[-–]\s*([^()]+(?:\([^()]*\)[^()]*)?)\)/giu);
  return [...introduced].flatMap(([, short = '']) => (held.has(normalise(short)) ? [] : [short]));
}

const isNamed = (text: unknown, { title }: Act['services'][number]): boolean =>
  typeof text === 'string' && typeof title === 'string' && normalise(text).includes(normalise(title));

/** The list of services, where it is not that of the clause that approves it, or has a gap in its numbers. */
export function servicesNotAsListed({ services, clauses }: Act): string[] {
  const approving = clauses.find(({ items }) => items?.some(({ text }) => services.some((one) => isNamed(text, one))));
  const listed = approving?.items?.map(({ n }) => n) ?? services.map((_, index) => String(index + 1));
  const own = services.map(({ n }) => n);
  return own.join(' ') === listed.join(' ') ? [] : [`${own.join(' ')} / ${listed.join(' ')}`];
}
