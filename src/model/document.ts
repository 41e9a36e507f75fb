import * as z from 'zod';
import { Refusal, ResultDocument } from './case-documents.ts';
import { CaseText, Day, Line, Moment, Officer, optional } from './case-parts.ts';
import { Accepted, Consent, HandedOver, Original, RefusedAtIntake, SamplesRequested } from './case.ts';
import { documentKinds, type DocumentKind } from './kinds.ts';

/** ISO 8601 with seconds and an offset: one instant, told by the clock of the place. */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);

/** What the visible block of an electronic signature says; all of it but the time is read from the certificate. */
export const DocumentSignature = z.strictObject({
  form: z.enum(['embedded', 'detached']).describe('подпись внутри файла или в отдельном файле .cms'),
  signer: Line,
  organisation: optional(Line),
  serial: Line.describe('номер сертификата, шестнадцатеричный'),
  issuer: Line,
  signed: Instant,
});
export type DocumentSignature = z.infer<typeof DocumentSignature>;

/** What every document says, whatever its kind. A template reads nothing else than this and `document`. */
const common = {
  format: z.literal(1),
  /** The hash of the template and of the program that set it: pages can be compared with pages of the same form. */
  form: Line,
  case: Line,
  /** The language of the words; `both` on a sheet that has both. */
  language: z.enum(['kk', 'ru', 'both']),
  specimen: z.boolean(),
  number: optional(Line),
  issued: Day.describe('день документа; закон выбирается по нему'),
  service: z.strictObject({ address: Line, title: CaseText }),
  act: z.strictObject({ number: Line, date: Day }),
  standard: z.strictObject({ documents: optional(CaseText) }),
  provider: CaseText,
  applicant: z.strictObject({
    name: CaseText,
    person: z.boolean(),
    id: Line.describe('ИИН или БИН'),
    address: CaseText,
    postcode: optional(Line),
    phone: optional(Line),
    representative: optional(z.strictObject({ name: Line, basis: CaseText })),
  }),
  officer: optional(Officer),
  city: optional(CaseText),
  original: optional(Original),
  /** By whom and when the file is signed; absent where it is not, so that nothing else of the document changes. */
  signature: DocumentSignature.optional(),
  /** The sentences of law that the template asks for, as they stood on the day of the document. */
  law: z.record(z.string(), CaseText),
};

const refusal = z.strictObject({
  ...Refusal.options[0].shape,
  grounds: z
    .array(z.strictObject({ text: CaseText, cite: optional(CaseText), clause: optional(Line), facts: CaseText }))
    .min(1),
});

const events = {
  refusal,
  'refusal-incomplete': Refusal.options[1],
  receipt: z.strictObject({ ...Accepted.shape, due: z.union([Moment, Day]), storage: optional(CaseText) }),
  'refusal-of-acceptance': RefusedAtIntake,
  consent: Consent,
  'samples-notice': SamplesRequested,
  'hand-over-mark': HandedOver,
} as const;

const shapeOf = (kind: DocumentKind): z.ZodObject => {
  const result = ResultDocument.options.find((option) => option.shape.kind.value === kind);
  if (result) return result;
  const found = Object.entries(events).find(([name]) => name === kind);
  if (!found) throw new Error(`the kind ${kind} has no shape`);
  return found[1];
};

const modelOf = (kind: DocumentKind) => z.strictObject({ kind: z.literal(kind), ...common, document: shapeOf(kind) });

/** The plain model of a document by kind: what is laid out, hashed, and carried inside the PDF. */
export const documentModels: ReadonlyMap<DocumentKind, ReturnType<typeof modelOf>> = new Map(
  documentKinds.map((kind) => [kind, modelOf(kind)]),
);

export type DocumentModel = z.infer<ReturnType<typeof modelOf>>;
