import type { Act } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import { dateIn, numberIn } from './dates.ts';
import { nominative } from './nominative.ts';

/** What identifies an act: who issued it, when, under which number, and its registration. */
export interface Requisites {
  readonly kind: Act['kind'];
  readonly number: string | undefined;
  readonly date: string | undefined;
  /** In the nominative case; `words` as the text has it. */
  readonly issuer: { readonly name: string; readonly words: string } | undefined;
  readonly registration: { readonly text: string; readonly number?: string; readonly date?: string } | undefined;
  /** The paragraphs that say so. */
  readonly from: readonly Paragraph[];
}

const actWord = /(?:приказ|постановлени|решени|распоряжени|бұйры|қаулы|шешім)/iu;
const resolutionWord = /постановлени|решени|распоряжени|постановля|қаулы|шешім/iu;
const registeredWord = /зарегистрирован|регистрац|тіркел|тіркеу/iu;
/** What stands behind the requisites of the act itself. */
const ownEnd = /\.?\s+(?:зарегистрирован|утратил)|\.\s+(?=\S[^.]*тіркел)|\.\s+күші?\s+жойылды/iu;

const ownPart = (text: string): string => text.split(ownEnd)[0] ?? text;
const isNote = (text: string): boolean => /^(?:сноска|примечание|ескерту|ИЗПИ|РЦПИ|РҚАО|ЗҚАИ)/iu.test(text);

/** «Приказ Министра … от 18 марта 2019 года № 138», «… министрінің 2014 жылғы 18 наурыздағы № 11 бұйрығы». */
const isFull = ({ text }: Paragraph): boolean => {
  const own = ownPart(text);
  return (
    actWord.test(own) &&
    dateIn(own) !== undefined &&
    numberIn(own) !== undefined &&
    !isNote(text) &&
    (/^(?:совместн\p{L}+\s+)?(?:приказ|постановление|решение|распоряжение)(?!\p{L})/iu.test(text) ||
      /(?:бұйры[гқғ]ы|қаулысы|шешімі)\s*$/iu.test(own))
  );
};

export function registrationIn(text: string): Requisites['registration'] {
  const sentence =
    /(?:зарегистрирован\p{L}*|государственн\p{L}+\s+регистрац\p{L}+)\s.{0,240}?(?:№|(?<!\p{L})N)\s?\d+/iu.exec(
      text,
    )?.[0] ?? /(?:^|\.\s*)([^.]*?тіркел\p{L}*)/u.exec(text)?.[1];
  if (sentence === undefined) return undefined;
  const number = numberIn(sentence);
  const date = dateIn(sentence);
  return {
    text: sentence.trim(),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  };
}

/** «Приказ <issuer> от …», «<issuer> 2014 жылғы …», «Утвержден приказом <issuer> от …». */
function issuerIn(text: string): Requisites['issuer'] {
  const words =
    /(?:приказ\p{L}*|постановлени\p{L}*|решени\p{L}*|распоряжени\p{L}*)\s+(.+?)\s+(?:от\s+|№|[«"“]?\d{1,2}[»"”]?\s+\p{Ll})/iu.exec(
      text,
    )?.[1] ?? /^(.+?)\s+\d{4}\s+жыл/u.exec(text)?.[1];
  if (words === undefined || words.length > 300) return undefined;
  return { name: nominative(words), words };
}

/** Originals have their requisites line by line: «ПРИКАЗ», «15 января 2016 года», «№ 12», «город Астана». */
function ofLines(front: readonly Paragraph[], heads: readonly Paragraph[]): Requisites {
  const first = front.findIndex(({ head }) => head.kind === 'clause');
  const short = front
    .slice(0, first < 0 ? 20 : Math.min(first, 20))
    .filter(({ text }) => text.length < 160 && !isNote(text) && !/законом?|заңы|кодекс|услуг|қызмет/iu.test(text));
  const head = heads.find(({ text }) => actWord.test(text) && dateIn(text) !== undefined);
  const dated = short.find(({ text }) => dateIn(text) !== undefined && !registeredWord.test(text));
  const numbered = short.find(
    ({ text }) => /^(?:№|N)\s?\S/u.test(text) || (text === dated?.text && numberIn(text) !== undefined),
  );
  const named = short.find(({ text }) => actWord.test(text) && !/^об?\s/iu.test(text) && !/туралы$/iu.test(text));
  const words = short.map(({ text }) => text).join(' ');
  const registered = front.find(
    ({ text }) => registeredWord.test(text) && numberIn(text) !== undefined && !isNote(text) && text.length < 400,
  );
  return {
    kind: resolutionWord.test(head?.text ?? '') || resolutionWord.test(named?.text ?? words) ? 'resolution' : 'order',
    number: numberIn(numbered?.text ?? '') ?? numberIn(head?.text ?? ''),
    date: dateIn(dated?.text ?? '') ?? dateIn(head?.text ?? ''),
    issuer: (head && issuerIn(head.text)) ?? (named && issuerIn(`${named.text} от`)),
    registration: registered && registrationIn(registered.text),
    from: [head, dated, numbered, named, registered].filter((one) => one !== undefined),
  };
}

/** The requisites of an act, from the line that portals print, else from the lines of the original or the heading of an appendix. */
export function requisitesOf(front: readonly Paragraph[], heads: readonly Paragraph[]): Requisites {
  const candidates = front.filter((one) => one.head.kind === 'text' && isFull(one));
  const found = candidates.find(({ text }) => registeredWord.test(text)) ?? candidates[0];
  if (!found) return ofLines(front, heads);
  const own = ownPart(found.text);
  const registered = [found, ...front].find(({ text }) => registrationIn(text)?.number !== undefined && !isNote(text));
  return {
    kind: resolutionWord.test(own) ? 'resolution' : 'order',
    number: numberIn(own),
    date: dateIn(own),
    issuer: issuerIn(own),
    registration: registered && registrationIn(registered.text),
    from: registered && registered !== found && registered.text.length < 300 ? [found, registered] : [found],
  };
}
