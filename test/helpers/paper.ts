import { join } from 'node:path';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import type { Item, Page, PathStep } from '../../src/layout/index.ts';
import { packageFolder } from '../../src/store/index.ts';

/** Numbers 0..1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const face = (name: string) =>
  fontkit.openSync(join(packageFolder('@expo-google-fonts/tinos') ?? '', name, `Tinos_${name}.ttf`));
const fonts = {
  regular: face('400Regular'),
  bold: face('700Bold'),
  italic: face('400Regular_Italic'),
  boldItalic: face('700Bold_Italic'),
};

const glyphs = new Map<string, { path: string; advance: number }>();
function glyph(name: keyof typeof fonts, letter: string) {
  const key = name + letter;
  const known = glyphs.get(key);
  if (known) return known;
  const font = fonts[name];
  if (!('glyphForCodePoint' in font)) throw new Error('a collection of faces');
  const made = font.glyphForCodePoint(letter.codePointAt(0) ?? 32);
  const drawn = { path: made.path.toSVG(), advance: made.advanceWidth / font.unitsPerEm };
  glyphs.set(key, drawn);
  return drawn;
}

const pathOf = (steps: readonly PathStep[]): string =>
  steps.map(([kind, ...numbers]) => `${kind}${numbers.join(' ')}`).join('');

function drawn(item: Item): string {
  if (item.kind === 'rule')
    return `<path d="M${item.x1} ${item.y1}L${item.x2} ${item.y2}" stroke="#000" stroke-width="${item.thickness}"/>`;
  if (item.kind === 'path') {
    const paint = item.paint === 'fill' ? 'fill="#000"' : `fill="none" stroke="#000" stroke-width="${item.thickness}"`;
    return `<path transform="translate(${item.x} ${item.y})" d="${pathOf(item.steps)}" ${paint}/>`;
  }
  if (item.kind === 'modules') {
    let d = '';
    for (let at = 0; at + 3 < item.dark.length; at += 4) {
      const [x = 0, y = 0, w = 0, h = 0] = item.dark.slice(at, at + 4);
      d += `M${x} ${y}h${w}v${h}h${-w}z`;
    }
    return `<path transform="translate(${item.x} ${item.y}) scale(${item.moduleWidth} ${item.moduleHeight})" d="${d}"/>`;
  }
  if (item.kind !== 'line') return '';
  return item.runs
    .map((run) => {
      let x = run.x;
      return [...run.text]
        .map((letter) => {
          const { path, advance } = glyph(run.face, letter);
          const scale = run.size / 2048;
          const placed = `<path transform="translate(${x} ${item.y}) scale(${scale} ${-scale})" d="${path}"/>`;
          x += advance * run.size + (letter === ' ' ? run.stretch : 0);
          return placed;
        })
        .join('');
    })
    .join('');
}

/** A page of the page model as a drawing, with strokes of a pen over it; lengths are points. */
export const svgOf = (page: Page, pen = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}"><rect width="100%" height="100%" fill="#fff"/>${page.items.map(drawn).join('')}${pen}</svg>`;

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

export async function rasterOf(svg: string, dpi: number): Promise<Raster> {
  const { data, info } = await sharp(Buffer.from(svg), { density: dpi })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: new Uint8Array(data) };
}
