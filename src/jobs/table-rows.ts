import { diagnostic, nearest, type Diagnostic, type Place } from '../diagnostics/index.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { fieldText, type Heading as Verdict, type Row, type RowFault, type RowSink } from '../source/row.ts';
import {
  cellPlace,
  decisionKinds,
  furtherTable,
  Headings,
  keyLeaf,
  lists,
  mainFields,
  mapHeadings,
  missingColumns,
  plain,
  presentLeaves,
  roleOf,
  type Column,
  type Field,
  type Heading,
  type Role,
  type Table,
  type TableRow,
  type TableShape,
} from '../table/index.ts';
import { keyOf } from './manifest.ts';
import { ownNames, type TableContext } from './table-context.ts';

/** The headings stand in one of the first rows; above them there may be titles. */
const searched = 10;

const cellsOf = (row: Row): string[] => Array.from({ length: row.count }, (_, index) => fieldText(row, index));

interface Understanding {
  readonly listName: string | undefined;
  readonly kind: DocumentKind | undefined;
  readonly headings: Headings;
  readonly own: ReadonlyMap<string, string>;
}

/** A table as the first pass sees it: what its columns are, the numbers of its cases, or its rows by case. */
export class TableSketch implements RowSink {
  readonly file: string;
  readonly sheet: string | null;
  readonly findings: Diagnostic[] = [];
  /** Set when the headings were found and understood. */
  table: Table | undefined;
  /** The name of the list whose entries the rows are; undefined for a table of cases. */
  list: string | undefined;
  /** Rows of a table of cases. */
  count = 0;
  readonly numbers = new Set<string>();
  readonly rows = new Map<string, TableRow[]>();
  private readonly name: string;
  private readonly context: TableContext;
  private above = 0;

  constructor(file: string, sheet: string | null, name: string, context: TableContext) {
    this.file = file;
    this.sheet = sheet;
    this.name = name;
    this.context = context;
  }

  columns(names: readonly string[], line: number): Verdict {
    const { words, map } = this.context;
    const given = Object.entries(map.sheets).find(([sheet]) => sheet === this.name || sheet === this.sheet)?.[1];
    const role = given === undefined ? roleOf(this.name, words) : roleOfMap(given);
    if (role?.is === 'nothing') return 'stop';
    const listName = role?.is === 'list' ? role.name : undefined;
    const kind = role?.is === 'kind' ? role.kind : undefined;
    const fields = listName === undefined ? mainFields(kind) : [keyLeaf, ...(furtherTable(listName)?.members ?? [])];
    const headings = new Headings(fields, words);
    const own = ownNames(listName === undefined ? map.columns : mapOf(map, listName));
    const known = names.flatMap((name) => headings.find(own.get(plain(name)) ?? name) ?? []);
    // The number of the case alone may be the title of a group of columns.
    if (known.length < 2 || !known.some((column) => column.name === keyLeaf.name)) return this.noHeading(role);
    this.understand(names, line, { listName, kind, headings, own: own });
    return 'taken';
  }

  /** No heading in this row: perhaps in the next; a sheet that must have one and has none is told. */
  private noHeading(role: Role | undefined): Verdict {
    this.above += 1;
    if (this.above < searched) return 'next';
    this.noKey(role);
    return 'stop';
  }

  private noKey(role: Role | undefined): void {
    const { words } = this.context;
    const heading = new Headings([keyLeaf], words).call('case');
    const at: Place =
      this.sheet === null ? { file: this.file } : { file: this.file, cell: { sheet: this.sheet, ref: 'A1' } };
    const isOther = this.sheet !== null && role === undefined;
    this.findings.push(diagnostic('table-headless', { heading }, at, isOther ? { severity: 'info' } : {}));
  }

  /** Told after the last row: a short table may have ended before its headings were found. */
  finish(): void {
    if (this.table === undefined && this.above > 0 && this.above < searched)
      this.noKey(roleOf(this.name, this.context.words));
  }

