import {
  anyWording,
  resolveMark,
  type FlowName,
  type Regulation,
  type Step,
  type Telling,
  type TellingItem,
  type Text,
} from '../model/index.ts';
import { bare, typographic } from '../text/index.ts';
import type { ClauseMaking, DerivedItem, DerivedPart } from './clause.ts';

/** Words of the act or of ours: null where the source lost them. */
type Said = string | null;

/** One thing in which a clause of the act is not what follows from the process. */
export type ClauseDifference =
  | { readonly kind: 'missing'; readonly label: string; readonly derived: string }
  | { readonly kind: 'extra'; readonly label: string; readonly act: Said; readonly why?: string }
  | { readonly kind: 'order'; readonly act: string; readonly derived: string }
  | { readonly kind: 'unsaid'; readonly label: string; readonly derived: string }
  | {
      readonly kind: 'number' | 'text' | 'term';
      readonly label: string;
      readonly act: Said;
      readonly derived: Said;
      readonly why?: string;
    };

interface Compared {
  readonly item: TellingItem;
  readonly derived: DerivedItem;
  readonly at: string;
}

/** Why a place of the act is marked: the drafters' mistake, or what the source lost. */
function reasons(regulation: Regulation): (place: string) => { why?: string } {
  const marks = (regulation.marks ?? []).flatMap(({ at, kind, why }) => {
    const pointer = kind === 'drafter-error' || kind === 'lost' ? resolveMark(at, regulation) : undefined;
    return pointer ? [{ place: pointer.join('/'), why }] : [];
  });
  return (place) => {
    const mark = marks.find((one) => one.place === place) ?? marks.find((one) => place.startsWith(`${one.place}/`));
    return mark ? { why: mark.why } : {};
  };
}

const said = (text: Text | null | undefined, { regulation }: ClauseMaking): Said =>
  text === null ? null : (anyWording(text, regulation.lang, regulation.lang) ?? '');

const isSame = (one: Said, other: Said): boolean =>
  one === null || other === null ? one === other : typographic(one) === typographic(other);

/** The term of a step: as the act's clause gives it, or that it gives none. */
function termDifference(
  { item, derived }: Compared,
  step: Step | undefined,
  why: { why?: string },
  making: ClauseMaking,
): ClauseDifference[] {
  const { regulation, says } = making;
  const read = [...new Set((step?.terms ?? []).map(({ raw }) => raw))];
  const whole = read.every((raw) => raw === null) ? null : read.map((raw) => raw ?? '…').join('; ');
  const { label } = derived;
  if (item.term !== undefined) {
    const act = said(item.term, making);
    return isSame(act, whole) ? [] : [{ kind: 'term', label, act, derived: whole, ...why }];
  }
  const text = anyWording(item.text ?? step?.text, regulation.lang, regulation.lang) ?? '';
  const unsaid = read.filter(
    (raw) =>
      raw !== null &&
      derived.terms.includes(raw) &&
      !bare(text).includes(bare(raw)) &&
      item.src !== undefined &&
      says?.(item.src, raw) === false,
  );
  return unsaid.length > 0 ? [{ kind: 'unsaid', label, derived: unsaid.join('; ') }] : [];
}

const stepOf = (id: string, flow: FlowName, { regulation }: ClauseMaking): Step | undefined =>
  regulation.process[flow]?.steps.find((step) => step.id === id);

function itemDifferences({ item, derived, at }: Compared, telling: Telling, making: ClauseMaking): ClauseDifference[] {
  const step = stepOf(derived.step, telling.flow, making);
  const why = reasons(making.regulation);
  const { label } = derived;
  const found: ClauseDifference[] = [];
  if (item.number !== undefined && item.number !== (step?.number ?? null))
    found.push({ kind: 'number', label, act: item.number, derived: step?.number ?? null, ...why(`${at}/number`) });
  const [act, read] = [said(item.text, making), said(step?.text, making)];
  if (item.text !== undefined && !isSame(act, read))
    found.push({ kind: 'text', label, act, derived: read, ...why(`${at}/text`) });
  return [...found, ...termDifference({ item, derived, at }, step, why(`${at}/term`), making)];
}

/** The steps that the act tells in another order than they follow one another. */
function orderDifference(derived: readonly DerivedItem[], told: readonly DerivedItem[]): ClauseDifference[] {
  const common = derived.filter((item) => told.includes(item));
  if (common.every((item, index) => item === told[index])) return [];
  const labels = (items: readonly DerivedItem[]): string => items.map(({ label }) => label).join(', ');
  return [{ kind: 'order', act: labels(told), derived: labels(common) }];
}

/**
 * What a clause of the act says otherwise than the process, item by item: steps that it lacks or adds, their order, their
 * numbers, words and terms. Undefined where the data hold no clause of the act to compare with.
 */
export function clauseDifferences(part: DerivedPart, making: ClauseMaking): ClauseDifference[] | undefined {
  const { telling, items } = part;
  if (!telling) return undefined;
  const { regulation } = making;
  const base = `tellings/${regulation.tellings.indexOf(telling)}/items`;
  const why = reasons(regulation);
  const compared: Compared[] = [];
  const extra: ClauseDifference[] = [];
  for (const [index, item] of telling.items.entries()) {
    const derived = items.find(({ step }) => step === item.step);
    const at = `${base}/${index}`;
    if (part.omitted.some(({ step }) => step === item.step)) continue;
    if (derived && !compared.some((one) => one.derived === derived)) compared.push({ item, derived, at });
    else
      extra.push({ kind: 'extra', label: item.number ?? `№ ${index + 1}`, act: said(item.text, making), ...why(at) });
  }
  const told = compared.map(({ derived }) => derived);
  const missing = items
    .filter((item) => !told.includes(item))
    .map((item): ClauseDifference => ({ kind: 'missing', label: item.label, derived: item.lines[0] ?? '' }));
  return [
    ...missing,
    ...extra,
    ...orderDifference(items, told),
    ...compared.flatMap((one) => itemDifferences(one, telling, making)),
  ];
}
