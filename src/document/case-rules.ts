import { diagnostic, type Diagnostic, type Pointer } from '../diagnostics/index.ts';
import { eventOrder, type Case, type EventName } from '../model/case.ts';
import { dateOf, dayNumber, type IsoDate } from '../model/date.ts';
import { isBin, isIin } from '../model/identifiers.ts';
import { anyWording, type LoadedRegulation } from '../model/index.ts';

/** A case with the file it came from; `pointer` is its place in that file. */
export interface LoadedCase {
  readonly file: string;
  readonly pointer: Pointer;
  readonly value: Case;
}

const momentOf = (value: Case, name: EventName): string | undefined => value.events[name]?.at;

/** The day on which the application was registered: the law that applies is chosen by it. */
export function registrationDay({ events }: Case): IsoDate | undefined {
  const moment =
    events.accepted?.at ?? events.refusedAtIntake?.at ?? eventOrder.map((name) => events[name]?.at).find(Boolean);
  return moment === undefined ? undefined : dateOf(moment);
}

function orderFaults({ file, pointer, value }: LoadedCase): Diagnostic[] {
  const present = eventOrder.flatMap((name) => {
    const moment = momentOf(value, name);
    return moment === undefined ? [] : [{ name, moment }];
  });
  const pairs = present.slice(1).flatMap((second, index) => {
    const first = present[index];
    if (!first) return [];
    // Days without a time are compared with days only: both may be of one day.
    const length = Math.min(first.moment.length, second.moment.length);
    return second.moment.slice(0, length) < first.moment.slice(0, length) ? [{ first, second }] : [];
  });
  const faults = pairs.map(({ first, second }) =>
    diagnostic(
      'events-disordered',
      { first: first.name, firstDate: first.moment, second: second.name, secondDate: second.moment },
      { file, pointer: [...pointer, 'events', second.name, 'at'] },
    ),
  );
  return [...faults, ...documentDates({ file, pointer, value })];
}

/** The days that a document of the decision names among themselves: first issue, issue, end of validity, duplicate. */
function documentDates({ file, pointer, value }: LoadedCase): Diagnostic[] {
  const decided = value.events.decided;
  return (decided?.documents ?? []).flatMap((document, index) => {
    const issued = document.issued ?? decided?.at ?? '';
    const dates: (readonly [
      first: string,
      firstDate: string | null | undefined,
      second: string,
      secondDate: string | null | undefined,
    ])[] = [];
    if ('firstIssued' in document) dates.push(['firstIssued', document.firstIssued, 'issued', issued]);
    if ('validUntil' in document) dates.push(['issued', issued, 'validUntil', document.validUntil]);
    if ('duplicated' in document) dates.push(['issued', document.issued, 'duplicated', document.duplicated]);
    if ('previous' in document) dates.push(['previous', document.previous.issued, 'issued', issued]);
    if ('from' in document) dates.push(['from', document.from, 'to', document.to]);
    if ('contract' in document) dates.push(['contract', document.contract?.date, 'issued', issued]);
    return dates.flatMap(([first, firstDate, second, secondDate]) =>
      firstDate && secondDate && secondDate < firstDate
        ? [
            diagnostic(
              'events-disordered',
              { first, firstDate, second, secondDate },
              { file, pointer: [...pointer, 'events', 'decided', 'documents', index, second] },
            ),
          ]
        : [],
    );
  });
}

/** Days within which an act is published and comes into force after its registration, as far as practice goes. */
const publicationDays = 90;

/**
 * An application under an act that was not in force is an error, and so is one after the order of repeal where the act's
 * last day is not known: nobody can show that it still held. The day of registration is the earliest an act can begin.
 */
function actFaults({ file, pointer }: LoadedCase, { act }: LoadedRegulation, registered: IsoDate): Diagnostic[] {
  const { inForce, title, lang, registration, repealedBy } = act.act;
  const name = anyWording(title, lang, lang) ?? act.id;
  const at = { file, pointer: [...pointer, 'service'] };
  const first = inForce.from ?? registration.date;
  if (registered < first || (inForce.to !== null && registered > inForce.to)) {
    return [
      diagnostic(
        'act-not-in-force',
        { act: name, date: registered, from: first, to: inForce.to ?? repealedBy?.date ?? '?' },
        at,
      ),
    ];
  }
  if (inForce.to === null && repealedBy?.date !== undefined && registered > repealedBy.date) {
    return [diagnostic('act-force-unknown', { act: name, date: registered, end: 'inForce.to' }, at)];
  }
  if (inForce.from === null && dayNumber(registered) - dayNumber(registration.date) < publicationDays) {
    return [
      diagnostic('act-force-unknown', { act: name, date: registered, end: 'inForce.from' }, at, {
        severity: 'warning',
      }),
    ];
  }
  return [];
}

/** The check digit, and what else an ИИН or БИН says of itself. */
function identifierFaults({ file, pointer, value: { applicant } }: LoadedCase): Diagnostic[] {
  const [field, number, holds] =
    applicant.kind === 'person'
      ? (['iin', applicant.iin, isIin(applicant.iin)] as const)
      : (['bin', applicant.bin, isBin(applicant.bin)] as const);
  const name = field === 'iin' ? 'ИИН' : 'БИН';
  return holds
    ? []
    : [diagnostic('identifier-wrong', { name, number }, { file, pointer: [...pointer, 'applicant', field] })];
}

/** Names that Windows keeps for devices, with any ending: a file of that name cannot be made or opened there. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** The longest number in UTF-8 that leaves room for the kind within the 255 bytes that file systems allow. */
const longestNumber = 160;

const isFileName = (number: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(number) &&
  !number.includes('..') &&
  !device.test(number) &&
  new TextEncoder().encode(number).length <= longestNumber;

/** What is wrong in a case by itself and under its act, before any document is made of it. */
export function caseFaults(loaded: LoadedCase, regulation: LoadedRegulation): Diagnostic[] {
  const { file, pointer, value } = loaded;
  const findings: Diagnostic[] = identifierFaults(loaded);
  if (!isFileName(value.case)) {
    findings.push(diagnostic('case-number-path', { number: value.case }, { file, pointer: [...pointer, 'case'] }));
  }
  const registered = registrationDay(value);
  if (registered === undefined) {
    findings.push(
      diagnostic('events-none', { known: eventOrder.join(', ') }, { file, pointer: [...pointer, 'events'] }),
    );
    return findings;
  }
  return [...findings, ...orderFaults(loaded), ...actFaults(loaded, regulation, registered)];
}
