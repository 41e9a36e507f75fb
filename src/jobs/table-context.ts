import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { readModel } from '../model/index.ts';
import { TableMap } from '../model/table-map.ts';
import type { Words } from '../model/words.ts';
import { readTree } from '../source/index.ts';
import { columnsOf, decisionKinds, furtherTable, keyLeaf, lists, mainFields, plain } from '../table/index.ts';
import { loadWords } from './words.ts';

/** What tables are read with: the words of columns, and the user's own map. */
export interface TableContext {
  readonly words: Words;
  readonly map: TableMap;
  readonly mapFile: string;
}

/** Names in a map that mean nothing: of columns, of tables. */
function faultsOf(map: TableMap, file: string): Diagnostic[] {
  const unknown = (name: string, known: readonly string[], pointer: readonly string[]): Diagnostic[] =>
    name === '-' || known.includes(name)
      ? []
      : [diagnostic('map-name-unknown', { name, near: nearest(name, known).join(', ') }, { file, pointer })];
  const main = columnsOf(mainFields(undefined)).map(({ name }) => name);
  const further = (name: string): string[] =>
    columnsOf([keyLeaf, ...(furtherTable(name)?.members ?? [])]).map((column) => column.name);
  const tables = [...decisionKinds, ...lists.keys()];
  const columns = (
    key: 'columns' | 'goods' | 'grounds' | 'attachments' | 'samples',
    known: readonly string[],
  ): Diagnostic[] => Object.entries(map[key]).flatMap(([heading, name]) => unknown(name, known, [key, heading]));
  return [
    ...Object.entries(map.sheets).flatMap(([sheet, name]) => unknown(name, tables, ['sheets', sheet])),
    ...columns('columns', main),
    ...(['goods', 'grounds', 'attachments', 'samples'] as const).flatMap((key) => columns(key, further(key))),
    ...Object.keys(map.values).flatMap((name) => unknown(name, main, ['values', name])),
  ];
}

/** Reads the user's map. Faults: those of any data file, and `map-name-unknown`. */
export function loadTableMap(file: string): Outcome<TableMap> {
  const tree = readTree(file);
  const map = tree.ok ? readModel(TableMap, tree.value) : tree;
  if (!map.ok) return map;
  const findings = faultsOf(map.value, file);
  return findings.length > 0 ? failure(findings) : map;
}

/** The user's names for the columns of a table, by their plain form. */
export const ownNames = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([heading, name]) => [plain(heading), name]));

/** Everything that tables are read with. */
export function tableContext(root: string, mapFile?: string): Outcome<TableContext> {
  const words = loadWords(root, 'table');
  const map = mapFile === undefined ? success(TableMap.parse({})) : loadTableMap(mapFile);
  if (!words.ok) return words;
  return map.ok ? success({ words: words.value, map: map.value, mapFile: mapFile ?? '' }) : map;
}
