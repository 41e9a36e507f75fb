import {
  anyWording,
  flowNames,
  originOf,
  wording,
  type Flow,
  type FlowName,
  type Language,
  type Regulation,
  type Step,
  type Telling,
  type Text,
} from '../model/index.ts';
import { bare, fill } from '../text/index.ts';
import { variantsApart } from './graph.ts';

/** How acts write steps down, in one language: `{names}` are filled in. */
export interface ClauseWords {
  readonly step: string;
  readonly numbered: string;
  readonly item: string;
  /** Where the act gives the clause no words of its own: «Пункт 5». */
  readonly clause: string;
  readonly heading: string;
  readonly subheading: string;
  readonly withTerm: string;
  readonly lost: string;
  readonly gap: string;
  readonly ours: string;
  /** The word before a number, by the first letter of a step's id; for steps of an act in the other language. */
  readonly words: Readonly<Record<'p' | 'c' | 'x', string>>;
}

/** One step as the clause says it. */
export interface DerivedItem {
  readonly step: string;
  /** «процедура 3», «3)», or its first words. */
  readonly label: string;
  /** Its paragraphs, without the sign at their ends. */
  readonly lines: readonly string[];
  /** The terms that were put behind its words. */
  readonly terms: readonly string[];
  /** The data have no words for it in this language. */
  readonly gap: boolean;
  /** Its words are ours, not the act's. */
  readonly ours: boolean;
}

/** The steps of a clause, or of one of its variants. */
export interface DerivedPart {
  /** The telling of the act that it stands for; a regulation from nothing has none. */
  readonly telling?: Telling;
  /** «1) при выдаче лицензии:», where the clause tells several variants. */
  readonly title?: string;
  readonly items: readonly DerivedItem[];
  /** Branchings that the act does not write apart: their words stand in the steps that they lead to. */
  readonly omitted: readonly { readonly step: string; readonly label: string }[];
}

/** A clause of an act as it follows from the process. */
export interface DerivedClause {
  readonly flow: FlowName;
  /** «5», «9.1»: the clause that the act tells this flow in. */
  readonly place: string;
  /** «9. Описание …» and «1) описание …:», as far as they were not said before. */
  readonly headings: readonly string[];
  readonly parts: readonly DerivedPart[];
}

export interface ClauseMaking {
  readonly regulation: Regulation;
  readonly lang: Language;
  readonly words: ClauseWords;
  /** Whether the act itself names a term in some lines of its text; undefined where its text is not there. */
  readonly says?: (lines: readonly [number, number], term: string) => boolean | undefined;
}

/** A clause that announces how long its steps take says it, whether or not the drafters kept to it. */
const promises = { ru: /длительност|срок/iu, kk: /ұзақтығ|мерзім/iu } as const;

/** A branching without number and word whose lines are those of other steps: the act says it in their words. */
function isUnspoken(step: Step, telling: Telling | undefined): boolean {
  if (!step.id.startsWith('c') || step.number || step.word !== undefined) return false;
  const own = telling?.items.find((item) => item.step === step.id)?.src;
  if (!telling || !own) return telling !== undefined;
  return telling.items.some(({ step: id, src }) => id !== step.id && src && src[0] <= own[1] && own[0] <= src[1]);
}

const ends = (text: string): string => text.replace(/[\s;.:,]+$/u, '');
const isInside = (term: string, text: string): boolean => bare(text).includes(bare(term));

/** Words in the language that is wanted: `gap` where the data have none. */
function inLanguage(text: Text | null | undefined, { regulation, lang, words }: ClauseMaking): string {
  if (text === null) return words.lost;
  return wording(text, lang, regulation.lang) ?? words.gap;
}

function headOf(step: Step, { regulation, lang, words }: ClauseMaking): { template: string; word: string } | undefined {
  const { number, word } = step;
  if (number === undefined) return undefined;
  if (word === undefined) return { template: words.numbered, word: '' };
  const letter = step.id.slice(0, 1) as 'p' | 'c' | 'x';
  return { template: words.step, word: lang === regulation.lang ? word : words.words[letter] };
}

