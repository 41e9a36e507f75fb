import { source } from './source.ts';
import { model } from './model.ts';
import { cli } from './cli.ts';
import { diff } from './diff.ts';
import { document } from './document.ts';
import { bulk } from './bulk.ts';
import { table } from './table.ts';
import { register } from './register.ts';
import { layout } from './layout.ts';
import { diagram } from './diagram.ts';
import { survey } from './survey.ts';
import { booklet } from './booklet.ts';
import { questionnaire } from './questionnaire.ts';
import { scan } from './scan.ts';
import { sign } from './sign.ts';
import { signature } from './signature.ts';
import { check } from './check.ts';
import { checkFlow } from './check-flow.ts';
import { checkActors } from './check-actors.ts';
import { checkTerms } from './check-terms.ts';
import { checkResults } from './check-results.ts';
import { checkTellings } from './check-tellings.ts';
import { checkTitles } from './check-titles.ts';
import { importWords } from './import.ts';

export type { Entry, Wording } from './entry.ts';

/** Every code of the product with its severity and its words in three languages, one file per area. */
export const words = {
  ...source,
  ...model,
  ...cli,
  ...diff,
  ...document,
  ...bulk,
  ...table,
  ...register,
  ...layout,
  ...diagram,
  ...survey,
  ...booklet,
  ...questionnaire,
  ...scan,
  ...sign,
  ...signature,
  ...check,
  ...checkFlow,
  ...checkActors,
  ...checkTerms,
  ...checkResults,
  ...checkTellings,
  ...checkTitles,
  ...importWords,
} as const;

export type Code = keyof typeof words;

type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Placeholders<E> = E extends { en: { message: infer M extends string } }
  ? E extends { en: { hint: infer H extends string } }
    ? Names<M> | Names<H>
    : Names<M>
  : never;

/** The arguments of a code: the names in braces in its English wording. */
export type ArgsOf<C extends Code> = { readonly [Name in Placeholders<(typeof words)[C]>]: string | number };
