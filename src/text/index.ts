export {
  formatDate,
  formatDateTime,
  formatInstant,
  formatShortDate,
  formatTime,
  instantOf,
  offsetOn,
  type DateForm,
} from './dates.ts';
export { checkDigit, isBin, isIin } from '../model/identifiers.ts';
export { fill } from './fill.ts';
export { noBreak, type Language } from './language.ts';
export { bare, likeness, stem, stems, tokens } from './likeness.ts';
export { fullName, initials, initialsOf, type PersonName } from './names.ts';
export { numberFromWords } from './number-words.ts';
export { formatMoney, formatNumber, numberInWords } from './numbers.ts';
export { russianForm, type RussianForms } from './plural.ts';
export { formatTerm, parseTerm, type ParsedTerm } from './terms.ts';
export { typographic, wordDiff, type WordRun } from './word-diff.ts';
