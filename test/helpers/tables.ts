import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DocumentKind } from '../../src/model/index.ts';
import {
  cellOfCase,
  columnsOf,
  decisionKinds,
  documentPath,
  furtherTable,
  keyLeaf,
  lists,
  mainFields,
  type Column,
} from '../../src/table/index.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;
const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((here, key) => (isData(here) ? here[key] : undefined), data);

export const exampleCase = (name: string): Data => {
  const data: unknown = parse(readFileSync(`examples/cases/${name}.yaml`, 'utf8'));
  if (!isData(data)) throw new Error(name);
  return data;
};

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** A case as the rows of tables: the table of cases under '', further ones under their names; columns without any cell are left out. */
export function tablesOf(data: Data): Map<string, Table> {
  const decided = at(data, ['events', 'decided']);
  const documents = at(decided, ['documents']);
  const list: readonly unknown[] = Array.isArray(documents) ? documents : [];
  const kindOf = (one: unknown): DocumentKind | undefined => decisionKinds.find((kind) => kind === at(one, ['kind']));
  const kind = kindOf(list[0] ?? at(decided, ['refusal']));
  const number = String(data['case']);
  const tables = new Map<string, Table>();
  const put = (name: string, all: readonly Column[], rows: readonly string[][]): void => {
    const used = all.map((_, index) => rows.some((row) => row[index] !== ''));
    if (rows.length > 0)
      tables.set(name, {
        columns: all.filter((_, index) => used[index]),
        rows: rows.map((row) => row.filter((_, index) => used[index])),
      });
  };
  const inDocument = (column: Column): readonly string[] =>
    column.leaf.name.startsWith('document.') && kind ? [...documentPath(kind), ...column.leaf.path] : column.leaf.path;
  const main = columnsOf(mainFields(kind));
  put('', main, [
    main.map((column) => (column.name === 'kind' ? (kind ?? '') : cellOfCase(data, inDocument(column), column, main))),
  ]);
  const further = (name: string, entries: readonly unknown[]): void => {
    const columns = columnsOf([keyLeaf, ...(furtherTable(name)?.members ?? [])]);
    put(
      name,
      columns,
      entries.map((entry) =>
        columns.map((column) =>
          column.name === 'case' ? number : cellOfCase(entry, column.leaf.path, column, columns),
        ),
      ),
    );
  };
  for (const [name, { path }] of lists) {
    const entries = at(data, path[0] === 'events' || !kind ? path : [...documentPath(kind), ...path]);
    if (Array.isArray(entries)) further(name, entries);
  }
  for (const more of new Set(list.slice(1).map(kindOf)))
    if (more)
      further(
        more,
        list.slice(1).filter((one) => kindOf(one) === more),
      );
  return tables;
}

const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as CSV, its headings by own names unless said otherwise. */
export const csvOf = ({ columns, rows }: Table, heading: (column: Column) => string = ({ name }) => name): string =>
  [columns.map(heading), ...rows].map((row) => row.map(quoted).join(';')).join('\r\n');
