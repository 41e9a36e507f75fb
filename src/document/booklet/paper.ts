import type { PageFormat } from '../../layout/index.ts';

const margins = { top: 20, right: 15, bottom: 15, left: 20 } as const;
/** What the number of the page takes from the foot of a page, with the space above it. */
const footer = 9;
/** Left free at the foot of a page, so that a line more in another program pushes nothing off it. */
export const slack = 4;
const sizes = { A4: [210, 297], A3: [297, 420] } as const;
/** Diagrams are drawn with letters of this size in points; smaller than the second they are hard to read on paper. */
const fullSizePt = 10.5;
const readablePt = 6.5;

export const format = (size: keyof typeof sizes, orientation: PageFormat['orientation']): PageFormat => ({
  size,
  orientation,
  margins,
});
export const upright = format('A4', 'portrait');
export const lying = format('A4', 'landscape');

/** Millimetres between the margins of a page. */
export function roomOf({ size, orientation }: PageFormat): { width: number; height: number } {
  const [short, long] = size === 'A3' ? sizes.A3 : sizes.A4;
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom - footer };
}

/** Lengths in millimetres. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Fit {
  readonly page: PageFormat;
  /** At most 1: drawings are never enlarged. */
  readonly scale: number;
}

/** The scale of a drawing on a page of which `taken` millimetres are used above it. */
export function scaleOn(page: PageFormat, drawing: Size, taken: number): number {
  const room = roomOf(page);
  return Math.min(1, room.width / drawing.width, (room.height - taken - slack) / drawing.height);
}

/**
 * The page for a drawing: the A4 that shows it larger where its letters are readable there, else the better A3;
 * `paper` is the methodologist's choice. `taken` says what stands above it on such a page.
 */
export function pageFor(drawing: Size, taken: (page: PageFormat) => number, paper?: 'A4' | 'A3'): Fit {
  const best = (size: 'A4' | 'A3'): Fit => {
    const fits = [format(size, 'portrait'), format(size, 'landscape')].map((page) => ({
      page,
      scale: scaleOn(page, drawing, taken(page)),
    }));
    return fits.reduce((one, other) => (other.scale > one.scale + 0.001 ? other : one));
  };
  if (paper) return best(paper);
  const small = best('A4');
  return small.scale * fullSizePt >= readablePt ? small : best('A3');
}
