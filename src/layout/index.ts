export type * from './block.ts';
export type * from './page.ts';
export { layOut } from './lay-out.ts';
export { code128Modules, qrModules, type Modules } from './barcode.ts';
export { stacked } from './stack.ts';