/** The words of the terms of a variant that the text of a step does not hold already. */
function termsOf(step: Step, text: string, variant: string | undefined, { regulation, words }: ClauseMaking): string[] {
  const variants = Object.values(regulation.process).flatMap((flow) => (flow?.variants ?? []).map(({ id }) => id));
  const fits = (when: readonly string[] | undefined): boolean =>
    variant === undefined || !when || when.includes(variant) || !when.some((word) => variants.includes(word));
  const raws = (step.terms ?? []).filter(({ when }) => fits(when)).map(({ raw }) => raw ?? words.lost);
  return [...new Set(raws)].filter((raw) => raw === words.lost || !isInside(raw, text));
}

/** How the steps of a part are written down. */
interface Manner {
  readonly variant: string | undefined;
  readonly terms: boolean;
}

const isOurs = (text: Text | null | undefined): boolean =>
  text !== null && text !== undefined && originOf(text) === 'ours';

function itemOf(step: Step, before: Step | undefined, manner: Manner, making: ClauseMaking): DerivedItem {
  const { regulation, lang, words } = making;
  const own = ends(inLanguage(step.text, making));
  const text = isOurs(step.text) ? `${own}${words.ours}` : own;
  const terms = manner.terms ? termsOf(step, own, manner.variant, making) : [];
  const [first = text, ...more] =
    terms.length === 1 && terms[0] !== undefined
      ? [fill(words.withTerm, { text, term: ends(terms[0]) })]
      : terms.length > 1
        ? [`${text}:`, ...terms.map(ends)]
        : [text];
  // A second step under the number of the one before is a paragraph of it.
  const isFurther =
    before !== undefined && before.number !== undefined && before.number === step.number && before.word === step.word;
  const head = isFurther ? undefined : headOf(step, making);
  const number = step.number ?? words.lost;
  const label = headOf(step, making);
  return {
    step: step.id,
    label: label ? labelOf(label, number) : `«${brief(wording(step.short, lang, regulation.lang) ?? own)}»`,
    lines: [
      head ? fill(head.template, { word: head.word, number, text: first }) : first,
      ...more,
      ...(step.notes ?? []).map((note) => ends(inLanguage(note.text, making))),
    ],
    terms,
    gap: step.text !== null && wording(step.text, lang, regulation.lang) === undefined,
    ours: isOurs(step.text),
  };
}

const labelOf = ({ template, word }: { template: string; word: string }, number: string): string =>
  fill(template, { word, number, text: '' }).replace(/[\s–-]+$/u, '');

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);

/** «5. Содержание каждой процедуры …:»; for «9.1» that of clause 9, and «1) описание последовательности …:». */
function headingsOf(place: string, flow: Flow, making: ClauseMaking): string[] {
  const { regulation, words } = making;
  const [number = '', inner] = place.split('.');
  const clause = regulation.clauses.find(({ n }) => n === number);
  const said = (template: string, n: string, text: Text | null | undefined): string[] =>
    text === undefined ? [] : [fill(template, { number: n, text: inLanguage(text, making) })];
  if (inner === undefined) return said(words.heading, number, clause?.text ?? flow.title);
  const item = clause?.items?.find(({ n }) => n === inner);
  return [...said(words.heading, number, clause?.text), ...said(words.subheading, inner, item?.text ?? flow.title)];
}

/**
 * Whether the clause says how long its steps take: where it announces so, where the act does in any of them, and where
 * the act's text is not there to tell.
 */
function saysTerms(place: string, flow: Flow, telling: Telling | undefined, making: ClauseMaking): boolean {
  const { regulation, says } = making;
  const clause = regulation.clauses.find(({ n }) => n === place);
  const announced = anyWording(clause?.text, regulation.lang, regulation.lang) ?? '';
  if (!telling || promises[regulation.lang].test(announced)) return true;
  return telling.items.some((item) => {
    const step = flow.steps.find(({ id }) => id === item.step);
    const text = anyWording(item.text ?? step?.text, regulation.lang, regulation.lang) ?? '';
    return (step?.terms ?? []).some(({ raw }) => {
      if (raw === null) return false;
      return isInside(raw, text) || item.src === undefined || says?.(item.src, raw) !== false;
    });
  });
}

/** The steps of a part: those of its variant, and where several clauses share a flow, those that this one tells. */
function stepsOf(
  flow: Flow,
  telling: Telling | undefined,
  variant: string | undefined,
  sharers: readonly Telling[],
): Step[] {
  const own = flow.steps.filter(({ appliesTo }) => variant === undefined || (appliesTo?.includes(variant) ?? true));
  if (!telling || sharers.length < 2) return own;
  const tells = (one: Telling, step: Step): boolean => one.items.some((item) => item.step === step.id);
  // What none of them tells belongs to the clause of the flow.
  const isHome = telling === (sharers.find(({ place }) => place === flow.clause) ?? sharers[0]);
  return own.filter((step) => tells(telling, step) || (isHome && !sharers.some((one) => tells(one, step))));
}

