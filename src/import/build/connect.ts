import type { Flow, FlowName, Next, Step } from '../../model/index.ts';
import { refusalWords } from '../words/papers.ts';
import { mark, type Context } from './context.ts';
import { isCondition, stepOf, type Draft } from './steps.ts';

export interface Endings {
  /** Ids of the results and refusals that the last step hands out. */
  readonly results: readonly string[];
  /** The refusal that a step of refusal inside an internal flow hands out. */
  readonly refusal: string | undefined;
}

const isRefusal = (draft: Draft | undefined): boolean =>
  draft !== undefined && !isCondition(draft) && refusalWords.test(draft.text.slice(0, 400));
const isIncomplete = (draft: Draft): boolean => /не\s?полн|толық\s+емес/iu.test(draft.text);

/** Where a step stands in the list. */
interface Place {
  readonly drafts: readonly Draft[];
  readonly index: number;
  readonly flow: FlowName;
  readonly endings: Endings;
  readonly context: Context;
}

/** Variants of one process share the list; the step that follows is the next one of the same variant. */
function following(drafts: readonly Draft[], index: number, count: number): (Draft | undefined)[] {
  const own = drafts[index]?.appliesTo;
  const fits = (draft: Draft): boolean =>
    !own || own.size === 0 || draft.appliesTo.size === 0 || [...own].some((variant) => draft.appliesTo.has(variant));
  const found: Draft[] = [];
  for (let at = index + 1; at < drafts.length && found.length < count; at += 1) {
    const draft = drafts[at];
    if (draft && fits(draft)) found.push(draft);
  }
  return found;
}

function ofCondition({ drafts, index, flow, context }: Place): Pick<Step, 'next' | 'end'> {
  const [first, second] = following(drafts, index, 2);
  const at = `/process/${flow}/steps/${drafts[index]?.id ?? ''}/next`;
  if (!first) {
    mark(context, at.replace(/next$/, 'end'), 'inferred', context.why.order);
    return { end: 'stop' };
  }
  const next: Next[] = isRefusal(first)
    ? [{ to: first.id, when: 'no' }, ...(second ? [{ to: second.id, when: 'yes' as const }] : [])]
    : [{ to: first.id }];
  mark(context, at, 'inferred', isRefusal(first) ? context.why.branch : context.why.branchUnknown);
  return { next };
}

function ofProcess({ drafts, index, flow, endings, context }: Place): Pick<Step, 'next' | 'end' | 'outcome'> {
  const draft = drafts[index];
  const [next] = following(drafts, index, 1);
  const before = drafts[index - 1];
  const afterBranch = before !== undefined && isCondition(before);
  if (draft && isRefusal(draft) && (afterBranch || (next !== undefined && isIncomplete(draft)))) {
    mark(context, `/process/${flow}/steps/${draft.id}/end`, 'inferred', context.why.order);
    if (flow !== 'internal' || endings.refusal === undefined) return { end: 'error' };
    return { end: 'refusal', outcome: [endings.refusal] };
  }
  if (next) return { next: [{ to: next.id }] };
  mark(context, `/process/${flow}/steps/${draft?.id ?? ''}/end`, 'inferred', context.why.order);
  return { end: 'result', ...(endings.results.length > 0 ? { outcome: [...endings.results] } : {}) };
}

/** Connects the steps of a flow in the order of the text: after a condition the refusal is «no», the step behind it «yes». */
export function connect(drafts: readonly Draft[], flow: FlowName, endings: Endings, context: Context): Flow['steps'] {
  return drafts.map((draft, index) => {
    const here: Place = { drafts, index, flow, endings, context };
    if (!draft.sure && draft.actors.length > 0)
      mark(context, `/process/${flow}/steps/${draft.id}/actors`, 'inferred', context.why.actor);
    return stepOf(draft, isCondition(draft) ? ofCondition(here) : ofProcess(here));
  });
}
