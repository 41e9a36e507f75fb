export { align, type Pair } from './align.ts';
export { diffActs, samePlaces } from './act.ts';
export { mirrored, type Change, type Difference, type Field, type Part, type Thing } from './difference.ts';
export { diffRegulations, type RegulationDiff } from './regulation.ts';
export { diffText } from './text.ts';
export { lines as diffLines } from './words.ts';
