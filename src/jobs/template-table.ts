import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { documentKinds, type DocumentKind, type Language } from '../model/index.ts';
import type { Words } from '../model/words.ts';
import { readTree } from '../source/index.ts';
import { packageRoot, writeAtomic } from '../store/index.ts';
import {
  caseFields,
  cellOfCase,
  columnsOf,
  documentFields,
  documentPath,
  eventFields,
  furtherTable,
  headingOf,
  keyLeaf,
  lists,
  sheetName,
  type Column,
  type EmptyColumn,
  type EmptySheet,
  type EmptyTable,
  type Field,
  type Legend,
} from '../table/index.ts';
import { loadLaw } from './law.ts';
import { loadLibrary } from './regulations.ts';
import { loadWords } from './words.ts';

export interface TemplateTableRequest {
  readonly root: string;
  readonly kind: DocumentKind;
  /** Further documents of the same cases: of other events in the same row, of the decision on sheets of their own. */
  readonly with?: readonly DocumentKind[];
  readonly out: string;
  readonly language: Language;
  /** A file that is there already is written over. */
  readonly force?: boolean;
}

/** The event of which a document comes that no decision gives. */
const eventOf: Readonly<Partial<Record<DocumentKind, string>>> = {
  receipt: 'accepted',
  'refusal-of-acceptance': 'refusedAtIntake',
  consent: 'consent',
  'samples-notice': 'samplesRequested',
  'hand-over-mark': 'handedOver',
};

const eventFieldsOf = (kind: DocumentKind): readonly Field[] =>
  eventFields.filter(({ name }) => name === (eventOf[kind] ?? 'decided'));

/** The fields of the table of cases, and the lists that stand in tables of their own. */
function fieldsFor(kind: DocumentKind, more: readonly DocumentKind[]): { main: readonly Field[]; further: string[] } {
  const own = documentFields(kind) ?? [];
  const events = eventFields.filter((event) => [kind, ...more].some((one) => eventFieldsOf(one).includes(event)));
  const required = events.map((event) => ({ ...event, required: eventFieldsOf(kind).includes(event) }));
  const inEvents = events.flatMap(({ members }) => members);
  const names = [...own, ...inEvents].flatMap((field) => (field.kind === 'list' ? [field.name] : []));
  const documents = more.filter((one) => documentFields(one) && one !== kind);
  return { main: [...caseFields, ...required, ...own], further: [...names, ...documents] };
}

/** Whether a document can stand on a further sheet: one with a list of its own cannot. */
const isFlat = (kind: DocumentKind): boolean =>
  documentPath(kind).includes('documents') && (documentFields(kind) ?? []).every((field) => field.kind !== 'list');

/** An example case of the kind, out of the package: its cells are the examples of the legend. */
function exampleOf(kind: DocumentKind): unknown {
  const folder = join(packageRoot(), 'examples', 'cases');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const event = eventOf[kind];
  for (const file of files) {
    const tree = readTree(join(folder, file));
    const data: unknown = tree.ok ? tree.value.data : undefined;
    const marks = JSON.stringify(data ?? null);
    if (event === undefined ? marks.includes(`"kind":"${kind}"`) : marks.includes(`"${event}":{`)) return data;
  }
  return undefined;
}

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Where the document of a kind stands in an example: it need not be the first one. */
function pathInExample(data: unknown, kind: DocumentKind): readonly string[] {
  const decided = isData(data) && isData(data['events']) ? data['events']['decided'] : undefined;
  const documents: readonly unknown[] =
    isData(decided) && Array.isArray(decided['documents']) ? decided['documents'] : [];
  const index = documents.findIndex((one) => isData(one) && one['kind'] === kind);
  return index < 0 ? documentPath(kind) : ['events', 'decided', 'documents', String(index)];
}

