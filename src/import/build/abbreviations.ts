import type { Regulation } from '../../model/index.ts';
import type { Part } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { hereafter } from '../words/sentences.ts';
import { restOf } from './context.ts';
import { roleOfClause } from './flows.ts';
import { providerKk } from './provider.ts';

type Abbreviation = NonNullable<Regulation['abbreviations']>[number];

/** How far before the bracket the full words may begin. */
const REACH = 700;
const wordsOf = (text: string): RegExpMatchArray[] => [...text.matchAll(/[\p{L}\d-]+/gu)];
const open = /[«"“„]/u;

/** «индивидуального идентификационного номера (далее – ИИН)»: as many words as the initials, if their letters fit. */
function byInitials(before: string, short: string): string | undefined {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (letters.length < 2 || letters.length > 9 || short !== short.toUpperCase()) return undefined;
  const words = wordsOf(before);
  for (let at = words.length - 1, left = letters.length; at >= 0; at -= 1) {
    const parts = (words[at]?.[0] ?? '')
      .split('-')
      .map((part) => part[0]?.toLowerCase() ?? '')
      .join('');
    if (parts === letters.slice(left - parts.length, left)) left -= parts.length;
    else if (!/^(?:и|в|на|о|по|с|для|мен|және)$/iu.test(words[at]?.[0] ?? '')) return undefined;
    if (left <= 0) return left === 0 ? fromWord(before, words[at]?.index ?? 0) : undefined;
  }
  return undefined;
}

/** From a word on, with the quotation mark before it. */
const fromWord = (text: string, at: number): string =>
  text.slice(at > 0 && open.test(text[at - 1] ?? '') ? at - 1 : at);

/** Words that well-known short names stand for, by the words that begin them. */
const beginnings: readonly (readonly [short: RegExp, start: RegExp])[] = [
  [/^(?:услугодател|кнб|уполномоченный\s+орган)/iu, /оказывается\s+/giu],
  [
    /^(?:электронная\s+)?(?:государственная\s+)?услуга$/iu,
    /(?:электронн\p{L}+\s+)?государственн\p{L}+\s+услуг\p{L}+\s+(?=[«"“])/giu,
  ],
  [/^(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет$/iu, /(?:^|\s)(?=[«"“])/giu],
  [
    /^(?:стандарт|регламент)$/iu,
    /(?:стандарт|регламент)\p{L}*\s+(?:электронн\p{L}+\s+)?государственн\p{L}+\s+услуг\p{L}+\s+(?=[«"“])/giu,
  ],
  [/^портал/iu, /веб-?\s?портал\p{L}*/giu],
  [/корпораци/iu, /некоммерческо\p{L}+\s+акционерно\p{L}+\s+обществ\p{L}+/giu],
];

function byBeginning(before: string, short: string): string | undefined {
  const start = beginnings.find(([name]) => name.test(short))?.[1];
  if (!start || /порталы\s*$/iu.test(before)) return undefined;
  const isAfter = start.source.startsWith('оказывается');
  const found = [...before.matchAll(start)].at(isAfter || /портал/u.test(start.source) ? 0 : -1);
  if (!found) return undefined;
  const words = before.slice(isAfter ? found.index + found[0].length : found.index);
  return words.replace(/,?\s*утвержд[её]нн\p{L}*\s.*$/su, '').trim();
}

/** The phrase before the bracket: back to a comma, a semicolon or a preposition outside quotation marks. */
function phrase(before: string): string {
  let quotes = 0;
  let brackets = 0;
  let at = before.length;
  for (; at > 0; at -= 1) {
    const sign = before[at - 1] ?? '';
    brackets += sign === ')' ? 1 : sign === '(' ? -1 : 0;
    if (brackets > 0) continue;
    if (/[»”]/u.test(sign) || (sign === '"' && (at === before.length || /[\s,;.)]/u.test(before[at] ?? ''))))
      quotes += 1;
    else if (/[«“„]/u.test(sign) || (sign === '"' && quotes > 0)) quotes -= 1;
    else if (brackets < 0 || (quotes <= 0 && /[,;:]/u.test(sign))) break;
    else if (
      quotes <= 0 &&
      sign === ' ' &&
      /^(?:через|посредством|оказывается|является|в|во|на|и|или|с|из|к|по|для|не|либо|осуществляет\p{L}*|және|немесе)\s/iu.test(
        before.slice(at),
      )
    ) {
      at += before.slice(at).search(/\s/u) + 1;
      break;
    }
  }
  return before.slice(at).trim();
}

const told = (clause: Part['clauses'][number]): Paragraph[] => [
  clause.paragraph,
  ...clause.entries.flatMap((entry) => [entry.paragraph, ...entry.more]),
];

/** «… информационной системе «…» (далее – ИС ГБД ЕЛ)»: the short names that a regulation gives, with the words they stand for. */
export function abbreviationsOf(part: Part): Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  for (const clause of part.clauses) {
    if (roleOfClause(clause) === 'glossary') continue;
    for (const paragraph of told(clause)) {
      const text = restOf(paragraph);
      for (const match of text.matchAll(hereafter)) {
        const short = match[1]?.trim() ?? '';
        const behind = text.slice(0, match.index).trimEnd();
        const before = behind
          .slice(Math.max(0, behind.length - REACH))
          .replace(/^.*\((?:далее|бұдан\s+әрі)[^()]*\)\s*/su, (whole) =>
            /услугодател|қызмет/iu.test(short) ? whole : '',
          );
        const isProviderKk = /қызмет(?:ті)?\s+(?:беруші|көрсетуші)/iu.test(short);
        const full =
          (isProviderKk ? providerKk(text) : undefined) ??
          byInitials(before, short) ??
          byBeginning(before, short) ??
          phrase(before);
        if (short === '' || full.length < 3 || full.length > REACH || found.has(short)) continue;
        found.set(short, {
          short,
          full: full.replace(/\s*\((?:далее|бұдан\s+әрі)[^()]*\)/giu, ''),
          src: [paragraph.src[0], paragraph.src[1]],
        });
      }
    }
  }
  return [...found.values()];
}
