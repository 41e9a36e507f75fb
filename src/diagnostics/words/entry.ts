import type { Severity } from '../diagnostic.ts';

export interface Wording {
  /** What is wrong; names in braces are the arguments. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** One code: how grave it is and how it is said. The placeholders of all three languages are the same. */
export interface Entry {
  readonly severity: Severity;
  readonly en: Wording;
  readonly ru: Wording;
  readonly kk: Wording;
}

/** Keeps the literal types of the wordings (the arguments are read from them) while checking the shape. */
export const entries = <const T extends Record<string, Entry>>(table: T): T => table;