interface Making {
  readonly words: Words;
  readonly language: Language;
  /** Closed lists that stand in the root's data: addresses of services, codes of grounds. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** Words of a choice in the language of the table. */
function choicesOf({ leaf }: Column, { words, language, known }: Making): readonly string[] {
  if (leaf.type === 'flag') return ['yes', 'no'].map((one) => words.say(`choice.flag:${one}`, language));
  return known[leaf.name] ?? leaf.choices.map((choice) => words.say(`choice.${leaf.name}:${choice}`, language));
}

const twelveDigits = ['applicant.bin', 'applicant.iin'];

function whatFor(column: Column, choices: readonly string[], { words, language }: Making): string {
  const { name, type } = column.leaf;
  if (words.has(`what:${name}`)) return words.say(`what:${name}`, language);
  if (twelveDigits.includes(name)) return words.say('what:digits', language);
  return words.say(`what:${type}`, language, { choices: choices.join(', ') });
}

const groupOf = ({ leaf }: Column): string => {
  const [head = ''] = leaf.name.split('.');
  return leaf.name.includes('.') || head === 'provider' ? head : 'case';
};

/** Why a column is required: always, as one of alternatives, or where its group is filled. */
function requiredFor(
  column: Column,
  fields: readonly Field[],
  { words, language }: Making,
): { is: boolean; said: string } {
  const yes = { is: true, said: words.say('legend:yes', language) };
  const holds = (field: Field): boolean =>
    field.kind === 'leaf'
      ? field.name === column.leaf.name
      : columnsOf([field]).some(({ leaf }) => leaf.name === column.leaf.name);
  const look = (list: readonly Field[]): { is: boolean; said: string } => {
    const field = list.find(holds);
    if (!field || field.kind === 'list') return { is: false, said: '' };
    if (field.kind === 'leaf') return field.required ? yes : { is: false, said: '' };
    if (field.kind === 'choice') {
      const options = [...field.options.values()].filter((members) => members.some(holds));
      if (options.length === field.options.size) return look(options[0] ?? []);
      const inner = look(options[0] ?? []);
      return inner.is ? { is: false, said: words.say('legend:or', language) } : inner;
    }
    const inner = look(field.members);
    if (field.required || !inner.is) return inner;
    const first = columnsOf([field])[0];
    return {
      is: false,
      said: words.say('legend:if', language, {
        group: first ? headingOf({ name: first.leaf.name, leaf: first.leaf }, words, language) : '',
      }),
    };
  };
  return look(fields);
}

function columnFor(column: Column, fields: readonly Field[], example: string, making: Making): EmptyColumn {
  const { words, language } = making;
  const choices = choicesOf(column, making);
  const required = requiredFor(column, fields, making);
  const shown =
    choices.length > 0 && column.leaf.type === 'choice'
      ? words.say(`choice.${column.leaf.name}:${example}`, language)
      : example;
  return {
    heading: headingOf(column, words, language),
    name: column.name,
    group: words.say(`group:${groupOf(column)}`, language),
    isRequired: required.is,
    required: required.said,
    what: whatFor(column, choices, making),
    example: shown.startsWith('choice.') ? example : shown,
    type: column.leaf.type,
    choices,
    ...(twelveDigits.includes(column.leaf.name) ? { digits: 12 } : {}),
  };
}

/** One column a field; a wording has one for each language. */
const shownColumns = (fields: readonly Field[]): Column[] =>
  columnsOf(fields).filter(
    ({ leaf, language }) => language !== undefined || (leaf.type !== 'wording' && leaf.type !== 'wordings'),
  );

/** `base` = where in the example the entry stands that a further sheet is about, or the document of the table of cases. */
function sheetFor(
  name: string,
  fields: readonly Field[],
  data: unknown,
  base: readonly string[],
  making: Making,
): EmptySheet {
  const isFurther = fields[0] === keyLeaf;
  const columns = shownColumns(fields);
  const columnsWithExamples = columns.map((column) => {
    const { path, name: own } = column.leaf;
    const isInside = own.startsWith('document.') || isFurther;
    const from = isInside && own !== 'case' ? [...base, ...path] : path;
    return columnFor(column, fields, cellOfCase(data, from, column, columns), making);
  });
  return { name: sheetName(name), columns: columnsWithExamples };
}

function legends(
  root: string,
  kind: DocumentKind,
  making: Omit<Making, 'known'>,
): { legends: Legend[]; known: Making['known'] } {
  const { words, language } = making;
  const { library } = loadLibrary(root);
  const services = library.regulations.filter(({ regulation }) =>
    [...regulation.results, ...regulation.refusals, ...(regulation.papers ?? [])].some(({ kinds }) =>
      kinds.includes(kind),
    ),
  );
  const titleOf = (title: unknown): string =>
    typeof title === 'string'
      ? title
      : isData(title)
        ? String(title[language] ?? title['ru'] ?? title['kk'] ?? '')
        : '';
  const found: Legend[] = [
    {
      title: words.say('legend:services', language),
      lines: services.map(({ address, regulation }) => [address, titleOf(regulation.title)] as const),
    },
  ];
  const grounds = kind === 'refusal' ? loadLaw(root).law.grounds.flatMap((list) => list.grounds) : [];
  const byCode = new Map(grounds.map((one) => [one.code, one]));
  if (byCode.size > 0)
    found.push({
      title: words.say('legend:grounds', language),
      lines: [...byCode.values()].map(({ code, text }) => [code, titleOf(text)] as const),
    });
  return { legends: found, known: { service: services.map(({ address }) => address), ground: [...byCode.keys()] } };
}

/** The plain model of an empty table. Faults: `table-kind-nested` for a further document that has a list of its own. */
export function emptyTable(request: TemplateTableRequest): Outcome<EmptyTable> {
  const { root, kind, language, out } = request;
  const more = request.with ?? [];
  const loaded = loadWords(root, 'table');
  if (!loaded.ok) return loaded;
  const words = loaded.value;
  const nested = more.filter((one) => documentFields(one) && one !== kind && !isFlat(one));
  if (nested.length > 0) {
    const flat = documentKinds.filter((one) => documentFields(one) && isFlat(one)).join(', ');
    return failure(nested.map((one) => diagnostic('table-kind-nested', { kind: one, flat })));
  }
  const { legends: found, known } = legends(root, kind, { words, language });
  const making: Making = { words, language, known };
  const { main, further } = fieldsFor(kind, more);
  const example = exampleOf(kind);
  const name = words.say(`kind:${kind}`, language);
  const mainSheet = sheetFor(name, main, example, documentFields(kind) ? pathInExample(example, kind) : [], making);
  const furtherSheets = further.map((one): EmptySheet => {
    const list = furtherTable(one);
    const isList = lists.has(one);
    const owner = isList ? example : exampleOf(one as DocumentKind);
    const base = isList
      ? [...(list?.path[0] === 'events' ? [] : pathInExample(example, kind)), ...(list?.path ?? []), '0']
      : pathInExample(owner, one as DocumentKind);
    const title = words.say(`${isList ? 'table' : 'kind'}:${one}`, language);
    return sheetFor(title, [keyLeaf, ...(list?.members ?? [])], owner, base, making);
  });
  const say = (key: string, args: Readonly<Record<string, string>> = {}): string => words.say(key, language, args);
  return success({
    title: say('title', { kind: name }),
    about: say('legend:about', { sheet: mainSheet.name }),
    print: say('legend:print', { file: basename(out) }),
    sheets: [mainSheet, ...furtherSheets],
    legends: found,
    words: {
      legend: say('sheet:legend'),
      lists: say('sheet:lists'),
      head: [
        say('legend:sheet'),
        say('legend:heading'),
        say('legend:name'),
        say('legend:required'),
        say('legend:what'),
        say('legend:example'),
      ],
    },
  });
}

/** Writes the empty table for documents of a kind. A filled one is never written over unasked. */
export async function templateTable(request: TemplateTableRequest): Promise<Outcome<string>> {
  const { out, force = false } = request;
  if (existsSync(out) && !force) return failure([diagnostic('table-exists', { file: out }, { file: out })]);
  const model = emptyTable(request);
  if (!model.ok) return model;
  const { emptyTableWorkbook } = await import('../workbook/empty-table.ts');
  return writeAtomic(out, await emptyTableWorkbook(model.value));
}
