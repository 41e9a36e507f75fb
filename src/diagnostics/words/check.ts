import { entries } from './entry.ts';

export const check = entries({});
