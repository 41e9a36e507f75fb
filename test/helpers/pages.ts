import type { Block, Item, Layout, LayoutDocument, Page, Paragraph } from '../../src/layout/index.ts';

/** A4 with the margins of office papers (left 30, right 15, top and bottom 20). */
export const a4 = (body: LayoutDocument['body'], more: Partial<LayoutDocument> = {}): LayoutDocument => ({
  title: 'Құжат',
  lang: 'ru',
  page: { size: 'A4', orientation: 'portrait', margins: { top: 20, right: 15, bottom: 20, left: 30 } },
  body,
  ...more,
});

export const text = (words: string) => [{ kind: 'text' as const, text: words }];
export const paragraph = (words: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  content: text(words),
  ...more,
});

/** «1-бет, барлығы 2 / стр. 1 из 2». */
export const numbered: Block = {
  kind: 'paragraph',
  align: 'center',
  sizePt: 9,
  content: [
    { kind: 'page-number' },
    ...text('-бет, барлығы '),
    { kind: 'page-count' },
    ...text(' / стр. '),
    { kind: 'page-number' },
    ...text(' из '),
    { kind: 'page-count' },
  ],
};

/** The lines of a page as they are read, without the drawn hyphens. */
export const linesOf = (page: Page | undefined): string[] =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'line' ? [item.runs.map((run) => run.text).join('')] : []));

export const textOf = (layout: Layout): string => layout.pages.flatMap(linesOf).join('').replace(/\s+/g, ' ').trim();

const round = (value: number): string => (Math.round(value * 10) / 10).toString();

function dumpItem(item: Item): string {
  if (item.kind === 'line') {
    const runs = item.runs.map((run) => {
      const look = `${run.face}${run.size}${run.tag ? ` tag ${run.tag}` : ''}${run.underline ? ' _' : ''}${run.stretch ? ` +${round(run.stretch)}` : ''}`;
      return `[${round(run.x)} ${round(run.width)} ${look}] ${run.text}${run.hyphen ? '|-' : ''}`;
    });
    return `line ${round(item.y)} tag ${item.tag ?? '-'} ${runs.join(' ')}`;
  }
  if (item.kind === 'rule')
    return `rule ${[item.x1, item.y1, item.x2, item.y2].map(round).join(' ')}${item.dash ? ' dashed' : ''}`;
  if (item.kind === 'path')
    return `path ${round(item.x)} ${round(item.y)} ${item.paint} ${item.steps.length} steps${item.figure ? ` tag ${item.figure.tag}` : ''}`;
  if (item.kind === 'watermark') return `watermark ${item.text} ${round(item.size)} at ${round(item.angle)}`;
  return `${item.kind} ${[item.x, item.y, item.width, item.height].map(round).join(' ')} tag ${item.tag ?? '-'}`;
}

/** Pages as text, one item per line, for golden files: what moved shows as a changed number. */
export const dump = (layout: Layout): string =>
  [
    ...layout.pages.map((page, index) =>
      [
        `page ${index + 1}: ${round(page.width)} x ${round(page.height)}`,
        ...page.items.map((item) => `  ${dumpItem(item)}`),
      ].join('\n'),
    ),
    'tags',
    ...layout.tags.map((tag, index) => {
      const more = [
        tag.lang,
        tag.alt && `alt «${tag.alt}»`,
        tag.scope,
        tag.colspan && `colspan ${tag.colspan}`,
        tag.rowspan && `rowspan ${tag.rowspan}`,
      ];
      return `  ${index} ${tag.role} in ${tag.parent ?? '-'} ${more.filter(Boolean).join(' ')}`.trimEnd();
    }),
    ...layout.outline.map(
      (entry) => `bookmark ${entry.level} «${entry.title}» page ${entry.page + 1} at ${round(entry.y)}`,
    ),
    ...layout.anchors.map(
      (anchor) =>
        `anchor ${anchor.name} ${anchor.kind} page ${anchor.page + 1} ${[anchor.x, anchor.y, anchor.width, anchor.height].map(round).join(' ')}`,
    ),
    '',
  ].join('\n');
