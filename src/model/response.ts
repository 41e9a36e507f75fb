/** What a questionnaire asks (приложение 3 to the regulations): two questions, three options each, in the order of the form. */
export const questions = ['quality', 'accessibility'] as const;
export type Question = (typeof questions)[number];

/** Code of an answer: 0 = no answer, then the options as printed: 1 «не удовлетворен», 2 «частично удовлетворен», 3 «удовлетворен». */
export type Answer = 0 | 1 | 2 | 3;
export const options = [1, 2, 3] as const;

/** The fields of a response that a file may carry; a profile says under which headings. */
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
] as const;
export type ResponseField = (typeof responseFields)[number];

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
] as const;
export type Remark = (typeof remarks)[number];

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

/** Either end may be open; both ends belong to the period. */
export interface Period {
  readonly from?: Day;
  readonly to?: Day;
}
