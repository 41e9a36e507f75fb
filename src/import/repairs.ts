import { resolveMark, type Mark } from '../model/index.ts';
import { reasons } from './build/context.ts';
import type { Paragraph } from './paragraphs.ts';

const names = ['id', 'step', 'n', 'number', 'service', 'symbol'] as const;
type Place = { readonly at: string; readonly src: readonly [number, number] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const rangeOf = (value: Record<string, unknown>): readonly [number, number] | undefined => {
  const src = value['src'];
  return Array.isArray(src) && typeof src[0] === 'number' && typeof src[1] === 'number' ? [src[0], src[1]] : undefined;
};

/** Every entry of the data that names its lines, the innermost first. Columns of a table share the lines of the table and are left out. */
function places(value: unknown, at: string, root: unknown): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => {
      const name = isRecord(entry) ? names.map((key) => entry[key]).find((one) => typeof one === 'string') : undefined;
      const named = `${at}/${String(name)}`;
      const isSame = typeof name === 'string' && resolveMark(named, root)?.at(-1) === index;
      return places(entry, isSame ? named : `${at}/${index}`, root);
    });
  }
  if (!isRecord(value) || at === '/marks') return [];
  const isTable = value['kind'] === 'table';
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    isTable && key === 'items' ? [] : places(entry, `${at}/${key}`, root),
  );
  const src = rangeOf(value);
  return src && at !== '' ? [...inner, { at, src }] : inner;
}

/** A mark `repaired` on the innermost entry of each repaired place; the words as they came stand in the source on the named lines. */
export function repairMarks(data: object, paragraphs: readonly Paragraph[], lang: 'kk' | 'ru'): Mark[] {
  const all = places(data, '', data);
  const why = reasons[lang];
  const seen = new Set<string>();
  const byLine = new Map<number, Place[]>();
  for (const place of all)
    for (let line = place.src[0]; line <= Math.min(place.src[1], place.src[0] + 400); line += 1) {
      const list = byLine.get(line);
      if (list) list.push(place);
      else byLine.set(line, [place]);
    }
  return paragraphs.flatMap((paragraph) =>
    paragraph.repairs.flatMap((repair): Mark[] => {
      const [from, to] = paragraph.src;
      const near = (byLine.get(from) ?? []).filter((place) => place.src[0] <= from && place.src[1] >= to);
      const smallest = near.reduce((least, place) => Math.min(least, place.src[1] - place.src[0]), Infinity);
      return near
        .filter((place) => place.src[1] - place.src[0] === smallest)
        .filter((place) => !seen.has(`${place.at} ${repair} ${from}`))
        .map((place): Mark => {
          seen.add(`${place.at} ${repair} ${from}`);
          return { at: place.at, kind: 'repaired', src: [from, to], why: why[repair] };
        });
    }),
  );
}
