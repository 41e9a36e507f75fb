import * as z from 'zod';
import { responseFields } from './response.ts';

const place = z.strictObject({
  code: z.string(),
  ru: z.string(),
  kk: z.string(),
  also: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
});

/** The columns of the tables of targets and of volumes. */
export const tableFields = ['service', 'indicator', 'norm', 'goal', 'rendered'] as const;

/** What the words, codes and headings of other systems mean here (templates/report/vocabulary.yaml). */
export const vocabularySchema = z.strictObject({
  answers: z.strictObject({
    0: z.array(z.string()),
    1: z.array(z.string()),
    2: z.array(z.string()),
    3: z.array(z.string()),
  }),
  regions: z.array(place).max(31),
  channels: z.array(place).max(7),
  languages: z.array(place).max(3),
  /** How the questions are worded, whatever system asked them. */
  questions: z
    .strictObject({ quality: z.array(z.string()), accessibility: z.array(z.string()) })
    .default({ quality: [], accessibility: [] }),
  /** Headings of the tables given with --targets and --volumes. */
  tables: z.partialRecord(z.enum(tableFields), z.array(z.string())).default({}),
  profiles: z.array(
    z.strictObject({
      name: z.string(),
      path: z.boolean().default(false),
      columns: z.partialRecord(z.enum(responseFields), z.array(z.string())),
    }),
  ),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type VocabularyEntry = Vocabulary['regions'][number];
export type Profile = Vocabulary['profiles'][number];
