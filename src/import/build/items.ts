import type { Source } from '../../model/index.ts';
import type { Entry } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { isConditionWord, stepResult } from '../words/heads.ts';
import { aboutFlow } from '../words/sentences.ts';
import { bare, mark, place, restOf, srcOf } from './context.ts';
import { Ids, makeDraft, type Draft, type Maker } from './steps.ts';
import { termsIn } from './terms.ts';

/** «при выдаче – 13 рабочих дней», «для юридических лиц – 3 рабочих дня»: a paragraph that says only a term, and when. */
function isTermOnly({ text }: Paragraph, maker: Maker): boolean {
  if (text.length > 240 || !/\d/.test(text)) return false;
  const { terms, text: rest } = termsIn(bare(text), maker.context.lang);
  const words = bare(rest.replace(/\([^()]*\)\s*$/u, '')).replace(/^[-–—\s]+/u, '');
  return (
    terms.length > 0 &&
    (words.length < 25 ||
      terms.some(({ raw }) => raw === words) ||
      /^(?:(?:при|в\s+случае|для|по|на|если)(?!\p{L})|выдач|переоформлени|дубликат|беру|қайта|үшін)/iu.test(words) ||
      /(?:үшін|кезінде|жағдайда|беру|ресімдеу)\s*[-–—:]?$/iu.test(words))
  );
}

/** «1) отделение: принимает …; формирует …»: paragraphs that are each an action of the one who is named above them. */
function isActions(text: string, more: readonly Paragraph[], maker: Maker): boolean {
  if (!text.endsWith(':') || more.length < 2) return false;
  const byRoles = more.every((one) => /^\p{L}+(?:ым|им|ом|ем)\s/u.test(one.text));
  const isActor = text.length < 160 && maker.participants.actorsOf(text.slice(0, -1), maker.flow).ids.length > 0;
  const acts = more.filter(
    (one) =>
      /^(?:[-–]\s*)?\p{Ll}/u.test(one.text) &&
      !isTermOnly(one, maker) &&
      !/^(?:в\s+случае|если|при)\s/iu.test(one.text),
  );
  const verbs = more.filter((one) =>
    /^(?:[-–]\s*)?(?:\p{Ll}+\s+){0,6}?\p{Ll}+(?:ет|ит|ют|ят|ут|ат)(?:ся)?(?=[\s,;])|(?:йды|йді|ды|ді|ады|еді)(?=[\s,;–-]|$)/u.test(
      one.text,
    ),
  );
  return byRoles || (isActor && acts.length === more.length && verbs.length === more.length);
}

/** A numbered entry without the word of a step: «2) рассмотрение …: при выдаче – 13 рабочих дней; …». */
function draftsOfItem(entry: Entry, ids: Ids, maker: Maker): Draft[] {
  const { paragraph, more: all } = entry;
  const number = paragraph.head.kind === 'item' ? paragraph.head.number : undefined;
  const text = restOf(paragraph);
  place(maker.context, [paragraph, ...all]);
  const src = srcOf(paragraph, all);
  const idOf = (): string => (number === undefined ? ids.unnumbered() : ids.of('p', number));
  const numbered = number === undefined ? {} : { number };
  const results = all.filter((one) => stepResult.test(one.text));
  const more = all.filter((one) => !results.includes(one));
  if (isActions(text, more, maker)) {
    const actors = maker.participants.actorsOf(text.slice(0, -1), maker.flow).ids;
    return more.map((one, index) =>
      makeDraft(
        {
          ...numbered,
          id:
            number === undefined
              ? ids.unnumbered()
              : ids.take(`p${Number.parseInt(number, 10)}${String.fromCharCode(97 + (index % 26))}`),
          text: `${text} ${one.text.replace(/^[-–]\s*/u, '')}`,
          src: [paragraph.src[0], one.src[1]],
          actors,
          more: index === more.length - 1 ? results : [],
        },
        maker,
      ),
    );
  }
  const terms = more.filter((one) => isTermOnly(one, maker));
  const raised = terms.flatMap((one) => {
    const found = termsIn(bare(one.text), maker.context.lang).terms[0];
    const when = maker.whenOf(one.text);
    return found ? [{ ...found, raw: bare(one.text), ...(when.length > 0 ? { when } : {}) }] : [];
  });
  const rest = more.filter((one) => !terms.includes(one));
  if (rest.length === 0 && incomplete.test(text)) return branchDrafts(entry, [], ids, maker);
  const branches = rest.filter((one) => /^в\s+случае|^(?:егер|жағдайда)/iu.test(one.text));
  if (branches.length > 0 && branches.length === rest.length) return branchDrafts(entry, branches, ids, maker);
  return [
    makeDraft(
      { ...numbered, id: idOf(), text: text.replace(/:$/u, ''), src, more: [...rest, ...results], terms: raised },
      maker,
    ),
  ];
}