function partOf(
  flow: Flow,
  place: string,
  telling: Telling | undefined,
  variant: string | undefined,
  making: ClauseMaking,
): DerivedPart {
  const sharers = making.regulation.tellings.filter(
    (one) =>
      making.regulation.process[one.flow] === flow &&
      one.kind === 'clause' &&
      telling?.kind === 'clause' &&
      one.variant === variant,
  );
  const own = stepsOf(flow, telling, variant, sharers);
  const steps = own.filter((step) => !isUnspoken(step, telling));
  const manner = { variant, terms: saysTerms(place, flow, telling, making) };
  const items = steps.map((step, index) => itemOf(step, steps[index - 1], manner, making));
  const enumerated = (item: DerivedItem, index: number): DerivedItem => {
    const [first = '', ...more] = item.lines;
    return { ...item, lines: [fill(making.words.item, { item: index + 1, text: first }), ...more] };
  };
  return {
    ...(telling ? { telling } : {}),
    items: telling?.enumerated ? items.map(enumerated) : items,
    omitted: own
      .filter((step) => isUnspoken(step, telling))
      .map((step) => ({ step: step.id, label: brief(ends(inLanguage(step.short ?? step.text, making))) })),
  };
}

/** «1) при выдаче лицензии:»: what each of several parts is for. */
function titled(
  parts: readonly DerivedPart[],
  titles: readonly (Text | null | undefined)[],
  making: ClauseMaking,
): DerivedPart[] {
  if (parts.length < 2) return [...parts];
  return parts.map((part, index) => {
    const title = titles[index];
    if (title === undefined) return part;
    return {
      ...part,
      title: `${fill(making.words.item, { item: index + 1, text: ends(inLanguage(title, making)) })}:`,
    };
  });
}

function clauseFor(
  name: FlowName,
  flow: Flow,
  place: string,
  tellings: readonly Telling[],
  making: ClauseMaking,
): DerivedClause {
  const apart = flow.variants?.filter(({ id }) => variantsApart(flow).includes(id)) ?? [];
  const parts =
    tellings.length > 0
      ? titled(
          tellings.map((telling) => partOf(flow, place, telling, telling.variant, making)),
          tellings.map(({ title }) => title),
          making,
        )
      : apart.length > 0
        ? titled(
            apart.map(({ id }) => partOf(flow, place, undefined, id, making)),
            apart.map(({ condition, name: own }) => condition ?? own),
            making,
          )
        : [partOf(flow, place, undefined, undefined, making)];
  const headings = headingsOf(place, flow, making);
  const own = headings.length > 0 ? headings : [fill(making.words.clause, { place })];
  return { flow: name, place, headings: own, parts };
}

/** The clauses of a regulation that tell its process, as they follow from it: one per clause of the act, in their order. */
export function clausesOf(making: ClauseMaking): DerivedClause[] {
  const { regulation } = making;
  const said = new Set<string>();
  const once = (clause: DerivedClause): DerivedClause => {
    const headings = clause.headings.filter((heading) => !said.has(heading));
    for (const heading of headings) said.add(heading);
    return { ...clause, headings };
  };
  const derived = flowNames.flatMap((name) => {
    const flow = regulation.process[name];
    if (!flow) return [];
    const tellings = regulation.tellings.filter(
      (telling) => telling.flow === name && (telling.kind === 'clause' || telling.kind === 'repeated-clause'),
    );
    const places = tellings.length > 0 ? [...new Set(tellings.map(({ place }) => place))] : [flow.clause];
    return places.map((place) =>
      clauseFor(
        name,
        flow,
        place,
        tellings.filter((telling) => telling.place === place),
        making,
      ),
    );
  });
  return derived.sort((one, other) => comparePlaces(one.place, other.place)).map(once);
}

/** «9.2» before «10.1». */
function comparePlaces(one: string, other: string): number {
  const [left, right] = [one, other].map((place) => place.split('.').map((part) => Number.parseInt(part, 10) || 0));
  return (left?.[0] ?? 0) - (right?.[0] ?? 0) || (left?.[1] ?? 0) - (right?.[1] ?? 0);
}
