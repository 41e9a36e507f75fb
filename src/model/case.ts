import * as z from 'zod';
import { Refusal, ResultDocument } from './case-documents.ts';
import { CaseText, Day, Line, Moment, Officer, optional, PersonName } from './case-parts.ts';
import { Id, Language } from './text.ts';

/** Whether the check digit holds is asked by the rules of cases, which can say it in the user's language. */
const TwelveDigits = z.string().regex(/^\d{12}$/, '12 × 0–9');

const contact = {
  address: CaseText,
  postcode: optional(z.string().regex(/^[A-Z0-9]{6,7}$/, '080000, Z05H0F2')),
  phone: optional(Line),
};
const representative = optional(z.strictObject({ name: Line, basis: CaseText.describe('доверенность: номер и дата') }));

export const Applicant = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('organisation'),
    name: CaseText,
    bin: TwelveDigits,
    ...contact,
    representative,
  }),
  z.strictObject({
    kind: z.literal('person'),
    name: PersonName,
    iin: TwelveDigits,
    ...contact,
    representative,
  }),
]);
export type Applicant = z.infer<typeof Applicant>;

export const Accepted = z.strictObject({
  number: Line.describe('номер, данный системой приёма: он же штрих-код'),
  at: Moment,
  worker: Officer,
  place: CaseText.describe('где принято и где выдаётся результат'),
  documents: z.array(z.strictObject({ name: CaseText, sheets: optional(z.int().positive()) })).min(1, '≥ 1'),
  variant: optional(Id).describe('вариант регламента: выдача, переоформление, дубликат'),
  due: optional(z.union([Moment, Day])).describe('день и время выдачи; без него — по сроку услуги'),
  storage: optional(CaseText),
});

export const RefusedAtIntake = z.strictObject({
  number: optional(Line),
  at: Moment,
  office: CaseText.describe('кто отказывает в приёме: отдел, филиал, адрес, в именительном падеже'),
  worker: Officer,
  missing: z.array(CaseText).min(1, '≥ 1'),
  executor: optional(z.strictObject({ name: Line, phone: optional(Line) })),
});

export const SamplesRequested = z.strictObject({
  number: Line,
  at: Day,
  officer: Officer,
  samples: z.array(z.strictObject({ name: CaseText, quantity: z.number().positive(), unit: CaseText })).min(1, '≥ 1'),
  place: CaseText,
});

export const Consent = z.strictObject({
  at: Day,
  place: CaseText,
  systems: CaseText.describe('какие сведения и системы'),
});
export const Original = z.strictObject({ system: CaseText, identifier: Line, signed: Moment });

const Decided = z
  .strictObject({
    at: Day,
    officer: Officer.describe('кто подписывает'),
    city: CaseText,
    documents: z.array(ResultDocument).min(1).optional(),
    refusal: Refusal.optional(),
    /** The electronic original, if this is its copy on paper; only then the law's words on equality are printed. */
    original: optional(Original),
  })
  .refine((decided) => (decided.documents === undefined) !== (decided.refusal === undefined), 'documents | refusal');

export const HandedOver = z.strictObject({
  at: Moment,
  to: Line.describe('кто получил: фамилия имя отчество'),
  identity: CaseText.describe('документ, удостоверяющий личность'),
  proxy: optional(CaseText).describe('доверенность'),
  worker: Officer,
  papers: z.array(CaseText).min(1),
});

/** One application and what became of it: a record of events, each optional. */
export const Case = z.strictObject({
  case: Line.describe('номер дела: имя файлов документов'),
  service: z.string().describe('<акт>/<услуга>'),
  language: Language.default('ru').describe('язык документов, которые печатаются на одном языке'),
  specimen: z.boolean().default(false).describe('образец: «ҮЛГІ / ОБРАЗЕЦ» на каждой странице'),
  applicant: Applicant,
  provider: optional(CaseText).describe('имя услугодателя, если в регламенте оно не на том языке'),
  events: z.strictObject({
    refusedAtIntake: RefusedAtIntake.optional(),
    consent: Consent.optional(),
    accepted: Accepted.optional(),
    samplesRequested: SamplesRequested.optional(),
    decided: Decided.optional(),
    handedOver: HandedOver.optional(),
  }),
});
export type Case = z.infer<typeof Case>;

/** The events in the order in which they may follow each other. */
export const eventOrder = [
  'refusedAtIntake',
  'consent',
  'accepted',
  'samplesRequested',
  'decided',
  'handedOver',
] as const;
export type EventName = (typeof eventOrder)[number];
