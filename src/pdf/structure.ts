import type { Layout, Tag } from '../layout/index.ts';
import type { BoundingBox } from './content.ts';
import { number, textString } from './encode.ts';
import type { Objects } from './objects.ts';

/** The content of a page as far as the reading order needs it. */
export interface MarkedPage {
  readonly id: number;
  readonly marked: readonly number[];
  readonly boxes: ReadonlyMap<number, BoundingBox>;
}

/** A field to fill in: the object of its annotation, and its number in the tree of parents. */
export interface Widget {
  readonly id: number;
  readonly page: number;
  readonly tag: number;
  readonly structParent: number;
}

type Kid =
  | { readonly tag: number }
  | { readonly page: number; readonly mark: number }
  | { readonly page: number; readonly widget: number };

/** A tag that shows nothing and holds nothing is left out, except cells: an empty cell is still a cell. */
function shown(tags: readonly Tag[], kids: readonly Kid[][]): boolean[] {
  const keeps = tags.map(() => false);
  // A child stands after its parent, so from the end on the children are known.
  for (let index = tags.length - 1; index >= 0; index--) {
    const own = kids[index] ?? [];
    const isCell = tags[index]?.role === 'TD' || tags[index]?.role === 'TH';
    keeps[index] = isCell || own.some((kid) => !('tag' in kid) || keeps[kid.tag] === true);
  }
  return keeps;
}

function kidsOf(layout: Layout, pages: readonly MarkedPage[], widgets: readonly Widget[]): Kid[][] {
  const kids: Kid[][] = layout.tags.map(() => []);
  layout.tags.forEach((tag, index) => {
    if (tag.parent !== null && tag.role !== 'Span') kids[tag.parent]?.push({ tag: index });
  });
  pages.forEach((page, pageIndex) => {
    page.marked.forEach((tag, mark) => {
      // A span stands between the words of its paragraph: where it first shows, there it is read.
      const { role, parent } = layout.tags[tag] ?? {};
      if (role === 'Span' && parent !== null && parent !== undefined && kids[tag]?.length === 0)
        kids[parent]?.push({ tag });
      kids[tag]?.push({ page: pageIndex, mark });
    });
  });
  for (const { tag, page, id } of widgets) kids[tag]?.push({ page, widget: id });
  return kids;
}

function attributesOf(tag: Tag, index: number, pages: readonly MarkedPage[]): string {
  if (tag.role === 'L') return `/A << /O /List /ListNumbering /${tag.ordered ? 'Decimal' : 'Disc'} >>`;
  if (tag.role === 'Figure') {
    const box = pages.find(({ boxes }) => boxes.has(index))?.boxes.get(index);
    if (!box) return '';
    return `/A << /O /Layout /Placement /Block /BBox [${[box.left, box.bottom, box.right, box.top].map(number).join(' ')}] >>`;
  }
  const table = [
    tag.scope && `/Scope /${tag.scope}`,
    tag.colspan && `/ColSpan ${tag.colspan}`,
    tag.rowspan && `/RowSpan ${tag.rowspan}`,
    tag.role === 'Table' && tag.alt && `/Summary ${textString(tag.alt)}`,
  ].filter(Boolean);
  return table.length > 0 ? `/A << /O /Table ${table.join(' ')} >>` : '';
}

/** Writes the reading order; gives the number of its root. `pages` as they were numbered in `/StructParents`. */
export function writeStructure(
  layout: Layout,
  pages: readonly MarkedPage[],
  widgets: readonly Widget[],
  objects: Objects,
): number {
  const root = objects.reserve();
  const kids = kidsOf(layout, pages, widgets);
  const keeps = shown(layout.tags, kids);
  const ids = layout.tags.map((_, index) => (keeps[index] || index === 0 ? objects.reserve() : 0));
  layout.tags.forEach((tag, index) => {
    const id = ids[index];
    if (!id) return;
    const held = kids[index] ?? [];
    // Marks of one page are told by their number alone, the page once; that halves the size of the reading order.
    const first = held.find((kid) => 'page' in kid)?.page;
    const isOne = first !== undefined && held.every((kid) => !('page' in kid) || kid.page === first);
    const only = isOne ? (pages[first]?.id ?? 0) : undefined;
    const own = held.flatMap((kid) => {
      if ('tag' in kid) return keeps[kid.tag] ? [`${ids[kid.tag] ?? 0} 0 R`] : [];
      if ('widget' in kid) return [`<</Type/OBJR/Obj ${kid.widget} 0 R/Pg ${pages[kid.page]?.id ?? 0} 0 R>>`];
      return [
        only === undefined ? `<</Type/MCR/Pg ${pages[kid.page]?.id ?? 0} 0 R/MCID ${kid.mark}>>` : String(kid.mark),
      ];
    });
    const parts = [
      `/S/${tag.role}/P ${tag.parent === null ? root : (ids[tag.parent] ?? root)} 0 R`,
      tag.lang ? `/Lang (${tag.lang})` : '',
      tag.alt !== undefined && tag.role === 'Figure' ? `/Alt ${textString(tag.alt)}` : '',
      attributesOf(tag, index, pages),
      only === undefined ? '' : `/Pg ${only} 0 R`,
      `/K${own.length === 1 && only !== undefined ? ` ${own[0] ?? ''}` : `[${own.join(' ')}]`}`,
    ];
    objects.fill(id, `<<${parts.join('')}>>`);
  });
  const parents = pages.map(
    (page, index) => `${index} [${page.marked.map((tag) => `${ids[tag] ?? 0} 0 R`).join(' ')}]`,
  );
  for (const { structParent, tag } of widgets) parents.push(`${structParent} ${ids[tag] ?? 0} 0 R`);
  const parentTree = objects.add(`<< /Nums [${parents.join(' ')}] >>`);
  objects.fill(
    root,
    `<< /Type /StructTreeRoot /K [${ids[0] ?? 0} 0 R] /ParentTree ${parentTree} 0 R /ParentTreeNextKey ${pages.length + widgets.length} >>`,
  );
  return root;
}
