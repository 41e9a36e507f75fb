const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/**
 * The map from the glyphs of a face back to letters, by which a reader searches and copies (ISO 32000-1, 9.10.3); the n-th of the
 * characters is shown by the n-th glyph.
 */
export function toUnicode(characters: string, glyphs: readonly number[]): string {
  // Where two letters share a glyph (the space and the space that does not break), the first is the plain one.
  const letters = new Map<number, string>();
  for (const [index, id] of glyphs.entries()) if (!letters.has(id)) letters.set(id, characters.charAt(index));
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
