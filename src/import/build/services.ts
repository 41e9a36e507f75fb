import type { Act } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import { srcOf } from './context.ts';

type Services = Act['services'];

/** The title of a service in quotes, which may hold quotes themselves: up to the word that follows titles. */
const titleIn = (text: string): string | undefined =>
  /[«"“](.{6,}?)(?:[»"”]\s*(?:\(?далее|\(приложени|,?\s*согласно|;|\.|,|$|\s*(?:мемлекеттік|электрон))|\s+согласно\s+приложени)/su
    .exec(text.replace(/[»"”]{2}/gu, '»'))?.[1]
    ?.trim()
    .replace(/[»"”]$/u, '');

/** The list of services in the clause that approves the regulations; numbers of appendices stand beside the titles. */
export function servicesOf(front: readonly Paragraph[]): Services {
  return front.flatMap((paragraph): Services => {
    const { text, head } = paragraph;
    const isEntry =
      head.kind === 'item' &&
      /регламент|(?:приложени\p{L}+\s+\d|қосымша).{0,300}(?:услуг|қызмет)|услуг\p{L}*\s+[«"“]/iu.test(text);
    const isSingle =
      head.kind === 'clause' && /(?:утвердить|бекітілсін).{0,60}регламент|регламент.{0,400}бекіт/iu.test(text);
    const title = isEntry || isSingle ? titleIn(text) : undefined;
    if (title === undefined || /^[«"“]?о\s|туралы$/iu.test(title)) return [];
    const appendix = /приложени\p{L}+\s+(?:№\s*)?(\d{1,3})|(\d{1,3})\s?-\s?қосымша/iu.exec(text);
    const n = head.kind === 'item' ? head.number : (appendix?.[1] ?? appendix?.[2] ?? '1');
    return [{ n, service: null, title, src: srcOf(paragraph) }];
  });
}
