import type { DocumentKind } from '../model/kinds.ts';
import { decisionKinds, lists } from './columns.ts';
import type { Words } from '../model/words.ts';
import { plain } from './plain.ts';

/** What a table is by its name: documents of a kind, rows that belong to cases, or something that is not read. */
export type Role =
  | { readonly is: 'kind'; readonly kind: DocumentKind }
  | { readonly is: 'list'; readonly name: string }
  | { readonly is: 'nothing' };

/** Office programs cut the name of a sheet after so many letters. */
export const sheetNameLength = 31;

/** The name of a sheet for a thing: without the signs that no sheet may have in its name, and cut. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, sheetNameLength)
    .trim();

const isCalled = (name: string, words: readonly string[]): boolean => {
  const wanted = plain(sheetName(name));
  return words.some((word) => plain(sheetName(word)) === wanted);
};

/** What the name of a sheet, or of a file, says of it; undefined where it says nothing. */
export function roleOf(name: string, words: Words): Role | undefined {
  const list = [...lists.keys()].find((one) => isCalled(name, words.all(`table:${one}`)));
  if (list !== undefined) return { is: 'list', name: list };
  const kind = decisionKinds.find((one) => isCalled(name, words.all(`kind:${one}`)));
  if (kind) return { is: 'kind', kind };
  const isAside = ['sheet:legend', 'sheet:lists'].some((key) => isCalled(name, words.all(key).slice(1)));
  return isAside ? { is: 'nothing' } : undefined;
}

/** Between the name of a set of files and that of one of its tables: `day-goods`, `day.goods`, `day goods`. */
const joint = /[-._ ]$/;

/**
 * The name of a file without its ending as a set and a table of it: `day-goods` -> `day`, `goods`. A file whose name ends in
 * no word that we know is the table of cases of its own set.
 */
export function splitStem(stem: string, words: Words): { readonly set: string; readonly table: string } {
  const known = [...lists.keys()]
    .flatMap((one) => words.all(`table:${one}`))
    .concat(
      decisionKinds.flatMap((one) => words.all(`kind:${one}`)),
      words.all('table:cases'),
    );
  const whole = stem.normalize('NFC');
  const found = known
    .filter((word) => plain(whole).endsWith(plain(word)))
    .sort((a, b) => b.length - a.length)
    .map((word) => whole.slice(0, whole.length - word.length))
    .find((before) => before === '' || joint.test(before));
  return found === undefined
    ? { set: stem, table: '' }
    : { set: found.replace(joint, ''), table: whole.slice(found.length) };
}
