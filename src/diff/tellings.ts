import { flowNames, type FlowName, type Telling, type TellingItem } from '../model/index.ts';
import { typographic } from '../text/index.ts';
import type { Listed, Repeated, Said } from './list.ts';
import { brief, placeLabel, plainSaid, said, stepAt, stepLabel, textSaid, words, type Side } from './side.ts';

const cellFields = ['number', 'actor', 'text', 'result', 'term', 'next'] as const;

/** The step that a table tells, as the new regulation calls it. */
type StepName = (flow: FlowName, id: string) => string;

const nameOf = (item: TellingItem, index: number, flow: FlowName, stepName: StepName): string =>
  item.step === null ? `${flow} ${index + 1}` : stepName(flow, item.step);

const isTable = ({ kind }: Telling): boolean => kind === 'table';

/** What one side has to know of both: the steps that the tables of the other side tell, and those that both processes have. */
export interface Known {
  readonly told: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
}

const toldIn = ({ regulation }: Side, stepName: StepName): Set<string> =>
  new Set(
    regulation.tellings
      .filter(isTable)
      .flatMap(({ flow, items }) => items.map((item, index) => nameOf(item, index, flow, stepName))),
  );

const stepsIn = ({ regulation }: Side, stepName: StepName): string[] =>
  flowNames.flatMap((flow) => (regulation.process[flow]?.steps ?? []).map(({ id }) => stepName(flow, id)));

/** What each side has to know; `names` are those of its own steps. */
export function knownBetween(
  [old, now]: readonly [Side, Side],
  [oldName, nowName]: readonly [StepName, StepName],
): readonly [Known, Known] {
  const there = new Set(stepsIn(now, nowName));
  const shared = new Set(stepsIn(old, oldName).filter((name) => there.has(name)));
  return [
    { told: toldIn(now, nowName), shared },
    { told: toldIn(old, oldName), shared },
  ];
}

/** The cells of one step; all in one where the tables of the other side do not tell this step. */
function cellsOf(
  item: TellingItem,
  name: string,
  label: string,
  isTold: boolean,
  telling: Telling,
  side: Side,
): Repeated[] {
  const named = cellFields.flatMap((field) => {
    const cell = item[field];
    const row = words(telling.rows?.find((one) => one.field === field)?.label, side) || field;
    return cell === undefined ? [] : [{ id: field, row: brief(row, 40), shown: said(cell, side) }];
  });
  const others = (item.cells ?? []).map((cell, place) => ({
    id: String(place),
    row: String(place + 1),
    shown: said(cell, side),
  }));
  const cells = [...named, ...others];
  if (isTold)
    return cells.map(({ id, row, shown }) => ({
      field: 'cell',
      where: `${name}\n${id}`,
      label: `${label}, ${row}`,
      shown,
    }));
  if (cells.length === 0) return [];
  const whole = cells.map(({ shown }) => shown ?? '…').join(' | ');
  return [{ field: 'cell', where: name, label, shown: cells.every(({ shown }) => shown === null) ? null : whole }];
}

/** The steps that a telling goes through, of those that both processes have: what is new or gone is said of the steps. */
function orderOf(telling: Telling, side: Side, stepName: StepName, { shared }: Known): Said {
  const through = telling.items.flatMap(({ step: id }, index) => {
    const step = id === null ? undefined : stepAt(side.regulation, telling.flow, id);
    const name = id === null ? `- ${index + 1}` : stepName(telling.flow, id);
    return step && !shared.has(name) ? [] : [{ name, label: step ? stepLabel(step, side) : (id ?? '—') }];
  });
  const shown = through.map(({ label }) => label).join(', ');
  const manner = telling.enumerated ? '1) …' : '';
  return {
    shown,
    key: [manner, ...through.map(({ name }) => name)].join(),
    detail: [shown, manner].filter(Boolean).join('; '),
  };
}

function listed(telling: Telling, index: number, side: Side, stepName: StepName, known: Known): Listed {
  const title = words(telling.title, side);
  const rows = (telling.rows ?? []).map(({ label }) => words(label, side) || '…').join(' | ');
  const { kind, flow, variant, place, orientation, parts, lanes } = telling;
  const variantName = side.regulation.process[flow]?.variants?.find(({ id }) => id === variant)?.name;
  return {
    label: title || placeLabel(place, side),
    pointer: ['tellings', index],
    words: `${title || place} ${rows}`,
    id: telling.id,
    sort: flow,
    fields: {
      kind: plainSaid(kind),
      title: textSaid(telling.title, side),
      place: plainSaid(place),
      variant: plainSaid(variant && (words(variantName, side) || variant)),
      orientation: plainSaid(orientation),
      rows: {
        shown: rows === '' ? undefined : rows,
        key: (telling.rows ?? []).map(({ field, label }) => `${field} ${typographic(words(label, side))}`).join('\n'),
        detail: (telling.rows ?? []).map(({ field, label }) => `${words(label, side)} (${field})`).join(' | '),
      },
      parts: plainSaid(parts?.join(' + ')),
      lanes: plainSaid(lanes?.map((lane) => words(lane, side)).join(', ')),
      order: orderOf(telling, side, stepName, known),
    },
    more: telling.items.flatMap((item, at) => {
      const step = item.step === null ? undefined : stepAt(side.regulation, flow, item.step);
      const name = nameOf(item, at, flow, stepName);
      const isTold = isTable(telling) ? known.told.has(name) : known.shared.has(name);
      return cellsOf(item, name, step ? stepLabel(step, side) : String(at + 1), isTold, telling, side);
    }),
  };
}

/** The places of the act that tell the process: its tables with rows and cells, or its clauses and drawings. */
export const tellingsOf = (side: Side, stepName: StepName, known: Known, tables: boolean): Listed[] =>
  side.regulation.tellings.flatMap((telling, index) =>
    isTable(telling) === tables ? [listed(telling, index, side, stepName, known)] : [],
  );
