import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import { changesPicture, mermaidOf, type Was } from '../diagram/index.ts';
import type { Difference } from '../diff/index.ts';
import { flowNames, type FlowName, type LoadedRegulation } from '../model/index.ts';
import type { PictureFormat } from '../render/index.ts';
import { writeAtomic } from '../store/index.ts';
import { makingOf } from './diagram-texts.ts';
import type { ComparedRegulation } from './diff.ts';
import { drawAll, type ToDraw } from './pictures.ts';

export type DiffPictureFormat = PictureFormat;

export interface DiffPictures {
  readonly findings: readonly Diagnostic[];
  readonly written: readonly string[];
}

/** What a changed step was, for its box. */
function wasOf({ changes, moved }: Difference): Was {
  const before = (name: 'number' | 'term' | 'actor'): { [K in typeof name]?: string } => {
    const change = changes.find(({ field }) => field === name);
    return change ? { [name]: change.before ?? '…' } : {};
  };
  return { ...before('number'), ...before('term'), ...before('actor'), ...(moved ? { moved } : {}) };
}

/** The id of the step that a pointer into the process names. */
const stepAt = ({ regulation }: LoadedRegulation, flow: FlowName, pointer: Difference['after']): string =>
  regulation.process[flow]?.steps[Number(pointer?.pointer.at(-1))]?.id ?? '';

/** The drawings of the flows of a regulation in which something changed. */
function textsOf(
  root: string,
  { now: named, diff, sides }: ComparedRegulation,
): { findings: readonly Diagnostic[]; texts: ToDraw[] } {
  const { old, now } = sides;
  if (!old || !now || !named) return { findings: [], texts: [] };
  const making = makingOf(root, now);
  if (!making.ok) return { findings: making.findings, texts: [] };
  const { words } = making.value;
  const texts = flowNames.flatMap((flow): ToDraw[] => {
    const own = diff.differences.filter((one) => one.flow === flow && one.part === 'step');
    const pairs = diff.steps[flow] ?? [];
    if (own.length === 0) return [];
    const [before, after] = [old.regulation.process[flow]?.steps, now.regulation.process[flow]?.steps];
    const picture = changesPicture(
      {
        flow,
        title: words.views[flow === 'internal' ? 'block-scheme' : flow],
        old: old.regulation,
        now: now.regulation,
        steps: new Map(pairs.map((pair) => [before?.[pair.old]?.id ?? '', after?.[pair.now]?.id ?? ''])),
        participants: diff.participants,
        changed: new Map(
          own.filter(({ kind }) => kind === 'changed').map((one) => [stepAt(now, flow, one.after), wasOf(one)]),
        ),
      },
      words,
    );
    return [{ name: `${named.address}/${flow}`, source: mermaidOf(picture) }];
  });
  return { findings: making.findings, texts };
}

/** Draws what changed in the processes of regulations, one picture per flow, as `<out>/<address>/<flow>.<format>`. */
export async function diffPictures(
  root: string,
  regulations: readonly ComparedRegulation[],
  formats: readonly PictureFormat[],
  out: string,
): Promise<DiffPictures> {
  const made = regulations.map((one) => textsOf(root, one));
  const findings = made.flatMap((one) => one.findings);
  const written: string[] = [];
  const drawn = await drawAll(
    made.flatMap(({ texts }) => texts),
    formats,
    ({ name }, format, bytes) => {
      const done = writeAtomic(join(out, `${name}.${format}`), bytes);
      findings.push(...done.findings);
      if (done.ok) written.push(done.value);
    },
  );
  return { findings: [...findings, ...drawn], written: written.sort() };
}
