import { z } from 'zod';
import type { Language } from '../model/text.ts';

/** Words of tables (`templates/table/texts.yaml`): key: [ru, kk, other words by which a person may call it …]. */
export const TableTexts = z.record(z.string(), z.array(z.string()).min(2));
export type TableTexts = z.infer<typeof TableTexts>;

/** Letters, digits and what joins them; case, marks of what is required, spaces and «ё» make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00A0*]+/g, ' ')
    .replace(/ё/g, 'е')
    .trim();

/** The words of tables in both languages. */
export class TableWords {
  private readonly texts: TableTexts;

  constructor(texts: TableTexts) {
    this.texts = texts;
  }

  has(key: string): boolean {
    return this.texts[key] !== undefined;
  }

  /** The word to show; its key where there is none, which a test forbids for every column. */
  say(key: string, language: Language, args: Readonly<Record<string, string | number>> = {}): string {
    const text = this.texts[key]?.[language === 'ru' ? 0 : 1] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  }

  /** Every word by which a thing is called, its own name with them. */
  all(key: string): readonly string[] {
    return [key.slice(key.indexOf(':') + 1), ...(this.texts[key] ?? [])];
  }
}
