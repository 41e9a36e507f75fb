import type { FlowName, Telling } from '../../model/index.ts';
import type { TableTelling } from './appendices.ts';
import { mark } from './context.ts';
import type { BuiltFlow } from './flows.ts';
import type { Draft, Maker } from './steps.ts';
import { termsOfCell } from './terms.ts';

type Item = Telling['items'][number];
const words = (value: Item['text']): string | undefined =>
  typeof value === 'string' && value !== '-' ? value : undefined;
const numberOf = (draft: Draft): number => (draft.id.startsWith('p') ? Number.parseInt(draft.id.slice(1), 10) : NaN);

function draftOf(item: Item, maker: Maker): Draft {
  const actor = words(item.actor);
  const id = actor === undefined ? undefined : maker.participants.ofCell(actor);
  return {
    id: `p${item.number ?? '0'}`,
    ...(typeof item.number === 'string' ? { number: item.number } : {}),
    text: words(item.text) ?? words(item.result) ?? '…',
    terms: [],
    actors: id === undefined ? [] : [id],
    sure: true,
    notes: [],
    appliesTo: new Set(),
    src: item.src ?? [1, 1],
  };
}

const STEM = 5;
const stemsOf = (text: string): string[] => [
  ...new Set([...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([found]) => found.slice(0, STEM))),
];
/** Which share of the words of a cell stands in a step, 0 to 1, endings set aside. */
function shareIn(cell: readonly string[], step: string): number {
  const known = new Set(stemsOf(step));
  return cell.length === 0 ? 0 : cell.filter((stem) => known.has(stem)).length / cell.length;
}

/**
 * Whether the numbers of a table are those of the steps. A table that counts actions of its own says elsewhere what stands under
 * its numbers; then it tells nothing of the steps, and its terms stay in the table.
 */
function isOfSteps(items: readonly Item[], drafts: readonly Draft[]): boolean {
  const told = items.flatMap((item) => {
    const cell = stemsOf(words(item.text) ?? '');
    const own = drafts.find((one) => numberOf(one) === Number(item.number));
    if (cell.length === 0 || !own) return [];
    const here = shareIn(cell, own.text);
    return [here === 0 || drafts.some((one) => one !== own && shareIn(cell, one.text) >= here + 1 / 2)];
  });
  return told.length < MANY || told.filter((isElsewhere) => isElsewhere).length * 3 < told.length;
}
const MANY = 3;

/** Steps that the clause gives no numbers are those of a table that has as many. */
const stepsOf = (items: readonly Item[], drafts: readonly Draft[]): readonly Draft[] =>
  drafts.some((one) => !Number.isNaN(numberOf(one))) || drafts.length !== items.length ? [] : drafts;

/** What only the table tells goes into the steps: terms, results, actors that the clause left open, steps on lost pages. */
function enrich(
  item: Item,
  known: Draft | undefined,
  built: BuiltFlow,
  flow: FlowName,
  maker: Maker,
): Draft | undefined {
  const { context } = maker;
  let draft = known;
  if (!draft) {
    if (words(item.text) === undefined || !/^\d+$/.test(item.number ?? '')) return undefined;
    draft = draftOf(item, maker);
    const at = built.drafts.findIndex((one) => numberOf(one) > Number(item.number));
    built.drafts.splice(at < 0 ? built.drafts.length : at, 0, draft);
    mark(context, `/process/${flow}/steps/${draft.id}`, 'inferred', context.why.table, draft.src);
  }
  const term = words(item.term);
  if (draft.terms.length === 0 && term !== undefined)
    draft.terms.push(...termsOfCell(term, context.lang, maker.whenOf));
  const result = words(item.result);
  if (draft.result === undefined && result !== undefined) draft.result = result;
  const actor = words(item.actor);
  if (draft.actors.length === 0 && actor !== undefined) {
    const id = maker.participants.ofCell(actor);
    if (id !== undefined) draft.actors.push(id);
  }
  return draft;
}

/** The tellings of the tables, tied to the steps of their flows; a flow that only a table tells is made from it. */
export function fromTables(tables: readonly TableTelling[], flows: Map<FlowName, BuiltFlow>, maker: Maker): Telling[] {
  return tables.map(({ telling }) => {
    const { flow } = telling;
    let built = flows.get(flow);
    if (!built) {
      built = {
        drafts: [],
        variants: [],
        tellings: [],
        described: { flow, place: telling.place, title: undefined, entries: [] },
      };
      flows.set(flow, built);
    }
    const { drafts } = built;
    const inOrder = stepsOf(telling.items, drafts);
    const tells = isOfSteps(telling.items, drafts);
    if (!tells) mark(maker.context, `/tellings/${telling.id}`, 'inferred', maker.context.why.ownCount, telling.src);
    const items = telling.items.map((item, index) => {
      const known = inOrder[index] ?? drafts.find((one) => numberOf(one) === Number(item.number));
      const draft = tells ? enrich(item, known, built, flow, maker) : known;
      return { ...item, step: draft?.id ?? null };
    });
    for (const item of items)
      for (const one of maker.context.marks)
        if (
          item.step !== null &&
          one.at.startsWith(`/tellings/${telling.id}/items/p${item.number ?? ''}`) &&
          item.step !== `p${item.number ?? ''}`
        )
          one.at = one.at.replace(`/items/p${item.number ?? ''}`, `/items/${item.step}`);
    return { ...telling, items };
  });
}
