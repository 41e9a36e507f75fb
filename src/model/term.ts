import * as z from 'zod';
import { LostText, Text } from './text.ts';

/**
 * A term: how long a step takes, as the act says it. `amount` is null where the source lost the number or the act
 * refers to another paper («в срок, указанный в расписке»), a pair for a range («10–15 мин»), 0 for the same day. `unit`
 * is null too where no word of it is left. `words` is the number in words where the act gives both («7 (девять)»).
 * `when` narrows the term to variants (their ids) or to a category or event in the act's words.
 */
export const Term = z
  .strictObject({
    raw: z.union([z.string().trim().min(1), z.null()]).describe('слова акта о сроке; null — утрачены'),
    amount: z.union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().positive()]), z.null()]),
    words: z.string().optional().describe('число прописью, если акт его даёт'),
    unit: z
      .union([z.enum(['second', 'minute', 'hour', 'day', 'month']), z.null()])
      .describe('null — единица утрачена вместе с числом или акт отсылает к другой бумаге'),
    dayKind: z
      .enum(['working', 'calendar', 'unstated'])
      .optional()
      .describe('для unit: day — рабочие, календарные или не сказано'),
    bound: z
      .enum(['exact', 'at-most', 'same-day'])
      .describe('exact — «в срок N», голая ячейка; at-most — «в течение», «не более»; same-day — «в день поступления»'),
    startsFrom: Text.optional().describe('с какого момента, словами акта'),
    when: z.array(z.string()).optional().describe('варианты (id) или категория словами акта'),
    includedIn: z.string().optional().describe('id шага, в срок которого этот срок входит'),
    outsideTotal: z
      .union([z.boolean(), z.literal('unknown')])
      .optional()
      .describe('не входит в срок услуги: true, false, unknown'),
  })
  .refine((term) => term.unit !== 'day' || term.dayKind !== undefined, {
    message: 'a term in days says its dayKind',
    path: ['dayKind'],
  })
  .refine((term) => term.unit !== null || term.amount === null, {
    message: 'a term with a number says its unit',
    path: ['unit'],
  });
export type Term = z.infer<typeof Term>;

/** A term of the whole service, by variant, with where it comes from. */
export const TotalTerm = z.strictObject({
  raw: LostText,
  amount: z.union([z.number().positive(), z.null()]),
  unit: z.enum(['minute', 'hour', 'day', 'month']),
  dayKind: z.enum(['working', 'calendar', 'unstated']).optional(),
  when: z.array(z.string()).optional(),
  origin: z.enum(['act', 'standard', 'lost']),
  cite: z.string().optional().describe('стандарт: реквизиты и пункт, если origin: standard'),
});
export type TotalTerm = z.infer<typeof TotalTerm>;
