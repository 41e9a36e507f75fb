import type { Locale } from '../diagnostics/index.ts';

/** A sentence of the command line in the three languages of messages. */
export type Said = Readonly<Record<Locale, string>>;

const isLocale = (text: string | undefined): text is Locale => text === 'ru' || text === 'kk' || text === 'en';

/** The language of messages: `--locale`, else the environment (LC_ALL, LC_MESSAGES, LANG), else English. */
export function localeFrom(argv: readonly string[], env: NodeJS.ProcessEnv): Locale {
  const inline = argv.find((word) => word.startsWith('--locale='))?.slice('--locale='.length);
  const index = argv.indexOf('--locale');
  const asked = inline ?? (index >= 0 ? argv[index + 1] : undefined);
  if (isLocale(asked)) return asked;
  const environment = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').slice(0, 2).toLowerCase();
  return isLocale(environment) ? environment : 'en';
}

let current: Locale = 'en';
export const setLocale = (locale: Locale): void => {
  current = locale;
};
export const locale = (): Locale => current;

/** The sentence in the language of this run, with `{names}` filled in. */
export const say = (sentence: Said, args: Readonly<Record<string, string | number>> = {}): string =>
  sentence[current].replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
