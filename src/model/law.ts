import * as z from 'zod';
import { DocumentKind } from './kinds.ts';
import { DateText, Language, Wording } from './text.ts';

/** The days on which an entry of law holds, both ends included; `to: null` while it is in force. */
const Validity = {
  from: DateText,
  to: z.union([DateText, z.null()]),
  /** Whether wording and dates were read in the text of the law, or in which language; what was not warns at each use. */
  verified: z.union([z.boolean(), Language]),
  why: z.string().optional().describe('откуда известно или что не сверено'),
};

export const Ground = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Latin letters and hyphens'),
  text: Wording.describe('основание словами закона'),
  cite: Wording.describe('ссылка: «подпункт 3) пункта 1 статьи 32 Закона …»'),
});
export type Ground = z.infer<typeof Ground>;

/** A closed list of grounds of refusal. Those of licences and those of other services are never mixed (ст. 19-1 п. 4). */
export const GroundList = z.strictObject({
  id: z.string(),
  for: z.enum(['licence', 'other']),
  ...Validity,
  grounds: z.array(Ground).min(1),
});
export type GroundList = z.infer<typeof GroundList>;
export const Grounds = z.strictObject({ lists: z.array(GroundList) });

/** A sentence that cites the law, by its name in templates. */
export const Citation = z.strictObject({ name: z.string(), ...Validity, text: Wording });
export type Citation = z.infer<typeof Citation>;
export const Citations = z.strictObject({ citations: z.array(Citation) });

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** How the numbers of a kind of document look; the numbers themselves are given by the state's systems. */
export const NumberFormat = z.strictObject({
  kinds: z.array(DocumentKind).min(1),
  ...Validity,
  pattern: z.string().refine(isPattern, 'a regular expression').describe('весь номер'),
  shape: z.string().describe('вид номера словами'),
});
export type NumberFormat = z.infer<typeof NumberFormat>;
export const NumberFormats = z.strictObject({ numbers: z.array(NumberFormat) });

/** The other language of names that an act gives in one language only. */
export const Name = z.strictObject({
  ru: z.string(),
  kk: z.string(),
  origin: z.enum(['other-act', 'ours']),
  cite: z.string().optional(),
});
export const Names = z.strictObject({ names: z.array(Name) });

/** All that stands above a regulation. */
export interface Law {
  readonly grounds: readonly GroundList[];
  readonly citations: readonly Citation[];
  readonly numbers: readonly NumberFormat[];
  readonly names: readonly z.infer<typeof Name>[];
}

/** Whether an entry was compared with the law in all languages that a document speaks. */
export const verifiedIn = (entry: { readonly verified: boolean | Language }, language: Language | 'both'): boolean =>
  entry.verified === true || entry.verified === language;

/** Whether an entry holds on a day. */
export const holdsOn = (entry: { readonly from: string; readonly to: string | null }, date: string): boolean =>
  entry.from <= date && (entry.to === null || date <= entry.to);
