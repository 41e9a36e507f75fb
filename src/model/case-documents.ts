import * as z from 'zod';
import { CaseText, Day, Line, optional } from './case-parts.ts';

/** One line of a table of goods. */
export const Goods = z.strictObject({
  name: CaseText,
  code: z
    .string()
    .regex(/^\d{4}(\d{2}|\d{4}|\d{5,6})?$/, '4–10 × 0–9')
    .describe('код ТН ВЭД'),
  control: optional(Line).describe('позиция контрольного списка'),
  quantity: z.number().positive(),
  unit: CaseText,
  cost: optional(z.number().nonnegative()),
  currency: optional(z.string().regex(/^[A-Z]{3}$/, 'KZT')),
  /** For conclusions: whether the goods belong to the controlled ones. */
  controlled: optional(z.boolean()),
});
export type Goods = z.infer<typeof Goods>;

const Party = z.strictObject({ name: CaseText, country: CaseText, address: optional(CaseText) });
const Contract = z.strictObject({ number: Line, date: Day });
const OldLicence = z.strictObject({ number: Line, issued: Day });
const goods = z.array(Goods).min(1, '≥ 1');

/** What every document of a decision has. `issued` is the day of the decision unless stated. */
const common = { number: Line.describe('номер, данный системой'), issued: optional(Day) };

const licence = {
  ...common,
  firstIssued: optional(Day),
  activity: CaseText.describe('вид деятельности словами закона'),
  conditions: optional(CaseText).describe('особые условия или срок действия'),
  note: optional(CaseText).describe('«Неотчуждаемая, класс 1»'),
};

const appendix = {
  ...common,
  licence: OldLicence,
  firstIssued: optional(Day),
  subtypes: z.array(CaseText).min(1),
  base: optional(CaseText).describe('производственная база'),
  objects: optional(z.array(CaseText).min(1)).describe('перечень объектов: склады, цеха, участки с адресами'),
  basis: CaseText.describe('основание выдачи'),
  validUntil: optional(Day),
};

const permit = {
  ...common,
  party: Party.describe('иностранный контрагент'),
  contract: Contract,
  goods,
  validUntil: Day,
  basis: CaseText,
};

const conclusion = { ...common, goods, basis: CaseText, contract: optional(Contract) };

/** The documents in which a service may end, by kind; each kind has a template of the same name. */
export const ResultDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('licence'), ...licence }),
  z.strictObject({
    kind: z.literal('licence-reissue'),
    ...licence,
    previous: OldLicence,
    reason: CaseText.describe('смена наименования, адреса, реорганизация'),
  }),
  z.strictObject({
    kind: z.literal('licence-duplicate'),
    ...licence,
    duplicated: Day.describe('дата выдачи дубликата'),
  }),
  z.strictObject({ kind: z.literal('licence-appendix'), ...appendix }),
  z.strictObject({ kind: z.literal('appendix-duplicate'), ...appendix, duplicated: Day }),
  z.strictObject({
    kind: z.literal('transit-permit'),
    ...permit,
    sender: Party,
    route: CaseText,
    transport: CaseText,
    customs: z.array(CaseText).min(1),
  }),
  z.strictObject({
    kind: z.literal('processing-permit'),
    ...permit,
    purpose: CaseText,
    products: CaseText.describe('продукты переработки'),
    customs: z.array(CaseText).min(1),
  }),
  z.strictObject({
    kind: z.literal('re-export-permit'),
    ...permit,
    origin: CaseText.describe('страна происхождения'),
    destination: CaseText,
    endUse: CaseText,
    customs: z.array(CaseText).min(1),
  }),
  z.strictObject({ kind: z.literal('crypto-sale-permit'), ...permit, purpose: CaseText }),
  z.strictObject({
    kind: z.literal('end-user-certificate'),
    ...common,
    exporter: Party,
    endUser: Party,
    contract: Contract,
    goods,
    use: CaseText,
    place: CaseText.describe('место использования'),
  }),
  z.strictObject({ kind: z.literal('export-control-conclusion'), ...conclusion, finding: CaseText }),
  z.strictObject({
    kind: z.literal('technical-conclusion'),
    ...conclusion,
    object: z.enum(['cryptography', 'special-equipment']),
    finding: CaseText,
  }),
  z.strictObject({
    kind: z.literal('import-export-conclusion'),
    ...conclusion,
    movement: z.enum(['import', 'export', 'transit']),
    party: Party,
    purpose: CaseText,
    validUntil: Day,
  }),
  z.strictObject({
    kind: z.literal('import-export-licence'),
    ...common,
    movement: z.enum(['import', 'export']),
    licenceKind: z.enum(['single', 'general', 'exclusive']).describe('разовая, генеральная, исключительная'),
    from: Day,
    to: Day,
    contract: Contract,
    partner: Party,
    countries: CaseText.describe('страна назначения (отправления)'),
    origin: CaseText.describe('страна происхождения'),
    customs: z.array(CaseText).min(1),
    goods: Goods,
    statisticalValue: z.number().nonnegative(),
    basis: CaseText,
    extra: optional(CaseText),
  }),
]);
export type ResultDocument = z.infer<typeof ResultDocument>;

/** A refusal: grounds by code from the closed list, each with the facts of the case; or the papers that were missing. */
export const Refusal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refusal'),
    ...common,
    question: CaseText.describe('вопрос, который рассмотрен'),
    grounds: z.array(z.strictObject({ ground: z.string(), facts: CaseText })).min(1, '≥ 1'),
    appealTo: CaseText.describe('куда можно пожаловаться'),
  }),
  z.strictObject({
    kind: z.literal('refusal-incomplete'),
    ...common,
    missing: z.array(CaseText).min(1, '≥ 1'),
  }),
]);
export type Refusal = z.infer<typeof Refusal>;
