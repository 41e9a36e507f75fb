import {
  anyWording,
  resolveMark,
  type Mark,
  type Regulation,
  type Step,
  type Telling,
} from '../../../src/model/index.ts';
import { squeezed } from './signs.ts';

/** Counting in the data of a regulation what signs.ts counts in its text. */

export const isCondition = ({ id }: Pick<Step, 'id'>): boolean => id.startsWith('c');
const isClause = ({ kind }: Telling): boolean => kind === 'clause' || kind === 'repeated-clause';
export const stepsOf = ({ process }: Regulation): Step[] => Object.values(process).flatMap((flow) => flow?.steps ?? []);

/** Places of the clauses at which steps without a word before their number are told. */
export function listedTold({ process, tellings }: Regulation): number {
  const clauses = tellings.filter(isClause);
  const internal = new Set(clauses.filter(({ flow }) => flow === 'internal').map(({ place }) => place));
  const places = clauses.flatMap(({ flow, place, items }) =>
    items.flatMap(({ step: id, src }) => {
      const step = process[flow]?.steps.find((one) => one.id === id);
      return internal.has(place) && src && step && !step.word ? [`${place}:${src[0]}`] : [];
    }),
  );
  return new Set(places).size;
}

/** The words of the data that tell terms, each as often as the act tells it. */
export function* toldTerms(regulation: Regulation): Generator<string> {
  const { lang, clauses, tellings, process } = regulation;
  const say = (text: Parameters<typeof anyWording>[0]): string => anyWording(text, lang, lang) ?? '';
  for (const { text, items = [], more = [] } of clauses)
    yield [text, ...[...items, ...more].map((one) => one.text)].map(say).join(' ');
  const inTable = new Set(
    tellings.flatMap(({ kind, flow, items }) => (kind === 'table' ? items.map(({ step }) => `${flow} ${step}`) : [])),
  );
  for (const { kind, flow, items } of tellings) {
    const seen = new Set<string>();
    for (const { step: id, src, text, term: cell } of items) {
      if (kind === 'table') yield say(cell);
      if (kind === 'table' || kind === 'drawing') continue;
      const step = process[flow]?.steps.find((one) => one.id === id);
      if (!src || !step || kind === 'results') continue;
      const said = say(text === undefined ? step.text : text);
      const own = inTable.has(`${flow} ${id}`) ? [] : (step.terms ?? []).map(({ raw }) => raw ?? '');
      const notes = text === undefined ? (step.notes ?? []).map((note) => say(note.text)) : [];
      const all = [said, ...(cell === undefined ? own : [say(cell)]), ...notes];
      const isPart = (words: string): boolean =>
        all.some((one) => one !== words && squeezed(one).includes(squeezed(words)));
      for (const one of all.filter((words) => !isPart(words))) {
        // Steps of one paragraph share its words.
        if (seen.has(`${src[0]} ${one}`)) continue;
        seen.add(`${src[0]} ${one}`);
        yield one;
      }
    }
  }
}

/** Whether a mark says that something printed there could not be read: a scrap of a cut column. */
function isScrap(regulation: Regulation, pointer: readonly (string | number)[]): boolean {
  return (regulation.marks ?? []).some(({ at, kind, src, why }: Mark) => {
    const isRead = kind === 'unreadable' || (kind === 'lost' && why.includes('«'));
    const place = isRead && src ? resolveMark(at, regulation) : undefined;
    return place?.every((part, index) => pointer[index] === part) ?? false;
  });
}
const cellFields = ['number', 'actor', 'text', 'result', 'term', 'next'] as const;

export function cellsHeld(regulation: Regulation): number {
  return regulation.tellings.reduce((sum, { kind, items }, telling) => {
    if (kind !== 'table') return sum;
    const cells = items.flatMap((item, index) =>
      cellFields.filter(
        (field) =>
          typeof item[field] === 'string' ||
          (item[field] === null && isScrap(regulation, ['tellings', telling, 'items', index, field])),
      ),
    );
    return sum + cells.length;
  }, 0);
}
