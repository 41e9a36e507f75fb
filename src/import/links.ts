import { linkWords } from './words/sentences.ts';

/** A hole in a line: two spaces inside it, or an odd space before it, where the words of a hyperlink stood. */
const hole = /(?<=\S) {2}(?=\S)/;

/** «, , ,» and «приложениям 1 2 3 4» -> «приложениям 1, 2, 3, 4». */
function intoCommas(before: string, words: string): string | undefined {
  const commas = /(?:^|\s)((?:,\s*){2,})$/.exec(before);
  const [name = '', ...numbers] = words.split(/\s+/);
  if (!commas?.[1] || numbers.length !== (commas[1].match(/,/g)?.length ?? 0) + 1) return undefined;
  return `${before.slice(0, before.length - commas[1].length)}${name} ${numbers.join(', ')}`;
}

/**
 * Puts the words of a hyperlink back into the hole they left: «в соответствии с  Стандарта:пунктом 9» -> «в соответствии с пунктом 9
 * Стандарта:». A line without a hole is returned as it is.
 */
export function returnLinks(line: string): string {
  if (line.length > 400) return line;
  const lead = /^ */.exec(line)?.[0] ?? '';
  const body = line.slice(lead.length).trimEnd();
  const words = linkWords.exec(body);
  if (!words?.[1]) return line;
  const rest = body.slice(0, words.index);
  const found = hole.exec(rest);
  const isGlued = /[.:;,)]$/.test(rest) && !/^\s/.test(words[0]);
  if (!found && !(lead.length % 2 === 1 && (isGlued || lead.length === 1))) return line;
  const at = found?.index ?? 0;
  const before = rest.slice(0, at);
  const after = rest.slice(at).trimStart();
  const start = intoCommas(before, words[1]) ?? (before === '' ? words[1] : `${before} ${words[1]}`);
  return `${lead.length % 2 === 1 ? lead.slice(1) : lead}${start} ${after}`;
}
