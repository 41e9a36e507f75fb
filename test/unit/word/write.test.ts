import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LayoutDocument } from '../../../src/layout/index.ts';
import { writeWord } from '../../../src/word/index.ts';
import { bookletWithout, regulationAt } from '../../helpers/booklet.ts';

const meta = { date: '2013-03-04T00:00:00+06:00', author: 'акимат' };
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const partsOf = async (
  document: LayoutDocument,
): Promise<{ body: string; styles: string; core: string; bytes: Uint8Array }> => {
  const bytes = await writeWord(document, meta, () => pixel);
  const files = unzipSync(bytes);
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return { body: read('word/document.xml'), styles: read('word/styles.xml'), core: read('docProps/core.xml'), bytes };
};
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
