import { entries } from './entry.ts';

export const survey = entries({});
