import { inflateSync } from 'node:zlib';
import { strFromU8, strToU8 } from 'fflate';
import { readAsset } from '../store/index.ts';
import { font } from './styles.ts';

const face = (name: string): Buffer => inflateSync(readAsset(`fonts/${name}.ttf.z`));

/**
 * Our faces under the name of the type that acts are set in, whose widths they have: where the machine lacks it (LibreOffice
 * on a server), lines and pages still end where they end in print. A machine that has it uses its own.
 */
export const embeddedFonts = () => [
  {
    name: font,
    data: face('regular'),
    bold: face('bold'),
    italic: face('italic'),
    boldItalic: face('boldItalic'),
  },
];

/** The key that hides the first 32 bytes of a font, as bytes in the order in which they are applied (ECMA-376 part 4, 17.8.1). */
const keyBytes = (key: string): number[] =>
  (key.replace(/[^0-9a-f]/gi, '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse();

/** A key for the Nth font of a document: the library takes one by chance. */
const keyOf = (index: number): string => `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;

/** The parts of a packed document with fonts hidden by keys that are the same in every run. */
export function rekeyed(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const settled = { ...files };
  let index = 0;
  const table = strFromU8(files['word/fontTable.xml'] ?? new Uint8Array()).replace(
    /(w:fontKey="\{?)([0-9A-Fa-f-]{36})/g,
    (_, before: string, chance: string) => {
      const name = `word/fonts/font${index + 1}.odttf`;
      const [old, fixed] = [keyBytes(chance), keyBytes(keyOf(index))];
      settled[name] = (files[name] ?? new Uint8Array()).map((byte, at) =>
        at < 32 ? byte ^ (old[at % 16] ?? 0) ^ (fixed[at % 16] ?? 0) : byte,
      );
      index += 1;
      return before + keyOf(index - 1);
    },
  );
  return { ...settled, 'word/fontTable.xml': strToU8(table) };
}
