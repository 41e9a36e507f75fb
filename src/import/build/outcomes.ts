import type { DocumentKind, Language, Regulation } from '../../model/index.ts';
import type { Clause } from '../outline.ts';
import * as say from '../words/papers.ts';
import { bare, mark, restOf, slug, srcOf, type Context } from './context.ts';

type Outcome = Regulation['results'][number];
type Common = Pick<Outcome, 'place' | 'forms' | 'src'>;

const formsOf = (text: string): ('electronic' | 'paper')[] => [
  ...(/электрон/iu.test(text) ? (['electronic'] as const) : []),
  ...(/бумажн|қағаз/iu.test(text) ? (['paper'] as const) : []),
];

const announcement = /^(?:[^:–—-]{0,140}?(?:[:–—]|\s-\s)|.{0,140}?\sявля(?:е|ю)тся\s)\s*/su;
const announcementKk =
  /^(.{6,}?)\s*,?\s+(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*(?:\s+көрсету\p{L}*)?\s+нәтижесі\s+болып\s+табылады/isu;

/** «Результат … – X», «Результатом … является X», «X … нәтижесі болып табылады»; undefined where nothing is announced so. */
const announcedIn = (text: string): string | undefined =>
  announcementKk.exec(text)?.[1] ?? (announcement.test(text) ? text.replace(announcement, '') : undefined);

/** What the clause of the result announces, without what it says of a refusal. */
export function resultsOf(
  clause: Clause,
  formText: string,
  title: string,
  context: Context,
): { results: Outcome[]; refusals: Outcome[] } {
  const items = clause.entries.filter(({ paragraph }) => paragraph.head.kind === 'item');
  const said = announcedIn(restOf(clause.paragraph));
  const announced = [said ?? restOf(clause.paragraph), ...items.map(({ paragraph }) => bare(restOf(paragraph)))].filter(
    (one) => one !== '',
  );
  const refusal = announced.map((one) => say.refusalNoun.exec(one)).find((one) => one !== null);
  const before = announced
    .map((one) => one.replace(say.refusalNoun, '\u0000').split('\u0000')[0] ?? '')
    .filter((one) => one.trim() !== '')
    .join('; ');
  const forms = formsOf(formText);
  const common = {
    place: clause.number,
    ...(forms.length > 0 ? { forms } : {}),
    src: srcOf(
      clause.paragraph,
      items.map(({ paragraph }) => paragraph),
    ),
  };
  const known = papersIn(before, title, common, context);
  const results = known.length > 0 || said === undefined ? known : otherPapers(before, common, context);
  const refusals: Outcome[] = refusal
    ? [{ id: 'refusal', kinds: ['refusal'], text: refusal[0].trim(), ...common }]
    : [];
  return { results, refusals };
}

const kindsOf = (id: string, words: string): DocumentKind[] =>
  say.outcomeKinds
    .filter(([of, , pattern]) => of === id && pattern.test(words))
    .slice(0, 1)
    .map(([, kind]) => kind);

/** The papers that some words announce and of which forms are known. */
function papersIn(announced: string, title: string, common: Common, context: Context): Outcome[] {
  let rest = announced;
  const results: Outcome[] = [];
  const add = (id: string, text: string): void => {
    const kinds = kindsOf(id, `${title} ${announced}`);
    results.push({ id, kinds, text, ...common });
    mark(
      context,
      `/results/${id}/kinds`,
      'inferred',
      kinds.length > 0 ? context.why.kind : context.why.noKind,
      common.src,
    );
  };
  if (say.bothDuplicates.test(rest)) add('appendix-duplicate', say.bothDuplicates.exec(rest)?.[0] ?? '…');
  for (const [id, words] of say.outcomes) {
    const found = words.exec(rest);
    if (!found) continue;
    rest = rest.slice(0, found.index) + ' '.repeat(found[0].length) + rest.slice(found.index + found[0].length);
    add(id, found[0].trim());
  }
  return results.reverse();
}

/** «справка либо уведомление» are two papers, «опекуну или попечителю» are not. */
function alternativesIn(text: string, lang: Language): string[] {
  const parts = text.split(say.alternative);
  return parts.reduce<string[]>((done, part) => {
    const last = done.at(-1);
    const isOther = lang === 'kk' ? say.paperKk.test(last ?? '') : say.paperRu.test(part);
    if (last === undefined || isOther) return [...done, part];
    const from = text.indexOf(last);
    const seam = text.slice(from + last.length, text.indexOf(part, from + last.length));
    return [...done.slice(0, -1), `${last}${seam}${part}`];
  }, []);
}

const LONGEST_PAPER = 400;

/** Papers of which no form is known here: their names as the act has them. */
function otherPapers(announced: string, common: Common, context: Context): Outcome[] {
  const taken = new Set<string>();
  return announced
    .split(/;\s+/u)
    .flatMap((part) => alternativesIn(part, context.lang))
    .flatMap((part): Outcome[] => {
      const text = bare(part.replace(say.paperEnd, '').replace(/^\s*(?:и|и\s*\(или\)|не|либо|или)\s+/iu, ''));
      const id = slug(text, 3);
      if (text.length < 4 || text.length > LONGEST_PAPER || taken.has(id)) return [];
      taken.add(id);
      mark(context, `/results/${id}/kinds`, 'inferred', context.why.noKind, common.src);
      return [{ id, kinds: [], text, ...common }];
    });
}

/** Where no clause announces the result (regulations of 2012–2013), the title of the service does. */
export function resultsOfTitle(title: string, place: Clause | undefined, context: Context): Outcome[] {
  if (!place) return [];
  const common = { place: place.number, src: srcOf(place.paragraph) };
  const known = papersIn(title, title, common, context);
  const results = known.length > 0 ? known : otherPapers(title, common, context);
  for (const { id } of results)
    mark(context, `/results/${id}`, 'inferred', context.why.outcome, srcOf(place.paragraph));
  return results;
}

/** Refusals and papers that only the steps name. `hasRefusal`: the clause of the result names one. */
export function namedInSteps(
  clauses: readonly Clause[],
  hasRefusal: boolean,
  context: Context,
): { refusals: Outcome[]; papers: Outcome[] } {
  const refusals: Outcome[] = [];
  const found: Outcome[] = [];
  for (const clause of clauses)
    for (const { paragraph, more } of clause.entries)
      for (const { text, src } of [paragraph, ...more]) {
        const common = { place: clause.number, src: [src[0], src[1]] satisfies [number, number] };
        const refusal = /рассмотрении/iu.test(text) ? say.refusalNoun.exec(text) : null;
        if (refusal && /рассмотрении/iu.test(refusal[0]) && !refusals.some(({ id }) => id === 'refusal-incomplete'))
          refusals.push({
            id: 'refusal-incomplete',
            kinds: ['refusal-incomplete'],
            text: refusal[0].trim(),
            ...common,
          });
        const message = hasRefusal ? null : (say.refusalMessage.exec(text) ?? say.refusalNoun.exec(text));
        if (message && !refusals.some(({ id }) => id === 'refusal')) {
          refusals.push({ id: 'refusal', kinds: ['refusal'], text: message[0], ...common });
          mark(context, '/refusals/refusal', 'inferred', context.why.refusal, common.src);
        }
        for (const [id, kind, words] of say.papers) {
          const paper = words.exec(text);
          if (!paper || found.some((one) => one.id === id)) continue;
          found.push({ id, kinds: [kind], text: paper[0], ...common });
          mark(context, `/papers/${id}/text`, 'repaired', context.why.name, common.src);
        }
      }
  return { refusals, papers: found };
}
