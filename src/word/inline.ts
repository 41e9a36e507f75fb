import { PageNumber, TextRun } from 'docx';
import type { Inline } from '../layout/index.ts';

/** Letters smaller than this are remarks of ours, not words of the act; they are grey as well. */
const remarkPt = 8;
const grey = '7F7F7F';

/** Runs of a paragraph. Soft hyphens are left out: the other program divides words by itself. */
export const runs = (
  content: readonly Inline[],
  inherited: { readonly bold?: boolean; readonly italic?: boolean; readonly sizePt?: number } = {},
): TextRun[] =>
  content.map((inline) => {
    if (inline.kind === 'break') return new TextRun({ break: 1 });
    const { bold = inherited.bold, italic = inherited.italic, sizePt = inherited.sizePt } = inline;
    const look = {
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italics: italic }),
      ...(sizePt === undefined ? {} : { size: sizePt * 2 }),
    };
    if (inline.kind !== 'text') {
      const field = inline.kind === 'page-number' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES;
      return new TextRun({ ...look, children: [field] });
    }
    const remark = inline.sizePt !== undefined && inline.sizePt < remarkPt;
    const underlined = inline.underline ? { underline: {} } : {};
    return new TextRun({
      ...look,
      ...underlined,
      ...(remark ? { color: grey } : {}),
      text: inline.text.replaceAll('\u00AD', ''),
    });
  });
