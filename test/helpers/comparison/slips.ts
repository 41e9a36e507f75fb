import type { Regulation } from '../../../src/model/index.ts';
import { isRecord, leaves, type Path } from './leaves.ts';
import { marksOn } from './reading.ts';

/** A change of one thing in a regulation, of the kind that a slip of the hand makes. */
export interface Slip {
  readonly what: string;
  readonly changed: Regulation;
}

function valueAt(root: object, pointer: Path): unknown {
  let here: unknown = root;
  for (const key of pointer) here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  return here;
}

/** The same regulation with one value put in the place of another; `undefined` takes it away. */
function put(regulation: Regulation, pointer: Path, value: unknown): Regulation {
  const changed = structuredClone(regulation);
  const [parent, key] = [valueAt(changed, pointer.slice(0, -1)), pointer.at(-1) ?? ''];
  if (typeof parent !== 'object' || parent === null) throw new Error(pointer.join('/'));
  if (value !== undefined) Reflect.set(parent, key, value);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return changed;
}

/** Another word in the middle of a wording. */
function otherWord(text: string): string {
  const all = text.split(' ');
  all[Math.floor(all.length / 2)] = 'иначе';
  return all.join(' ');
}

/** «1,5» for «15» is another term, «4/5» for «45» another step. */
const signInNumber = /(?<=\d)[-–,./](?=\d)/u;

/** Lists whose entries each stand for something printed. */
const lists = new Set([
  'steps',
  'clauses',
  'chapters',
  'items',
  'more',
  'appendices',
  'tellings',
  'legend',
  'glossary',
  'formFields',
  'notes',
  'rows',
  'questions',
  'options',
  'requirements',
  'technicalConditions',
]);

function* everyRecord(
  value: unknown,
  pointer: Path = [],
): Generator<{ pointer: Path; value: Record<string, unknown> }> {
  if (Array.isArray(value))
    for (const [index, entry] of value.entries()) yield* everyRecord(entry, [...pointer, index]);
  if (!isRecord(value)) return;
  yield { pointer, value };
  for (const [key, entry] of Object.entries(value)) if (key !== 'marks') yield* everyRecord(entry, [...pointer, key]);
}

/** A drawing is recognised too badly to be held against its lines, a lost column has no cells: neither can be compared. */
function isComparable({ tellings }: Regulation, [root, index, part, item]: Path): boolean {
  const telling = root === 'tellings' ? tellings[Number(index)] : undefined;
  const cells = part === 'items' ? telling?.items[Number(item)] : undefined;
  const isLost = cells !== undefined && Object.entries(cells).every(([key, cell]) => key === 'step' || cell === null);
  return telling?.kind !== 'drawing' && !isLost;
}

/** A wrong word, a missing entry, another unit, term, number, step to go to; two cells changed for one another. */
export function* slipsOf(regulation: Regulation): Generator<Slip> {
  const slip = (what: string, pointer: Path, value: unknown): Slip => ({
    what: `${what} /${pointer.join('/')}`,
    changed: put(regulation, pointer, value),
  });
  for (const { pointer, text } of leaves(regulation))
    if (isComparable(regulation, pointer)) {
      if (/\p{L}{3}/u.test(text)) yield slip('word', pointer, otherWord(text));
      if (signInNumber.test(text)) yield slip('sign', pointer, text.replace(signInNumber, ''));
      if (text === '-') yield slip('dash', pointer, undefined);
    }
  for (const { pointer, value } of everyRecord(regulation)) {
    if (!isComparable(regulation, pointer)) continue;
    const list = pointer.at(-2);
    if (typeof list === 'string' && lists.has(list)) yield slip('entry', pointer, undefined);
    for (const key of ['n', 'number', 'listed'])
      if (typeof value[key] === 'string' && pointer.length > 0)
        yield slip('number', [...pointer, key], `${value[key]}9`);
    if (typeof value['raw'] === 'string' && typeof value['amount'] === 'number') {
      yield slip('amount', [...pointer, 'amount'], value['amount'] + 1);
      yield slip('unit', [...pointer, 'unit'], value['unit'] === 'day' ? 'hour' : 'day');
      yield slip('bound', [...pointer, 'bound'], value['bound'] === 'exact' ? 'at-most' : 'exact');
      if (value['dayKind'] === 'working') yield slip('kind of day', [...pointer, 'dayKind'], 'calendar');
    }
  }
  yield* slipsOfSteps(regulation, slip);
  yield* slipsOfTables(regulation);
}

function* slipsOfSteps(
  regulation: Regulation,
  slip: (what: string, pointer: Path, value: unknown) => Slip,
): Generator<Slip> {
  const others = regulation.participants.map(({ id }) => id);
  for (const [name, flow] of Object.entries(regulation.process)) {
    for (const [index, step] of (flow?.steps ?? []).entries()) {
      const at = ['process', name, 'steps', index];
      const [actor] = step.actors;
      const other = others.find((id) => id !== actor && !step.actors.includes(id));
      if (actor !== undefined && other !== undefined && !isOwned(regulation, [...at, 'actors']))
        yield slip('actor', [...at, 'actors', 0], other);
      const away = flow?.steps.findLast(({ id }) => id !== step.id && id !== step.next?.[0]?.to)?.id;
      if (step.next?.length === 1 && away !== undefined && !isOwned(regulation, [...at, 'next']))
        yield slip('next', [...at, 'next', 0, 'to'], away);
    }
  }
}

/** What a mark says is inferred or lost cannot be held against the text. */
const isOwned = (regulation: Regulation, place: Path): boolean =>
  marksOn(regulation).some(
    ({ kind, at }) =>
      (kind === 'inferred' || kind === 'lost') &&
      at.split('/').length > 3 &&
      `${place.join('/')}/`.startsWith(`${at}/`),
  );

const cells = ['actor', 'text', 'result', 'term', 'next'] as const;

/** A cell forgotten; two cells changed for one another, of neighbours in a row and of one column. */
function* slipsOfTables(regulation: Regulation): Generator<Slip> {
  for (const [index, { kind, items }] of regulation.tellings.entries()) {
    if (kind !== 'table') continue;
    for (const at of items.keys()) {
      const place = ['tellings', index, 'items', at];
      for (const [order, field] of cells.entries()) {
        const own = items[at]?.[field];
        if (typeof own !== 'string') continue;
        const forgotten = put(regulation, [...place, field], undefined);
        yield { what: `cell forgotten /${[...place, field].join('/')}`, changed: forgotten };
        const below = cells[order + 1] ?? 'number';
        for (const other of [
          ['tellings', index, 'items', at - 1, field],
          [...place, below],
        ]) {
          const two = valueAt(regulation, other);
          if (typeof two !== 'string' || own === two) continue;
          const changed = put(put(regulation, [...place, field], two), other, own);
          yield { what: `cells changed /${[...place, field].join('/')} /${other.join('/')}`, changed };
        }
      }
    }
  }
}
