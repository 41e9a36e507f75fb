import type { Step, Telling, TellingItem } from '../../../src/model/index.ts';
import type { Comparison } from './comparison.ts';
import { leaves, type Leaf } from './leaves.ts';
import { letters } from './ledger.ts';

/** Every wording of the data stands on the lines that it names. Cells of tables are compared column by column. */
export function compareWordings(comparison: Comparison): void {
  const { data, tellings, whole } = comparison;
  // Wordings that name no lines come last, the longest first: none may claim the place of another.
  const named = [...leaves(data)].filter(({ src }) => src !== undefined);
  const others = [...leaves(data)].filter(({ src }) => src === undefined).sort((a, b) => b.text.length - a.text.length);
  const all = [...named, ...others];
  for (const leaf of all) {
    const [root, index, part] = leaf.pointer;
    const isTable = root === 'tellings' && tellings[Number(index)]?.kind === 'table';
    if (isTable && (part === 'rows' || part === 'items')) continue;
    if (isToldOfStep(comparison, leaf) || comparison.stands(leaf.pointer, leaf.text, leaf.src ?? whole)) continue;
    comparison.misplaced(leaf.pointer, leaf.text, leaf.src);
  }
}

/** The term or result of a step may stand where a telling gives it: in the cell of a table, in a clause of results. */
function isToldOfStep(comparison: Comparison, { pointer, text }: Leaf): boolean {
  const [root, name, , index, field] = pointer;
  if (root !== 'process' || (field !== 'terms' && field !== 'result')) return false;
  const step = comparison.flow(name as Telling['flow'])?.steps[Number(index)];
  const told = comparison.tellings
    .filter(({ flow }) => flow === name)
    .flatMap(({ items }) => items.filter((item) => item.step === step?.id));
  return told.some((item) => {
    const cell = field === 'terms' ? item.term : item.result;
    if (typeof cell === 'string' && letters(cell).includes(letters(text))) return true;
    return item.src !== undefined && comparison.stands(pointer, text, item.src);
  });
}

/** A telling stores only what differs: what it leaves unsaid is as in the process, and stands so on its lines. */
export function compareTellings(comparison: Comparison): void {
  for (const [index, telling] of comparison.tellings.entries()) {
    if (telling.kind === 'table' || telling.kind === 'drawing') continue;
    for (const [place, item] of telling.items.entries()) {
      const step = comparison.stepOf(telling, item.step);
      if (step && item.src) compareItem(comparison, telling, [index, place], item, step);
    }
  }
}

function compareItem(
  comparison: Comparison,
  telling: Telling,
  [index, place]: [number, number],
  item: TellingItem,
  step: Step,
): void {
  const src = item.src ?? comparison.whole;
  const own = ['tellings', index, 'items', place];
  const at = ['process', telling.flow, 'steps', comparison.flow(telling.flow)?.steps.indexOf(step) ?? -1];
  const field = telling.kind === 'results' ? 'result' : 'text';
  const said = item[field] === undefined ? step[field] : undefined;
  if (
    typeof said === 'string' &&
    !comparison.ledger.claim(letters(said), src) &&
    !comparison.inPieces([own, [...at, field]], said, src)
  )
    comparison.misplaced(own, said, src);
  const notes = [...leaves(step.notes ?? [])].map(({ text }) => text);
  for (const note of notes) comparison.ledger.claim(letters(note), src);
  // A term of the step's own clause is the term of every clause that repeats it and gives no other.
  const clause = step.src ? comparison.ledger.text(step.src) : '';
  for (const { raw, when } of step.terms ?? []) {
    if (raw === null || comparison.ledger.claim(letters(raw), src) || telling.kind === 'results') continue;
    if (item.term === undefined && when === undefined && clause.includes(letters(raw)))
      comparison.misplaced(own, raw, src);
  }
}
