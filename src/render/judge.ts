import type { Geometry } from './geometry.ts';
import { costOf, linksOf } from './cost.ts';

/** Sheets of paper in millimetres, and what is left for a diagram under its heading (margins 20/15/15/15, heading 25). */
const sheets = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof sheets;
const margins = { long: 35, short: 30, heading: 25 } as const;
const millimetresPerPixel = 25.4 / 96;
/** Text smaller than this on A4 is not read; then a diagram is split, and where it cannot be, printed on A3. */
export const legible = 6.5;
/** 14 px of text, in points. */
const fullSize = 10.5;

/** The size of text in points when the drawing is fitted on the paper, lying or standing; never enlarged. */
export function textSizeOn(paper: Paper, { width, height }: Pick<Geometry, 'width' | 'height'>): number {
  const [short, long] = sheets[paper];
  const fit = (pageWidth: number, pageHeight: number): number =>
    Math.min(
      1,
      (pageWidth - margins.long) / (width * millimetresPerPixel),
      (pageHeight - margins.short - margins.heading) / (height * millimetresPerPixel),
    );
  return fullSize * Math.max(fit(short, long), fit(long, short));
}

/**
 * How bad a drawing is: arrows through boxes and titles, along each other and across, answers on boxes, and small text.
 * Only to compare drawings of the same picture.
 */
export function badnessOf(geometry: Geometry): number {
  const drawn = new Map(geometry.edges.map(({ id, points }) => [id, points]));
  const all = linksOf(geometry);
  const scene = { geometry, drawn, links: new Map(all.map((link) => [link.id, link])) };
  const arrows = all.reduce((sum, link) => sum + costOf(drawn.get(link.id) ?? [], link, scene, 0), 0);
  const size = textSizeOn('A4', geometry);
  return arrows * 0.2 + (fullSize - size) * 45 + (size < legible ? 150 : 0);
}
