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

/** What only the table tells goes into the steps: terms, results, actors that the clause left open, steps on lost pages. */
function enrich(item: Item, built: BuiltFlow, flow: FlowName, maker: Maker): void {
  const { context } = maker;
  let draft = built.drafts.find((one) => numberOf(one) === Number(item.number));
  if (!draft) {
    if (words(item.text) === undefined || !/^\d+$/.test(item.number ?? '')) return;
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
    for (const item of telling.items) enrich(item, built, flow, maker);
    const items = telling.items.map((item) => {
      const draft = drafts.find((one) => numberOf(one) === Number(item.number));
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
