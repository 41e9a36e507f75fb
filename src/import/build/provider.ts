import type { Regulation } from '../../model/index.ts';
import type { Part } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { mark, restOf, srcOf, type Context } from './context.ts';
import { nominative } from './nominative.ts';
import type { Participants } from './participants.ts';

const LONGEST = 600;
const firstClauses = (part: Part): Paragraph[] =>
  part.clauses.slice(0, 4).flatMap((clause) => [clause.paragraph, ...clause.entries.map((entry) => entry.paragraph)]);

/** «… оказывается X (далее – услугодатель) на основании стандарта …». */
const russian = (text: string): string | undefined =>
  /оказыва(?:ет|ют)(?:ся)?\s+(.+?)(?=\s*\(далее|,\s+в\s+том\s+числе|,?\s+(?:через|при|на\s+основании|посредством|в\s+соответствии|согласно)\s|\.\s|\.$|$)/su.exec(
    text,
  )?.[1];

const providerShortKk = /\s*\(бұдан\s+әрі\s*[-–—]?\s*(?:көрсетілетін\s+)?қызмет(?:ті)?\s+(?:беруші|көрсетуші)[^()]*\)/u;

/** «… қызметін X (бұдан әрі – көрсетілетін қызметті беруші) көрсетеді»: the words between the last bracket or title and this one. */
export function providerKk(text: string): string | undefined {
  const short = providerShortKk.exec(text);
  const before = short ? text.slice(0, short.index) : /^(.*?)\s+(?:көрсетеді|көрсетіледі)/su.exec(text)?.[1];
  return before
    ?.replace(/^.*\(бұдан\s+әрі[^()]*\)\s*/su, '')
    .replace(/^.*[»"”]\s*(?:электронды\p{L}*\s+)?(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*\s+/su, '')
    .replace(/^(?:Электронды\p{L}*\s+)?(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*\s+/isu, '')
    .trim();
}

/** Who renders the service, by the clause that says so; in the nominative, with the words of the text beside it. */
export function providerOf(part: Part, participants: Participants, context: Context): Regulation['provider'] {
  for (const paragraph of firstClauses(part)) {
    const text = restOf(paragraph);
    const named = /^Услугодател\p{L}+\s*[:–—-]\s*(.+?)\.?$/su.exec(text)?.[1];
    const words = (named ?? (context.lang === 'kk' ? providerKk(text) : russian(text)))?.trim();
    if (
      words === undefined ||
      words.length < 3 ||
      words.length > LONGEST ||
      /^(?:на|через|в|по|бесплатно|платно)(?:\s|$)|^(?:физическ|юридическ|гражд)\p{L}*(?:\s+(?:и|или)\s+\p{L}+)?\s+лицам|^гражданам|бесплатно$/iu.test(
        words,
      )
    )
      continue;
    if (context.lang === 'kk' && !/^[\p{Lu}«"]/u.test(words) && !providerShortKk.test(text)) continue;
    const isNominative = named !== undefined || context.lang === 'kk' || /оказыва(?:ет|ют)\s/iu.test(text);
    const name = isNominative ? words : nominative(words);
    const short = /^\s*\((?:далее|бұдан\s+әрі)\s*[-–—]?\s*([^()]{2,60})\)/iu
      .exec(text.slice(text.indexOf(words) + words.length))?.[1]
      ?.trim();
    const src = srcOf(paragraph);
    const names = { name, ...(short === undefined ? {} : { short }) };
    if (!participants.has('provider')) participants.list.push({ id: 'provider', kind: 'provider', ...names, src });
    if (name !== words)
      for (const at of ['/provider/name', '/participants/provider/name'])
        mark(context, at, 'repaired', context.why.provider, src);
    return { ...names, text: words, src };
  }
  mark(context, '/provider/name', 'lost', context.why.field);
  return { name: { [context.lang]: context.lang === 'kk' ? 'қызмет беруші' : 'услугодатель', origin: 'ours' } };
}
