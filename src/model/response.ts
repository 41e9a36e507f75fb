import * as z from 'zod';

/** What a questionnaire asks (приложение 3 to the regulations): two questions, three options each, in the order of the form. */
export const questions = ['quality', 'accessibility'] as const;
export type Question = (typeof questions)[number];

/** Code of an answer: 0 = no answer, then the options as printed: 1 «не удовлетворен», 2 «частично удовлетворен», 3 «удовлетворен». */
export type Answer = 0 | 1 | 2 | 3;
export const options = [1, 2, 3] as const;

const Answered = z.literal(options);

/** One answered questionnaire in our own form: a line of NDJSON, an entry of a JSON list, or a row under these headings. */
export const Response = z
  .strictObject({
    id: z.string().min(1).optional().describe('номер ответа; повтор отклоняется'),
    service: z.string().describe('адрес услуги: акт/услуга; либо её название'),
    date: z.iso.date(),
    quality: Answered.optional().describe('вопрос 1 (2.1 «Качество»): 1 не удовлетворен, 2 частично, 3 удовлетворен'),
    accessibility: Answered.optional().describe('вопрос 2 (3.1 «Доступность»)'),
    region: z.string().optional(),
    channel: z.string().optional(),
    language: z.string().optional(),
    comment: z.string().optional(),
  })
  .refine(
    ({ quality, accessibility }) => quality !== undefined || accessibility !== undefined,
    'at least one question is answered',
  );
export type Response = z.infer<typeof Response>;

/** The fields of a response that a file may carry; a profile says under which headings. */
export type ResponseField = keyof Response;
export const responseFields = [
  'id',
  'service',
  'date',
  'quality',
  'accessibility',
  'region',
  'channel',
  'language',
  'comment',
] as const satisfies readonly ResponseField[];

/** A service that responses may name; `address` is `<act>/<service>`. */
export interface SurveyService {
  readonly address: string;
  readonly act: string;
  readonly title: { readonly ru?: string; readonly kk?: string };
}

/** Reasons to turn a record away, in the order in which they are looked for. */
export const rejectReasons = [
  'column-count',
  'quote',
  'too-long',
  'control-byte',
  'encoding',
  'json',
  'header-repeated',
  'formula-empty',
  'cell-broken',
  'service-missing',
  'service-unknown',
  'service-ambiguous',
  'date-missing',
  'date-wrong',
  'date-outside',
  'option-outside',
  'answers-missing',
  'id-too-long',
  'id-repeated',
  'id-conflict',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Remarks about a record that is kept all the same. */
export const remarks = [
  'answer-missing',
  'id-missing',
  'region-unknown',
  'channel-unknown',
  'language-unknown',
  'formula-cell',
  'word-guessed',
] as const;
export type Remark = (typeof remarks)[number];

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

/** Either end may be open; both ends belong to the period. */
export interface Period {
  readonly from?: Day;
  readonly to?: Day;
}
