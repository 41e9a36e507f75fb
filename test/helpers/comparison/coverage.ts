import type { Mark } from '../../../src/model/index.ts';
import { Comparison, isSpelled } from './comparison.ts';
import { compareHeads } from './heads.ts';
import type { Span } from './leaves.ts';
import type { Run } from './ledger.ts';
import { compareReferences } from './references.ts';
import { compareTables } from './tables.ts';
import { compareTellings, compareWordings } from './wordings.ts';

/**
 * `wrong`: what the data say and the text does not. `missing`: letters of the text that no wording of the data stands for.
 * `letters`: how many letters and figures the text has, how many of them a mark accounts for instead, how many are missing.
 */
export interface Coverage {
  readonly wrong: string[];
  readonly missing: string[];
  readonly letters: { readonly all: number; readonly marked: number; readonly missing: number };
}

/**
 * The two-way comparison of typed data with the text they were typed from:
 *
 *     tables -> wordings -> tellings -> dates and numbers of acts -> printed numbers -> what is left of the text
 *
 * Letters and figures must agree, each wording on the lines that it names; spacing, hyphens, quotes and case are set
 * aside. Where they do not agree a mark says what was done, and its `why` names each word that was changed.
 */
export function coverageOf(
  data: object,
  marks: readonly Mark[],
  lines: readonly string[],
  whole: Span = [1, lines.length],
): Coverage {
  const comparison = new Comparison(data, marks, lines, whole);
  compareTables(comparison);
  compareWordings(comparison);
  compareTellings(comparison);
  compareReferences(comparison);
  const heads = new Set([...compareHeads(comparison)].map(({ line, text }) => `${line}: ${text}`));
  const left = comparison.ledger.runs().filter(({ line, text }) => !heads.has(`${line}: ${text}`));
  const missing = left.filter(({ line, text }) => !isExplained(comparison, line, text));
  const [of, unclaimed, lost] = [comparison.ledger.text(whole).length, lettersOf(left), lettersOf(missing)];
  return {
    wrong: comparison.wrong,
    missing: missing.map(({ line, text }) => `${line}: ${text.slice(0, 110)}`),
    letters: { all: of, marked: unclaimed - lost, missing: lost },
  };
}

const lettersOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Of a line that is lost or read in part, and of one that was repaired, the mark spells what is left over. What recognition
 * made of a picture, a line without a Cyrillic letter, need not be spelled.
 */
function isExplained({ marks, ledger }: Comparison, line: number, text: string): boolean {
  const isOfPicture = ledger.text([line, line]) === text && !/\p{Script=Cyrillic}/u.test(text);
  return marks.some(({ kind, src, why }) => {
    if (!src || line < src[0] || line > src[1]) return false;
    return (isOfPicture && (kind === 'lost' || kind === 'unreadable')) || isSpelled(text, why);
  });
}
