import type { Regulation } from '../../model/index.ts';
import type { Part } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { mark, srcOf, type Context } from './context.ts';
import type { Participants } from './participants.ts';

const openings = /[«"“„]/u;

/** The words in the outer quotation marks of a heading; quotes inside a title are common. */
export function quoted(text: string): string | undefined {
  const from = text.search(openings);
  const to = Math.max(text.lastIndexOf('»'), text.lastIndexOf('"'), text.lastIndexOf('”'));
  return from >= 0 && to > from + 2 ? text.slice(from + 1, to).trim() : undefined;
}

/** Title and heading; a lost heading leaves the title of clause 1 or of an appendix. */
export function titleOf(part: Part, context: Context): Pick<Regulation, 'title' | 'heading'> {
  const heading = part.heading?.text;
  if (heading !== undefined) {
    const plain = heading
      .replace(/^регламент\s+(?:оказания\s+)?(?:электронной\s+)?государственной\s+услуги\s*/iu, '')
      .replace(
        /\s*(?:электронды\p{L}*\s+)?(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*(?:\s+көрсету\p{L}*)?\s+регламенті\s*$/iu,
        '',
      )
      .replace(/^[«"]|[»"]$/gu, '')
      .trim();
    const title = quoted(heading) ?? plain;
    return { title: title === '' ? heading : title, heading };
  }
  const near = [part.clauses[0]?.paragraph.text, ...part.appendices.map((one) => one.head?.text)];
  const found = near
    .map((text) =>
      text === undefined
        ? undefined
        : /услуг\p{L}*\s+[«"]([^»]{4,400}?)[»"]|^\s*«(.{4,400}?)»/u
            .exec(text)
            ?.slice(1)
            .find((one) => one !== undefined),
    )
    .find((one) => one !== undefined);
  mark(context, '/title', found === undefined ? 'lost' : 'inferred', context.why.heading);
  return {
    title: found ?? { [context.lang]: context.lang === 'kk' ? 'атауы жоғалған' : 'название утрачено', origin: 'ours' },
  };
}

/** The instrumental of what leads a name, as an issuer stands in «оказывается …»; the rest of the name does not change. */
const nominatives: readonly (readonly [RegExp, string])[] = [
  [/^Комитетом(?!\p{L})/u, 'Комитет'],
  [/^Министерством(?!\p{L})/u, 'Министерство'],
  [/^(.{0,40}?)(У|у)правлением(?!\p{L})/u, '$1$2правление'],
  [/^(А|а)киматом(?!\p{L})/u, '$1кимат'],
  [/^(А|а)гентством(?!\p{L})/u, '$1гентство'],
  [/^(Д|д)епартаментом(?!\p{L})/u, '$1епартамент'],
  [/^(Г|г)осударственным\s+учреждением(?!\p{L})/u, '$1осударственное учреждение'],
  [/^(К|к)оммунальным\s+государственным\s+учреждением(?!\p{L})/u, '$1оммунальное государственное учреждение'],
  [/^(О|о)тделом(?!\p{L})/u, '$1тдел'],
  [/^(И|и)нспекцией(?!\p{L})/u, '$1нспекция'],
  [/^местными исполнительными органами/u, 'местные исполнительные органы'],
];

const textsOf = (part: Part): Paragraph[] =>
  part.clauses.slice(0, 4).flatMap((clause) => [clause.paragraph, ...clause.entries.map((entry) => entry.paragraph)]);

export function providerOf(part: Part, participants: Participants, context: Context): Regulation['provider'] {
  for (const paragraph of textsOf(part)) {
    const russian =
      /оказывается\s+(.+?)(?=\s*\(далее|,\s+в\s+том\s+числе|,?\s+через\s|,?\s+на\s+основании|,?\s+посредством|\.\s|\.$|$)/su.exec(
        paragraph.text,
      )?.[1];
    const kazakh = /(?:қызмет(?:ті)?(?:\s+[«"].{4,400}?[»"])?)\s+(\p{Lu}.+?)(?=\s*\(бұдан\s+әрі)/su.exec(
      paragraph.text,
    )?.[1];
    const words = (context.lang === 'kk' ? kazakh : russian)?.trim();
    if (words === undefined || words.length < 3 || words.length > 400 || /^(?:на|через|в|по)\s/u.test(words)) continue;
    const rule = nominatives.find(([pattern]) => pattern.test(words));
    const name = rule ? words.replace(rule[0], rule[1]) : words;
    const short = /\((?:далее|бұдан\s+әрі)\s*[-–—]\s*([^()]{2,60})\)/iu
      .exec(paragraph.text.slice(paragraph.text.indexOf(words)))?.[1]
      ?.trim();
    const src = srcOf(paragraph);
    if (!participants.has('provider'))
      participants.list.push({
        id: 'provider',
        kind: 'provider',
        name,
        ...(short === undefined ? {} : { short }),
        src,
      });
    if (rule) {
      mark(context, '/provider/name', 'repaired', context.why.provider, src);
      mark(context, '/participants/provider/name', 'repaired', context.why.provider, src);
    }
    return { name, ...(short === undefined ? {} : { short }), text: words, src };
  }
  mark(context, '/provider/name', 'lost', context.why.field);
  return { name: { [context.lang]: context.lang === 'kk' ? 'қызмет беруші' : 'услугодатель', origin: 'ours' } };
}

export function standardOf(part: Part, context: Context): Regulation['standard'] {
  for (const clause of part.clauses)
    for (const paragraph of [clause.paragraph, ...clause.entries.map((entry) => entry.paragraph)]) {
      const { text } = paragraph;
      if (!/стандарт/iu.test(text)) continue;
      const act =
        /утвержд[её]нн?\p{L}*\s+((?:приказом|постановлением|решением)\s.{5,400}?№\s?[\p{L}\d/-]+(?:\s+[«"][^«»"]{4,300}[»"])?)/iu.exec(
          text,
        )?.[1] ?? /(\p{Lu}.{5,400}?№\s?[\p{L}\d/-]+\s+(?:қаулысы|бұйры[гқ]ы)\p{L}*)\s+бекітілген/u.exec(text)?.[1];
      if (act === undefined) continue;
      const title =
        /стандарт\p{L}*\s+(?:электронн\p{L}+\s+)?государственной\s+услуги\s+[«"](.{4,500}?)[»"]\s*,?\s+утвержд/iu.exec(
          text,
        )?.[1] ?? /бекітілген\s+«(.{4,500}?)»/u.exec(text)?.[1];
      const documents = /(пункт\p{L}*\s+\d+\s+[Сс]тандарта)/u.exec(text)?.[1];
      return {
        ...(title === undefined ? {} : { title }),
        act,
        ...(documents === undefined ? {} : { documents }),
        src: srcOf(paragraph),
      };
    }
  mark(context, '/standard/act', 'lost', context.why.field);
  return { act: null };
}

/** Where one applies: office, portals with their addresses, the front office. */
export function channelsOf(part: Part): Regulation['channels'] {
  const channels: Regulation['channels'] = [];
  const known = (url: string | undefined): boolean => channels.some((one) => one.url === url && url !== undefined);
  for (const paragraph of textsOf(part)) {
    const { text } = paragraph;
    const src = srcOf(paragraph);
    if (/канцеляри|кеңсе/iu.test(text) && !channels.some((one) => one.kind === 'provider'))
      channels.push({
        kind: 'provider',
        name: /канцеляри\p{L}*\s*(?:услугодателя)?|\p{L}*\s*кеңсес\p{L}*/iu.exec(text)?.[0].trim() ?? '…',
        src,
      });
    const office =
      /(?:«?Государственн\p{L}+\s+корпораци\p{L}+(?:\s+«[^»]{3,60}»)?|цент\p{L}+\s+обслуживания\s+населения|ЦОН|Мемлекеттік\s+корпорация\p{L}*|халыққа\s+қызмет\s+көрсету\s+орталы\p{L}*)/iu.exec(
        text,
      )?.[0];
    if (office !== undefined && !channels.some((one) => one.kind === 'corporation'))
      channels.push({ kind: 'corporation', name: office, src });
    for (const match of text.matchAll(
      /(?:веб-?\s?портал\p{L}*\s*)?(?:[«"][^«»"]{3,60}[»"]\s*(?:веб-?портал\p{L}*)?:?\s*)?(?:https?:\/\/)?(www\.[\w.-]+[\w])/giu,
    )) {
      const url = match[1];
      if (url === undefined || known(url)) continue;
      const name = match[0]
        .replace(/(?:https?:\/\/)?www\.[\w.-]+/u, '')
        .replace(/[\s:,]+$/u, '')
        .trim();
      channels.push({ kind: 'portal', name: name === '' ? url : name, url, src });
    }
  }
  return channels;
}
