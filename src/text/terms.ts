import type { Term } from '../model/term.ts';
import { noBreak, type Language } from './language.ts';
import { numberFromWords } from './number-words.ts';
import { formatNumber } from './numbers.ts';
import { russianForm, type RussianForms } from './plural.ts';

type TermUnit = NonNullable<Term['unit']>;
type DayKind = NonNullable<Term['dayKind']>;

/**
 * What a printed term says, as far as its own words tell. «7 (девять)» has the amount 7 and the words «девять»;
 * `includedIn` is the printed number of the procedure («данный срок входит в срок, предусмотренный процедурой 6»).
 */
export type ParsedTerm = Pick<Term, 'words' | 'dayKind' | 'bound' | 'includedIn'> & {
  readonly raw: string;
  readonly unit: TermUnit;
  readonly amount: number | [min: number, max: number];
  readonly startsFrom?: string;
};

const number = String.raw`\d+(?:[.,]\d+)?`;
const amountPattern = new RegExp(`(${number})(?:\\s*[-–—]\\s*(${number}))?\\s*(?:\\(([^)\\d]+)\\))?`, 'u');
/** The end of a numeral behind its figures: «15-ти минут», «1-го рабочего дня», «2-х часов». */
const ending = /(?<=\d)-(?:го|х|ти|ми|и|й|я)(?=\s)/gu;

/** The word of the unit; letters of a word that goes on are not allowed after the abbreviations. */
const units: readonly (readonly [unit: TermUnit, word: RegExp])[] = [
  ['second', /(?<!\p{L})сек(?:унд\p{L}*)?(?!\p{L})/iu],
  ['minute', /(?<!\p{L})мин(?:ут\p{L}*)?(?!\p{L})/iu],
  ['hour', /(?<!\p{L})(?:час\p{L}*|сағат\p{L}*)/iu],
  ['month', /(?<!\p{L})(?:месяц\p{L}*|ай|айдың|айда|ай ішінде)(?!\p{L})/iu],
  ['day', /(?<!\p{L})(?:день|дня|дней|дн\.|күн\p{L}*)(?!\p{L})/iu],
];

const sameDay: Readonly<Record<Language, RegExp>> = {
  ru: /в\s+день\s+(?:поступления|обращения|подачи|при[её]ма)|в\s+тот\s+же\s+день/iu,
  kk: /(?:түскен|өтініш берген|жүгінген)\s+күні/iu,
};

const startPattern: Readonly<Record<Language, RegExp>> = {
  ru: /(?:со\s+дня|с\s+момента)\s+[^,;()]+|после\s+согласования[^,;()]*/iu,
  kk: /[^,;()]+?(?:күннен|сәттен)\s+бастап/iu,
};

const includedPattern = /(?:входит\s+в\s+(?:срок,?\s*)?[^()]*?(?:процедур\p{L}*|процесс\p{L}*)\s*№?\s*)(\d+|б)/iu;

function dayKindOf(text: string): DayKind {
  if (/рабоч|раб\.|жұмыс/iu.test(text)) return 'working';
  return /календарн|күнтізбел/iu.test(text) ? 'calendar' : 'unstated';
}

const toNumber = (text: string): number => Number(text.replace(',', '.'));

/** «от 2 до 3 рабочих дней» */
const fromTo = /(?<!\p{L})от\s+(\d+)\s+до\s+(\d+)(?=\s)/giu;

/** Units that are whole multiples of the one below them, in seconds. */
const lengths: Readonly<Partial<Record<TermUnit, number>>> = { second: 1, minute: 60, hour: 3600 };
const clock = String.raw`(?:сек|мин|час|сағат)\p{L}*\.?`;
const clocks = new RegExp(
  `(${number})\\s*(?:\\([^)\\d]+\\)\\s*)?(${clock})\\s*(-|–|—|и|до)?\\s*(${number})\\s*(?:\\([^)\\d]+\\)\\s*)?(${clock})`,
  'iu',
);

/** Two amounts of different units that make one term: «1 час 30 минут», «30 секунд – 1 минута»; told in the smaller unit. */
function ofTwoUnits(text: string): Pick<ParsedTerm, 'amount' | 'unit'> | undefined {
  const [, first, firstWord, between, second, secondWord] = clocks.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [one, two] = [firstWord, secondWord].map((word) => units.find(([, unit]) => unit.test(word ?? ''))?.[0]);
  const [oneLength, twoLength] = [one && lengths[one], two && lengths[two]];
  if (one === two || !one || !two || oneLength === undefined || twoLength === undefined) return undefined;
  const [unit, length] = oneLength < twoLength ? [one, oneLength] : [two, twoLength];
  const from = (toNumber(first) * oneLength) / length;
  const to = (toNumber(second) * twoLength) / length;
  if (between !== undefined && between !== 'и') return from < to ? { amount: [from, to], unit } : undefined;
  return oneLength > twoLength ? { amount: from + to, unit } : undefined;
}

