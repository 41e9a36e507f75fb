import type { Regulation } from '../../model/index.ts';
import type { Part } from '../outline.ts';
import { mark, srcOf, type Context } from './context.ts';

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

export function standardOf(part: Part, context: Context): Regulation['standard'] {
  for (const clause of part.clauses)
    for (const paragraph of [clause.paragraph, ...clause.entries.map((entry) => entry.paragraph)]) {
      const { text } = paragraph;
      if (!/стандарт/iu.test(text)) continue;
      const act =
        /утвержд[её]нн?\p{L}*\s+((?:приказом|постановлением|решением)\s.{5,400}?(?:№|N)\s?[\p{L}\d/-]+(?:\s+[«"][^«»"]{4,300}[»"])?)/iu.exec(
          text,
        )?.[1] ??
        /(\p{Lu}.{5,400}?(?:№|N)\s?[\p{L}\d/-]+\s+(?:қаулысы|бұйры[гқ]ы)\p{L}*)\s+бекітілген/u.exec(text)?.[1];
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