  private understand(names: readonly string[], line: number, { listName, kind, headings, own }: Understanding): void {
    const placeOf = (column: number): Place =>
      cellPlace({ file: this.file, sheet: this.sheet, columns: [], key: 0 }, line, column);
    const { columns, findings } = mapHeadings(names, headings, own, placeOf);
    // A table named for a kind that says nothing of applicants holds further documents of cases that stand elsewhere.
    const present = presentLeaves(columns);
    const isFurther =
      kind !== undefined && ![...present].some((name) => name !== 'case' && !name.startsWith('document.'));
    this.list = listName ?? (isFurther ? kind : undefined);
    this.findings.push(...findings);
    const missing = this.missing(present, kind);
    if (missing.length > 0) {
      const list = missing.map((name) => headings.call(name)).join(', ');
      this.findings.push(diagnostic('column-missing', { columns: list, count: missing.length }, placeOf(0)));
    }
    const shape = this.shapeOf(names, columns);
    this.table =
      this.list === undefined
        ? this.withValues({ shape, columns, defaults: [], kind }, headings)
        : { shape, columns, defaults: [], kind };
  }

  /** The user's values stand in empty cells, and in columns that the table lacks. */
  private withValues(table: Table, headings: Headings): Table {
    const { map, mapFile } = this.context;
    const columns = [...table.columns];
    const shape = [...table.shape.columns];
    const defaults: string[] = [];
    for (const [name, value] of Object.entries(map.values)) {
      const column = headings.find(name);
      if (!column) continue;
      let index = columns.findIndex((one) => typeof one === 'object' && one.name === column.name);
      if (index < 0) {
        index = columns.push(column) - 1;
        const place: Place = { file: mapFile, pointer: ['values', name] };
        shape.push({ path: pathOf(column), column: index, heading: name, place });
      }
      defaults[index] = String(value);
    }
    return { ...table, columns, defaults, shape: { ...table.shape, columns: shape } };
  }

  /** Required fields without a column. A decision is required where the table holds anything of it. */
  private missing(present: ReadonlySet<string>, kind: DocumentKind | undefined): string[] {
    if (this.list !== undefined) return missingColumns([keyLeaf, ...(furtherTable(this.list)?.members ?? [])], present);
    const given = new Set([...present, ...Object.keys(this.context.map.values).map(leafName)]);
    const isDecided = [...given].some((name) => name.startsWith('document.') || name.startsWith('decided.'));
    // Where each row says its own kind, each row says what it lacks.
    const isAsked = ({ name }: Field): boolean => !name.startsWith('document.') || (isDecided && kind !== undefined);
    const fields = mainFields(kind)
      .filter(isAsked)
      .map((field) => (field.kind === 'group' && field.name === 'decided' ? { ...field, required: isDecided } : field));
    return missingColumns(fields, given);
  }

  private shapeOf(names: readonly string[], columns: readonly Heading[]): TableShape {
    const known = columns.flatMap((column, index) =>
      typeof column === 'object' ? [{ path: pathOf(column), column: index, heading: names[index] ?? '' }] : [],
    );
    const key = columns.findIndex((column) => typeof column === 'object' && column.leaf.name === 'case');
    return { file: this.file, sheet: this.sheet, columns: known, key };
  }

  row(row: Row): void {
    if (!this.table) return;
    const cells = cellsOf(row);
    if (!row.broken && cells.every((cell) => cell.trim() === '')) return;
    const number = (cells[this.table.shape.key] ?? '').trim();
    if (this.list === undefined) {
      this.count += 1;
      this.numbers.add(keyOf(number));
      return;
    }
    // What the row would say, and of which case, nobody can know.
    const valueless = this.valueless(row);
    if (valueless) this.findings.push(valueless);
    const key = keyOf(number);
    this.rows.set(key, [...(this.rows.get(key) ?? []), { line: row.line, cells }]);
  }

