import { entries } from './entry.ts';

export const document = entries({});
