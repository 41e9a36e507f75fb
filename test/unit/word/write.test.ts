import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, LayoutDocument, TableCell, TableRow } from '../../../src/layout/index.ts';
import { writeWord } from '../../../src/word/index.ts';
import { bookletWithout, regulationAt } from '../../helpers/booklet.ts';

const meta = { date: '2013-03-04T00:00:00+06:00', author: 'акимат' };
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const partsOf = async (
  document: LayoutDocument,
): Promise<{ body: string; styles: string; core: string; bytes: Uint8Array; files: Record<string, Uint8Array> }> => {
  const bytes = await writeWord(document, meta, () => pixel);
  const files = unzipSync(bytes);
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return {
    body: read('word/document.xml'),
    styles: read('word/styles.xml'),
    core: read('docProps/core.xml'),
    bytes,
    files,
  };
};
const lying = { size: 'A4', orientation: 'landscape', margins: { top: 20, right: 15, bottom: 15, left: 20 } } as const;
const drawing = { pdf: new Uint8Array(), width: 120, height: 90, alt: 'Блок-схема: 9 действий' };
const scrap = regulationAt('zhambyl-62-2013/scrap-metal-licence');

describe('a booklet as a Word file', () => {
  it('has headings, repeated heads of tables, drawings that are described, lying and standing sections', async () => {
    const { body, styles } = await partsOf(bookletWithout(scrap, { sheets: () => [drawing] }).document);
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(3);
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(4);
    expect(body).toContain('descr="Блок-схема: 9 действий"');
    expect(body).toContain('w:orient="landscape"');
    expect(body).toContain('w:orient="portrait"');
    expect(styles).toContain('w:val="ru-RU"');
  });

  it('divides long words of narrow columns, and no others', async () => {
    const column = (text: string): TableCell => ({
      content: [{ kind: 'paragraph', content: [{ kind: 'text', text }] }],
    });
    const row: TableRow = { cells: [column('Зарегистрированные документы'), column('Зарегистрированные документы')] };
    const table: Block = { kind: 'table', sizePt: 9, columns: [{ width: 24 }, { width: 80 }], body: [row] };
    const { body } = await partsOf({ title: '', lang: 'ru', page: lying, body: [table] });
    const cells = body.split('<w:tc>').slice(1);
    expect(cells.map((cell) => cell.match(/<w:softHyphen\/>/g)?.length ?? 0)).toEqual([6, 0]);
    const words = (cells[0] ?? '').replace(/<[^>]+>/g, '');
    expect(words).toBe('Зарегистрированные документы');
  });

  it('says that a table goes on in the header of its section alone, from the second page on', async () => {
    const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
    const table: Block = {
      kind: 'table',
      columns: [{ share: 1 }],
      body: [{ cells: [{ content: [paragraph('клетка')] }] }],
      continuation: [{ kind: 'text', text: 'кестенің жалғасы' }],
    };
    const turn: Block = { kind: 'page-break' };
    const content = [paragraph('до'), turn, paragraph('над'), table, paragraph('под'), turn, paragraph('после')];
    const { body, files } = await partsOf({
      title: '',
      lang: 'kk',
      page: lying,
      footer: [paragraph('1')],
      body: content,
    });
    const sections = body.split('</w:sectPr>').slice(0, -1);
    expect(sections.map((one) => /<w:titlePg\/>/.test(one))).toEqual([false, true, false, false]);
    expect(sections.map((one) => /w:type w:val="(\w+)"/.exec(one)?.[1])).toEqual([
      'nextPage',
      'nextPage',
      'continuous',
      'nextPage',
    ]);
    const headers = Object.keys(files).filter((name) => /^word\/header\d/.test(name));
    expect(headers.map((name) => strFromU8(files[name] ?? new Uint8Array()).replace(/<[^>]+>/g, '')).sort()).toEqual([
      '',
      'кестенің жалғасы',
    ]);
  });

  it('marks what the source lost, small and grey', async () => {
    const { body } = await partsOf(
      bookletWithout(regulationAt('mint-102-2014/transit-permit'), { sheets: () => [drawing] }).document,
    );
    expect(body).toMatch(/<w:color w:val="7F7F7F"\/>.{0,80}<w:sz w:val="14"\/>.{0,200}\[утрачено в источнике\]/s);
  });

  it('gives the same bytes twice, and tells the day of the act', async () => {
    const { document } = bookletWithout(scrap, { sheets: () => [drawing] });
    const [one, other] = [await partsOf(document), await partsOf(document)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(one.core).toMatch(/<dcterms:created[^>]*>2013-03-03T18:00:00Z/);
  });
});
