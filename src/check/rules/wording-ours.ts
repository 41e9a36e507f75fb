import { diagnostic } from '../../diagnostics/index.ts';
import { placeIn, type Rule } from '../rule.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function count(value: unknown): number {
  if (!isRecord(value)) return 0;
  return (
    (value['origin'] === 'ours' ? 1 : 0) + Object.values(value).reduce<number>((sum, entry) => sum + count(entry), 0)
  );
}

/** Wordings that are ours are counted: nobody has reviewed them. */
export const wordingOurs: Rule = {
  *regulation(subject) {
    const ours = count(subject.tree.data);
    if (ours > 0) yield diagnostic('wording-ours', { count: ours }, placeIn(subject));
  },
};