/** What an incomplete set of papers is said of: «в случае если представлен не полный пакет документов, необходимых для …, оформляет отказ». */
const incomplete =
  /в\s+случае,?\s+если\s+(.{0,80}?не\s?полный\s+пакет\s+документов(?:,\s+необходимых\s+для\s+оказания\s+государственной\s+услуги)?)/iu;

/** «3) эксперт, в случае если пакет не полный, оформляет отказ; в случае если полный, направляет запрос»: one step per branch. */
function branchDrafts({ paragraph }: Entry, branches: readonly Paragraph[], ids: Ids, maker: Maker): Draft[] {
  const number = paragraph.head.kind === 'item' ? paragraph.head.number : undefined;
  const text = restOf(paragraph);
  const own = /в\s+случае,?\s+если|:$/iu.exec(text);
  const letter = (index: number): string =>
    number === undefined
      ? ids.unnumbered()
      : branches.length === 0
        ? ids.of('p', number)
        : ids.take(`p${number}${String.fromCharCode(97 + (index % 26))}`);
  const numbered = number === undefined ? {} : { number };
  const parts: { text: string; src: Source }[] = [
    ...(own && !text.endsWith(':') ? [{ text, src: srcOf(paragraph) }] : []),
    ...branches.map((one) => ({ text: one.text, src: srcOf(one) })),
  ];
  const head = text.endsWith(':')
    ? [
        makeDraft(
          {
            ...numbered,
            id: number === undefined ? ids.unnumbered() : ids.of('p', number),
            text: text.slice(0, -1),
            src: srcOf(paragraph),
          },
          maker,
        ),
      ]
    : [];
  const { ids: actors } = maker.participants.actorsOf(text, maker.flow);
  const condition = parts.flatMap((part) => {
    const words = incomplete.exec(part.text)?.[1];
    if (words === undefined || (own === null && text.endsWith(':'))) return [];
    return [
      {
        ...makeDraft({ id: ids.of('c', '1'), text: words.replace(/не\s?полный/iu, 'полный'), src: part.src }, maker),
        actors: [...actors],
      },
    ];
  });
  for (const { id } of condition)
    mark(maker.context, `/process/${maker.flow}/steps/${id}`, 'inferred', maker.context.why.condition);
  const drafts = parts.map((part, index) => {
    const draft = makeDraft({ ...numbered, ...part, id: letter(index) }, maker);
    return actors.length === 0 ? draft : { ...draft, actors: [...actors] };
  });
  return [...head, ...condition.slice(0, 1), ...drafts];
}

/** Paragraphs that speak of the list and are no steps of it: «… приведено в приложении», «Срок не входит …». */
const aboutList =
  /привед[её]н|келтіріл|согласно\s+приложению|отража\p{L}+\s+в\s+|справочник|диаграмм|сноска|анықтамалы/iu;
const isStepParagraph = ({ paragraph }: Entry): boolean =>
  paragraph.head.kind === 'text' &&
  !aboutList.test(paragraph.text) &&
  !aboutFlow.test(paragraph.text) &&
  paragraph.text.length < 1500;

/** The steps of a list of entries, in the order of the text; a list without numbers has a step in every paragraph. */
export function draftsOf(entries: readonly Entry[], maker: Maker, ids = new Ids()): Draft[] {
  const hasWords = entries.some(({ paragraph }) => paragraph.head.kind === 'step');
  const hasNumbers = hasWords || entries.some(({ paragraph }) => paragraph.head.kind === 'item');
  if (!hasNumbers) return draftsOfParagraphs(entries.filter(isStepParagraph), maker, ids);
  return entries.flatMap((entry): Draft[] => {
    const { paragraph, more } = entry;
    const { head } = paragraph;
    if (head.kind === 'step') {
      place(maker.context, [paragraph, ...more]);
      const letter = isConditionWord(head.word) ? 'c' : 'p';
      const id = ids.of(letter, head.number);
      const input = { id, number: head.number, word: head.word, text: head.rest, src: srcOf(paragraph, more), more };
      return [makeDraft(input, maker)];
    }
    if (head.kind !== 'item') return [];
    if (!hasWords) return draftsOfItem(entry, ids, maker);
    if (head.rest.trim().endsWith(':') || aboutFlow.test(head.rest)) return [];
    place(maker.context, [paragraph, ...more]);
    return [makeDraft({ id: ids.unnumbered(), text: head.rest, src: srcOf(paragraph, more), more }, maker)];
  });
}

/** Paragraphs are a list of steps if semicolons divide them, or, within the provider, if terms stand in them. */
function draftsOfParagraphs(entries: readonly Entry[], maker: Maker, ids: Ids): Draft[] {
  const divided = entries.filter(({ paragraph }) => paragraph.text.endsWith(';')).length;
  const timed = entries.filter(
    ({ paragraph }) => termsIn(bare(paragraph.text), maker.context.lang).terms.length > 0,
  ).length;
  const isList =
    entries.length > 1 && (divided >= (entries.length - 1) / 2 || (maker.flow === 'internal' && timed > 1));
  return isList ? entries.flatMap((entry) => draftsOfItem(entry, ids, maker)) : [];
}
