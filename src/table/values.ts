import type { Leaf } from './fields.ts';
import type { Words } from '../model/words.ts';
import { plain } from './plain.ts';

/** What an office program writes in place of a value that it could not work out. */
const isErrorOfCell = (text: string): boolean =>
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/.test(text);

/** A number so long that an office program has kept only its first fifteen digits. */
const isCutNumber = (text: string): boolean => /^-?\d(?:[.,]\d+)?E\+?\d+$/i.test(text);

/** `24.06.2014` -> `2014-06-24`, with a time `24.06.2014 10:20` -> `2014-06-24T10:20`; what is no date stays as it is. */
function dayText(text: string): string {
  const found =
    /^(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[T,]?\s*(\d{1,2}):(\d{2})(?::\d{2})?)?$/.exec(text);
  if (!found) return text;
  const [, day = '', month = '', year = '', isoYear = year, isoMonth = month, isoDay = day, hour, minute] = found;
  const date = [isoYear, isoMonth.padStart(2, '0'), isoDay.padStart(2, '0')].join('-');
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** `48 600,00` -> 48600; spaces divide thousands, a comma or a point the fraction. What is no number stays as it is. */
function numberOf(text: string): number | string {
  const bare = text.replace(/[\u00A0\u202F]/g, ' ');
  if (!/^-?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/.test(bare)) return text;
  return Number(bare.replace(/ /g, '').replace(',', '.'));
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['да', 'иә', 'yes', 'true', '1', '+'].map((word) => [word, true] as const),
  ...['нет', 'жоқ', 'no', 'false', '0', '-'].map((word) => [word, false] as const),
]);

/** The texts of a cell that holds several: a line each, or divided by an upright stroke. */
export const textsOf = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r|\s\|\s/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a choice is called in any language -> its own name; what is no choice stays as it is. */
function choiceOf(text: string, { name, choices }: Leaf, words: Words): string {
  const wanted = plain(text);
  const prefix = name === 'kind' ? 'kind' : `choice.${name}`;
  return choices.find((choice) => words.all(`${prefix}:${choice}`).some((word) => plain(word) === wanted)) ?? text;
}

/** Why a cell can be no value at all. */
export type CellFault = 'cell-error' | 'cell-digits-lost';

/**
 * The text of a cell -> the value of its field. What is not of the field's type stays as it is: the check of the case says what
 * is expected there. The result of `wordings` and `texts` is a list.
 */
export function valueOf(text: string, leaf: Leaf, words: Words): { value: unknown } | { fault: CellFault } {
  if (isErrorOfCell(text)) return { fault: 'cell-error' };
  if (leaf.type !== 'number' && isCutNumber(text)) return { fault: 'cell-digits-lost' };
  if (leaf.type === 'number') return { value: numberOf(text) };
  // A cell of a date may hold a time that its format hides.
  if (leaf.type === 'day') return { value: dayText(text).replace(/T.*$/, '') };
  if (leaf.type === 'moment' || leaf.type === 'day-or-moment') return { value: dayText(text) };
  if (leaf.type === 'flag') return { value: flags.get(plain(text)) ?? text };
  if (leaf.type === 'choice') return { value: choiceOf(text, leaf, words) };
  if (leaf.type === 'texts' || leaf.type === 'wordings') return { value: textsOf(text) };
  return { value: text };
}
