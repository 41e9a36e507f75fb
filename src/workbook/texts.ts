import type { Words } from '../survey/names.ts';

/** Reads a word by its key; a key that the table lacks is our fault, not the user's. */
export function wordsOf(table: ReadonlyMap<string, string>): Words {
  return (key, args = {}) => {
    const text = table.get(key);
    if (text === undefined) throw new Error(`templates/report/texts.yaml has no «${key}»`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  };
}
