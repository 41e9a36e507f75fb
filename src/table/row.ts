import { diagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { decisionKinds, furtherTable, isWording, kindLeaf, lists, type Column } from './columns.ts';
import { documentPath, type List } from './fields.ts';
import type { Heading } from './headings.ts';
import { cellPlace, type Anchor, type TableShape } from './place.ts';
import { textsOf, valueOf } from './values.ts';
import type { Words } from '../model/words.ts';

/** A table as it was understood: what each column holds, and of which kind its documents are, where it says so as a whole. */
export interface Table {
  readonly shape: TableShape;
  readonly columns: readonly Heading[];
  /** What stands for an empty cell, by columns. */
  readonly defaults: readonly string[];
  readonly kind: DocumentKind | undefined;
}

/** One row: its cells as texts, by columns. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const cellText = ({ defaults }: Table, { cells }: TableRow, index: number): string =>
  (cells[index] ?? '').trim() || (defaults[index] ?? '');

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Puts a value at a path; numbers in the path are places of lists. */
function put(data: Data, path: readonly string[], value: unknown): void {
  let here: Data = data;
  for (const [index, key] of path.slice(0, -1).entries()) {
    if (!isData(here[key])) here[key] = /^\d+$/.test(path[index + 1] ?? '') ? [] : {};
    here = here[key] as Data;
  }
  here[path.at(-1) ?? ''] = value;
}

const get = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((here, key) => (isData(here) ? here[key] : undefined), data);

/** Lines of two cells, one for each language, as wordings; undefined where they are not equally many. */
function paired(kk: readonly string[], ru: readonly string[]): unknown[] | undefined {
  if (kk.length === 0 || ru.length === 0)
    return [...kk.map((text) => ({ kk: text })), ...ru.map((text) => ({ ru: text }))];
  return kk.length === ru.length ? kk.map((text, index) => ({ kk: text, ru: ru[index] })) : undefined;
}

/** Reads the filled cells of a row into an object, by the paths of their fields. */
class RowReader {
  readonly data: Data = {};
  readonly findings: Diagnostic[] = [];
  /** Own names of the fields that are filled. */
  readonly filled = new Set<string>();
  private readonly table: Table;
  private readonly row: TableRow;
  private readonly words: Words;

  constructor(table: Table, row: TableRow, words: Words) {
    this.table = table;
    this.row = row;
    this.words = words;
  }

  /** `pathOf` = where a field of the column stands in the object. */
  read(pathOf: (column: Column) => readonly string[] | undefined): void {
    const lines = new Map<
      string,
      { column: Column; texts: Partial<Record<'kk' | 'ru' | 'both', readonly string[]>>; index: number }
    >();
    for (const [index, column] of this.table.columns.entries()) {
      const text = cellText(this.table, this.row, index);
      if (text === '' || column === 'remark') continue;
      if (column === 'empty') {
        this.findings.push(diagnostic('column-unnamed', { text: text.slice(0, 40) }, this.place(index)));
        continue;
      }
      const found = valueOf(text, column.leaf, this.words);
      if ('fault' in found) {
        this.findings.push(diagnostic(found.fault, { heading: this.heading(index), text }, this.place(index)));
        continue;
      }
      const path = pathOf(column);
      if (!path) continue;
      this.filled.add(column.leaf.name);
      if (column.leaf.type === 'wordings') {
        const list = lines.get(column.leaf.name) ?? { column, texts: {}, index };
        list.texts[column.language ?? 'both'] = textsOf(text);
        lines.set(column.leaf.name, list);
      } else this.set(path, column, found.value, index);
    }
    for (const { column, texts, index } of lines.values()) {
      const path = pathOf(column) ?? [];
      const list = texts.both && !texts.kk && !texts.ru ? texts.both : paired(texts.kk ?? [], texts.ru ?? []);
      if (list && !(texts.both && (texts.kk || texts.ru))) put(this.data, path, list);
      else {
        const counts = { kk: texts.kk?.length ?? 0, ru: texts.ru?.length ?? 0 };
        this.findings.push(
          diagnostic('cell-lines-differ', { heading: this.heading(index), ...counts }, this.place(index)),
        );
      }
    }
  }

  private set(path: readonly string[], column: Column, value: unknown, index: number): void {
    if (!isWording(column.leaf)) return put(this.data, path, value);
    const before = get(this.data, path);
    const isWhole = column.language === undefined;
    if (before !== undefined && isWhole !== (typeof before === 'string')) {
      this.findings.push(diagnostic('cell-wording-doubled', { heading: this.heading(index) }, this.place(index)));
    } else put(this.data, isWhole ? path : [...path, column.language ?? ''], value);
  }

  heading(index: number): string {
    return this.table.shape.columns.find(({ column }) => column === index)?.heading ?? '';
  }

  place(index: number) {
    return cellPlace(this.table.shape, this.row.line, index);
  }
}

/** What a row of a table of cases says, with the rows of further tables that belong to it. */
export interface RowCase {
  readonly data: unknown;
  readonly anchors: readonly Anchor[];
  readonly findings: readonly Diagnostic[];
}

/** The rows of a further table that belong to one case. */
export interface FurtherRows {
  readonly name: string;
  readonly table: Table;
  readonly rows: readonly TableRow[];
}

/** Fields that only a person has, and those that only an organisation has: they tell which one the applicant is. */
const ofPerson = ['applicant.iin', 'applicant.name.surname', 'applicant.name.given', 'applicant.name.patronymic'];
const ofOrganisation = ['applicant.bin', 'applicant.name'];

function settleApplicant(
  { data, filled }: RowReader,
  findings: Diagnostic[],
  headingOf: (name: string) => string,
  at: Place,
): void {
  const applicant = data['applicant'];
  const [person, organisation] = [ofPerson, ofOrganisation].map((names) => names.find((name) => filled.has(name)));
  if (person !== undefined && organisation !== undefined) {
    findings.push(diagnostic('cells-exclusive', { one: headingOf(organisation), other: headingOf(person) }, at));
  } else if (isData(applicant) && applicant['kind'] === undefined && (person ?? organisation) !== undefined) {
    applicant['kind'] = person === undefined ? 'organisation' : 'person';
  }
}

/** A row of the table of cases -> the data of a case, with the places of its parts. */
export function caseOfRow(table: Table, row: TableRow, further: readonly FurtherRows[], words: Words): RowCase {
  const reader = new RowReader(table, row, words);
  const kindColumn = table.columns.findIndex((column) => typeof column === 'object' && column.leaf === kindLeaf);
  const told = cellText(table, row, kindColumn);
  const named = told === '' ? undefined : valueOf(told, kindLeaf, words);
  const kind = decisionKinds.find((one) => (named && 'value' in named ? named.value === one : one === table.kind));
  reader.read(({ leaf }) => {
    if (leaf === kindLeaf) return undefined;
    const isOfDocument = leaf.name.startsWith('document.');
    return isOfDocument ? [...documentPath(kind ?? 'licence'), ...leaf.path] : leaf.path;
  });
  const { data, findings, filled } = reader;
  const anchors: Anchor[] = [{ prefix: [], table: table.shape, line: row.line }];
  if (kind) anchors.push({ prefix: documentPath(kind), table: table.shape, line: row.line });
  const isDecided =
    told !== '' || [...filled].some((name) => name.startsWith('document.') || name.startsWith('decided.'));
  const known = decisionKinds.join(', ');
  if (told !== '' && !kind)
    findings.push(diagnostic('table-kind-unknown', { kind: told, known }, reader.place(kindColumn)));
  else if (isDecided && !kind)
    findings.push(diagnostic('table-kind-missing', { known }, reader.place(table.shape.key)));
  else if (isDecided && kind) put(data, [...documentPath(kind), 'kind'], kind);
  for (const rows of further) addRows(rows, kind, data, anchors, findings, words);
  const headingOf = (name: string): string =>
    reader.heading(table.columns.findIndex((column) => typeof column === 'object' && column.leaf.name === name));
  settleApplicant(reader, findings, headingOf, reader.place(table.shape.key));
  return { data, anchors, findings };
}

/** Adds the rows of a further table: entries of a list of the case or of its document, or documents beside its own. */
function addRows(
  { name, table, rows }: FurtherRows,
  kind: DocumentKind | undefined,
  data: Data,
  anchors: Anchor[],
  findings: Diagnostic[],
  words: Words,
): void {
  const list: List | undefined = furtherTable(name);
  if (!list) return;
  const path =
    lists.has(name) && list.path[0] !== 'events' ? [...documentPath(kind ?? 'licence'), ...list.path] : list.path;
  const before = get(data, path);
  const entries: unknown[] = Array.isArray(before) ? before : [];
  for (const row of rows) {
    const reader = new RowReader(table, row, words);
    reader.read(({ leaf }) => (leaf.name === 'case' ? undefined : leaf.path));
    findings.push(...reader.findings);
    anchors.push({ prefix: [...path, entries.length], table: table.shape, line: row.line });
    entries.push(lists.has(name) ? reader.data : { kind: name, ...reader.data });
  }
  put(data, path, entries);
}
