import {
  digits,
  fieldOf,
  glue,
  isNumbers,
  onlyFirst,
  tornOf,
  type Column,
  type Joined,
  type ReadTable,
} from './table-parts.ts';

type Fields = readonly ReadTable['rows'][number]['field'][];
const isNumber = ({ label }: Joined): boolean => /^\d{1,2}\.?$/.test(label);

/** A head of two rows: «Действие» over «Содержание» and «Форма завершения»; a cell over both rows stands in both. */
function labelsOf(head: readonly Joined[]): string[] {
  const [first, ...rest] = head.map((row) => [row.label, ...row.cells]);
  return (first ?? []).map((label, at) =>
    rest.reduce((whole, row) => (row[at] === undefined || row[at] === whole ? whole : glue(whole, row[at])), label),
  );
}

/** The lowest label of a column tells what it holds: «Результат» under «Содержание». */
function fieldsOf(head: readonly Joined[], labels: readonly string[]): Fields {
  const found = labels.map((label, at) => {
    const own = head.map((row) => [row.label, ...row.cells][at] ?? '').findLast((one) => fieldOf(one) !== 'other');
    return fieldOf(own ?? label);
  });
  if (found[0] === 'other' || found[0] === 'text') found[0] = 'number';
  return onlyFirst(found);
}

function addCells(column: Column, cells: readonly string[], fields: Fields): void {
  for (const [at, cell] of cells.entries()) {
    const field = fields[at] ?? 'other';
    if (field === 'other') column.other.push(cell);
    else column.cells[field] ??= cell;
  }
}

/** Rows under one number, or under none, go on the step above them; a cell that spans them is told once. */
function goOn(column: Column, row: Joined, fields: Fields): void {
  column.src[1] = Math.max(column.src[1], row.to);
  for (const [at, cell] of row.cells.entries()) {
    const field = fields[at] ?? 'other';
    if (cell === '') continue;
    if (field === 'other') column.other.push(cell);
    else if (column.cells[field] !== cell) column.cells[field] = glue(column.cells[field] ?? '', cell);
  }
}

const newColumn = (number: string, { from, to }: Joined): Column => ({
  number,
  cells: { number },
  other: [],
  src: [from, to],
});

/** «Исполнитель | Действие | Срок» without a column of numbers: the rows are counted from 1. */
function counted(rows: readonly Joined[]): ReadTable | undefined {
  const [head, ...rest] = rows;
  const body = rest.filter((row) => row.label !== head?.label || row.cells.join() !== head.cells.join());
  const labels = head ? [head.label, ...head.cells] : [];
  const fields = onlyFirst(labels.map(fieldOf));
  const known = new Set(fields.filter((field) => field !== 'other'));
  if (fields.includes('other') || known.size < 3 || body.length < 2) return undefined;
  if (body.some((row) => row.label === '')) return undefined;
  const columns = body.map((row, index) => {
    const column = newColumn(String(index + 1), row);
    addCells(column, [row.label, ...row.cells], fields);
    return column;
  });
  return tableOf(labels, fields, columns, rows, []);
}

const tableOf = (
  labels: readonly string[],
  fields: Fields,
  columns: Column[],
  rows: readonly Joined[],
  unused: readonly Joined[],
): ReadTable => ({
  orientation: 'steps-as-rows',
  rows: labels.map((label, at) => ({ field: fields[at] ?? 'other', label: label === '' ? null : label })),
  columns,
  parts: [columns.length],
  torn: tornOf(rows),
  unused,
});

/** Steps as rows: a head of one or two rows, then a row (or several) for each number. */
export function asRows(rows: readonly Joined[]): ReadTable | undefined {
  const start = rows.findIndex(isNumber);
  if (start < 0) return counted(rows);
  if (start === 0 || start > 3) return undefined;
  const head = rows.slice(0, start).filter((row) => !isNumbers(row.cells));
  const labels = labelsOf(head);
  const fields = fieldsOf(head, labels);
  const columns: Column[] = [];
  const unused: Joined[] = [];
  for (const row of rows.slice(start)) {
    if (isNumbers(row.cells) && columns.length === 0) continue;
    const previous = columns.at(-1);
    const isSame = row.label === '' || (isNumber(row) && digits(row.label) === previous?.number);
    if (previous && isSame) goOn(previous, row, fields.slice(1));
    else if (isNumber(row)) {
      const column = newColumn(digits(row.label), row);
      addCells(column, row.cells, fields.slice(1));
      columns.push(column);
    } else unused.push(row);
  }
  return columns.length === 0 ? undefined : tableOf(labels, fields, columns, rows, unused);
}
