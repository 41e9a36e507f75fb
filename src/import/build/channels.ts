import type { Regulation } from '../../model/index.ts';
import type { Part } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { hereafter } from '../words/sentences.ts';
import { bare, restOf, srcOf } from './context.ts';

type Channel = Regulation['channels'][number];

const firstClauses = (part: Part): Paragraph[] =>
  part.clauses.slice(0, 4).flatMap((clause) => [clause.paragraph, ...clause.entries.map((entry) => entry.paragraph)]);

const portal =
  /(?:веб-?\s?портал\p{L}*\s*)?(?:[«"“][^«»"“”]{3,60}[»"”]\p{L}*\s*(?:веб-?портал\p{L}*)?:?\s*)?(?:(?:по\s+)?адрес\p{L}*:?\s*)?(?:https?:\/\/)?((?:www\.)?(?:[a-z\d-]+\.)+(?:kz|қаз|gov|com|org))(?![\p{L}\d.-])/giu;
const office =
  /[«"]?Государственн\p{L}+\s+корпораци\p{L}+(?:\s+[«"][^»"]{3,60}[»"])?|цент\p{L}+\s+обслуживания\s+населения|(?<!\p{L})ЦОН(?!\p{L})|Мемлекеттік\s+корпорация\p{L}*|халыққа\s+қызмет\s+көрсету\s+орталы\p{L}*/iu;
const chancellery =
  /канцеляри\p{L}*(?:\s+услугодателя)?|(?:(?:көрсетілетін\s+)?қызмет(?:ті)?\s+(?:беруші|көрсетуші)\p{L}*\s+)?\p{L}*\s?кеңсе\p{L}*/iu;

const plain = (text: string): string =>
  bare(text.replace(hereafter, ''))
    .replace(/\s{2,}/g, ' ')
    .trim();

/** Where one applies: the chancellery, portals with their addresses, the front office. An item of a list gives its whole name. */
export function channelsOf(part: Part): Channel[] {
  const channels: Channel[] = [];
  const has = (kind: Channel['kind'], url?: string): boolean =>
    channels.some((one) => one.kind === kind && one.url === url);
  for (const paragraph of firstClauses(part)) {
    const { text } = paragraph;
    const src = srcOf(paragraph);
    const isItem = paragraph.head.kind === 'item';
    const name = (words: string): string => (isItem ? plain(restOf(paragraph)) : words.trim());
    const desk = chancellery.exec(text)?.[0];
    if (desk !== undefined && !has('provider')) channels.push({ kind: 'provider', name: name(desk), src });
    const front = office.exec(text)?.[0];
    if (front !== undefined && !has('corporation') && !/не\s+оказыва|көрсетілмейді/iu.test(text))
      channels.push({ kind: 'corporation', name: name(front), src });
    for (const match of text.matchAll(portal)) {
      const url = match[1];
      if (url === undefined || has('portal', url)) continue;
      const words = match[0]
        .slice(0, match[0].indexOf(url))
        .replace(/https?:\/\/$/u, '')
        .replace(/(?:по\s+)?адрес\p{L}*:?\s*$/iu, '')
        .replace(/[\s:,]+$/u, '')
        .trim();
      const after = /^\s*([«"“][^«»"“”]{3,60}[»"”]\p{L}*\s+веб-?\s?портал\p{L}*)/iu.exec(
        text.slice(match.index + match[0].length),
      )?.[1];
      channels.push({ kind: 'portal', name: after ?? (words === '' ? url : words), url, src });
    }
  }
  return channels;
}
