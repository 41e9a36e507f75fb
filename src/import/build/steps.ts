import type { FlowName, Source, Step, Term } from '../../model/index.ts';
import type { Paragraph } from '../paragraphs.ts';
import { stepResult } from '../words/heads.ts';
import { bare, srcOf, type Context } from './context.ts';
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
  /** Who acts where the words of the step do not say so: the item above them does. */
  readonly actors?: readonly string[];
}

export interface Maker {
  readonly context: Context;
  readonly participants: Participants;
  readonly flow: FlowName;
  readonly whenOf: (words: string) => string[];
}

/** The step is its first sentence; what follows («Электронный документ формируется …») is a note to it. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[\p{L}»")]{2}\.)\s+(?=\p{Lu}\p{Ll}+\s)/u);

/** «… – 1 рабочий день. Результат – уведомление;»: the step and its result. */
function withoutResult(text: string): readonly [step: string, result: string | undefined] {
  for (const match of text.matchAll(/[.;]\s+(?=\p{Lu})/gu)) {
    const rest = text.slice(match.index + match[0].length);
    const head = stepResult.exec(rest);
    if (head) return [text.slice(0, match.index), bare(rest.slice(head[0].length))];
  }
  return [text, undefined];
}

const resultOf = ({ text }: Paragraph): string | undefined => {
  const head = stepResult.exec(text);
  return head ? bare(text.slice(head[0].length)) : undefined;
};

export function makeDraft(input: StepInput, { context, participants, flow, whenOf }: Maker): Draft {
  const [own, told] = withoutResult(input.text);
  const [first = '', ...sentences] = input.word === undefined ? [own] : sentencesOf(own);
  const { text, terms } = termsIn(bare(first), context.lang, whenOf);
  const { ids, sure } = participants.actorsOf(text, flow);
  const actors = ids.length > 0 ? ids : (input.actors ?? []);
  const more = input.more ?? [];
  const results = [told, ...more.map(resultOf)].filter((one) => one !== undefined && one !== '');
  return {
    id: input.id,
    ...(input.number === undefined ? {} : { number: input.number }),
    ...(input.word === undefined ? {} : { word: input.word }),
    text: bare(text),
    terms: [...terms, ...(input.terms ?? [])],
    actors: [...actors],
    sure,
    notes: [
      ...sentences.map((one) => ({ text: one, src: input.src })),
      ...more.filter((one) => resultOf(one) === undefined).map((one) => ({ text: one.text, src: srcOf(one) })),
    ],
    appliesTo: new Set(),
    src: input.src,
    ...(results.length > 0 ? { result: results.join('; ') } : {}),
  };
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