  fault(fault: RowFault, row: Row): void {
    if (fault === 'header-repeated') return;
    if (this.list === undefined) this.count += 1;
    // A row of a further table that cannot be read belongs to nobody knows which case.
    else this.findings.push(rowFault(fault, this.place(row.line)));
  }

  badHeading(fault: RowFault, line: number): void {
    this.findings.push(diagnostic('heading-broken', { reason: fault }, this.place(line)));
  }

  /** Rows of a further table whose case stands nowhere. */
  orphans(numbers: ReadonlySet<string>): Diagnostic[] {
    const { table } = this;
    if (this.list === undefined || !table) return [];
    return [...this.rows].flatMap(([number, rows]) =>
      numbers.has(number) && number !== ''
        ? []
        : rows.map(({ line, cells }) => {
            const shown = (cells[table.shape.key] ?? '').trim();
            const near = shown === '' ? '' : nearest(number, numbers).join(', ');
            return diagnostic('row-orphan', { number: shown, near }, cellPlace(table.shape, line, table.shape.key));
          }),
    );
  }

  /** A cell of a column in use that holds something without a value: taken for an empty one, it would be left out of a document. */
  valueless(row: Row): Diagnostic | undefined {
    const { shape } = this.table ?? {};
    const column = shape?.columns.find(({ column: index }) => row.broken?.has(index));
    if (!shape || !column) return undefined;
    return diagnostic('cell-valueless', { heading: column.heading }, cellPlace(shape, row.line, column.column));
  }

  place(line: number): Place {
    return cellPlace({ file: this.file, sheet: this.sheet, columns: [], key: 0 }, line, this.table?.shape.key ?? 0);
  }
}

const pathOf = ({ leaf, language }: Column): readonly string[] => [...leaf.path, ...(language ? [language] : [])];

const leafName = (name: string): string => name.replace(/\.(?:kk|ru)$/, '');

const rowFault = (fault: RowFault, at: Place): Diagnostic => diagnostic('row-broken', { reason: fault }, at);

const roleOfMap = (name: string): Role | undefined => {
  const kind = decisionKinds.find((one) => one === name);
  if (kind) return { is: 'kind', kind };
  return lists.has(name) ? { is: 'list', name } : { is: 'nothing' };
};

const mapOf = (map: TableContext['map'], list: string): Readonly<Record<string, string>> =>
  list === 'goods' || list === 'grounds' || list === 'attachments' || list === 'samples' ? map[list] : {};

/** Rows of a table of cases as the second pass reads them, one at a time. */
export class CaseRows implements RowSink {
  private readonly sketch: TableSketch;
  private readonly give: {
    readonly row: (row: TableRow, number: string) => void;
    readonly fault: (finding: Diagnostic, line: number) => void;
  };
  private isHeadingRead = false;

  constructor(sketch: TableSketch, give: CaseRows['give']) {
    this.sketch = sketch;
    this.give = give;
  }

  columns(names: readonly string[]): Verdict {
    const { columns = [] } = this.sketch.table?.shape ?? {};
    this.isHeadingRead = columns.every(
      ({ column, heading, place }) => place !== undefined || names[column] === heading,
    );
    return this.isHeadingRead ? 'taken' : 'next';
  }

  row(row: Row): void {
    const cells = cellsOf(row);
    const valueless = this.sketch.valueless(row);
    if (valueless) return this.give.fault(valueless, row.line);
    if (cells.every((cell) => cell.trim() === '')) return;
    const key = this.sketch.table?.shape.key ?? 0;
    const number = (cells[key] ?? '').trim();
    if (number === '') this.give.fault(diagnostic('row-unnumbered', {}, this.sketch.place(row.line)), row.line);
    else this.give.row({ line: row.line, cells }, number);
  }

  fault(fault: RowFault, row: Row): void {
    if (fault !== 'header-repeated') this.give.fault(rowFault(fault, this.sketch.place(row.line)), row.line);
  }
}
