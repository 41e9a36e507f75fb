export { checkLibrary, rules } from './check.ts';
export { placeIn, type Rule } from './rule.ts';
export { mendSpacing } from './rules/letters.ts';
