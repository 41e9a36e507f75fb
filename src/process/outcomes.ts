import type { DocumentKind, Regulation, Telling } from '../model/index.ts';
import { resolveMark } from '../model/index.ts';

/** A place of the act that tells what a service ends in, and whether it tells of one kind of document. */
export interface OutcomeTelling {
  readonly place: string;
  readonly tells: boolean;
}

/** Whether the source lost something of a telling: what is not there cannot contradict. */
function isDamaged(regulation: Regulation, index: number): boolean {
  return (regulation.marks ?? []).some(({ at, kind }) => {
    const [first, second] = resolveMark(at, regulation) ?? [];
    return (kind === 'lost' || kind === 'unreadable') && first === 'tellings' && second === index;
  });
}

/** The ids of the steps, by flow, that issue a document of the kind. */
function makersOf(regulation: Regulation, ids: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(regulation.process).map(([name, flow]) => [
      name,
      new Set(flow.steps.filter(({ outcome }) => outcome?.some((id) => ids.has(id))).map(({ id }) => id)),
    ]),
  );
}

/** The tellings that go through a flow from its start to its ends; a clause may tell a part of it. */
const whole: readonly Telling['kind'][] = ['repeated-clause', 'table', 'drawing'];

const holdsOne = (telling: Telling, steps: ReadonlySet<string>): boolean =>
  telling.items.some(({ step }) => step !== null && steps.has(step));

/**
 * Where a regulation tells of a kind of result or refusal and where it could and does not: the clause on results, the
 * process, each table and drawing of a flow that issues it. Papers on the way are told by the process alone.
 */
export function outcomeTellings(regulation: Regulation, kind: DocumentKind): OutcomeTelling[] {
  const { results, refusals, tellings } = regulation;
  const list = results.some(({ kinds }) => kinds.includes(kind)) ? results : refusals;
  const ids = new Set(list.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id));
  if (ids.size === 0) return [];
  const makers = makersOf(regulation, ids);
  const isMade = [...makers.values()].some((steps) => steps.size > 0);
  const found: OutcomeTelling[] = [];
  const clause = results[0]?.place;
  // The clause on results speaks of refusal as such; which refusal it is, the steps say.
  const announced = list === refusals ? refusals : list.filter(({ id }) => ids.has(id));
  if (clause !== undefined) found.push({ place: clause, tells: announced.some(({ place }) => place === clause) });
  for (const { place } of list.filter(({ id }) => ids.has(id)))
    if (place !== clause) found.push({ place, tells: true });
  if (!isMade) found.push({ place: Object.values(regulation.process)[0]?.clause ?? '', tells: false });
  for (const [index, telling] of tellings.entries()) {
    const steps = makers.get(telling.flow);
    const isWhole = whole.includes(telling.kind) && telling.variant === undefined;
    if (!steps || steps.size === 0 || !isWhole || isDamaged(regulation, index)) continue;
    found.push({ place: telling.place, tells: holdsOne(telling, steps) });
  }
  return found;
}
