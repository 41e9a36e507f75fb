import * as z from 'zod';
import { Day } from './case-parts.ts';
import { DocumentKind } from './kinds.ts';
import { Wording } from './text.ts';

/** The words of a template, beside its markup (`templates/documents/<kind>.yaml`): a methodologist corrects them here. */
export const TemplateTexts = z.strictObject({
  kind: DocumentKind,
  form: z.enum(['bilingual', 'by-language']).describe('оба языка на одном листе или документ на языке дела'),
  status: z.enum(['verified', 'practice']).describe('verified — сверено с бланком или законом; practice — по практике'),
  since: Day.optional().describe(
    'с какого дня документы этого вида такие: сверено с выданными не раньше; до него — practice',
  ),
  why: z.string().describe('с чем сверено или чего нет'),
  name: Wording.describe('название документа'),
  origin: z.enum(['act', 'other-act', 'ours']).describe('происхождение слов, у которых оно не указано'),
  cite: z.string().optional(),
  texts: z.record(z.string(), Wording),
});
export type TemplateTexts = z.infer<typeof TemplateTexts>;

/** The words that all templates share (`templates/partials/texts.yaml`). */
export const SharedTexts = z.strictObject({ texts: z.record(z.string(), Wording) });
export type SharedTexts = z.infer<typeof SharedTexts>;
