/** The four faces of the one family that everything is printed in. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** What setting type needs of a face, made once by scripts/build-fonts.ts. Lengths are units of the em square. */
export interface FaceMetrics {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly box: readonly [number, number, number, number];
  readonly stemV: number;
  /** Every character of the face, one UTF-16 unit each; `glyphs` and `advances` run beside it. */
  readonly characters: string;
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** First character -> the characters that are kerned after it, and by how much. */
  readonly kerning: Readonly<Record<string, readonly [seconds: string, values: readonly number[]]>>;
}

/** One character of a face: its glyph, its advance and what stands differently after it. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly kerning: ReadonlyMap<string, number> | undefined;
}

/** A face ready for measuring. */
export interface Font {
  readonly metrics: FaceMetrics;
  readonly glyphs: ReadonlyMap<string, Glyph>;
  /** Widths of words already measured, in ems; cleared when full, so that a long batch does not grow. */
  readonly widths: Map<string, number>;
  /** Texts known to be wholly within the face; cleared likewise. */
  readonly whole: Set<string>;
}

export type FontSet = Readonly<Record<Face, Font>>;

const cachedWords = 20_000;
const none: readonly string[] = [];

/** A face with its characters looked up by name instead of by place. */
export function fontOf(metrics: FaceMetrics): Font {
  const glyphs = new Map<string, Glyph>();
  [...metrics.characters].forEach((character, index) => {
    const pairs = metrics.kerning[character];
    const kerning = pairs && new Map([...pairs[0]].map((second, place) => [second, pairs[1][place] ?? 0]));
    glyphs.set(character, { id: metrics.glyphs[index] ?? 0, advance: metrics.advances[index] ?? 0, kerning });
  });
  return { metrics, glyphs, widths: new Map(), whole: new Set() };
}

/** The width of a text in ems (times the size: points), kerned. A character that the face lacks has no width: ask `missing` first. */
export function widthOf(font: Font, text: string): number {
  const known = font.widths.get(text);
  if (known !== undefined) return known;
  let units = 0;
  let before: Glyph | undefined;
  for (const character of text) {
    const glyph = font.glyphs.get(character);
    units += (glyph?.advance ?? 0) + (before?.kerning?.get(character) ?? 0);
    before = glyph;
  }
  const width = units / font.metrics.unitsPerEm;
  if (font.widths.size >= cachedWords) font.widths.clear();
  font.widths.set(text, width);
  return width;
}

/** The characters of a text that the face cannot show, each once, in order. A text once found whole is not looked at again. */
export function missing(font: Font, text: string): readonly string[] {
  if (font.whole.has(text)) return none;
  const lacking = new Set<string>();
  for (const character of text) if (!font.glyphs.has(character)) lacking.add(character);
  if (lacking.size > 0) return [...lacking];
  if (font.whole.size >= cachedWords) font.whole.clear();
  font.whole.add(text);
  return none;
}
