import type { Calendar } from '../calendar/index.ts';
import {
  diagnostic,
  hasErrors,
  type Diagnostic,
  type Outcome,
  type Place,
  type Pointer,
} from '../diagnostics/index.ts';
import type { CaseText } from '../model/case-parts.ts';
import { dateOf } from '../model/date.ts';
import { documentModels, type DocumentModel } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { parsing, wording, type LoadedRegulation } from '../model/index.ts';
import type { Law } from '../model/law.ts';
import type { Language, Text } from '../model/text.ts';
import { outcomeTellings } from '../process/index.ts';
import { fullName } from '../text/index.ts';
import { caseFaults, type LoadedCase } from './case-rules.ts';
import { dueOf } from './due.ts';
import { citationsFor, familyOf, groundsFor, numberFaults, ownCode, type Asked } from './law.ts';
import type { Template, Templates } from './template.ts';

/** All that the documents of a case are made of. */
export interface Situation {
  readonly case: LoadedCase;
  readonly regulation: LoadedRegulation;
  readonly law: Law;
  readonly calendar: Calendar;
  readonly templates: Pick<Templates, 'get'>;
}

/** One document to be printed: its plain model, and the findings that belong to it alone. */
export interface PlannedDocument {
  readonly kind: DocumentKind;
  /** Counts documents of one kind in one case, from 1; absent if there is one only. */
  readonly n?: number;
  readonly language: Language;
  readonly template: Template;
  readonly model: DocumentModel;
  /** Whether the form was compared with the blank or the law as they were on the day of the document. */
  readonly status: 'verified' | 'practice';
  /** Wordings in it that nobody but the template's author answers for. */
  readonly ours: number;
  readonly findings: readonly Diagnostic[];
}