/** The number nearest to the unit's word: in figures (with words in brackets or without), else in words. */
function amountOf(text: string, lang: Language): Pick<ParsedTerm, 'amount' | 'words'> | undefined {
  const figures = amountPattern.exec(text);
  if (figures?.[1] !== undefined) {
    const amount =
      figures[2] === undefined
        ? toNumber(figures[1])
        : ([toNumber(figures[1]), toNumber(figures[2])] satisfies [number, number]);
    return { amount, ...(figures[3] === undefined ? {} : { words: figures[3].trim() }) };
  }
  const written = numberFromWords(text, lang);
  return written && { amount: written.value, words: written.words };
}

/**
 * Reads one printed term: «15 минут», «10–15 сек», «1,5 мин», «не более 15 (пятнадцать) минут», «2 рабочих дня (данный срок
 * входит в срок, предусмотренный процедурой 6)», «в день поступления заявления», «күнтізбелік он күн». `undefined` where it holds none («-», «в
 * срок, указанный в расписке»). Several terms in one sentence («при выдаче – 15 …, дубликата – 2 …»): only the first is read, split them before.
 */
export function parseTerm(raw: string, lang: Language): ParsedTerm | undefined {
  const text = raw.replace(/\s+/gu, ' ').trim().replace(ending, '').replace(fromTo, '$1-$2');
  const included = includedPattern.exec(text)?.[1]?.toLowerCase().replace('б', '6');
  const startsFrom = startPattern[lang].exec(text)?.[0].trim();
  const more = {
    ...(startsFrom === undefined ? {} : { startsFrom }),
    ...(included === undefined ? {} : { includedIn: included }),
  };
  const main = text.replace(/\((?:данный|осы)[^)]*\)?/iu, ' ').replace(startsFrom ?? '\u0000', ' ');
  if (sameDay[lang].test(text) && !/\d/.test(main))
    return { raw, amount: 0, unit: 'day', dayKind: 'unstated', bound: 'same-day', ...more };
  const two = ofTwoUnits(main);
  const unit = two?.unit ?? units.find(([, word]) => word.test(main))?.[0];
  if (!unit) return undefined;
  const amount = two ?? amountOf(main, lang);
  if (!amount) return undefined;
  const bound =
    /в\s+течение|не\s+более|(?<!не\s)менее|не\s+позднее|не\s+превыша|аспай|аспауы|(?:артық|көп)\s+емес|кешіктірмей|ішінде|дейін/iu.test(
      main,
    )
      ? 'at-most'
      : 'exact';
  return {
    raw,
    ...amount,
    unit,
    ...(unit === 'day' ? { dayKind: dayKindOf(main) } : {}),
    bound,
    ...more,
  };
}

type Case = 'nominative' | 'genitive';

const russianUnits: Readonly<Record<TermUnit, Readonly<Record<Case, RussianForms>>>> = {
  second: { nominative: ['секунда', 'секунды', 'секунд'], genitive: ['секунды', 'секунд', 'секунд'] },
  minute: { nominative: ['минута', 'минуты', 'минут'], genitive: ['минуты', 'минут', 'минут'] },
  hour: { nominative: ['час', 'часа', 'часов'], genitive: ['часа', 'часов', 'часов'] },
  day: { nominative: ['день', 'дня', 'дней'], genitive: ['дня', 'дней', 'дней'] },
  month: { nominative: ['месяц', 'месяца', 'месяцев'], genitive: ['месяца', 'месяцев', 'месяцев'] },
};

const russianKinds: Readonly<Record<DayKind, Readonly<Record<Case, RussianForms>>>> = {
  working: { nominative: ['рабочий ', 'рабочих ', 'рабочих '], genitive: ['рабочего ', 'рабочих ', 'рабочих '] },
  calendar: {
    nominative: ['календарный ', 'календарных ', 'календарных '],
    genitive: ['календарного ', 'календарных ', 'календарных '],
  },
  unstated: { nominative: ['', '', ''], genitive: ['', '', ''] },
};

const kazakhUnits: Readonly<Record<TermUnit, string>> = {
  second: 'секунд',
  minute: 'минут',
  hour: 'сағат',
  day: 'күн',
  month: 'ай',
};

/** «1 рабочий день», «2 рабочих дня», «15 рабочих дней»; genitive after «в течение», «не более»; kk «15 жұмыс күні». */
export function formatTerm(
  term: Pick<ParsedTerm, 'amount' | 'unit' | 'dayKind'>,
  lang: Language,
  grammaticalCase: Case = 'nominative',
): string {
  const { amount, unit, dayKind = 'unstated' } = term;
  const last = typeof amount === 'number' ? amount : amount[1];
  const figures =
    typeof amount === 'number' ? formatNumber(amount) : `${formatNumber(amount[0])}–${formatNumber(amount[1])}`;
  if (lang === 'ru') {
    const fraction = !Number.isInteger(last);
    const kind = unit === 'day' ? russianForm(last, russianKinds[dayKind][grammaticalCase]) : '';
    return `${figures}${noBreak}${kind}${russianForm(last, russianUnits[unit][fraction ? 'nominative' : grammaticalCase])}`;
  }
  if (unit !== 'day' || dayKind === 'unstated') return `${figures}${noBreak}${kazakhUnits[unit]}`;
  return dayKind === 'working' ? `${figures}${noBreak}жұмыс күні` : `күнтізбелік ${figures}${noBreak}күн`;
}
