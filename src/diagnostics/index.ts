export * from './diagnostic.ts';
export { nearest, distance } from './nearest.ts';
export { words } from './words/index.ts';
export { formatText, formatJson, formatGithub, formatPlace, wordingOf, type Locale, type Locate } from './format.ts';
export { codePointOf, visible } from './visible.ts';
