import type { DocumentKind, Regulation } from '../../model/index.ts';
import type { Clause } from '../outline.ts';
import { outcomes, papers, refusalNoun } from '../vocabulary.ts';
import { mark, restOf, srcOf, type Context } from './context.ts';

type Outcome = Regulation['results'][number];
type Common = Pick<Outcome, 'place' | 'forms' | 'src'>;

const formsOf = (text: string): ('electronic' | 'paper')[] => [
  ...(/электрон/iu.test(text) ? (['electronic'] as const) : []),
  ...(/бумажн|қағаз/iu.test(text) ? (['paper'] as const) : []),
];

/** What the clause of the result announces, without what it says of a refusal. */
export function resultsOf(
  clause: Clause,
  formText: string,
  context: Context,
): { results: Outcome[]; refusals: Outcome[] } {
  const text = restOf(clause.paragraph);
  const announced = text.replace(/^[^:–—-]{0,120}?(?:[:–—]|\s-\s)\s*/u, '');
  const refusal = refusalNoun.exec(announced);
  const before = refusal ? announced.slice(0, refusal.index) : announced;
  const forms = formsOf(formText);
  const common = { place: clause.number, ...(forms.length > 0 ? { forms } : {}), src: srcOf(clause.paragraph) };
  const results = papersIn(before, common, context);
  const refusals: Outcome[] = refusal
    ? [{ id: 'refusal', kinds: ['refusal'], text: refusal[0].trim(), ...common }]
    : [];
  return { results, refusals };
}

/** The papers that some words announce. */
function papersIn(announced: string, common: Common, context: Context): Outcome[] {
  let rest = announced;
  const results: Outcome[] = [];
  for (const [id, kind, words] of outcomes) {
    const found = words.exec(rest);
    if (!found) continue;
    rest = rest.slice(0, found.index) + ' '.repeat(found[0].length) + rest.slice(found.index + found[0].length);
    results.push({ id, kinds: [kind as DocumentKind], text: found[0].trim(), ...common });
    mark(context, `/results/${id}/kinds`, 'inferred', context.why.kind, common.src);
  }
  return results.reverse();
}

/** Where no clause announces the result (regulations of 2012–2013), the title of the service does. */
export function resultsOfTitle(title: string, place: Clause | undefined, context: Context): Outcome[] {
  if (!place) return [];
  const results = papersIn(title, { place: place.number, src: srcOf(place.paragraph) }, context);
  for (const { id } of results)
    mark(context, `/results/${id}`, 'inferred', context.why.outcome, srcOf(place.paragraph));
  return results;
}

/** Refusals and papers that only the steps name. */
export function namedInSteps(clauses: readonly Clause[], context: Context): { refusals: Outcome[]; papers: Outcome[] } {
  const refusals: Outcome[] = [];
  const found: Outcome[] = [];
  for (const clause of clauses)
    for (const { paragraph, more } of clause.entries)
      for (const { text, src } of [paragraph, ...more]) {
        const common = { place: clause.number, src: [src[0], src[1]] satisfies [number, number] };
        const refusal = /рассмотрении/iu.test(text) ? refusalNoun.exec(text) : null;
        if (refusal && /рассмотрении/iu.test(refusal[0]) && refusals.length === 0)
          refusals.push({
            id: 'refusal-incomplete',
            kinds: ['refusal-incomplete'],
            text: refusal[0].trim(),
            ...common,
          });
        for (const [id, kind, words] of papers) {
          const paper = words.exec(text);
          if (!paper || found.some((one) => one.id === id)) continue;
          found.push({ id, kinds: [kind as DocumentKind], text: paper[0], ...common });
          mark(context, `/papers/${id}/text`, 'repaired', context.why.name, common.src);
        }
      }
  return { refusals, papers: found };
}
