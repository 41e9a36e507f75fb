import Handlebars from 'handlebars';
import type { Code, ArgsOf } from '../diagnostics/index.ts';
import type { Language } from '../model/text.ts';
import type { Loc } from './template-source.ts';
import {
  formatDate,
  formatDateTime,
  formatInstant,
  formatMoney,
  formatNumber,
  formatShortDate,
  formatTime,
  initialsOf,
  numberInWords,
  russianForm,
  type DateForm,
} from '../text/index.ts';

/** A fault found while a template runs; caught where the template was started and turned into a finding. */
export class TemplateFault<C extends Code = Code> extends Error {
  constructor(
    readonly code: C,
    readonly args: ArgsOf<C>,
    readonly loc?: Loc,
  ) {
    super(code);
  }
}

type Options = Handlebars.HelperOptions & { readonly loc: Loc };
type Frame = { readonly lang: Language; readonly texts: TextLookup };
/** Renders a text of the template in a language, with the fields of the present context. */
export type TextLookup = (name: string, lang: Language, context: unknown, data: unknown) => string;

const frameOf = (options: Options): Frame => options.data as Frame;
const isWording = (value: unknown): value is Readonly<Partial<Record<Language, string>>> =>
  typeof value === 'object' && value !== null;

function wordsOf(value: unknown, options: Options): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const { lang } = frameOf(options);
  if (!isWording(value)) return '';
  const words = value[lang];
  if (words !== undefined) return words;
  throw new TemplateFault('text-untranslated', { words: value.kk ?? value.ru ?? '', lang }, options.loc);
}

/** Runs a block with the words of one language. */
const inLanguage = (context: unknown, lang: Language, options: Options): string =>
  options.fn(context, { data: Object.assign(Handlebars.createFrame(options.data), { lang }) });

const capitalOf = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The sum of a field over a list; nothing where an entry does not state it, because a sum without it would be wrong. */
function sumOf(list: unknown, name: string): number | undefined {
  if (!Array.isArray(list)) return undefined;
  const values = list.map((entry: unknown) =>
    isRecord(entry) && Object.hasOwn(entry, name) ? entry[name] : undefined,
  );
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? numbers.reduce((sum, value) => sum + value, 0) : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const safe = (markup: string): Handlebars.SafeString => new Handlebars.SafeString(markup);

const dateIn =
  (form: DateForm): Handlebars.HelperDelegate =>
  (value: unknown, options: Options) =>
    text(value) === '' ? '' : formatDate(text(value), frameOf(options).lang, form);

/**
 * What a template may call (docs/templates.md). Language-dependent ones speak the language of the block they stand in.
 * Markup is made by `both` and by texts of the template only: what comes from a case is always escaped.
 */
const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  text(this: unknown, name: unknown, options: Options) {
    const { lang, texts } = frameOf(options);
    return safe(texts(String(name), lang, this, options.data));
  },
  local: (value: unknown, options: Options) => wordsOf(value, options),
  date: dateIn('plain'),
  dateUntil: dateIn('until'),
  dateFrom: dateIn('from'),
  dateOf: dateIn('of'),
  shortDate: (value: unknown) => formatShortDate(text(value)),
  dateTime: (value: unknown, options: Options) => formatDateTime(text(value), frameOf(options).lang),
  instant: (value: unknown) => formatInstant(text(value)),
  time: (value: unknown) => formatTime(text(value)),
  amount: (value: unknown) => (typeof value === 'number' ? formatNumber(value) : ''),
  column: (value: unknown, decimals: unknown) =>
    typeof value === 'number' ? formatNumber(value, typeof decimals === 'number' ? decimals : undefined, 4) : '',
  sum: (list: unknown, name: unknown) => sumOf(list, String(name)),
  words: (value: unknown, options: Options) =>
    typeof value === 'number' ? numberInWords(value, frameOf(options).lang) : '',
  money: (value: unknown, currency: unknown, options: Options) =>
    typeof value === 'number' ? formatMoney(value, text(currency), frameOf(options).lang) : '',
  plural: (value: unknown, one: unknown, few: unknown, many: unknown) =>
    russianForm(Number(value), [text(one), text(few), text(many)]),
  initials: (value: unknown) => initialsOf(text(value)),
  capital: (value: unknown, options: Options) => capitalOf(wordsOf(value, options)),
  phrase: (value: unknown, options: Options) => wordsOf(value, options).replace(/[\s.,;:]+$/u, ''),
  upper: (value: unknown, options: Options) => wordsOf(value, options).toUpperCase(),
  ordinal: (index: unknown) => String(Number(index) + 1),
  eq: (left: unknown, right: unknown) => left === right,
  language(this: unknown, lang: unknown, options: Options) {
    return inLanguage(this, lang === 'kk' ? 'kk' : 'ru', options);
  },
  both(this: unknown, options: Options) {
    return `<row><left>${inLanguage(this, 'kk', options)}</left><right>${inLanguage(this, 'ru', options)}</right></row>`;
  },
};

const builtIn = ['if', 'unless', 'each', 'with'];
export const helperNames: readonly string[] = [...builtIn, ...Object.keys(helpers)];

/** A Handlebars of our own: nothing is registered in the shared one, and no prototype can be reached. */
export function makeHandlebars(): typeof Handlebars {
  const instance = Handlebars.create();
  for (const name of Object.keys(instance.helpers)) if (!builtIn.includes(name)) instance.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) instance.registerHelper(name, helper);
  return instance;
}

/** How every piece is compiled: a missing field is a fault, and no other helper can be called. */
export const compiling: CompileOptions = {
  strict: true,
  knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
  knownHelpersOnly: true,
  preventIndent: true,
};
