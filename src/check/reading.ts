import type { Pointer } from '../diagnostics/index.ts';
import {
  anyWording,
  originOf,
  resolveMark,
  type Flow,
  type FlowName,
  type LoadedRegulation,
  type Mark,
  type Participant,
  type Regulation,
  type Step,
  type Telling,
  type TellingItem,
  type Text,
} from '../model/index.ts';
import { bare } from '../text/index.ts';

/** The flows of a regulation with their names, in the order of the file. */
export function flowsOf(regulation: Regulation): { name: FlowName; flow: Flow }[] {
  return Object.entries(regulation.process).flatMap(([name, flow]) => (flow ? [{ name: name as FlowName, flow }] : []));
}

/** The words of a text in the language of the regulation; empty where they are lost or not given. */
export const wordsOf = (text: Text | null | undefined, regulation: Regulation): string =>
  anyWording(text, regulation.lang, regulation.lang) ?? '';

/** The place of a text as a reader names it: the place of a telling, the name of a flow, else the field. */
export function placeName({ regulation }: LoadedRegulation, [field, key]: Pointer): string {
  if (field === 'tellings' && typeof key === 'number') return regulation.tellings[key]?.place ?? field;
  if (field === 'process') return String(key);
  return [field, key].filter((part) => typeof part === 'string').join(' ');
}

/** Steps and conditions, told apart by their ids. */
export const isCondition = (step: Pick<Step, 'id'>): boolean => step.id.startsWith('c');
export const isProcedure = (step: Pick<Step, 'id'>): boolean => step.id.startsWith('p');

/** An item of a telling with the step that it tells. */
export interface ToldItem {
  readonly item: TellingItem;
  readonly index: number;
  readonly step: Step | undefined;
}

export function itemsOf(regulation: Regulation, telling: Telling): ToldItem[] {
  const steps = regulation.process[telling.flow]?.steps ?? [];
  return telling.items.map((item, index) => ({ item, index, step: steps.find(({ id }) => id === item.step) }));
}

export const participantOf = (regulation: Regulation, id: string | undefined): Participant | undefined =>
  regulation.participants.find((participant) => participant.id === id);

const startsWith = (pointer: Pointer, prefix: Pointer): boolean =>
  prefix.every((part, index) => pointer[index] === part);

const resolved = new WeakMap<Regulation, readonly { readonly mark: Mark; readonly at: Pointer }[]>();
/** The marks of a regulation with the pointers that they name; found once. */
function resolvedMarks(regulation: Regulation): readonly { readonly mark: Mark; readonly at: Pointer }[] {
  const known = resolved.get(regulation);
  if (known) return known;
  const found = (regulation.marks ?? []).flatMap((mark) => {
    const at = resolveMark(mark.at, regulation);
    return at ? [{ mark, at }] : [];
  });
  resolved.set(regulation, found);
  return found;
}

/** The marks of some kinds that stand at a pointer, above it or (with `below`) under it. */
export const marksAt = (
  { regulation }: LoadedRegulation,
  pointer: Pointer,
  kinds: readonly Mark['kind'][],
  below = false,
): Mark[] =>
  resolvedMarks(regulation)
    .filter(
      ({ mark, at }) => kinds.includes(mark.kind) && (startsWith(pointer, at) || (below && startsWith(at, pointer))),
    )
    .map(({ mark }) => mark);

/** The places that the source lost. */
export const lostPlaces = ({ regulation }: LoadedRegulation): Pointer[] =>
  resolvedMarks(regulation).flatMap(({ mark, at }) => (mark.kind === 'lost' ? [at] : []));

/** Damage of the source, which is not the drafters' fault. */
export const isDamaged = (subject: LoadedRegulation, pointer: Pointer, below = false): boolean =>
  marksAt(subject, pointer, ['lost', 'unreadable'], below).length > 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const notWords = new Set([
  'id',
  'src',
  'marks',
  'n',
  'number',
  'kind',
  'lang',
  'why',
  'at',
  'url',
  'listed',
  'unit',
  'bound',
  'dayKind',
]);

/** Every text of the act in a regulation with its pointer; wordings that are not the act's are left out. */
export function* textsOf(
  value: unknown,
  pointer: (string | number)[] = [],
): Generator<{ pointer: Pointer; text: string }> {
  if (typeof value === 'string') yield { pointer, text: value };
  else if (Array.isArray(value))
    for (const [index, entry] of value.entries()) yield* textsOf(entry, [...pointer, index]);
  else if (isRecord(value) && value['origin'] !== 'ours' && value['origin'] !== 'other-act')
    for (const [key, entry] of Object.entries(value)) if (!notWords.has(key)) yield* textsOf(entry, [...pointer, key]);
}

export const isOurs = (text: Text | null | undefined): boolean =>
  text !== null && text !== undefined && originOf(text) === 'ours';

/** A text cut for a message. */
export const brief = (text: string, length = 80): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

/** The first place where two texts differ, as the differing words of each with one word before. */
export function difference(a: string, b: string): { left: string; right: string } {
  const [left, right] = [a.split(/\s+/), b.split(/\s+/)];
  let start = 0;
  while (start < left.length && start < right.length && bare(left[start] ?? '') === bare(right[start] ?? '')) start++;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    bare(left.at(-1 - end) ?? '') === bare(right.at(-1 - end) ?? '')
  )
    end++;
  const cut = (words: string[]): string =>
    brief(words.slice(Math.max(0, start - 1), words.length - end + (end > 0 ? 1 : 0)).join(' '));
  return { left: cut(left), right: cut(right) };
}
