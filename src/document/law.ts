import {
  diagnostic,
  failure,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
  type Place,
} from '../diagnostics/index.ts';
import { holdsOn, type GroundList, type Law } from '../model/law.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { Refusal } from '../model/case-documents.ts';
import type { CaseText } from '../model/case-parts.ts';
import type { LoadedRegulation } from '../model/index.ts';

const licenceKinds: readonly DocumentKind[] = ['licence', 'import-export-licence'];

/** Whether refusals of the service rest on the grounds for licences or on those for other services; the two are never mixed. */
export const familyOf = ({ regulation }: LoadedRegulation): GroundList['for'] =>
  regulation.results.some(({ kinds }) => kinds.some((kind) => licenceKinds.includes(kind))) ? 'licence' : 'other';

const unverified = (name: string, date: string, verified: boolean, at: Place): Diagnostic[] =>
  verified ? [] : [diagnostic('law-unverified', { name, date }, at)];

/** The sentences of law that a template asks for, on the day of the document. */
export function citationsFor(
  names: Iterable<string>,
  law: Law,
  date: string,
  at: Place,
): Outcome<Record<string, CaseText>> {
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
      findings.push(...unverified(name, date, entry.verified, at));
    }
  }
  return findings.some(({ code }) => code === 'law-missing') ? failure(findings) : success(found, findings);
}

export interface GroundOfRefusal {
  readonly text: CaseText;
  readonly cite: CaseText;
  readonly facts: CaseText;
}

/** The grounds of a refusal with the words and the citation of the list that was in force on its day. */
export function groundsFor(
  refusal: Extract<Refusal, { kind: 'refusal' }>,
  family: GroundList['for'],
  law: Law,
  date: string,
  at: Place,
): Outcome<GroundOfRefusal[]> {
  const list = law.grounds.find((entry) => entry.for === family && holdsOn(entry, date));
  if (!list) return failure([diagnostic('grounds-missing', { family, date }, at)]);
  const findings: Diagnostic[] = unverified(list.id, date, list.verified, at);
  const grounds = refusal.grounds.flatMap(({ ground, facts }, index) => {
    const entry = list.grounds.find(({ code }) => code === ground);
    if (entry) return [{ text: wordsOf(entry.text), cite: wordsOf(entry.cite), facts }];
    const codes = list.grounds.map(({ code }) => code);
    const near = nearest(ground, codes);
    const pointer = [...(at.pointer ?? []), 'grounds', index, 'ground'];
    findings.push(
      diagnostic(
        'ground-unknown',
        { list: list.id, ground, known: (near.length > 0 ? near : codes).join(', ') },
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
export function numberFaults(kind: DocumentKind, number: string, law: Law, date: string, at: Place): Diagnostic[] {
  const formats = law.numbers.filter(({ kinds }) => kinds.includes(kind));
  if (formats.length === 0) return [];
  const format = formats.find((entry) => holdsOn(entry, date));
  if (!format) return [diagnostic('number-format-missing', { kind, date }, at)];
  if (!new RegExp(format.pattern, 'u').test(number))
    return [diagnostic('number-wrong', { number, shape: format.shape }, at)];
  return unverified(`numbers: ${kind}`, date, format.verified, at);
}
