import * as z from 'zod';
import { Numbered, Said } from './process.ts';
import { DateText, Id, Language, LostText, Mark, Source, Text } from './text.ts';

const Reference = z.strictObject({
  text: LostText,
  number: z.string().optional(),
  date: DateText.optional(),
  registration: z.string().optional(),
  from: DateText.optional().describe('день, с которого действует'),
  src: Source.optional(),
});

/** A normative act that approves regulations. `inForce` bounds the days on which a case may be registered under it. */
export const Act = z.strictObject({
  kind: z.enum(['order', 'resolution']).describe('приказ, постановление'),
  lang: Language,
  number: z.string(),
  date: DateText,
  title: Text,
  issuer: Text,
  signatory: z.strictObject({ post: Text.optional(), name: Text, src: Source.optional() }).optional(),
  registration: z.strictObject({ number: z.string(), date: DateText, text: Text.optional(), src: Source.optional() }),
  inForce: z.strictObject({
    from: z.union([DateText, z.null()]).describe('null — день неизвестен'),
    to: z.union([DateText, z.null()]).describe('последний день действия; null — неизвестен'),
    why: z.string().describe('откуда известно'),
  }),
  amends: z.array(Reference).optional(),
  repeals: z.array(Reference).optional(),
  repealedBy: Reference.optional(),
  services: z.array(
    z.strictObject({
      n: z.string(),
      service: z.union([Id, z.null()]).describe('имя файла регламента; null — регламента в этом тексте нет'),
      title: LostText.describe('название, как в перечне акта'),
      src: Source.optional(),
    }),
  ),
  approvals: z
    .array(
      z.strictObject({
        post: Text,
        name: LostText,
        date: z.union([DateText, z.null()]).optional(),
        src: Source.optional(),
      }),
    )
    .optional(),
  clauses: z.array(
    z.strictObject({
      n: z.string(),
      text: LostText,
      items: z.array(Numbered).optional(),
      more: z.array(Said).optional(),
      src: Source.optional(),
    }),
  ),
  notes: z.array(Said).optional().describe('сноски о силе акта, примечания'),
  marks: z.array(Mark).optional(),
});
export type Act = z.infer<typeof Act>;
