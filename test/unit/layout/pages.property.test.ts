import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Block, type Layout } from '../../../src/layout/index.ts';
import { loadFonts } from '../../../src/pdf/fonts.ts';
import { a4, linesOf, paragraph, text, textOf } from '../../helpers/pages.ts';

const fonts = loadFonts().set;
const sentences = [
  'Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.',
  'Услугодатель в течение 2 (двух) рабочих дней с момента получения документов проверяет полноту представленных документов.',
  'г. Алматы, ул. Абая, д. 10.',
  'Руководитель А. К. Нұрғалиев подписал приказ № 5 от 3 марта 2020 г. по ст. 20 Закона.',
];

const words = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '));
const aParagraph: fc.Arbitrary<Block> = fc
  .record({
    content: words,
    align: fc.constantFrom('left' as const, 'justify' as const),
    indent: fc.constantFrom(0, 12.5),
  })
  .map(({ content, ...more }) => paragraph(content, more));
const aHeading: fc.Arbitrary<Block> = fc
  .constantFrom(1 as const, 2 as const)
  .map((level) => ({ kind: 'heading', level, before: 4, after: 2, content: text(`Тарау ${level}`) }));
const aTable: fc.Arbitrary<Block> = fc.array(words, { minLength: 1, maxLength: 9 }).map((cells) => ({
  kind: 'table',
  columns: [{ width: 12 }, { share: 1 }],
  head: [{ cells: [{ content: [paragraph('№')] }, { content: [paragraph('Графа')] }] }],
  body: cells.map((cell, index) => ({
    cells: [{ content: [paragraph(`${index + 1}.`)] }, { content: [paragraph(cell)] }],
  })),
}));
const aPair: fc.Arbitrary<Block> = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }).map((pairs) => ({
  kind: 'columns',
  langs: ['kk', 'ru'],
  rows: pairs.map(([left, right]) => ({ left: [paragraph(left)], right: [paragraph(right)] })),
}));
const body = fc.array(
  fc.oneof({ weight: 4, arbitrary: aParagraph }, { weight: 2, arbitrary: aHeading }, aTable, aPair),
  { minLength: 4, maxLength: 24 },
);

function laid(blocks: readonly Block[]): Layout {
  const outcome = layOut(a4([...blocks, paragraph('Конец.')]), fonts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

/** For each tag the number of its lines on each page. */
function linesByTag(layout: Layout): Map<number, Map<number, number>> {
  const tags = new Map<number, Map<number, number>>();
  layout.pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.kind !== 'line' || item.tag === null) continue;
      const pages = tags.get(item.tag) ?? new Map<number, number>();
      tags.set(item.tag, pages.set(index, (pages.get(index) ?? 0) + 1));
    }
  });
  return tags;
}

const check = (property: (layout: Layout) => void) =>
  fc.assert(
    fc.property(body, (blocks) => property(laid(blocks))),
    { numRuns: 60, seed: 7 },
  );

describe('pages of any document', () => {
  it('leave no heading last', () =>
    check((layout) => {
      for (const page of layout.pages) {
        const last = page.items.findLast((item) => item.kind === 'line');
        const role = last?.kind === 'line' && last.tag !== null ? layout.tags[last.tag]?.role : undefined;
        expect(role).not.toMatch(/^H\d$/);
      }
    }));

  it('leave and carry no single line of a paragraph', () =>
    check((layout) => {
      for (const [tag, pages] of linesByTag(layout)) {
        // In columns the lines of two texts share slices, so there the rule is kept as far as both allow.
        if (layout.tags[layout.tags[tag]?.parent ?? 0]?.role !== 'Document') continue;
        if (pages.size > 1) for (const count of pages.values()) expect(count).toBeGreaterThan(1);
      }
    }));

  it('split no row of a table', () =>
    check((layout) => {
      const rowOf = (tag: number): number | undefined => {
        for (let at: number | null = tag; at !== null; at = layout.tags[at]?.parent ?? null)
          if (layout.tags[at]?.role === 'TR') return at;
        return undefined;
      };
      const pagesOfRow = new Map<number, Set<number>>();
      for (const [tag, pages] of linesByTag(layout)) {
        const row = rowOf(tag);
        if (row === undefined) continue;
        pagesOfRow.set(row, new Set([...(pagesOfRow.get(row) ?? []), ...pages.keys()]));
      }
      for (const pages of pagesOfRow.values()) expect(pages.size).toBe(1);
    }));

  it('repeat the head above every part of a table', () =>
    check((layout) => {
      layout.pages.forEach((page) => {
        const first = page.items.find((item) => item.kind === 'line');
        const tag = first?.kind === 'line' ? first.tag : null;
        const section =
          tag === null
            ? undefined
            : layout.tags[layout.tags[layout.tags[layout.tags[tag]?.parent ?? 0]?.parent ?? 0]?.parent ?? 0]?.role;
        expect(section).not.toBe('TBody');
      });
    }));

  it('hold all the text, inside the margins', () =>
    fc.assert(
      fc.property(body, (blocks) => {
        const layout = laid(blocks);
        const spoken = layout.tags
          .map((tag, index) => (['P', 'H1', 'H2'].includes(tag.role) ? readTag(layout, index) : ''))
          .join('');
        expect(count(spoken)).toEqual(count(`${blocks.map(sourceOf).join(' ')} Конец.`));
        expect(textOf(layout).length).toBeGreaterThan(0);
        for (const page of layout.pages) {
          for (const item of page.items) {
            if (item.kind !== 'line') continue;
            expect(item.y).toBeLessThan(page.height - 20 * (72 / 25.4));
            expect(Math.max(...item.runs.map((run) => run.x + run.width))).toBeLessThan(
              page.width - 15 * (72 / 25.4) + 0.05,
            );
          }
        }
      }),
      { numRuns: 60, seed: 7 },
    ));
});

const readTag = (layout: Layout, tag: number): string =>
  layout.pages
    .flatMap((page) =>
      linesOf({ ...page, items: page.items.filter((item) => item.kind === 'line' && item.tag === tag) }),
    )
    .join('');

/** Words and how often each stands. */
const count = (content: string): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const word of content.split(/\s+/).filter(Boolean)) found[word] = (found[word] ?? 0) + 1;
  return found;
};

function sourceOf(block: Block): string {
  if (block.kind === 'paragraph' || block.kind === 'heading')
    return block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  if (block.kind === 'columns') return block.rows.flatMap((row) => [...row.left, ...row.right].map(sourceOf)).join(' ');
  if (block.kind !== 'table') return '';
  return [...(block.head ?? []), ...block.body]
    .flatMap((row) => row.cells.flatMap((cell) => cell.content.map(sourceOf)))
    .join(' ');
}
