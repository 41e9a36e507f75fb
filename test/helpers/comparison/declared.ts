import {
  anyWording,
  resolveMark,
  type Act,
  type DocumentKind,
  type LoadedRegulation,
  type Regulation,
  type Text,
} from '../../../src/model/index.ts';
import { parseTerm } from '../../../src/text/index.ts';

/*
 * Fields that say again, for programs, what stands in the words of an act: forms, channels, papers, refusals, variants,
 * terms of a flow, numbers of regulations. Each is held against those words.
 */

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const wordsIn =
  (lang: Regulation['lang']) =>
  (text: Text | null | undefined): string =>
    anyWording(text, lang, lang) ?? '';

/** The texts of the clauses, paragraph by paragraph. */
function paragraphs({ clauses, lang }: Pick<Regulation, 'clauses' | 'lang'>): { n: string; text: string }[] {
  const words = wordsIn(lang);
  return clauses.flatMap(({ n, text, items = [], more = [] }) =>
    [text, ...items.map((item) => item.text), ...more.map((one) => one.text)].map((one) => ({ n, text: words(one) })),
  );
}

/** «Форма оказания государственной услуги – электронная.»: the forms are those words, and a result has no others. */
export function* formFaults(regulation: Regulation): Generator<string> {
  const words = wordsIn(regulation.lang);
  const declared = {
    service: /^Форма оказания [^:–-]+[:–-]\s*(.+?)\.?$/iu,
    result: /^Форма предоставления [^:–-]+[:–-]\s*(.+?)\.?$/iu,
  };
  for (const [name, pattern] of Object.entries(declared)) {
    const said = paragraphs(regulation).flatMap(({ text }) => pattern.exec(text.replace(/\n/g, ' '))?.[1] ?? [])[0];
    const held = words(name === 'service' ? regulation.forms.service : regulation.forms.result);
    if (said !== undefined && bare(said) !== bare(held)) yield `forms.${name}: «${held}», in the clause «${said}»`;
  }
  const result = words(regulation.forms.result);
  for (const { id, forms } of regulation.results) {
    const wanted = [
      ...(/электронн/iu.test(result) ? ['electronic'] : []),
      ...(/бумажн/iu.test(result) ? ['paper'] : []),
    ];
    if (result !== '' && forms && [...forms].sort().join() !== wanted.join())
      yield `results ${id}: forms ${forms.join()}, «${result}»`;
  }
}

/** Each way in that the first clause names is a channel. */
export function* channelFaults(regulation: Regulation): Generator<string> {
  const first = paragraphs(regulation)
    .filter(({ n }) => n === '1')
    .map(({ text }) => text)
    .join(' ');
  const { channels } = regulation;
  for (const url of first.match(/www\.[a-z.]+[a-z]/gu) ?? [])
    if (!channels.some((channel) => channel.url?.includes(url))) yield `no channel for ${url}`;
  if (
    /государственн\S+ корпораци|центр\S* обслуживания населения/iu.test(first) &&
    !channels.some(({ kind }) => kind === 'corporation')
  )
    yield 'no channel for the corporation';
}

/** Words of the steps that make a paper, with its kind. */
const papers: readonly (readonly [DocumentKind, RegExp])[] = [
  ['consent', /письменное согласие услугополучателя/iu],
  ['refusal-of-acceptance', /расписк\p{L}+ об отказе в при[её]ме/iu],
  ['receipt', /расписк\p{L}+ с штрих-кодом|расписк\p{L}+ о при[её]ме/iu],
  ['hand-over-mark', /с отметкой услугополучателя в получении/iu],
];

/** Each paper that a step makes is declared, and the step has it among its outcomes. */
export function* paperFaults(regulation: Regulation): Generator<string> {
  const words = wordsIn(regulation.lang);
  const declared = [...regulation.results, ...regulation.refusals, ...(regulation.papers ?? [])];
  for (const [flow, { steps }] of Object.entries(regulation.process)) {
    for (const step of steps) {
      for (const [kind, pattern] of papers) {
        if (!/^p/.test(step.id) || !pattern.test(words(step.text))) continue;
        const ids = declared.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id);
        if (!step.outcome?.some((id) => ids.includes(id))) yield `${flow} ${step.id}: makes no ${kind}`;
      }
    }
  }
}

/** A clause of results that names a refusal has one among the refusals. */
export function* refusalFaults(regulation: Regulation): Generator<string> {
  for (const { n, text } of paragraphs(regulation))
    if (
      /^результат\p{L}* (?:оказания|завершения)/iu.test(text) &&
      /отказ/iu.test(text) &&
      !regulation.refusals.some(({ place }) => place === n)
    )
      yield `clause ${n} names a refusal: «${text.slice(-60)}»`;
}

/** A step is in the variants whose clause tells it, unless a mark says that a variant is read otherwise. */
export function* variantFaults(regulation: Regulation): Generator<string> {
  const inferred = (regulation.marks ?? []).flatMap(({ at, kind }) =>
    kind === 'inferred' ? [resolveMark(at, regulation)?.join('/') ?? ''] : [],
  );
  for (const [flow, { steps, variants = [] }] of Object.entries(regulation.process)) {
    const told = regulation.tellings.filter(
      (one) => one.flow === flow && one.kind === 'clause' && one.variant !== undefined,
    );
    if (told.length !== variants.length || told.length === 0) continue;
    for (const [index, step] of steps.entries()) {
      const at = `process/${flow}/steps/${index}`;
      if (inferred.some((place) => place === at)) continue;
      const own = told.filter(({ items }) => items.some((item) => item.step === step.id)).map(({ variant }) => variant);
      const said = step.appliesTo ?? variants.map(({ id }) => id);
      if ([...own].sort().join() !== [...said].sort().join())
        yield `${flow} ${step.id}: of ${said.join()}, told for ${own.join()}`;
    }
  }
}

/** «длительность обработки запроса … – не более 15 минут» is the term of a flow. */
export function* flowTermFaults(regulation: Regulation): Generator<string> {
  const held = Object.values(regulation.process).flatMap(({ term = [] }) => term);
  for (const { n, text } of paragraphs(regulation)) {
    const term = /^длительность/iu.test(text) ? parseTerm(text, regulation.lang) : undefined;
    if (
      term &&
      !held.some(({ amount, unit, bound }) => amount === term.amount && unit === term.unit && bound === term.bound)
    )
      yield `clause ${n}: no flow takes «${text}»`;
  }
}

/** A regulation with the name of its file. */
export type Filed = Pick<LoadedRegulation, 'service' | 'regulation'>;

/** The regulations of an act are those of its list, and numbered in its order. */
export function* listFaults(act: Act, regulations: readonly Filed[]): Generator<string> {
  const numbered = [...regulations]
    .sort((a, b) => Number(a.regulation.number) - Number(b.regulation.number))
    .map(({ service }) => service);
  const listed = act.services.flatMap(({ service }) => service ?? []);
  if (numbered.join() !== listed.join()) yield `listed ${listed.join()}, numbered ${numbered.join()}`;
  const numbers = act.services.map(({ n }) => Number(n));
  if (numbers.some((n, index) => n !== index + 1)) yield `the numbers of the list: ${numbers.join()}`;
}
