/** Words that begin the label of a row in the tables of these acts. */
const rowHead = /^(?:№|Наименование|Результат|Длитель|Форма|Сроки|Номер|ҚФБ|Іс-|Әрекет|Аяқталу|Орындалу|Келесі)/iu;

/**
 * How many cells the tables of a text fill, labels aside, known by the tabs alone. A row torn by a page break is one:
 * a line whose label is empty or goes on belongs to the row before, unless that is the row of numbers.
 */
export function filledCells(lines: readonly string[]): number {
  const rows: { label: string; cells: string[] }[] = [];
  let inside = false;
  for (const line of lines) {
    if (!line.includes('\t') && line.trim() !== '') inside = false;
    if (!line.includes('\t')) continue;
    const [label = '', ...cells] = line.split('\t').map((cell) => cell.replace(/<\/?p>/g, '').trim());
    inside ||= rowHead.test(label);
    if (!inside || /^-{3,}$/.test(label)) continue;
    const last = rows.at(-1);
    const goesOn = last !== undefined && !rowHead.test(label) && !last.label.includes('№');
    const row = goesOn ? last : { label, cells: [] };
    if (!goesOn) rows.push(row);
    for (const [index, cell] of cells.entries()) row.cells[index] = (row.cells[index] ?? '') + cell;
  }
  return rows.flatMap(({ cells }) => cells).filter((cell) => cell !== '').length;
}
