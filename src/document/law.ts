import {
  diagnostic,
  failure,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
  type Place,
} from '../diagnostics/index.ts';
import { holdsOn, verifiedIn, type GroundList, type Law } from '../model/law.ts';
import type { Language } from '../model/text.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { Refusal } from '../model/case-documents.ts';
import type { CaseText } from '../model/case-parts.ts';
import type { LoadedRegulation } from '../model/index.ts';

const licenceKinds: readonly DocumentKind[] = ['licence', 'import-export-licence'];

/** Whether refusals of the service rest on the grounds for licences or on those for other services; the two are never mixed. */
export const familyOf = ({ regulation }: LoadedRegulation): GroundList['for'] =>
  regulation.results.some(({ kinds }) => kinds.some((kind) => licenceKinds.includes(kind))) ? 'licence' : 'other';

/** The day of a document, by which its law is chosen, and the languages that it speaks. */
export interface Asked {
  readonly date: string;
  readonly language: Language | 'both';
}

const unverified = (name: string, entry: Parameters<typeof verifiedIn>[0], asked: Asked, at: Place): Diagnostic[] =>
  verifiedIn(entry, asked.language) ? [] : [diagnostic('law-unverified', { name, date: asked.date }, at)];

/** The sentences of law that a template asks for, on the day of the document. */
export function citationsFor(
  names: Iterable<string>,
  law: Law,
  asked: Asked,
  at: Place,
): Outcome<Record<string, CaseText>> {
  const { date } = asked;
  const findings: Diagnostic[] = [];
  const found: Record<string, CaseText> = {};
  for (const name of names) {
    const entry = law.citations.find((citation) => citation.name === name && holdsOn(citation, date));
    if (!entry) findings.push(diagnostic('law-missing', { name, date }, at));
    else {
      found[name] = {
        ...(entry.text.kk ? { kk: entry.text.kk } : {}),
        ...(entry.text.ru ? { ru: entry.text.ru } : {}),
      };
      findings.push(...unverified(name, entry, asked, at));
    }
  }
  return findings.some(({ code }) => code === 'law-missing') ? failure(findings) : success(found, findings);
}

/** The code by which a case chooses the ground that its regulation itself names. */
export const ownCode = 'regulation';

/** What a regulation itself says of why it refuses, and the clause that says it. */
export interface OwnGround {
  readonly text: CaseText;
  readonly clause: string;
}

/** A ground as it is printed: with the citation of the law, or with the clause of the regulation. */
export interface GroundOfRefusal {
  readonly text: CaseText;
  readonly cite: CaseText | null;
  readonly clause: string | null;
  readonly facts: CaseText;
}

/**
 * The grounds of a refusal: the regulation's own, and those of the list of law that was in force on its day, with the words
 * and the citation of that list. A refusal that rests on the regulation alone needs no list.
 */
export function groundsFor(
  refusal: Extract<Refusal, { kind: 'refusal' }>,
  own: OwnGround | undefined,
  family: GroundList['for'],
  law: Law,
  asked: Asked,
  at: Place,
): Outcome<GroundOfRefusal[]> {
  const { date } = asked;
  const list = law.grounds.find((entry) => entry.for === family && holdsOn(entry, date));
  const isOwn = ({ ground }: { readonly ground: string }): boolean => own !== undefined && ground === ownCode;
  const needsList = !refusal.grounds.every(isOwn);
  if (needsList && !list) return failure([diagnostic('grounds-missing', { family, date }, at)]);
  const findings: Diagnostic[] = needsList && list ? unverified(list.id, list, asked, at) : [];
  const codes = [...(own ? [ownCode] : []), ...(list?.grounds ?? []).map(({ code }) => code)];
  const grounds = refusal.grounds.flatMap((chosen, index): GroundOfRefusal[] => {
    const { ground, facts } = chosen;
    if (own && isOwn(chosen)) return [{ ...own, cite: null, facts }];
    const entry = list?.grounds.find(({ code }) => code === ground);
    if (entry) return [{ text: wordsOf(entry.text), cite: wordsOf(entry.cite), clause: null, facts }];
    const near = nearest(ground, codes);
    const pointer = [...(at.pointer ?? []), 'grounds', index, 'ground'];
    findings.push(
      diagnostic(
        'ground-unknown',
        { list: list?.id ?? '', ground, known: (near.length > 0 ? near : codes).join(', ') },
        { ...at, pointer },
      ),
    );
    return [];
  });
  return grounds.length === refusal.grounds.length ? success(grounds, findings) : failure(findings);
}

const wordsOf = ({ kk, ru }: { readonly kk?: string | undefined; readonly ru?: string | undefined }): CaseText => ({
  ...(kk === undefined ? {} : { kk }),
  ...(ru === undefined ? {} : { ru }),
});

/** Whether a number has the form of its kind on its day; kinds without any form are not checked. */
export function numberFaults(kind: DocumentKind, number: string, law: Law, asked: Asked, at: Place): Diagnostic[] {
  const { date } = asked;
  const formats = law.numbers.filter(({ kinds }) => kinds.includes(kind));
  if (formats.length === 0) return [];
  const format = formats.find((entry) => holdsOn(entry, date));
  if (!format) return [diagnostic('number-format-missing', { kind, date }, at)];
  if (!new RegExp(format.pattern, 'u').test(number))
    return [diagnostic('number-wrong', { number, shape: format.shape }, at)];
  return unverified(`numbers: ${kind}`, format, asked, at);
}
