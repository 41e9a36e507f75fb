import type { Column } from './columns.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const at = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((here, key) => (isData(here) ? here[key] : undefined), data);

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A wording in the language of a column; one text for both languages stands in each where there is no column for it. */
function wording(value: unknown, { language }: Column, hasPlain: boolean): string {
  if (isData(value)) return language ? text(value[language]) : '';
  return language === undefined || !hasPlain ? text(value) : '';
}

/** The cell of a column for a case, or for an entry of a list: the way back from a case to a table. */
export function cellOfCase(data: unknown, path: readonly string[], column: Column, columns: readonly Column[]): string {
  const value = at(data, path);
  const hasPlain = columns.some(({ leaf, language }) => leaf === column.leaf && language === undefined);
  const { type } = column.leaf;
  if (type === 'wording') return wording(value, column, hasPlain);
  if (type === 'wordings' || type === 'texts') {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list
      .map((one) => wording(one, column, hasPlain))
      .filter(Boolean)
      .join('\n');
  }
  return text(value);
}
