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

const made = new WeakMap<Font, string>();

/** The widths are equal in every document: made once a process. */
function widthsOf(font: Font): string {
  const known = made.get(font) ?? widths(font);
  made.set(font, known);
  return known;
}

const fixedSerif = 4 | 2;
const italicFlag = 64;

/** Writes a face into the file; gives the number of its object. */
export function embedFace(font: Font, program: FontProgram, objects: Objects): number {
  const { metrics } = font;
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
      ` /FontDescriptor ${descriptor} 0 R /DW 0 /W ${widthsOf(font)} /CIDToGIDMap /Identity >>`,
  );
  const unicode = objects.stream('/Filter /FlateDecode', program.toUnicode);
  return objects.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
}
