import { deflateSync } from 'node:zlib';
import type { Font } from '../text/metrics.ts';
import type { FontProgram } from './fonts.ts';
import type { Objects } from './objects.ts';

const em = (font: Font, units: number): number => Math.round((units * 1000) / font.metrics.unitsPerEm);

/** Widths by glyph number, in thousandths of an em. */
function widths(font: Font): string {
  const byGlyph = new Map([...font.glyphs.values()].map((glyph) => [glyph.id, em(font, glyph.advance)]));
  const last = Math.max(...byGlyph.keys());
  return `[0 [${Array.from({ length: last + 1 }, (_, id) => byGlyph.get(id) ?? 0).join(' ')}]]`;
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** The map from glyphs back to letters, by which a reader searches and copies. */
function toUnicode(font: Font): string {
  // Where two letters share a glyph (the space and the space that does not break), the first is the plain one.
  const letters = new Map<number, string>();
  for (const [character, { id }] of font.glyphs) if (!letters.has(id)) letters.set(id, character);
  const pairs = [...letters].sort(([one], [other]) => one - other);
  const blocks: string[] = [];
  for (let first = 0; first < pairs.length; first += 100) {
    const part = pairs.slice(first, first + 100);
    blocks.push(
      `${part.length} beginbfchar\n${part.map(([id, character]) => `<${hex(id)}> <${hex(character.charCodeAt(0))}>`).join('\n')}\nendbfchar`,
    );
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

interface Constants {
  readonly widths: string;
  readonly toUnicode: Uint8Array;
}

const made = new WeakMap<Font, Constants>();

/** What is equal in every document, made once a process. */
function constantsOf(font: Font): Constants {
  const known = made.get(font);
  if (known) return known;
  const constants = { widths: widths(font), toUnicode: deflateSync(Buffer.from(toUnicode(font), 'latin1')) };
  made.set(font, constants);
  return constants;
}

const fixedSerif = 4 | 2;
const italicFlag = 64;

/** Writes a face into the file; gives the number of its object. */
export function embedFace(font: Font, program: FontProgram, objects: Objects): number {
  const { metrics } = font;
  const constants = constantsOf(font);
  const name = `RGLMNT+${metrics.name}`;
  const file = objects.stream(`/Length1 ${program.length} /Filter /FlateDecode`, program.deflated);
  const flags = metrics.italicAngle === 0 ? fixedSerif : fixedSerif | italicFlag;
  const descriptor = objects.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${flags} /FontBBox [${metrics.box.map((units) => em(font, units)).join(' ')}]` +
      ` /ItalicAngle ${metrics.italicAngle} /Ascent ${em(font, metrics.ascent)} /Descent ${em(font, metrics.descent)}` +
      ` /CapHeight ${em(font, metrics.capHeight)} /StemV ${metrics.stemV} /FontFile2 ${file} 0 R >>`,
  );
  const descendant = objects.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>` +
      ` /FontDescriptor ${descriptor} 0 R /DW 0 /W ${constants.widths} /CIDToGIDMap /Identity >>`,
  );
  const unicode = objects.stream('/Filter /FlateDecode', constants.toUnicode);
  return objects.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
}
