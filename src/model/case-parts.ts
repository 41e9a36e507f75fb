import * as z from 'zod';
import { isDate, isDateTime } from './date.ts';

/** What is expected is said in signs, not in words: the message around it is in the language of the user. */

/**
 * What has no look of its own and yet changes what is read: control and format characters (a mark of writing direction
 * turns «12» into «21»), ends of lines, halves of a character. The soft hyphen is a place to divide a word, and stays.
 */
const unseen = /(?!\u00AD)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Text of one line as it is printed, composed (NFC), so that what looks alike is alike. */
export const Line = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, '…')
  .superRefine((text, context) => {
    const [character] = unseen.exec(text) ?? [];
    if (character !== undefined) context.addIssue({ code: 'custom', message: '…', params: { character } });
  });

/** A text in one wording for both languages (a number, a name that is not translated), or by language. */
export const CaseText = z.union([
  Line,
  z
    .strictObject({ kk: Line.optional(), ru: Line.optional() })
    .refine((text) => text.kk !== undefined || text.ru !== undefined, 'kk, ru'),
]);
export type CaseText = z.infer<typeof CaseText>;

/** What may be absent stands as `null`, so that a template can ask for it without the strict reader refusing. */
export const optional = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]).default(null);

/** What a text is besides letters: told where it is declared, for whoever makes forms and tables of a schema. */
export const textForms = z.registry<{ readonly form: 'day' | 'moment' }>();

export const Day = z.string().refine(isDate, 'YYYY-MM-DD').register(textForms, { form: 'day' });
export const Moment = z.string().refine(isDateTime, 'YYYY-MM-DDThh:mm').register(textForms, { form: 'moment' });

/** A person by the parts of the name. */
export const PersonName = z.strictObject({ surname: Line, given: Line, patronymic: optional(Line) });

/** An officer or worker who acts: full name with the surname first, and post. */
export const Officer = z.strictObject({ name: Line.describe('фамилия имя отчество'), post: CaseText });
