import { describe, expect, it } from 'vitest';
import { layOut, type Block, type LayoutDocument } from '../../../src/layout/index.ts';
import { loadFonts } from '../../../src/pdf/fonts.ts';
import { everyBlock } from '../../helpers/every-block.ts';
import { licence } from '../../helpers/licence.ts';
import { a4, dump, paragraph, text } from '../../helpers/pages.ts';
import { refusal } from '../../helpers/refusal.ts';

const fonts = loadFonts().set;
const line = 'Услугодатель проверяет полноту представленных документов. ';
/** So many lines of text that a page of A5 is nearly full. */
const filling = (lines: number): Block[] => Array.from({ length: lines }, (_, index) => paragraph(`Строка ${index + 1}.`));
const a5 = (body: readonly Block[]): LayoutDocument =>
  a4(body, { page: { size: 'A5', orientation: 'portrait', margins: { top: 15, right: 15, bottom: 15, left: 15 } } });

/** One leaf, one thing that the pages show; the folder holds the pages as text. */
const leaves: Readonly<Record<string, LayoutDocument>> = {
  licence: licence(),
  refusal: refusal(),
  'every-block': everyBlock(),
  'heading-goes-over': a5([...filling(36), { kind: 'heading', level: 1, content: text('Заголовок') }, paragraph(line.repeat(4))]),
  'signature-not-alone': a5([...filling(35), { kind: 'signature', before: 8, post: text('Руководитель'), name: text('Ә. Қ. Нұрғалиев') }]),
  'columns-over-pages': a5([
    ...filling(30),
    {
      kind: 'columns',
      langs: ['kk', 'ru'],
      rows: [
        { left: [paragraph('Көрсетілетін қызметті беруші ұсынылған құжаттардың толықтығын тексереді. '.repeat(9))], right: [paragraph(line.repeat(9))] },
        { left: [paragraph('Екінші тармақ.')], right: [paragraph('Второй пункт.')] },
      ],
    },
  ]),
  'table-without-head-goes-on': a5([
    ...filling(33),
    { kind: 'table', columns: [{ share: 1 }], body: ['один', 'два', 'три', 'четыре', 'пять', 'шесть'].map((word) => ({ cells: [{ content: [paragraph(word)] }] })) },
  ]),
};

describe('pages', () => {
  for (const [leaf, document] of Object.entries(leaves)) {
    it(leaf, async () => {
      const outcome = layOut(document, fonts);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
      await expect(dump(outcome.value)).toMatchFileSnapshot(`./${leaf}/pages.txt`);
    });
  }
});
