import type { TextLine } from '../../source/html.ts';

/**
 * Tables drawn with signs: `| a | b |` with or without rules between the rows, «│ a │ b │». Without rules a line is a row; with
 * them the lines between two rules are one row. The last cell of a table cut at the edge of the page has no bar behind it.
 */
const bars = /[|│║┃¦]/gu;
const ruleSigns = /^[\s+|│║┃¦:=_\-─━═┄┅┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╟╢╥╨╫]+$/u;

const barsOf = (text: string): number => text.match(bars)?.length ?? 0;
const isRule = (text: string): boolean => ruleSigns.test(text) && /[-=_─━═]{3}/u.test(text);
const isBody = (text: string): boolean => {
  const count = barsOf(text);
  return count > 1 || (count === 1 && /^\s*[|│║┃]/u.test(text));
};
const isFrame = (text: string): boolean => isRule(text) || isBody(text);

/** The cells of one line; what stands outside the outer bars is none. */
function cellsOf(text: string): string[] {
  const cells = text.trim().split(bars);
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}

/** Words of one cell that stand on several lines. */
export const joinCell = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function rowOf(lines: readonly TextLine[]): TextLine | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const parts = lines.map(({ text }) => cellsOf(text));
  const width = parts.reduce((most, cells) => Math.max(most, cells.length), 0);
  const cells = Array.from({ length: width }, (_, at) => joinCell(parts.map((one) => one[at] ?? '')));
  return { from: first.from, to: last.to, text: cells.join('\t') };
}

/** The rows of one drawn table. */
function rowsOf(lines: readonly TextLine[]): TextLine[] {
  const rules = lines.filter(({ text }) => isRule(text)).length;
  const bodies = lines.length - rules;
  const isMarkdown = rules < 2 || (rules === 2 && bodies > 3 && lines[1] !== undefined && isRule(lines[1].text));
  const groups: TextLine[][] = [[]];
  for (const line of lines) {
    if (isRule(line.text)) groups.push([]);
    else if (isMarkdown) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group) => rowOf(group) ?? []);
}

const FEWEST = 2;

/** lines -> lines, the drawn tables among them as rows of cells divided by tabs. */
export function readFrames(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => isFrame(text))) return lines;
  const out: TextLine[] = [];
  for (let at = 0; at < lines.length;) {
    const region: TextLine[] = [];
    let end = at;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      const isGap = line?.text.trim() === '' && region.length > 0 && isFrame(lines[end + 1]?.text ?? '');
      if (!line || !(isGap || isFrame(line.text))) break;
      if (!isGap) region.push(line);
    }
    const isTable = region.filter(({ text }) => isBody(text)).length >= FEWEST;
    if (isTable) out.push(...rowsOf(region));
    else out.push(...lines.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out;
}
