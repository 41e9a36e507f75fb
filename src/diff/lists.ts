import type { ServiceOutcome } from '../model/index.ts';
import type { Part } from './difference.ts';
import type { Listed } from './list.ts';
import { named, plainSaid, said, textSaid, words, type Side } from './side.ts';

/** A numbered text of the act as an entry of its list. */
function numbered(
  entries: readonly { n: string; text: Parameters<typeof said>[0] }[] | undefined,
  name: string,
  side: Side,
): Listed[] {
  return (entries ?? []).map(({ n, text: value }, index) => ({
    ...named(words(value, side), `${n}. `),
    pointer: [name, index],
    words: words(value, side),
    fields: { number: plainSaid(n), text: textSaid(value, side) },
  }));
}

export function outcomes(list: readonly ServiceOutcome[] | undefined, name: string, side: Side): Listed[] {
  return (list ?? []).map((one, index) => ({
    ...named(words(one.text, side) || one.id),
    pointer: [name, index],
    words: words(one.text, side),
    id: one.kinds.join(),
    fields: {
      text: textSaid(one.text, side),
      kinds: plainSaid(one.kinds.join(', ')),
      place: plainSaid(one.place),
      forms: plainSaid(one.forms?.join(', ')),
      grounds: textSaid(one.grounds?.text, side),
    },
  }));
}

export const participants = (side: Side): Listed[] =>
  side.regulation.participants.map((one, index) => ({
    label: words(one.short, side) || words(one.name, side) || one.id,
    pointer: ['participants', index],
    words: words(one.name, side),
    id: one.id,
    sort: one.kind,
    fields: {
      name: textSaid(one.name, side),
      'short-name': textSaid(one.short, side),
      listed: plainSaid(one.listed),
      aliases: plainSaid(one.aliases?.join(', ')),
    },
  }));

const clauses = (side: Side): Listed[] =>
  side.regulation.clauses.map(({ n, text: own, items = [], more = [] }, index) => {
    const lines = [
      words(own, side) || '…',
      ...items.map((item) => `${item.n}) ${words(item.text, side) || '…'}`),
      ...more.map((one) => words(one.text, side) || '…'),
    ];
    const whole = lines.join(' ');
    return {
      ...named(whole, `${n}. `),
      pointer: ['clauses', index],
      words: whole,
      fields: { number: plainSaid(n), text: plainSaid(own === null && lines.length === 1 ? null : whole) },
    };
  });

/** The place of the act that a view shows. */
const placeOf = (telling: string, { regulation }: Side): string =>
  regulation.tellings.find(({ id }) => id === telling)?.place ?? '?';

const appendices = (side: Side): Listed[] =>
  side.regulation.appendices.map(({ number, title, heading, form, contains }, index) => {
    const views = contains.map(({ view, flow, title: own }) =>
      [view, flow, words(own, side)].filter(Boolean).join(' '),
    );
    const tellings = contains.map(({ telling }) => (telling === undefined ? '-' : placeOf(telling, side)));
    const name = words(title, side) || views.join('; ');
    return {
      ...named(name, number === null ? '' : `${number}. `),
      pointer: ['appendices', index],
      words: `${name} ${contains.map(({ view, flow = '' }) => `${view} ${flow}`).join(' ')}`,
      fields: {
        number: plainSaid(number),
        title: textSaid(title, side),
        heading: textSaid(heading, side),
        'form-mark': textSaid(form, side),
        views: {
          shown: views.join('; '),
          key: `${views.join('; ')}\n${tellings.join()}`,
          detail: `${views.join('; ')} (${tellings.join(', ')})`,
        },
      },
    };
  });

/** The lists of a regulation that stand for themselves; steps and tables refer to one another and come apart. */
export const lists: readonly (readonly [Part, (side: Side) => Listed[]])[] = [
  [
    'channel',
    (side) =>
      side.regulation.channels.map(({ kind, name, url }, index) => ({
        label: words(name, side),
        pointer: ['channels', index],
        words: `${words(name, side)} ${url ?? ''}`,
        sort: kind,
        fields: { name: textSaid(name, side), url: plainSaid(url) },
      })),
  ],
  [
    'total-term',
    (side) =>
      (side.regulation.totalTerm ?? []).map(({ raw, when = [], amount, unit, dayKind, origin, cite }, index) => ({
        label: words(raw, side) || '…',
        pointer: ['totalTerm', index],
        words: when.join(' '),
        id: when.join(),
        fields: {
          term: { shown: said(raw, side), key: JSON.stringify([said(raw, side), amount, unit, dayKind, origin, cite]) },
        },
      })),
  ],
  ['result', (side) => outcomes(side.regulation.results, 'results', side)],
  ['refusal', (side) => outcomes(side.regulation.refusals, 'refusals', side)],
  ['paper', (side) => outcomes(side.regulation.papers, 'papers', side)],
  ['participant', participants],
  ['appendix', appendices],
  [
    'chapter',
    (side) =>
      numbered(
        side.regulation.chapters.map(({ n, title }) => ({ n, text: title })),
        'chapters',
        side,
      ),
  ],
  ['clause', clauses],
  [
    'glossary',
    (side) =>
      (side.regulation.glossary ?? []).map(({ n, term, abbreviation, definition }, index) => ({
        label: `${n}) ${words(term, side)}`,
        pointer: ['glossary', index],
        words: words(term, side),
        fields: {
          number: plainSaid(n),
          name: textSaid(term, side),
          abbreviation: plainSaid(abbreviation),
          definition: textSaid(definition, side),
        },
      })),
  ],
  [
    'abbreviation',
    (side) =>
      (side.regulation.abbreviations ?? []).map(({ short, full }, index) => ({
        label: short,
        full: words(full, side),
        pointer: ['abbreviations', index],
        words: `${short} ${words(full, side)}`,
        id: short,
        fields: { 'short-name': plainSaid(short), name: textSaid(full, side) },
      })),
  ],
  ['requirement', (side) => numbered(side.regulation.requirements, 'requirements', side)],
  ['technical-condition', (side) => numbered(side.regulation.technicalConditions, 'technicalConditions', side)],
  ['form-field', (side) => numbered(side.regulation.formFields, 'formFields', side)],
  [
    'legend',
    (side) =>
      (side.regulation.legend ?? []).map(({ symbol, text: meaning }, index) => ({
        label: words(meaning, side) || symbol,
        pointer: ['legend', index],
        words: words(meaning, side),
        id: symbol,
        fields: { kind: plainSaid(symbol), text: textSaid(meaning, side) },
      })),
  ],
  [
    'question',
    (side) =>
      (side.regulation.questionnaire?.questions ?? []).map(({ id, n, text: own, options }, index) => ({
        ...named(words(own, side), `${n}. `),
        pointer: ['questionnaire', 'questions', index],
        words: words(own, side),
        id,
        fields: {
          number: plainSaid(n),
          text: textSaid(own, side),
          options: plainSaid(options.map((option) => `${option.n}) ${words(option.text, side) || '…'}`).join('; ')),
        },
      })),
  ],
];
