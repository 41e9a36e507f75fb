import * as z from 'zod';
import type { Language } from './text.ts';

/** Words of what is made, in both languages: key: [ru, kk, other words by which a person may call the same …]. */
export const WordTable = z.record(z.string(), z.array(z.string()).min(2));
export type WordTable = z.infer<typeof WordTable>;

export class Words {
  readonly texts: WordTable;

  constructor(texts: WordTable) {
    this.texts = texts;
  }

  has(key: string): boolean {
    return this.texts[key] !== undefined;
  }

  /** The word to show; its key where there is none, which tests forbid. */
  say(key: string, language: Language, args: Readonly<Record<string, string | number>> = {}): string {
    const text = this.texts[key]?.[language === 'ru' ? 0 : 1] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  }

  /** Every word by which a thing is called, its own name with them. */
  all(key: string): readonly string[] {
    return [key.slice(key.indexOf(':') + 1), ...(this.texts[key] ?? [])];
  }
}
