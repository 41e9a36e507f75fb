import { entries } from './entry.ts';

export const diagram = entries({});
