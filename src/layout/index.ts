export type * from './block.ts';
export type * from './page.ts';
