import type { Pointer } from '../diagnostics/index.ts';

const names = ['id', 'step', 'n', 'number', 'service', 'symbol'] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The index of the entry of a list that a mark's segment names: by its `id`, `step`, `n` or `number`, else by index; `#0` is always an index. */
function indexOf(list: readonly unknown[], segment: string): number {
  if (/^#\d+$/.test(segment)) return Number(segment.slice(1));
  for (const name of names) {
    const index = list.findIndex((entry) => isRecord(entry) && entry[name] === segment);
    if (index >= 0) return index;
  }
  return /^\d+$/.test(segment) ? Number(segment) : -1;
}

/** Turns the `at` of a mark into a pointer of the file; undefined where it names nothing. */
export function resolveMark(at: string, root: unknown): Pointer | undefined {
  const pointer: (string | number)[] = [];
  let here: unknown = root;
  for (const segment of at.split('/').slice(1)) {
    if (Array.isArray(here)) {
      const list: readonly unknown[] = here;
      const index = indexOf(list, segment);
      if (index < 0 || index >= list.length) return undefined;
      pointer.push(index);
      here = list[index];
    } else if (isRecord(here) && segment in here) {
      pointer.push(segment);
      here = here[segment];
    } else return undefined;
  }
  return pointer;
}