interface Candidate {
  readonly kind: DocumentKind;
  readonly pointer: Pointer;
  readonly issued: string;
  readonly number: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The documents that the events of a case allow, in the order of the events. */
function candidatesOf({ pointer, value }: LoadedCase): Candidate[] {
  const { refusedAtIntake, consent, accepted, samplesRequested, decided, handedOver } = value.events;
  const event = (
    kind: DocumentKind,
    name: string,
    data: { readonly at: string; readonly number?: string | null },
  ): Candidate => ({
    kind,
    pointer: [...pointer, 'events', name],
    issued: dateOf(data.at),
    number: data.number ?? null,
    data,
  });
  const found: Candidate[] = [];
  if (refusedAtIntake) found.push(event('refusal-of-acceptance', 'refusedAtIntake', refusedAtIntake));
  if (consent) found.push(event('consent', 'consent', consent));
  if (accepted) found.push(event('receipt', 'accepted', accepted));
  if (samplesRequested) found.push(event('samples-notice', 'samplesRequested', samplesRequested));
  const at = decided?.at ?? '';
  for (const [index, document] of (decided?.documents ?? []).entries()) {
    const issued = document.issued ?? at;
    const first = 'firstIssued' in document ? { firstIssued: document.firstIssued ?? issued } : {};
    // A duplicate is a document of the day on which it is given, whatever day the licence has.
    const day = 'duplicated' in document ? document.duplicated : issued;
    found.push({
      kind: document.kind,
      pointer: [...pointer, 'events', 'decided', 'documents', index],
      issued: day,
      number: document.number,
      data: { ...document, issued, ...first },
    });
  }
  if (decided?.refusal) {
    const issued = decided.refusal.issued ?? at;
    found.push({
      kind: decided.refusal.kind,
      pointer: [...pointer, 'events', 'decided', 'refusal'],
      issued,
      number: decided.refusal.number,
      data: { ...decided.refusal, issued },
    });
  }
  if (handedOver) found.push(event('hand-over-mark', 'handedOver', handedOver));
  return found;
}

const allowedKinds = ({ regulation }: LoadedRegulation): DocumentKind[] => [
  ...new Set(
    [...regulation.results, ...regulation.refusals, ...(regulation.papers ?? [])].flatMap(({ kinds }) => kinds),
  ),
];

/** A warning where one place of the regulation tells of a kind and another, which should, does not. */
function disputed(
  { kind, pointer }: Candidate,
  { case: { file }, regulation: { regulation } }: Situation,
): Diagnostic[] {
  const tellings = outcomeTellings(regulation, kind);
  const places = (tells: boolean): string =>
    [...new Set(tellings.filter((telling) => telling.tells === tells).map(({ place }) => place))].join(', ');
  const silent = places(false);
  return silent === '' ? [] : [diagnostic('kind-disputed', { kind, told: places(true), silent }, { file, pointer })];
}

/** A text of an act in both languages as far as they are known: the act's own words, then law/names.yaml. */
function bothOf(text: Text, own: Language, { names }: Law): { readonly text: CaseText; readonly ours: number } {
  const [kk, ru] = [wording(text, 'kk', own), wording(text, 'ru', own)];
  const same = (a: string | undefined, b: string): boolean => a?.replace(/\s+/g, ' ') === b;
  const name = names.find((entry) => same(ru, entry.ru) || (ru === undefined && same(kk, entry.kk)));
  const found = { kk: kk ?? name?.kk, ru: ru ?? name?.ru };
  const added = name !== undefined && name.origin === 'ours' && (kk === undefined || ru === undefined) ? 1 : 0;
  return { text: { ...(found.kk ? { kk: found.kk } : {}), ...(found.ru ? { ru: found.ru } : {}) }, ours: added };
}

function applicantOf({ value }: LoadedCase): DocumentModel['applicant'] {
  const { applicant } = value;
  const { address, postcode, phone, representative } = applicant;
  const contact = { address, postcode, phone, representative };
  return applicant.kind === 'person'
    ? {
        name: fullName({ ...applicant.name, patronymic: applicant.name.patronymic ?? undefined }),
        person: true,
        id: applicant.iin,
        ...contact,
      }
    : { name: applicant.name, person: false, id: applicant.bin, ...contact };
}

/** The data of the kind: what the event says, with grounds and the due day worked out. */
function dataOf(
  candidate: Candidate,
  situation: Situation,
  day: Asked,
  at: Place,
): { data: Record<string, unknown>; findings: readonly Diagnostic[]; ours: number } {
  const { events } = situation.case.value;
  const data = { ...candidate.data };
  const join = (key: string, found: Outcome<unknown>, ours: number) => ({
    data: found.ok ? { ...data, [key]: found.value } : data,
    findings: found.findings,
    ours,
  });
  const { regulation, law, calendar } = situation;
  const { storage, lang, refusals } = regulation.regulation;
  if (candidate.kind === 'receipt' && events.accepted) {
    const said = storage?.text && !events.accepted.storage ? bothOf(storage.text, lang, law) : undefined;
    const due = join('due', dueOf(events.accepted, regulation, calendar, at), said?.ours ?? 0);
    return { ...due, data: { ...due.data, storage: events.accepted.storage ?? said?.text ?? null } };
  }
  const refusal = events.decided?.refusal;
  if (refusal?.kind === 'refusal' && candidate.kind === 'refusal') {
    const named = refusals.find(({ kinds, grounds }) => kinds.includes('refusal') && grounds?.text);
    const words = named?.grounds?.text ? bothOf(named.grounds.text, lang, law) : undefined;
    const own = named && words ? { text: words.text, clause: named.place } : undefined;
    const isOwn = refusal.grounds.some(({ ground }) => ground === ownCode);
    const found = groundsFor(refusal, own, familyOf(regulation), law, day, at);
    return join('grounds', found, isOwn ? (words?.ours ?? 0) : 0);
  }
  return { data, findings: [], ours: 0 };
}

/** A warning where the form of a document was compared with no official print, or with later ones only. */
function formDoubts(kind: DocumentKind, known: string, status: string, since: string, at: Place): Diagnostic[] {
  const file = `templates/documents/${kind}.yaml`;
  if (status === 'verified') return [];
  return known === 'verified'
    ? [diagnostic('template-earlier', { kind, since, file }, at)]
    : [diagnostic('template-practice', { kind, file }, at)];
}

function documentOf(
  candidate: Candidate,
  template: Template,
  situation: Situation,
): Omit<PlannedDocument, 'n'> | readonly Diagnostic[] {
  const { case: loaded, regulation: entry, law } = situation;
  const { value, file } = loaded;
  const { regulation, act } = entry;
  const at: Place = { file, pointer: candidate.pointer };
  const asked = new Set(
    template.fields.flatMap(([whole, name]) => (whole === 'law' && name !== undefined ? [name] : [])),
  );
  const language = template.texts.form === 'bilingual' ? 'both' : value.language;
  const day: Asked = { date: candidate.issued, language };
  const citations = citationsFor(asked, law, day, at);
  const { data, findings, ours: added } = dataOf(candidate, situation, day, at);
  const numbers =
    candidate.number === null
      ? []
      : numberFaults(candidate.kind, candidate.number, law, day, {
          file,
          pointer: [...candidate.pointer, 'number'],
        });
  const all = [...citations.findings, ...findings, ...numbers];
  if (!citations.ok || hasErrors(all)) return all;
  const title = bothOf(regulation.title, regulation.lang, law);
  const provider =
    value.provider === null
      ? bothOf(regulation.provider.name, regulation.lang, law)
      : { text: value.provider, ours: 0 };
  const { decided } = value.events;
  const byDecision = candidate.pointer.includes('decided');
  const schema = documentModels.get(candidate.kind);
  const ours = template.ours + title.ours + provider.ours + added;
  const facts = {
    format: 1,
    form: template.form,
    kind: candidate.kind,
    case: value.case,
    language,
    specimen: value.specimen,
    number: candidate.number,
    issued: candidate.issued,
    service: { address: entry.address, title: title.text },
    act: { number: act.act.number, date: act.act.date },
    standard: {
      documents: regulation.standard.documents
        ? bothOf(regulation.standard.documents, regulation.lang, law).text
        : null,
    },
    provider: provider.text,
    applicant: applicantOf(loaded),
    officer: byDecision ? decided?.officer : null,
    city: byDecision ? decided?.city : null,
    original: byDecision ? decided?.original : null,
    law: citations.value,
    document: data,
  };
  const model = schema?.parse(facts, parsing(schema));
  if (!model) return all;
  const { status: known, since = '' } = template.texts;
  const status = known === 'verified' && since <= candidate.issued ? 'verified' : 'practice';
  const notes = [
    ...disputed(candidate, situation),
    ...formDoubts(candidate.kind, known, status, since, at),
    ...(ours > 0 ? [diagnostic('document-ours', { kind: candidate.kind, count: ours }, at)] : []),
  ];
  return {
    kind: candidate.kind,
    language: value.language,
    template,
    model,
    status,
    ours,
    findings: [...all, ...notes],
  };
}

/**
 * case -> candidates by its events -> allowed by the regulation -> models with law, due day and grounds.
 * An error of one document does not stop the others; an error of the case as a whole stops all.
 */
export function planDocuments(
  situation: Situation,
  only?: readonly DocumentKind[],
): { documents: PlannedDocument[]; findings: Diagnostic[] } {
  const { case: loaded, regulation, templates } = situation;
  const findings = caseFaults(loaded, regulation);
  if (hasErrors(findings)) return { documents: [], findings };
  const allowed = allowedKinds(regulation);
  const { file } = loaded;
  const candidates = candidatesOf(loaded);
  for (const kind of only ?? []) {
    if (candidates.some((candidate) => candidate.kind === kind)) continue;
    findings.push(
      diagnostic(
        'kind-absent',
        { kind, allowed: [...new Set(candidates.map((one) => one.kind))].join(', ') },
        { file, pointer: loaded.pointer },
      ),
    );
  }
  const documents: PlannedDocument[] = [];
  for (const candidate of candidates) {
    if (only && !only.includes(candidate.kind)) continue;
    if (!allowed.includes(candidate.kind)) {
      // Every application is accepted; a paper about it exists only where the regulation names one.
      if (candidate.kind === 'receipt' && !only) continue;
      findings.push(
        diagnostic(
          'kind-not-allowed',
          { kind: candidate.kind, allowed: allowed.join(', ') },
          { file, pointer: candidate.pointer },
        ),
      );
      continue;
    }
    const template = templates.get(candidate.kind);
    if (!template) {
      findings.push(
        diagnostic(
          'template-missing',
          { kind: candidate.kind, file: `templates/documents/${candidate.kind}.hbs` },
          { file, pointer: candidate.pointer },
        ),
      );
      continue;
    }
    const made = documentOf(candidate, template, situation);
    if (!('model' in made)) findings.push(...made);
    else {
      const same = candidates.filter(({ kind }) => kind === candidate.kind);
      documents.push(same.length > 1 ? { ...made, n: same.indexOf(candidate) + 1 } : made);
    }
  }
  return { documents, findings };
}
