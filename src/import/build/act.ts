import type { Act, Language } from '../../model/index.ts';
import type { Outline } from '../outline.ts';
import type { Paragraph } from '../paragraphs.ts';
import { bare, mark, place, restOf, srcOf, type Context } from './context.ts';
import { amendsIn, repealedByIn, repealsIn } from './references.ts';
import { requisitesOf, type Requisites } from './requisites.ts';
import { servicesOf } from './services.ts';
import { signaturesOf, type Signatures } from './signatures.ts';

type Clauses = Act['clauses'];

/** A day that no act has: it stands where the text has no date, under a mark. */
const noDay = '1900-01-01';
const inForceWords = /вводится\s+в\s+действие|вступает\s+в\s+силу|қолданысқа\s+енгіз|күшіне\s+енеді/iu;

/** The clauses of the act itself, by their running number, with the index of the last paragraph that belongs to them. */
function clausesOf(front: readonly Paragraph[], context: Context): { clauses: Clauses; last: number } {
  const numbers = front.flatMap(({ head, text }, index) =>
    head.kind === 'clause' && !/^["«“]/u.test(text) ? [{ index, number: Number.parseInt(head.number, 10) }] : [],
  );
  const starts: number[] = [];
  for (const { index, number } of numbers) if (number === starts.length + 1) starts.push(index);
  const last = starts.at(-1) ?? -1;
  const end = ((): number => {
    const signatures = signaturesOf(front, last);
    const first = signatures.from[0];
    return first ? front.indexOf(first) : front.length;
  })();
  const clauses = starts.map((start, at): Clauses[number] => {
    const own = front.slice(start + 1, Math.min(starts[at + 1] ?? end, end)).filter(isOfClause);
    const [head] = front.slice(start, start + 1);
    place(context, [head, ...own]);
    const items = own.filter(({ head: { kind } }) => kind === 'item');
    const more = own.filter(({ head: { kind } }) => kind !== 'item');
    return {
      n: head?.head.kind === 'clause' ? head.head.number : String(at + 1),
      text: head ? restOf(head) : null,
      ...(items.length > 0
        ? { items: items.map((one) => ({ n: numberOf(one), text: bare(restOf(one)), src: srcOf(one) })) }
        : {}),
      ...(more.length > 0 ? { more: more.map((one) => ({ text: one.text, src: srcOf(one) })) } : {}),
      ...(head ? { src: srcOf(head, own) } : {}),
    };
  });
  return { clauses, last };
}

const numberOf = ({ head }: Paragraph): string => (head.kind === 'item' ? head.number : '');
const isOfClause = ({ head }: Paragraph): boolean => head.kind !== 'row' && head.kind !== 'noise';

const isTitle = ({ head, text }: Paragraph): boolean =>
  head.kind === 'text' && text.length < 900 && /^(?:об?|о)\s+\p{L}|туралы$/iu.test(text) && !/:$/u.test(text);

function titleOf(front: readonly Paragraph[], requisites: Requisites, context: Context): string {
  const rest = front.filter((one) => !requisites.from.includes(one));
  const paragraph =
    rest.find(isTitle) ??
    rest.find(({ head, text }) => head.kind === 'text' && text.length > 20 && !/[.;:]$/u.test(text));
  if (!paragraph) mark(context, '/title', 'lost', context.why.field);
  place(context, [paragraph]);
  return paragraph?.text ?? '?';
}

function registrationOf({ registration, from }: Requisites, context: Context): Act['registration'] {
  const { number, date, text } = registration ?? {};
  if (number === undefined || date === undefined) mark(context, '/registration', 'lost', context.why.field);
  const [first] = from;
  return {
    number: number ?? '?',
    date: date ?? noDay,
    ...(text === undefined ? {} : { text }),
    ...(first && text !== undefined ? { src: srcOf(from.find((one) => one.text.includes(text)) ?? first) } : {}),
  };
}

function identity(requisites: Requisites, context: Context): Pick<Act, 'number' | 'date' | 'issuer'> {
  const { number, date, issuer, from } = requisites;
  if (number === undefined) mark(context, '/number', 'lost', context.why.field);
  if (date === undefined) mark(context, '/date', 'lost', context.why.field);
  if (issuer === undefined) mark(context, '/issuer', 'lost', context.why.field);
  else if (issuer.name !== issuer.words)
    mark(context, '/issuer', 'repaired', context.why.issuer, from[0] && srcOf(from[0]));
  return { number: number ?? '?', date: date ?? noDay, issuer: issuer?.name ?? '?' };
}

function inForceOf(clauses: Clauses, context: Context): Act['inForce'] {
  mark(context, '/inForce', 'lost', context.why.field);
  const said = clauses.map(({ text }) => text).find((text) => typeof text === 'string' && inForceWords.test(text));
  return { from: null, to: null, why: typeof said === 'string' ? said : context.why.field };
}

const signedBy = ({ signatory, approvals }: Signatures): Pick<Act, 'signatory' | 'approvals'> => ({
  ...(signatory ? { signatory } : {}),
  ...(approvals.length > 0 ? { approvals } : {}),
});

/** Lists that an act appends beside its regulations: what it repeals, what it changes. */
const isAppendedList = (annex: readonly Paragraph[]): boolean =>
  annex.some(
    ({ text }) => text.length < 400 && /утративш|күші\s+жойылған|перечень|тізбе|изменени|өзгеріс/iu.test(text),
  );

/** What else stands before the regulations, and the headings of the appendices to the act. */
function notesOf(
  { front, actHeads, annexes, remarks }: Outline,
  requisites: Requisites,
  context: Context,
): Pick<Act, 'notes'> {
  const lists = annexes.filter(isAppendedList).flat();
  const rest = [...front, ...actHeads, ...remarks, ...lists].filter(
    (one) => one.head.kind !== 'noise' && (!context.placed.has(one) || requisites.from.includes(one)),
  );
  place(context, rest);
  const sorted = [...new Set(rest)].sort((a, b) => a.src[0] - b.src[0]);
  return sorted.length === 0 ? {} : { notes: sorted.map((one) => ({ text: one.text, src: srcOf(one) })) };
}

/** The act's own part of the outline -> act.yaml: title, numbers, clauses, list of services, signatures. */
export function buildAct(outline: Outline, context: Context, lang: Language): Act {
  const { front, actHeads } = outline;
  const requisites = requisitesOf(front, actHeads);
  const title = titleOf(front, requisites, context);
  const { clauses, last } = clausesOf(front, context);
  const signatures = signaturesOf(front, last);
  place(context, [...requisites.from, ...signatures.from]);
  const amends = amendsIn(front);
  const repeals = repealsIn(front);
  const repealedBy = repealedByIn(front);
  return {
    kind: requisites.kind,
    lang,
    ...identity(requisites, context),
    title,
    ...signedBy(signatures),
    registration: registrationOf(requisites, context),
    inForce: inForceOf(clauses, context),
    ...(amends.length > 0 ? { amends } : {}),
    ...(repeals.length > 0 ? { repeals } : {}),
    ...(repealedBy ? { repealedBy } : {}),
    services: servicesOf(front),
    clauses,
    ...notesOf(outline, requisites, context),
    marks: context.marks,
  };
}
