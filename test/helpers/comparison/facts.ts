import type { Act, Regulation, Term } from '../../../src/model/index.ts';
import { letters } from './ledger.ts';

/** What stands in the data as numbers, dates and codes, held against the words of the act. */
type Lines = readonly string[];

const pageOf = (lines: Lines, src: readonly [number, number] | undefined): string =>
  src === undefined
    ? lines.join(' ')
    : lines
        .slice(src[0] - 1, src[1])
        .join(' ')
        .replace(/\s+/g, ' ');

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

/** The step in whose term a term is included, and its number in words, as the brackets behind it say. */
const includedIn = (raw: string): string | undefined =>
  /входит в [^()]*?(?:процедур|процесс)\p{L}* (\d+)/u.exec(raw.replace(/(?<= )б(?!\p{L})/u, '6'))?.[1];
const inWords = (raw: string): string | undefined => /\d+\s*\(([\p{L}\s]+)\)/u.exec(raw)?.[1]?.replace(/\s/g, '');

/** Terms whose number, unit, kind of days, bound, beginning or inclusion is not what their words say. */
export function termsNotAsSaid({ process }: Regulation): string[] {
  return Object.entries(process).flatMap(([flow, { steps, term }]) =>
    [...steps.flatMap(({ terms }) => terms ?? []), ...(term ?? [])].flatMap((one) => {
      if (one.raw === null) return one.amount === null ? [] : [`${flow}: a number without words`];
      const { from, ...said } = readTerm(one.raw);
      const { amount, unit, dayKind, bound, startsFrom } = one;
      const held = { amount, unit, ...(dayKind === undefined ? {} : { dayKind }), bound };
      const same =
        JSON.stringify(held) === JSON.stringify(said) &&
        (!from || startsFrom !== undefined) &&
        one.includedIn?.slice(1) === includedIn(one.raw) &&
        one.words?.replace(/\s/g, '') === inWords(one.raw);
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
  const held = new Set(known.map(letters));
  const introduced = pageOf(lines, src).matchAll(/\((?:далее|бұдан\s*әрі)\s*[-–]\s*([^()]+(?:\([^()]*\)[^()]*)?)\)/giu);
  return [...introduced].flatMap(([, short = '']) => (held.has(letters(short)) ? [] : [short]));
}

const isNamed = (text: unknown, { title }: Act['services'][number]): boolean =>
  typeof text === 'string' && typeof title === 'string' && letters(text).includes(letters(title));

/** The list of services, where it is not that of the clause that approves it, or has a gap in its numbers. */
export function servicesNotAsListed({ services, clauses }: Act): string[] {
  const approving = clauses.find(({ items }) => items?.some(({ text }) => services.some((one) => isNamed(text, one))));
  const listed = approving?.items?.map(({ n }) => n) ?? services.map((_, index) => String(index + 1));
  const own = services.map(({ n }) => n);
  return own.join(' ') === listed.join(' ') ? [] : [`${own.join(' ')} / ${listed.join(' ')}`];
}
