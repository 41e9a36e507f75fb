import { unfilledIn } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** What a skeleton left to be filled in is filled in. */
export const placeholderLeft: Rule = {
  act: ({ tree }) => unfilledIn(tree),
  regulation: ({ tree }) => unfilledIn(tree),
};
