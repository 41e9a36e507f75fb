import { describe, expect, it } from 'vitest';
import { layOut, type LayoutDocument } from '../../../src/layout/index.ts';
import { loadFonts } from '../../../src/pdf/fonts.ts';
import { a4, linesOf, paragraph, text, textOf } from '../../helpers/pages.ts';

const fonts = loadFonts().set;
const prose =
  'Министерство энергетики Республики Казахстан, рассмотрев заявление товарищества с ограниченной ответственностью «Жетісу-Қоры», сообщает следующее. ';

function laid(document: LayoutDocument) {
  const outcome = layOut(document, fonts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const codes = (document: LayoutDocument) => layOut(document, fonts).findings.map((finding) => finding.code);

describe('layOut', () => {
  it('sets all the text inside the margins', () => {
    const layout = laid(a4([{ ...paragraph(prose.repeat(60)), align: 'justify', indent: 12.5 }]));
    expect(layout.pages.length).toBeGreaterThan(1);
    expect(textOf(layout)).toBe(prose.repeat(60).trim());
    const edge = (210 - 15) * (72 / 25.4) + 0.05;
    for (const item of layout.pages.flatMap((page) => page.items)) {
      if (item.kind === 'line')
        expect(Math.max(...item.runs.map((run) => run.x + run.width))).toBeLessThanOrEqual(edge);
    }
  });

  it('counts the pages in the footer', () => {
    const footer = [
      {
        kind: 'paragraph' as const,
        content: [{ kind: 'page-number' as const }, ...text(' / '), { kind: 'page-count' as const }],
      },
    ];
    const layout = laid(a4([paragraph(prose.repeat(60))], { footer }));
    expect(layout.pages.map((page) => linesOf(page).at(-1)?.trim())).toEqual(
      layout.pages.map((_, index) => `${index + 1} / ${layout.pages.length}`),
    );
  });

  it('names a letter that the font lacks, and where it came from', () => {
    const at = { file: 'case.yaml', pointer: ['applicant', 'name'] };
    const outcome = layOut(a4([{ kind: 'paragraph', content: [{ kind: 'text', text: 'ТОО «Ла文»', at }] }]), fonts);
    expect(outcome.ok).toBe(false);
    expect(outcome.findings).toMatchObject([
      { code: 'letter-missing', args: { character: '文', codePoint: 'U+6587' }, at },
    ]);
  });

  it('refuses what would have to be cut off', () => {
    expect(codes(a4([{ ...paragraph(prose), maxLines: 1 }]))).toEqual(['text-too-long']);
    expect(codes(a4([paragraph('KZ'.repeat(200))]))).toEqual(['word-too-wide']);
    expect(codes(a4([{ kind: 'group', keepTogether: true, content: [paragraph(prose.repeat(60))] }]))).toContain(
      'block-too-tall',
    );
    expect(codes(a4([{ kind: 'group', maxHeight: 10, content: [paragraph(prose.repeat(3))] }]))).toEqual([
      'block-too-tall',
    ]);
    expect(codes(a4([{ kind: 'table', columns: [{ width: 150 }, { width: 60 }], body: [] }]))).toEqual([
      'columns-too-wide',
    ]);
    expect(codes(a4([{ kind: 'barcode', symbology: 'code128', value: 'Ғ', alt: 'код' }]))).toEqual(['barcode-unfit']);
    expect(codes(a4([{ kind: 'paragraph', content: [{ kind: 'page-number' }] }]))).toEqual(['placed-wrongly']);
  });

  it('sets one electronic signature as a field, and refuses a second', () => {
    const block = { kind: 'signature-field', label: 'Подпись', content: [paragraph('Подписано')] } as const;
    const outcome = layOut(a4([paragraph(prose), block]), fonts);
    if (!outcome.ok) throw new Error('no layout');
    const [anchor, ...more] = outcome.value.anchors;
    expect([anchor?.kind, anchor?.label, more.length]).toEqual(['signature', 'Подпись', 0]);
    expect(outcome.value.tags[anchor?.tag ?? 0]?.role).toBe('Form');
    expect(codes(a4([block, block]))).toEqual(['placed-wrongly']);
    const detached = layOut(a4([{ ...block, detached: true }]), fonts);
    expect(detached.ok && detached.value.anchors).toEqual([]);
  });

  it('never leaves a signature, or a group that holds one, alone on a page', () => {
    const block = { kind: 'signature-field', label: 'Подпись', content: [paragraph('Подписано')] } as const;
    const group = { kind: 'group', keepTogether: true, content: [paragraph('Председатель'), block] } as const;
    for (let lines = 30; lines < 60; lines++) {
      const body = Array.from({ length: lines }, (_, index) => paragraph(`строка ${index}`));
      const outcome = layOut(a4([...body, group]), fonts);
      const last = outcome.ok ? outcome.value.pages.at(-1) : undefined;
      if (last) expect(linesOf(last).some((line) => line.startsWith('строка'))).toBe(true);
    }
  });
});
