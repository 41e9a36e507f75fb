import { deflateSync } from 'node:zlib';
import type { Layout } from '../layout/index.ts';
import { drawPage, fontName, type PageContent } from './content.ts';
import { number } from './encode.ts';
import { embedFace } from './faces.ts';
import type { Fonts } from './fonts.ts';
import { writeForm, type Form } from './form.ts';
import type { Objects } from './objects.ts';

/** Level 2 takes a third of the time of level 6 and makes files a hundredth larger: most of a file are its fonts. */
export const packed = (text: string): Uint8Array => deflateSync(Buffer.from(text, 'latin1'), { level: 2 });

export interface DrawnPage {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly content: PageContent;
}

const references = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');

/** The numbers of the figures of a page. Drawings are taken out of other files, which only they need a reader for. */
async function figuresOf({ figures }: PageContent, objects: Objects): Promise<readonly number[]> {
  if (figures.length === 0) return [];
  const { embedFigure } = await import('./figures.ts');
  const ids: number[] = [];
  for (const figure of figures) ids.push(await embedFigure(figure, objects));
  return ids;
}

export interface WrittenPages {
  readonly drawn: readonly DrawnPage[];
  /** The number of the tree of the pages. */
  readonly tree: number;
  readonly form?: Form;
}

/**
 * Pages with their fonts and figures; gives what was drawn, for the reading order, and the fields, if any: of the named
 * places the one in which the file is signed, or those to fill in as well.
 */
export async function writePages(
  layout: Layout,
  fonts: Fonts,
  fields: 'signature' | 'all',
  objects: Objects,
): Promise<WrittenPages> {
  const roles = layout.tags.map((tag) => tag.role);
  const drawn = layout.pages.map((page): DrawnPage => ({
    id: objects.reserve(),
    width: page.width,
    height: page.height,
    content: drawPage(page, fonts.set, roles),
  }));
  const anchors = layout.anchors.filter(({ kind }) => fields === 'all' || kind === 'signature');
  const hasTyping = anchors.some(({ kind }) => kind !== 'signature');
  const used = new Set(drawn.flatMap(({ content }) => [...content.faces]));
  if (hasTyping) used.add('regular');
  const faces = new Map(
    [...used].sort().map((face) => [face, embedFace(fonts.set[face], fonts.programs[face], objects)]),
  );
  const resources = [...faces].map(([face, id]) => `/${fontName[face]} ${id} 0 R`).join(' ');
  const font = hasTyping ? faces.get('regular') : undefined;
  const form = anchors.length > 0 ? writeForm(anchors, drawn, font, objects) : undefined;
  const tree = objects.reserve();
  for (const [index, { id, width, height, content }] of drawn.entries()) {
    const figures = (await figuresOf(content, objects)).map((figure, place) => `/X${place} ${figure} 0 R`);
    const widgets = (form?.widgets ?? []).filter((widget) => widget.page === index).map((widget) => widget.id);
    const parts = [
      `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${number(width)} ${number(height)}]`,
      `/Resources << /Font << ${resources} >> ${figures.length > 0 ? `/XObject << ${figures.join(' ')} >>` : ''} >>`,
      `/Contents ${objects.stream('/Filter /FlateDecode', packed(content.operators))} 0 R`,
      `/StructParents ${index} /Tabs /S`,
      widgets.length > 0 ? `/Annots [${references(widgets)}]` : '',
    ];
    objects.fill(id, `<< ${parts.join(' ')} >>`);
  }
  objects.fill(tree, `<< /Type /Pages /Kids [${references(drawn.map(({ id }) => id))}] /Count ${drawn.length} >>`);
  return { drawn, tree, ...(form ? { form } : {}) };
}
