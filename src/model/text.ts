import * as z from 'zod';

export const languages = ['kk', 'ru'] as const;
export const Language = z.enum(languages).describe('kk — қазақша, ru — по-русски');
export type Language = z.infer<typeof Language>;

/** Lines of `source.txt`, 1-based, both ends included. */
export const Source = z
  .tuple([z.int().positive(), z.int().positive()])
  .refine(([from, to]) => from <= to, 'the first line stands before the last')
  .describe('строки source.txt: [с, по]');
export type Source = z.infer<typeof Source>;

const Sentence = z.string().trim().min(1);

/** A wording by language with its origin, where it is not simply the act's. */
export const Wording = z
  .strictObject({
    kk: Sentence.optional(),
    ru: Sentence.optional(),
    origin: z
      .enum(['act', 'other-act', 'ours'])
      .optional()
      .describe('act — слова акта; other-act — другой акт (cite); ours — наши слова'),
    cite: Sentence.optional().describe('откуда взято, если origin: other-act'),
  })
  .refine((text) => text.kk !== undefined || text.ru !== undefined, 'at least one language is given');

/** A text: a plain string is in the language of its file and in the act's own words; otherwise by language with origin. */
export const Text = z.union([Sentence, Wording]);
export type Text = z.infer<typeof Text>;

/** A text that the source may have lost (`null`). */
export const LostText = z.union([Text, z.null()]);

/** The words of a text in a language; undefined where there are none. `own` is the language of plain strings. */
export function wording(text: Text | null | undefined, language: Language, own: Language): string | undefined {
  if (text === null || text === undefined) return undefined;
  if (typeof text === 'string') return language === own ? text : undefined;
  return text[language];
}

/** The words of a text in a language, else in the other one; undefined only for a lost text. */
export const anyWording = (text: Text | null | undefined, language: Language, own: Language): string | undefined =>
  wording(text, language, own) ?? wording(text, language === 'kk' ? 'ru' : 'kk', own);

/** Where a text comes from; a plain string is the act's. */
export const originOf = (text: Text): 'act' | 'other-act' | 'ours' =>
  typeof text === 'string' ? 'act' : (text.origin ?? 'act');

/**
 * A remark on a place of the file. `at` is a slash path from the root; inside a list an entry is named by its
 * `id`, `step`, `n` or `number`, else by its index from 0: `/process/internal/steps/p4/next`.
 */
export const Mark = z.strictObject({
  at: z.string().startsWith('/').describe('путь: /process/internal/steps/p4/next'),
  kind: z
    .enum(['lost', 'unreadable', 'inferred', 'repaired', 'drafter-error', 'acknowledged'])
    .describe(
      'lost — утрачено; unreadable — нечитаемо; inferred — выведено; repaired — исправлено; drafter-error — ошибка составителя; acknowledged — принято',
    ),
  rule: z.string().optional().describe('код правила, находка которого принята (для acknowledged)'),
  src: Source.optional(),
  why: Sentence,
});
export type Mark = z.infer<typeof Mark>;

/** An identifier in Latin letters, digits and hyphens. */
export const Id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Latin letters, digits and hyphens');

/** ISO date, a real day of the calendar. */
export const DateText = z.iso.date();
