import type { Language } from '../model/text.ts';
import { caseFields, documentFields, documentPath, eventFields, type Field, type Leaf, type List } from './fields.ts';
import { documentKinds, type DocumentKind } from '../model/kinds.ts';

/** A column of a table: a field, or its wording in one language. */
export interface Column {
  /** `applicant.address.kk`. */
  readonly name: string;
  readonly leaf: Leaf;
  readonly language?: Language;
}

/** The kinds of document that a decision gives out: those that a row of a table may be of. */
export const decisionKinds: readonly DocumentKind[] = documentKinds.filter((kind) => documentFields(kind));

/** The column that says of which kind the document of a row is, where the table does not say it as a whole. */
export const kindLeaf: Leaf = {
  kind: 'leaf',
  name: 'kind',
  path: [],
  type: 'choice',
  required: false,
  choices: decisionKinds,
};

export const isWording = ({ type }: Leaf): boolean => type === 'wording' || type === 'wordings';

/** The columns that a field may have: one, and for a wording one for each language besides. */
const columnsOfLeaf = (leaf: Leaf): Column[] => [
  { name: leaf.name, leaf },
  ...(isWording(leaf)
    ? (['kk', 'ru'] as const).map((language) => ({ name: `${leaf.name}.${language}`, leaf, language }))
    : []),
];

/** The fields that columns hold, with what lies inside them; lists stand in tables of their own. */
export function leavesOf(fields: readonly Field[]): Leaf[] {
  return fields.flatMap((field): Leaf[] => {
    if (field.kind === 'leaf') return [field];
    if (field.kind === 'list') return [];
    if (field.kind === 'group') return leavesOf(field.members);
    const all = [field.key, ...[...field.options.values()].flatMap(leavesOf)];
    return [...new Map(all.map((leaf) => [leaf.name, leaf])).values()];
  });
}

export const columnsOf = (fields: readonly Field[]): Column[] => leavesOf(fields).flatMap(columnsOfLeaf);

/** The lists among fields, with those inside of groups. */
export const listsOf = (fields: readonly Field[]): List[] =>
  fields.flatMap((field): List[] =>
    field.kind === 'list' ? [field] : field.kind === 'group' ? listsOf(field.members) : [],
  );

/** The fields of the table of cases; those of the document are those of its kind, or of all kinds where it is not known. */
export function mainFields(kind: DocumentKind | undefined): readonly Field[] {
  const kinds = kind ? [kind] : decisionKinds;
  const ofDocuments = kinds.flatMap((one) => documentFields(one) ?? []);
  return [
    ...caseFields,
    ...eventFields,
    kindLeaf,
    ...new Map(ofDocuments.map((field) => [field.name, field])).values(),
  ];
}

/** A further document of a case, a row each, in a table named for its kind. */
const furtherDocuments = (kind: DocumentKind): List => ({
  kind: 'list',
  name: kind,
  path: ['events', 'decided', 'documents'],
  required: false,
  members: documentFields(kind) ?? [],
});

/** The number of the case, by which rows of further tables belong to it. */
export const keyLeaf: Leaf = { kind: 'leaf', name: 'case', path: ['case'], type: 'text', required: true, choices: [] };

/** Every list that may stand in a further table, by its name; those of documents may be of several kinds. */
export const lists: ReadonlyMap<string, List> = new Map(
  [...listsOf(eventFields), ...decisionKinds.flatMap((kind) => listsOf(documentFields(kind) ?? []))].map((list) => [
    list.name,
    list,
  ]),
);

/** What the rows of a further table are: entries of a list, or further documents of a kind. */
export const furtherTable = (name: string): List | undefined => {
  const kind = decisionKinds.find((one) => one === name && documentPath(one).includes('documents'));
  return lists.get(name) ?? (kind && furtherDocuments(kind));
};
