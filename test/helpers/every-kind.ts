import { readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { addressesIn, loadLibrary } from '../../src/jobs/regulations.ts';
import type { DocumentKind, Language, LoadedRegulation } from '../../src/model/index.ts';

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;
const inside = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((here, key) => (isData(here) ? here[key] : undefined), value);

const examples = readdirSync('examples/cases')
  .filter((name) => name.endsWith('.yaml'))
  .map((name): unknown => parse(readFileSync(`examples/cases/${name}`, 'utf8')));

/** The first event or document of the examples that a predicate takes. */
function sample(pick: (example: unknown) => unknown): Data {
  const found = examples.map(pick).find(isData);
  if (!found) throw new Error('no example has it');
  return found;
}

const documentOf = (kind: string) => (example: unknown) => {
  const documents = inside(example, 'events', 'decided', 'documents');
  return Array.isArray(documents) ? documents.find((one) => inside(one, 'kind') === kind) : undefined;
};
const refusalOf = (kind: string) => (example: unknown) => {
  const refusal = inside(example, 'events', 'decided', 'refusal');
  return inside(refusal, 'kind') === kind ? refusal : undefined;
};
const event = (name: string) => (example: unknown) => inside(example, 'events', name);

const eventOfKind: Partial<Record<DocumentKind, string>> = {
  receipt: 'accepted',
  'refusal-of-acceptance': 'refusedAtIntake',
  consent: 'consent',
  'samples-notice': 'samplesRequested',
  'hand-over-mark': 'handedOver',
};

const licences: readonly DocumentKind[] = ['licence', 'licence-reissue', 'licence-duplicate'];

/** Days on which an application under the act may be registered and decided; grounds for services exist since 25.11.2019. */
function daysOf({ act }: LoadedRegulation): { readonly first: string; readonly last: string } {
  const year = Number((act.act.registration.date ?? '2014-01-01').slice(0, 4));
  if (act.id === 'knb-46-2019') return { first: '2019-12-03', last: '2019-12-20' };
  if (act.id === 'miir-138-2019') return { first: '2019-12-03', last: '2019-12-20' };
  return act.id === 'mint-102-2014'
    ? { first: '2014-09-02', last: '2014-09-18' }
    : { first: `${Math.max(year, 2013)}-09-03`, last: `${Math.max(year, 2013)}-09-20` };
}

const redated = (data: Data, day: string, more: Data = {}): Data => {
  const { contract, ...rest } = data;
  const dated = isData(contract) ? { contract: { ...contract, date: '2013-08-01' } } : {};
  return {
    ...rest,
    ...dated,
    ...more,
    ...('at' in data ? { at: String(data['at']).length > 10 ? `${day}T10:30` : day } : {}),
  };
};

function eventsOf(kind: DocumentKind, entry: LoadedRegulation): Data {
  const { first, last } = daysOf(entry);
  const name = eventOfKind[kind];
  if (name !== undefined) {
    const data = sample(event(name));
    const day = kind === 'hand-over-mark' ? last : first;
    return { [name]: redated(data, day, kind === 'receipt' ? { number: '000-0033', due: `${last}T17:00` } : {}) };
  }
  const decided = {
    at: last,
    officer: inside(sample(event('decided')), 'officer'),
    city: { kk: 'Астана қаласы', ru: 'город Астана' },
  };
  if (kind === 'refusal' || kind === 'refusal-incomplete') {
    const refusal = redated(sample(refusalOf(kind)), last);
    if (kind === 'refusal-incomplete') return { decided: { ...decided, refusal } };
    const licence = entry.regulation.results.some(({ kinds }) =>
      kinds.some((one) => one === 'licence' || one === 'import-export-licence'),
    );
    const grounds = [
      {
        ground: licence ? 'not-qualified' : 'untrue',
        facts: { kk: 'мәліметтер расталмады', ru: 'сведения не подтверждены' },
      },
    ];
    return { decided: { ...decided, refusal: { ...refusal, grounds } } };
  }
  const { firstIssued: _, issued: __, ...found } = sample(documentOf(kind));
  const more: Data = {
    ...(licences.includes(kind) ? { number: '14001234' } : {}),
    ...('validUntil' in found && found['validUntil'] !== null ? { validUntil: '2021-01-31' } : {}),
    ...('licence' in found ? { licence: { number: '14001234', issued: '2013-08-01' } } : {}),
    ...('previous' in found ? { previous: { number: '14001234', issued: '2013-08-01' } } : {}),
    ...('duplicated' in found ? { issued: '2013-08-05', duplicated: last } : {}),
    ...('from' in found ? { from: last, to: '2021-01-31' } : {}),
  };
  return { decided: { ...decided, documents: [redated(found, last, more)] } };
}

export interface EveryKind {
  readonly address: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  /** The case as YAML. */
  readonly text: string;
}

/** A case for each kind that each service of the acts may end in or hand out, in both languages. */
export function everyKind(): EveryKind[] {
  const { library } = loadLibrary('.', addressesIn('.'));
  const applicants = [
    {
      kind: 'person',
      ...{ name: { surname: 'Һасанова', given: 'Іңкәр', patronymic: 'Үсенқызы' }, iin: '850312400158' },
    },
    { kind: 'organisation', name: { kk: '«Жетісу Қоры» ЖШС', ru: 'ТОО «Жетісу Қоры»' }, bin: '140340000008' },
  ];
  const address = { kk: 'Алматы қаласы, Абай даңғылы, 10-үй', ru: 'город Алматы, проспект Абая, дом 10' };
  return library.regulations.flatMap((entry, place) => {
    const { results, refusals, papers = [] } = entry.regulation;
    const kinds = [...new Set([...results, ...refusals, ...papers].flatMap((outcome) => outcome.kinds))];
    return kinds.flatMap((kind, index) =>
      (['kk', 'ru'] as const).map((language): EveryKind => {
        const value = {
          case: `${place + 1}-${kind}-${language}`,
          service: entry.address,
          language,
          specimen: true,
          applicant: { ...applicants[(place + index) % 2], address, postcode: '050000' },
          events: eventsOf(kind, entry),
        };
        return { address: entry.address, kind, language, text: stringify(value) };
      }),
    );
  });
}
