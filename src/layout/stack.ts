import type { Item, Layout, Page } from './page.ts';
import { moved } from './strip.ts';

/**
 * Every two pages as the halves of one of twice the height, `pitch` points apart: slips that are printed together and
 * cut. An odd last page stands alone in the upper half.
 */
export function stacked(layout: Layout, pitch: number, height: number): Layout {
  const down = (page: number): number => (page % 2) * pitch;
  const pages = layout.pages.reduce<Page[]>((sheets, page, index) => {
    const items = page.items.map((item) => moved(item, 0, down(index)));
    const upper = index % 2 === 1 ? sheets.pop() : undefined;
    const [y, x2] = [height / 2, page.width];
    const cut: Item = { kind: 'rule', x1: 0, x2, y1: y, y2: y, thickness: 0.4, dash: [3, 4] };
    sheets.push({ width: page.width, height, items: [...(upper ? [...upper.items, cut] : []), ...items] });
    return sheets;
  }, []);
  const placed = <T extends { readonly page: number; readonly y: number }>(one: T): T => ({
    ...one,
    page: Math.floor(one.page / 2),
    y: one.y + down(one.page),
  });
  return { ...layout, pages, outline: layout.outline.map(placed), anchors: layout.anchors.map(placed) };
}
