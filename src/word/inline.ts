import { PageNumber, SoftHyphen, TextRun } from 'docx';
import type { Inline, Language, TextRun as TextInline } from '../layout/index.ts';
import { divisions } from '../text/hyphenate.ts';

/** Letters smaller than this are remarks of ours, not words of the act; they are grey as well. */
const remarkPt = 8;
const grey = '7F7F7F';
/** The letters of a long word are no wider than this part of their size, on average. */
const letterWidth = 0.56;
const bodyPt = 12;
const pointsOfMillimetre = 72 / 25.4;

/** Where words may be too wide: not every program divides words by itself, and one that does not breaks them anywhere. */
export interface Narrow {
  readonly lang: Language;
  /** Millimetres of a line. */
  readonly room: number;
}

const softHyphen = '\u00AD';

/** A text with soft hyphens in the words that a narrow line may not hold. */
function divided(text: string, sizePt: number, { lang, room }: Narrow): string {
  const letters = (room * pointsOfMillimetre) / (sizePt * letterWidth);
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length <= letters) return word;
    const cuts = [0, ...divisions(word, lang)];
    return cuts.map((cut, index) => word.slice(cut, cuts[index + 1])).join(softHyphen);
  });
}

/** Runs of a paragraph. Soft hyphens of the text are left out: on a wide line the other program divides words, or does not. */
export const runs = (
  content: readonly Inline[],
  inherited: { readonly bold?: boolean; readonly italic?: boolean; readonly sizePt?: number } = {},
  narrow?: Narrow,
): TextRun[] => {
  const childrenOf = ({ text, sizePt }: TextInline): (string | SoftHyphen)[] => {
    const own = text.replaceAll(softHyphen, '');
    const marked = narrow ? divided(own, sizePt ?? inherited.sizePt ?? bodyPt, narrow) : own;
    return marked.split(softHyphen).flatMap((part, index) => (index === 0 ? [part] : [new SoftHyphen(), part]));
  };
  return content.map((inline) => {
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
      children: childrenOf(inline),
    });
  });
};
