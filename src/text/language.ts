/** The two languages of the documents. */
export type Language = 'kk' | 'ru';

export const noBreak = '\u00A0';
