import type { Source, Step, Term } from '../../model/index.ts';
import type { Entry } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { aboutFlow, isConditionWord } from '../vocabulary.ts';
import { bare, mark, place, restOf, srcOf, type Context } from './context.ts';
import type { Participants } from './participants.ts';
import { termsIn } from './terms.ts';

export interface Note {
  readonly text: string;
  readonly src: Source;
}

/** A step as the text has it, before it is connected with the others. */
export interface Draft {
  id: string;
  readonly number?: string;
  readonly word?: string;
  readonly text: string;
  readonly short?: string;
  readonly terms: Term[];
  readonly actors: string[];
  readonly sure: boolean;
  readonly notes: Note[];
  readonly appliesTo: Set<string>;
  readonly src: Source;
  result?: string | null;
  /** A branching that the text tells inside a numbered step. */
  readonly inferred?: boolean;
}

export const isCondition = ({ id }: Pick<Draft, 'id'>): boolean => id.startsWith('c');

/** Gives ids in the order of the text: the printed number, with a letter where it is printed twice. */
export class Ids {
  private readonly taken = new Set<string>();
  private x = 0;

  of(letter: 'p' | 'c', number: string): string {
    const base = `${letter}${Number.parseInt(number, 10)}`;
    for (let index = -1; index < 26; index += 1) {
      const id = index < 0 ? base : `${base}${String.fromCharCode(97 + index)}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return id;
    }
    return this.unnumbered();
  }

  take(id: string): string {
    this.taken.add(id);
    return id;
  }

  unnumbered(): string {
    this.x += 1;
    return this.take(`x${this.x}`);
  }
}

export interface StepInput {
  readonly text: string;
  readonly src: Source;
  readonly id: string;
  readonly number?: string;
  readonly word?: string;
  readonly more?: readonly Paragraph[];
  readonly terms?: readonly Term[];
}

export interface Maker {
  readonly context: Context;
  readonly participants: Participants;
  readonly isInternal: boolean;
  readonly whenOf: (words: string) => string[];
}

/** The step is its first sentence; what follows («Электронный документ формируется …») is a note to it. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[\p{L}»")]{2}\.)\s+(?=\p{Lu}\p{Ll}+\s)/u);

export function makeDraft(input: StepInput, { context, participants, isInternal, whenOf }: Maker): Draft {
  const [first = '', ...sentences] = input.word === undefined ? [input.text] : sentencesOf(input.text);
  const { text, terms } = termsIn(bare(first), context.lang, whenOf);
  const actor = participants.actorOf(text, isInternal);
  return {
    id: input.id,
    ...(input.number === undefined ? {} : { number: input.number }),
    ...(input.word === undefined ? {} : { word: input.word }),
    text: bare(text),
    terms: [...terms, ...(input.terms ?? [])],
    actors: actor.id === undefined ? [] : [actor.id],
    sure: actor.sure,
    notes: [
      ...sentences.map((one) => ({ text: one, src: input.src })),
      ...(input.more ?? []).map((one) => ({ text: one.text, src: srcOf(one) })),
    ],
    appliesTo: new Set(),
    src: input.src,
  };
}

const isTermOnly = ({ text }: Paragraph, maker: Maker): boolean =>
  text.length < 240 &&
  /\d/.test(text) &&
  termsIn(bare(text), maker.context.lang).terms.length > 0 &&
  /(?:^|[-–—]\s*)(?:в\s+течение\s+|не\s+более\s+)?\d/u.test(text);

/** A numbered entry without the word of a step: «2) рассмотрение …: при выдаче – 13 рабочих дней; …». */
export function draftsOfItem(entry: Entry, ids: Ids, maker: Maker): Draft[] {
  const { paragraph, more } = entry;
  const number = paragraph.head.kind === 'item' ? paragraph.head.number : undefined;
  const text = restOf(paragraph);
  place(maker.context, [paragraph, ...more]);
  const src = srcOf(paragraph, more);
  const idOf = (): string => (number === undefined ? ids.unnumbered() : ids.of('p', number));
  const numbered = number === undefined ? {} : { number };
  const startsRole = more.filter((one) => /^\p{L}+(?:ым|им|ом|ем)\s/u.test(one.text));
  if (text.endsWith(':') && startsRole.length > 1 && startsRole.length === more.length)
    return more.map((one, index) =>
      makeDraft(
        {
          ...numbered,
          id: ids.take(`p${number ?? '0'}${String.fromCharCode(97 + index)}`),
          text: `${text} ${one.text}`,
          src: [paragraph.src[0], one.src[1]],
        },
        maker,
      ),
    );
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
  return [makeDraft({ ...numbered, id: idOf(), text: text.replace(/:$/u, ''), src, more: rest, terms: raised }, maker)];
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
        : ids.take(`p${number}${String.fromCharCode(97 + index)}`);
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
  const actor = maker.participants.actorOf(text, maker.isInternal);
  const condition = parts.flatMap((part) => {
    const words = incomplete.exec(part.text)?.[1];
    if (words === undefined || (own === null && text.endsWith(':'))) return [];
    return [
      {
        ...makeDraft({ id: ids.of('c', '1'), text: words.replace(/не\s?полный/iu, 'полный'), src: part.src }, maker),
        actors: actor.id === undefined ? [] : [actor.id],
      },
    ];
  });
  for (const { id } of condition)
    mark(maker.context, `/process/internal/steps/${id}`, 'inferred', maker.context.why.condition);
  const drafts = parts.map((part, index) => {
    const draft = makeDraft({ ...numbered, ...part, id: letter(index) }, maker);
    return actor.id === undefined ? draft : { ...draft, actors: [actor.id] };
  });
  return [...head, ...condition.slice(0, 1), ...drafts];
}

/** The steps of a list of entries, in the order of the text. `heads`: entries that are headings of a part and no steps. */
export function draftsOf(entries: readonly Entry[], maker: Maker, ids = new Ids()): Draft[] {
  const hasWords = entries.some(({ paragraph }) => paragraph.head.kind === 'step');
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

/** A draft and what was found of its connections, as the model has it. */
export function stepOf(draft: Draft, links: Pick<Step, 'next' | 'end' | 'outcome'>): Step {
  return {
    id: draft.id,
    ...(draft.number === undefined ? {} : { number: draft.number }),
    ...(draft.word === undefined ? {} : { word: draft.word }),
    actors: draft.actors,
    text: draft.text,
    ...(draft.terms.length > 0 ? { terms: draft.terms } : {}),
    ...(draft.appliesTo.size > 0 ? { appliesTo: [...draft.appliesTo] } : {}),
    ...(draft.result === undefined ? {} : { result: draft.result }),
    ...links,
    ...(draft.notes.length > 0 ? { notes: draft.notes } : {}),
    src: draft.src,
  };
}
