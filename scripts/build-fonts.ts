/**
 * Makes assets/fonts from the full Tinos, and the colour profile assets/srgb.icc.z: run by hand when the set of characters or
 * the font changes (`node --experimental-strip-types scripts/build-fonts.ts`, Node 22; or `npx tsx`), and commit the result.
 * A reduced face costs a document 15 KB instead of 250, and because its widths, kerning, map to letters and deflated stream are files,
 * printing needs no font program at all.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import { getDefaultSRGBProfile } from 'pdf-lib';
import subsetFont from 'subset-font';
import { toUnicode } from '../src/pdf/to-unicode.ts';
import type { FaceMetrics } from '../src/text/metrics.ts';

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)).join('');

/**
 * Latin of Europe and of the neighbours (foreign partners), Cyrillic with the letters of Kazakh and of the peoples around,
 * Greek and small figures (names of chemicals), and the signs that office prose uses. Not the Latin ə of Azerbaijani: in Tinos it
 * is the glyph of the Kazakh ә, and text that is read back from a file could be only one of the two.
 */
const characters = [
  range(0x20, 0x7e),
  range(0xa0, 0xac), // without the soft hyphen: it is a place, not a letter
  range(0xae, 0x17f),
  range(0x400, 0x45f),
  'ǴǵȘșȚțẞʻʼ',
  range(0x391, 0x3a1),
  range(0x3a3, 0x3a9),
  range(0x3b1, 0x3c9),
  'ҐґҒғҚқҢңҮүҰұҺһӘәӨө',
  'ҔҕҖҗҘҙҠҡҪҫҲҳҶҷӁӂӢӣӮӯ',
  '⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⅓⅔←↑→↓↔',
  '‐‑–—‘’‚“”„†•…‰′″‹›₸₽€№™−≈≠≤≥√',
  '\u2009\u202f',
].join('');

const faces = [
  ['regular', '400Regular/Tinos_400Regular', 80],
  ['bold', '700Bold/Tinos_700Bold', 140],
  ['italic', '400Regular_Italic/Tinos_400Regular_Italic', 75],
  ['boldItalic', '700Bold_Italic/Tinos_700Bold_Italic', 130],
] as const;

function kerningOf(font: Font, shown: readonly string[]): FaceMetrics['kerning'] {
  const kerning: Record<string, [string, number[]]> = {};
  const advance = new Map(
    shown.map((character) => [character, font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth]),
  );
  const printed = shown.filter((character) => character.trim() !== '');
  for (const first of printed) {
    for (const second of printed) {
      const run = font.layout(first + second);
      const [placed] = run.positions;
      if (run.glyphs.length !== 2 || !placed) continue;
      const value = placed.xAdvance - (advance.get(first) ?? 0);
      if (value === 0) continue;
      const entry = (kerning[first] ??= ['', []]);
      entry[0] += second;
      entry[1].push(value);
    }
  }
  return kerning;
}

const isFont = (parsed: ReturnType<typeof create>): parsed is Font => 'layout' in parsed;

function parse(bytes: Buffer): Font {
  const parsed = create(bytes);
  if (!isFont(parsed)) throw new Error('a collection where one font is wanted');
  return parsed;
}

const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const target = join(import.meta.dirname, '..', 'assets', 'fonts');
mkdirSync(target, { recursive: true });
copyFileSync(join(source, 'LICENSE_FONT'), join(target, 'OFL.txt'));

for (const [face, file, stemV] of faces) {
  const bytes = readFileSync(join(source, `${file}.ttf`));
  const full = parse(bytes);
  const shown = [...new Set(characters)]
    .filter((character) => full.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    .sort();
  const lost = [...new Set(characters)].filter((character) => !shown.includes(character));
  if (lost.length > 0) throw new Error(`${file} lacks ${lost.join(' ')}`);
  const reduced = await subsetFont(bytes, shown.join(''), {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['GPOS', 'GSUB', 'GDEF', 'gasp'],
    preserveNameIds: [],
  });
  const font = parse(reduced);
  const glyphs = shown.map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  const twins = glyphs.filter(
    (glyph, at) => shown[at]?.trim() !== '' && glyphs.findIndex(({ id }) => id === glyph.id) < at,
  );
  if (twins.length > 0)
    throw new Error(`${file} shows two letters by one glyph: ${twins.map(({ id }) => id).join(' ')}`);
  const metrics: FaceMetrics & { readonly length: number } = {
    name: full.postscriptName,
    unitsPerEm: font.unitsPerEm,
    ascent: full.ascent,
    descent: full.descent,
    capHeight: full.capHeight,
    italicAngle: Math.round(full.italicAngle * 100) / 100,
    box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
    stemV,
    characters: shown.join(''),
    glyphs: glyphs.map((glyph) => glyph.id),
    advances: glyphs.map((glyph) => glyph.advanceWidth),
    kerning: kerningOf(full, shown),
    length: reduced.length,
  };
  writeFileSync(join(target, `${face}.json`), `${JSON.stringify(metrics)}\n`);
  writeFileSync(join(target, `${face}.ttf.z`), deflateSync(reduced, { level: 9 }));
  writeFileSync(
    join(target, `${face}.cmap.z`),
    deflateSync(toUnicode(metrics.characters, metrics.glyphs), { level: 9 }),
  );
  console.log(face, shown.length, 'characters,', reduced.length, 'bytes');
}
writeFileSync('assets/srgb.icc.z', deflateSync(getDefaultSRGBProfile()));
