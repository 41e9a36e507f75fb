import type { TextLine } from '../../source/html.ts';
import { tableLabel } from '../words/heads.ts';

/**
 * Tables of which every cell stands on a line of its own, as word processors save them to plain text. Only the numbers of the
 * steps tell where a row ends: «№ / 1 / 2 / 3 / СФЕ / Канцелярия / …».
 */
interface Cells {
  readonly rows: readonly (readonly TextLine[])[];
  /** Lines read, blank ones among them. */
  readonly taken: number;
}

const LONGEST_LABEL = 160;
const isLabel = ({ text }: TextLine): boolean => text.trim().length < LONGEST_LABEL && tableLabel.test(text.trim());
const isFigure = (line: TextLine | undefined, figure: number): boolean =>
  line !== undefined && line.text.trim().replace(/\.$/, '') === String(figure);

/** How many lines from a place on count 1, 2, 3 … */
function countFrom(lines: readonly TextLine[], at: number): number {
  let count = 0;
  while (isFigure(lines[at + count], count + 1)) count += 1;
  return count;
}

/** Steps as columns: a label, the numbers of the steps, then label after label with as many cells. */
function lying(lines: readonly TextLine[]): Cells | undefined {
  const index = isFigure(lines[0], 1) ? 1 : 0;
  const head = lines[index];
  if (!head || !isLabel(head)) return undefined;
  const width = countFrom(lines, index + 1);
  if (width < 2) return undefined;
  const step = index + 1 + width;
  const rows = [lines.slice(0, step)];
  for (let at = step; at < lines.length; at += step) {
    const label = lines[at + index];
    const isNext = index === 0 || isFigure(lines[at], rows.length + 1);
    const row = lines.slice(at, at + step);
    const isWhole =
      row.length === step &&
      !row.slice(index + 1).some((line) => isLabel(line) && /завершени|исполнения|мерзім|аяқта/iu.test(line.text));
    if (!label || !isLabel(label) || !isNext || !isWhole) break;
    rows.push(row);
  }
  return rows.length < 2 ? undefined : { rows, taken: rows.length * step };
}

const WIDEST = 8;

/** Steps as rows: three or more labels, then number after number with as many cells. */
function standing(lines: readonly TextLine[]): Cells | undefined {
  if (!/^№|^N(?=\s|$)|^р\/с/iu.test(lines[0]?.text.trim() ?? '')) return undefined;
  const width = lines.slice(0, WIDEST + 1).findIndex((line) => isFigure(line, 1));
  if (width < 3 || !lines.slice(1, width).every(isLabel)) return undefined;
  const rows = [lines.slice(0, width)];
  for (let at = width; at + width <= lines.length && isFigure(lines[at], rows.length); at += width)
    rows.push(lines.slice(at, at + width));
  return rows.length < 3 ? undefined : { rows, taken: rows.length * width };
}

const LONGEST_TABLE = 400;

/** lines -> lines, tables with a line for each cell among them as rows of cells divided by tabs. */
export function readCells(lines: readonly TextLine[]): readonly TextLine[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const rowAt = new Map<TextLine, readonly TextLine[]>();
  const inside = new Set<TextLine>();
  for (let at = 0; at < filled.length; at += 1) {
    const text = filled[at]?.text.trim() ?? '';
    if (!(text === '1' || (text.length < LONGEST_LABEL && tableLabel.test(text)))) continue;
    const near = filled.slice(at, at + LONGEST_TABLE);
    const table =
      near.some((line) => line.text.includes('\t')) && near[0]?.text.includes('\t')
        ? undefined
        : (lying(near) ?? standing(near));
    if (!table) continue;
    for (const row of table.rows) {
      const [first] = row;
      if (first) rowAt.set(first, row);
      for (const line of row.slice(1)) inside.add(line);
    }
    at += table.taken - 1;
  }
  if (rowAt.size === 0) return lines;
  let last = -1;
  return lines.flatMap((line): TextLine[] => {
    const row = rowAt.get(line);
    if (row) {
      last = row.at(-1)?.to ?? line.to;
      return [{ from: line.from, to: last, text: row.map(({ text }) => text.trim()).join('\t') }];
    }
    return inside.has(line) || (line.text.trim() === '' && line.from < last) ? [] : [line];
  });
}
