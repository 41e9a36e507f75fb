import { diagnostic } from '../../diagnostics/index.ts';
import { placeIn, type Rule } from '../rule.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const holdsOurs = (value: unknown): boolean =>
  isRecord(value) && (value['origin'] === 'ours' || Object.values(value).some(holdsOurs));

/** A file with wordings that are ours is named, since nobody has reviewed them; without their number, so that the files of an act are one finding. */
export const wordingOurs: Rule = {
  *regulation(subject) {
    if (holdsOurs(subject.tree.data)) yield diagnostic('wording-ours', {}, placeIn(subject));
  },
};
