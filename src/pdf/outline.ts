import { number, textString } from './encode.ts';
import type { Objects } from './objects.ts';

/** A bookmark: `y` in the coordinates of PDF, `page` the number of the page's object. */
export interface Bookmark {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  readonly y: number;
}

interface Branch extends Bookmark {
  readonly id: number;
  readonly children: Branch[];
}

/** Bookmarks by their levels as a tree; a level that is skipped is taken as the next one. */
function treeOf(bookmarks: readonly Bookmark[], objects: Objects): Branch[] {
  const roots: Branch[] = [];
  const path: Branch[] = [];
  for (const bookmark of bookmarks) {
    while ((path.at(-1)?.level ?? 0) >= bookmark.level) path.pop();
    const branch: Branch = { ...bookmark, id: objects.reserve(), children: [] };
    (path.at(-1)?.children ?? roots).push(branch);
    path.push(branch);
  }
  return roots;
}

const sizeOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + sizeOf(branch.children), 0);

function links(branches: readonly Branch[]): string {
  const [first, last] = [branches[0], branches.at(-1)];
  return first && last ? `/First ${first.id} 0 R /Last ${last.id} 0 R /Count ${sizeOf(branches)}` : '';
}

function write(branches: readonly Branch[], parent: number, objects: Objects): void {
  branches.forEach((branch, index) => {
    const [before, after] = [branches[index - 1], branches[index + 1]];
    const parts = [
      `/Title ${textString(branch.title)} /Parent ${parent} 0 R /Dest [${branch.page} 0 R /XYZ null ${number(branch.y)} null]`,
      before ? `/Prev ${before.id} 0 R` : '',
      after ? `/Next ${after.id} 0 R` : '',
      links(branch.children),
    ];
    objects.fill(branch.id, `<< ${parts.filter((part) => part !== '').join(' ')} >>`);
    write(branch.children, branch.id, objects);
  });
}

/** Writes the bookmarks; gives the number of the outline, or nothing where there are none. */
export function writeOutline(bookmarks: readonly Bookmark[], objects: Objects): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = objects.reserve();
  const branches = treeOf(bookmarks, objects);
  write(branches, root, objects);
  objects.fill(root, `<< /Type /Outlines ${links(branches)} >>`);
  return root;
}
