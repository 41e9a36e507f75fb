import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/layout/index.ts';
import { resolveMark, type Regulation } from '../../../src/model/index.ts';
import { loadFonts, writePdf } from '../../../src/pdf/index.ts';
import { bookletWithout, laidOut, regulationAt } from '../../helpers/booklet.ts';
import { has, run } from '../../helpers/programs.ts';

const squeeze = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');

async function textOf(regulation: Regulation): Promise<string> {
  const layout = laidOut(bookletWithout(regulation).document);
  const file = join(mkdtempSync(join(tmpdir(), 'reglament-')), 'booklet.pdf');
  writeFileSync(file, await writePdf(layout, { date: '2014-03-27T00:00:00+06:00' }, loadFonts()));
  return squeeze(run('pdftotext', '-raw', file, '-'));
}

/** Every cell of the tables of an act that the source kept, with its pointer. */
const cellsOf = (regulation: Regulation): { at: string; text: string }[] =>
  regulation.tellings.flatMap((telling, place) =>
    telling.kind !== 'table'
      ? []
      : telling.items.flatMap((item, index) =>
          (['actor', 'text', 'result', 'term', 'next'] as const).flatMap((field) => {
            const cell = item[field];
            return typeof cell === 'string' ? [{ at: `tellings/${place}/items/${index}/${field}`, text: cell }] : [];
          }),
        ),
  );

const tables = [
  'mint-102-2014/transit-permit',
  'mint-102-2014/poisons-licence',
  'mint-364-2012/weapons-licence',
  'zhambyl-62-2013/scrap-metal-licence',
];

/** As filed they are compared cell by cell (test/data/booklet-tables.test.ts); here with the mistakes put right. */
describe("the text of the PDF holds the act's own tables", () => {
  for (const address of tables) {
    it.skipIf(!has('pdftotext'))(address, async () => {
      const regulation = regulationAt(address);
      const mistaken = (regulation.marks ?? [])
        .filter(({ kind }) => kind === 'drafter-error')
        .map(({ at }) => resolveMark(at, regulation)?.join('/') ?? '-');
      const cells = cellsOf(regulation);
      expect(cells.length).toBeGreaterThan(20);
      const read = await textOf(regulation);
      const right = cells.filter(({ at }) => !mistaken.some((mark) => at === mark || at.startsWith(`${mark}/`)));
      expect(right.filter(({ text }) => !read.includes(squeeze(text)))).toEqual([]);
    });
  }
});

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'group' ? [block, ...flat(block.content)] : [block]));
const headingsOf = (regulation: Regulation, level: number, asFiled = false): string[] =>
  flat(bookletWithout(regulation, { asFiled }).document.body).flatMap((block) =>
    block.kind === 'heading' && block.level === level
      ? [block.content.map((run) => (run.kind === 'text' ? run.text : '')).join('')]
      : [],
  );
const headsOf = (regulation: Regulation, asFiled = false): string[] => headingsOf(regulation, 1, asFiled);

describe('the booklet', () => {
  it("has the appendices in the act's order, each with its label", () => {
    expect(headsOf(regulationAt('mint-102-2014/transit-permit'))).toEqual([1, 2, 3, 4].map((n) => `Приложение ${n}`));
    expect(headsOf(regulationAt('mint-364-2012/poisons-licence'))).toEqual([1, 2, 3].map((n) => `${n}-қосымша`));
  });

  it('numbers an appendix by its place where the source lost the number, and says so', () => {
    const scrap = regulationAt('zhambyl-62-2013/scrap-metal-licence');
    expect(headsOf(scrap)[1]).toBe('Приложение 2 [номер утрачен в источнике]');
    expect(headsOf(scrap, true)[1]).toBe('Приложение [номер утрачен в источнике]');
    expect(headsOf(regulationAt('miir-138-2019/transit-permit')).slice(1)).toEqual(
      [2, 3, 4].map((n) => `Приложение ${n} [номер утрачен в источнике]`),
    );
  });

  it('says where the end of a title or the whole of it is lost, and how the clause calls the drawing', () => {
    const reExport = regulationAt('miir-138-2019/re-export-permit');
    const [, cut, ...lost] = headingsOf(reExport, 2);
    expect(cut).toMatch(/задействованных в оказании государственной услуги через \[утрачено в источнике\]$/);
    expect(lost).toEqual(['[утрачено в источнике]', '[утрачено в источнике]']);
    expect(headingsOf(reExport, 3).map((title) => title.split(' ').at(-1))).toEqual([
      'корпорацию',
      'услугодателя',
      'услугополучателя',
    ]);
  });

  it('leaves a single appendix without a number, as its act does', () => {
    for (const service of ['technical-examination', 'cryptography-licence'])
      expect(headsOf(regulationAt(`knb-46-2019/${service}`))).toEqual(['Приложение']);
  });

  it('says which mistakes of the drafters it prints for want of other words', () => {
    const { findings } = bookletWithout(regulationAt('mint-364-2012/poisons-licence'));
    expect(findings.map(({ code }) => code)).toContain('booklet-mistake-kept');
    expect(bookletWithout(regulationAt('mint-364-2012/poisons-licence'), { asFiled: true }).findings).toEqual([]);
  });

  it('is refused to a regulation without appendices', () => {
    const regulation = { ...regulationAt('mint-102-2014/transit-permit'), appendices: [] };
    expect(bookletWithout(regulation).findings.map(({ code }) => code)).toEqual(['booklet-empty']);
  });

  it('fits a table to its page: many columns lie, and wide tables are cut', () => {
    const body = bookletWithout(regulationAt('mint-102-2014/poisons-licence')).document.body;
    const tables = flat(body).filter((block) => block.kind === 'table');
    expect(tables.map(({ columns }) => columns.length)).toEqual([6, 6]);
  });
});
