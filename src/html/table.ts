import { escaped } from './page.ts';

/** A cell: what stands in it, and by what it is sorted (its text where there is no number). */
export interface Cell {
  readonly text: string;
  readonly value?: number | undefined;
  readonly tone?: 'good' | 'bad' | undefined;
}

/** A line of a table; `order` where it is sorted otherwise than by its label. */
export interface Line {
  readonly label: string;
  readonly order?: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  /** What the table shows, for those who do not see where it stands. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly lines: readonly Line[];
  /** The line of the sum, which is never sorted. */
  readonly total?: Line | undefined;
}

/** A table that can be sorted by its headings and pushed sideways where the screen is narrow. */
export function tableHtml({ name, heads, lines, total }: Table): string {
  const head = heads.map((text) => `<th scope="col"><button type="button">${escaped(text)}</button></th>`).join('');
  const foot = total ? `<tfoot>${lineHtml(total)}</tfoot>` : '';
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}"><table><thead><tr>${head}</tr></thead><tbody>${lines.map(lineHtml).join('')}</tbody>${foot}</table></div>`;
}

function lineHtml({ label, order, cells }: Line): string {
  return `<tr><th scope="row" data-value="${escaped(String(order ?? label))}">${escaped(label)}</th>${cells.map(cellHtml).join('')}</tr>`;
}

function cellHtml({ text, value, tone }: Cell): string {
  // A word stands at the left of its column, a number at the right.
  const kind = [...(value === undefined && /\p{L}/u.test(text) ? ['word'] : []), ...(tone ? [tone] : [])];
  const names = kind.length > 0 ? ` class="${kind.join(' ')}"` : '';
  return `<td${names} data-value="${escaped(value === undefined ? text : String(value))}">${escaped(text)}</td>`;
}
