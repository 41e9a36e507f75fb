/** Counting in the text of a regulation by its signs alone, without understanding it. */

/** Letters set apart («п р о ц е д у р а») closed up, as far as a head or a number needs it. */
export const closed = (text: string): string =>
  text.replace(/\u00a0/g, ' ').replace(/(?<=[А-Яа-яӘҒҚҢӨҰҮҺІәғқңөұүһі]) (?=[а-яәғқңөұүһі] )/g, '');
export const countOf = (text: string, pattern: RegExp): number => [...closed(text).matchAll(pattern)].length;

/** The lines between a heading and the next clause. */
function* under(text: string, heading: RegExp): Generator<string> {
  for (const match of text.matchAll(heading)) {
    const rest = text.slice(match.index + match[0].length);
    const end = rest.search(/\n\s*(?:\d+\s*\.\s+\S|Глава|Приложение|Справочник|услуги\s+")/);
    yield end < 0 ? rest : rest.slice(0, end);
  }
}
export const entriesUnder = (text: string, heading: RegExp): number =>
  [...under(text, heading)].reduce((sum, body) => sum + countOf(body, /(?:^|\n)[\s-]*\d+\s*\)\s*\S/g), 0);

export const numberedStep =
  /(?:^|[:;.)]\s*|[-–]\s)(?:(?:процедура|процесс|процесі)\s+\d+\s*\.?\s*[-–]|\d+\s*-\s*(?:процесс|үдеріс)\s*[-–])/gim;
export const numberedCondition = /(?:^|[:;.)]\s*|[-–]\s)(?:условие\s+\d+\s*\.?\s*[-–]|\d+\s*-\s*шарт\s*[-–])/gim;

/** Clauses that tell the procedures as a list, «1) … 2) …», or as paragraphs under the cases of a list, «1) при выдаче …:». */
const procedures =
  /(?:Содержание каждой процедуры|Процедуры \(действия\), входящие|последовательности процедур \(\s*действий\) (?:между структурными\s+подразделениями \(\s*работниками\) )?\s*услугодателя(?! и)(?: через портал)?)[^:]*:/gi;

export function* listedSteps(text: string): Generator<string> {
  for (const body of under(text, procedures)) {
    if (countOf(body, numberedStep) > 0) continue;
    let isInside = false;
    for (const paragraph of body.split(/\n(?=[^\S\n]{3,}\S)/).map((one) => one.replace(/\s+/g, ' ').trim())) {
      if (paragraph === '') continue;
      const isEntry = /^\d+\s*\)/.test(paragraph);
      const isCase = /^\d+\s*\)\s*при .*:$/.test(paragraph);
      // Lower-case paragraphs under «2) …:» are parts of that step; so are those that only say in which case it has which term.
      const isPart = (isInside && /^\p{Ll}/u.test(paragraph)) || /^при /.test(paragraph);
      if (isEntry || /^\p{Lu}/u.test(paragraph)) isInside = isEntry && paragraph.endsWith(':') && !isCase;
      if (!isCase && (isEntry || !isPart)) yield paragraph;
    }
  }
}

/** A number with the unit of a term: «15 минут», «1-5 календарных дней», «не более 15 (пятнадцать) минут», «10-15 сек». */
const term =
  /\d(?:\s*\d)*(?:,\d+)?\s*(?:[-–]\s*\d+)?\s*(?:\([\p{L}\s]+\))?:?\s*(?:(?:рабоч|календарн)\p{L}*\s+)?(?:дня|дней|день|минут\p{L}*|мин|сек)(?!\p{L})/giu;
const sameDay = /в день (?:поступления|обращения)/giu;
export const termsIn = (text: string): number => countOf(text, term) + countOf(text, sameDay);

/** The text with the cells of each column one after the other: a page break tears a row, not a column. */
export function columnwise(text: string): string {
  const blocks = text.split('\n').map((line) => line.split('\t'));
  const width = Math.max(...blocks.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    blocks.map((cells) => (cells.length > 1 || column === 0 ? (cells[column] ?? '') : '')).join('\n'),
  ).join('\n');
}

export const squeezed = (text: string): string => text.replace(/[\s"«»-]/g, '').toLowerCase();
/** «(далее – ЭЦП)», «(бұдан әрі – ҚФБ)», spacing aside. */
export const abbreviation = /\((?:далее|бұданәрі)–?([^()]+(?:\([^()]*\)[^()]*)?)\)/gu;
