import * as z from 'zod';
import { eventOrder, Case } from '../model/case.ts';
import { Refusal, ResultDocument } from '../model/case-documents.ts';
import { textForms } from '../model/case-parts.ts';
import type { DocumentKind } from '../model/kinds.ts';

/** What a cell of a field may hold. `wording` has a column for both languages, or one for each. */
export type FieldType =
  | 'text'
  | 'wording'
  | 'number'
  | 'day'
  | 'moment'
  | 'day-or-moment'
  | 'flag'
  | 'choice'
  /** Several texts in one cell, each on a line of its own. */
  | 'texts'
  | 'wordings';

/** A field of a case that a column may hold. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Its own name: `applicant.bin`, `document.number`; in a further table without what all its rows share: `quantity`. */
  readonly name: string;
  readonly path: readonly string[];
  readonly type: FieldType;
  readonly required: boolean;
  readonly choices: readonly string[];
}

/** Fields that belong together: where one of them is filled, those that are required have to be. */
export interface Group {
  readonly kind: 'group';
  readonly name: string;
  readonly path: readonly string[];
  readonly required: boolean;
  readonly members: readonly Field[];
}

/** Fields of which a row has those of one option: a person or an organisation. The option is told by `key`. */
export interface Choice {
  readonly kind: 'choice';
  readonly name: string;
  readonly path: readonly string[];
  readonly required: boolean;
  readonly key: Leaf;
  readonly options: ReadonlyMap<string, readonly Field[]>;
}

/** A list whose entries stand in a table of their own, a row each. */
export interface List {
  readonly kind: 'list';
  readonly name: string;
  readonly path: readonly string[];
  readonly required: boolean;
  readonly members: readonly Field[];
}

export type Field = Leaf | Group | Choice | List;

interface Peeled {
  readonly schema: unknown;
  readonly isOptional: boolean;
  readonly description: string | undefined;
}

/** The schema inside «may be absent», «may be null» and «is this if absent». */
function peel(schema: unknown, isOptional = false): Peeled {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return peel(schema.unwrap(), true);
  if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion)) {
    const rest = schema.options.filter((option) => !(option instanceof z.ZodNull));
    if (rest.length === 1) return peel(rest[0], true);
  }
  return { schema, isOptional, description: schema instanceof z.ZodType ? schema.description : undefined };
}

const isWording = (schema: unknown): boolean =>
  schema instanceof z.ZodUnion &&
  schema.options.some((option) => option instanceof z.ZodObject && 'kk' in option.shape && 'ru' in option.shape);

const choicesOf = (schema: unknown): string[] =>
  schema instanceof z.ZodEnum
    ? schema.options.map(String)
    : schema instanceof z.ZodLiteral
      ? [...schema.values].map(String)
      : [];

function typeOf(schema: unknown): FieldType | undefined {
  if (isWording(schema)) return 'wording';
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'choice';
  if (schema instanceof z.ZodBoolean) return 'flag';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodString) return textForms.get(schema)?.form ?? 'text';
  if (schema instanceof z.ZodUnion && schema.options.every((option) => option instanceof z.ZodString))
    return 'day-or-moment';
  if (schema instanceof z.ZodArray) {
    const type = typeOf(schema.element);
    return type === 'wording' ? 'wordings' : type === 'text' ? 'texts' : undefined;
  }
  return undefined;
}

/** The names of fields begin here: the events of a case are named without saying that they are events. */
interface Place {
  readonly name: string;
  readonly path: readonly string[];
}

const inside = ({ name, path }: Place, key: string): Place => ({
  name: name === '' ? key : `${name}.${key}`,
  path: [...path, key],
});

/** Lists that people call otherwise than the case does. */
const listNames: Readonly<Record<string, string>> = {
  'accepted.documents': 'attachments',
  'document.goods': 'goods',
  'document.grounds': 'grounds',
  'samplesRequested.samples': 'samples',
};

function fieldOf(schema: unknown, place: Place): Field | undefined {
  const { schema: bare, isOptional } = peel(schema);
  const common = { name: place.name, path: place.path, required: !isOptional };
  const type = typeOf(bare);
  if (type !== undefined) return { kind: 'leaf', ...common, type, choices: choicesOf(bare) };
  if (bare instanceof z.ZodObject) return { kind: 'group', ...common, members: membersOf(bare, place) };
  if (bare instanceof z.ZodArray)
    return {
      kind: 'list',
      ...common,
      name: listNames[place.name] ?? place.name,
      members: membersOf(bare.element, { name: '', path: [] }),
    };
  if (bare instanceof z.ZodDiscriminatedUnion) return choiceOf(bare, common);
  return undefined;
}

function choiceOf(schema: z.ZodDiscriminatedUnion, place: Place & { readonly required: boolean }): Choice {
  const { discriminator } = schema.def;
  const options = new Map<string, readonly Field[]>();
  for (const option of schema.options) {
    if (!(option instanceof z.ZodObject)) continue;
    const [literal = ''] = choicesOf(option.shape[discriminator]);
    options.set(literal, membersOf(option, place, [discriminator]));
  }
  const key: Leaf = {
    kind: 'leaf',
    ...inside(place, discriminator),
    type: 'choice',
    required: false,
    choices: [...options.keys()],
  };
  return { kind: 'choice', ...place, key, options };
}

/** The fields of an object, in the order of its schema. */
function membersOf(schema: unknown, place: Place, without: readonly string[] = []): Field[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, entry]) =>
    without.includes(key) ? [] : (fieldOf(entry, inside(place, key)) ?? []),
  );
}

const inDocument: Place = { name: 'document', path: [] };

/** The fields of the document that a decision gives out, with paths inside it; undefined for kinds that come of other events. */
export function documentFields(kind: DocumentKind): readonly Field[] | undefined {
  const shape = [...ResultDocument.options, ...Refusal.options].find((option) => option.shape.kind.value === kind);
  return shape && membersOf(shape, inDocument, ['kind']);
}

/** Where the document of a decision stands in a case. */
export const documentPath = (kind: DocumentKind): readonly string[] =>
  Refusal.options.some(({ shape }) => shape.kind.value === kind)
    ? ['events', 'decided', 'refusal']
    : ['events', 'decided', 'documents', '0'];

/** What every case has, before its events. */
export const caseFields: readonly Field[] = membersOf(Case, { name: '', path: [] }, ['events']);

/** The events of a case, named without saying that they are events; documents of a decision are apart. */
export const eventFields: readonly Group[] = eventOrder.flatMap((name) => {
  const place = { name, path: ['events', name] };
  const { schema } = peel(Case.shape.events.shape[name]);
  const members = membersOf(schema, place, name === 'decided' ? ['documents', 'refusal'] : []);
  return [{ kind: 'group', ...place, required: false, members }];
});
