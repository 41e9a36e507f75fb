export { checkLibrary, rules } from './check.ts';
export { placeIn, type Rule } from './rule.ts';
