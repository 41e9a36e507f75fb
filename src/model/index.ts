export * from './text.ts';
export * from './term.ts';
export * from './kinds.ts';
export * from './process.ts';
export * from './regulation.ts';
export * from './act.ts';
export type { Library, LoadedAct, LoadedRegulation } from './library.ts';
export { readModel } from './read.ts';
export { resolveMark } from './pointer.ts';
