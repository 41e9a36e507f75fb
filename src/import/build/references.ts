import type { Act } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import { srcOf } from './context.ts';
import { dateIn, numberIn } from './dates.ts';

type Reference = NonNullable<Act['repealedBy']>;

const actRu = String.raw`(?:совместн\p{L}+\s+)?(?:приказ|постановлени|решени)\p{L}*`;
const numberRu = String.raw`(?:№|(?<!\p{L})N)\s?[\p{L}\d]+(?:[-/][\p{L}\d]+)*`;
const titleRu = String.raw`(?:\s+[«"“].{5,400}?[»"”](?=\s*(?:\(|,|;|\.|$|следующ)))?`;

function reference(words: string, paragraph: Paragraph): Reference {
  const own = words.split(/\s[«"“]/u)[0] ?? words;
  const number = numberIn(own) ?? numberIn(words);
  const date = dateIn(own) ?? dateIn(words);
  const behind = paragraph.text.slice(paragraph.text.indexOf(words) + words.length);
  const registration = /^[^;]{0,300}?(?:за|под|реестр\p{L}*.{0,80}?)\s*№\s?(\d+)/iu.exec(behind)?.[1];
  return {
    text: words.trim(),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(registration === undefined ? {} : { registration }),
    src: srcOf(paragraph),
  };
}

/** The first words that a pattern gives in some paragraphs. */
function firstOf(paragraphs: readonly Paragraph[], patterns: readonly RegExp[]): Reference | undefined {
  for (const pattern of patterns)
    for (const paragraph of paragraphs) {
      const words = pattern.exec(paragraph.text)?.[1];
      if (words !== undefined) return reference(words, paragraph);
    }
  return undefined;
}

/** Paragraphs of the clause that says some words: its own and the items under it. */
function underClause(front: readonly Paragraph[], words: RegExp): Paragraph[] {
  const at = front.findIndex(({ head, text }) => head.kind === 'clause' && words.test(text));
  const own = front[at];
  if (!own) return [];
  const following = front.slice(at + 1);
  const end = following.findIndex(({ head }) => head.kind !== 'item');
  return [own, ...following.slice(0, end < 0 ? following.length : end)];
}

const namedRu = new RegExp(String.raw`((?<!\p{L})${actRu}\s.{5,500}?${numberRu}${titleRu})`, 'iu');
const namedKk = /(\p{Lu}.{5,500}?(?:№|N)\s?[\p{L}\d]+(?:[-/][\p{L}\d]+)*\s+(?:бұйры|қаулы|шешім)\p{L}*)/u;
const namesIn = (paragraphs: readonly Paragraph[]): Reference[] =>
  paragraphs.flatMap((paragraph) => {
    const words = (namedRu.exec(paragraph.text) ?? namedKk.exec(paragraph.text.replace(/^\d{1,2}[.)]\s*/u, '')))?.[1];
    return words === undefined ? [] : [reference(words, paragraph)];
  });

/** «Внести в приказ …», «… бұйрығына мынадай өзгерістер енгізілсін». */
export const amendsIn = (front: readonly Paragraph[]): Reference[] =>
  namesIn(
    underClause(
      front,
      /внести\s+(?:в\s|следующ|изменени|дополнени)|өзгеріс\p{L}*.{0,40}енгізілсін|толықтыру\p{L}*.{0,40}енгізілсін/iu,
    ),
  );

/** «Признать утратившим силу …», «… күші жойылды деп танылсын». */
export const repealsIn = (front: readonly Paragraph[]): Reference[] =>
  namesIn(underClause(front, /признать\s+утративш|күші\s+жойылды\s+деп/iu));

/** What portals print of an act that is no longer in force. */
export const repealedByIn = (front: readonly Paragraph[]): Reference | undefined =>
  firstOf(front, [
    new RegExp(String.raw`утратил\p{L}*\s+силу\s+((?:приказом|постановлением|решением)\s.{5,300}?${numberRu})`, 'iu'),
    /күші?\s+жойылды\s*[-–—]?\s*(.{5,300}?(?:№|N)\s?[\p{L}\d]+(?:[-/][\p{L}\d]+)*\s+(?:бұйры|қаулы|шешім)\p{L}+)/iu,
  ]);
