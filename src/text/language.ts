export type { Language } from '../model/text.ts';

export const noBreak = '\u00A0';
