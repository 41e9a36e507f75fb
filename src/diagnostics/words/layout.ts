import { entries } from './entry.ts';

export const layout = entries({});
