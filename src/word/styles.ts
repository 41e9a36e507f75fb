import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import type { Language } from '../layout/index.ts';

export const font = 'Times New Roman';
export const codeOf = (lang: Language): string => (lang === 'kk' ? 'kk-KZ' : 'ru-RU');

/** The styles of a document: a person restyles a filed booklet by changing these, not paragraph by paragraph. */
export function stylesOf(lang: Language, sizePt: number): IStylesOptions {
  const run = { font, color: '000000', size: sizePt * 2 };
  const plain = { spacing: { before: 0, after: 0 } };
  const centred = { ...plain, alignment: AlignmentType.CENTER, keepNext: true };
  const based = { basedOn: 'Normal', next: 'Normal', quickFormat: true };
  return {
    default: {
      document: { run: { ...run, language: { value: codeOf(lang) } }, paragraph: plain },
      heading1: { run: { ...run, bold: false, size: 22 }, paragraph: { ...plain, keepNext: true } },
      heading2: { run: { ...run, bold: true }, paragraph: centred },
      heading3: { run: { ...run, bold: true }, paragraph: centred },
    },
    paragraphStyles: [
      {
        id: 'TableText',
        name: 'Table Text',
        ...based,
        run: { size: 18 },
        // As close as the lines of a printed table: 1.08 of the letters' size, where 240 is 1.15.
        paragraph: { spacing: { ...plain.spacing, line: 226, lineRule: LineRuleType.AUTO } },
      },
      { id: 'Drawing', name: 'Drawing', ...based, paragraph: { ...plain, alignment: AlignmentType.CENTER } },
      {
        id: 'Caption',
        name: 'caption',
        ...based,
        run: { size: 20, color: '000000' },
        paragraph: { spacing: { before: 113, after: 0 }, alignment: AlignmentType.CENTER },
      },
    ],
  };
}
