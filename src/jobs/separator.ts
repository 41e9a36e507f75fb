import { documentModels, type DocumentModel } from '../model/document.ts';
import type { DocumentKind } from '../model/index.ts';
import type { Words } from '../model/words.ts';
import type { Block, Inline, LayoutDocument, TableRow } from '../layout/index.ts';
import type { FinishedPdf } from '../pdf/finished.ts';
import type { RenderedDocument } from './manifest.ts';
import { modelName, textIn } from './set-document.ts';

/** A document of a case as it goes into a print job. */
export interface PrintedDocument {
  readonly record: RenderedDocument;
  readonly finished: FinishedPdf;
}

/** The data that a document carries inside; undefined where they are not those of its kind. */
export function modelIn({ attachments }: FinishedPdf, kind: DocumentKind): DocumentModel | undefined {
  const bytes = attachments.get(modelName);
  if (!bytes) return undefined;
  const found = documentModels.get(kind)?.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return found?.success ? found.data : undefined;
}

const run = (text: string): Inline => ({ kind: 'text', text });
const paragraph = (text: string, more: Partial<Extract<Block, { kind: 'paragraph' }>> = {}): Block => ({
  kind: 'paragraph',
  content: [run(text)],
  ...more,
});

/** Both languages of a word, Kazakh first; one where they are alike. */
function both(words: Words, key: string, args: Readonly<Record<string, number>> = {}): string {
  const [kk, ru] = [words.say(key, 'kk', args), words.say(key, 'ru', args)];
  return kk === ru ? kk : `${kk} / ${ru}`;
}

/** Points: the number of a case is read across a room, as far as it fits on a line. */
const numberSize = (number: string): number => Math.max(16, Math.min(54, Math.floor(800 / number.length)));

function rowFor({ record, finished }: PrintedDocument, words: Words): TableRow {
  const texts = [both(words, `kind:${record.kind}`), record.number ?? '', String(finished.pages)];
  return { cells: texts.map((text) => ({ content: [paragraph(text)] })) };
}

/** The sheet before the documents of a case: whose they are and how many pages each has. `n` of `all` cases. */
export function separatorSheet(
  documents: readonly PrintedDocument[],
  number: string,
  { n, all }: { readonly n: number; readonly all: number },
  words: Words,
): LayoutDocument {
  const [first] = documents;
  const model = first && modelIn(first.finished, first.record.kind);
  const [kk, ru] = (['kk', 'ru'] as const).map((language) => model && textIn(model.service.title, language));
  const services = [...new Set([kk, ru])].flatMap((text) => text ?? []);
  const head = ['sheet:document', 'sheet:number', 'sheet:pages'].map((key) => both(words, key));
  const small = { sizePt: 10, align: 'center' } as const;
  return {
    title: `${both(words, 'sheet:case')} ${number}`,
    lang: 'kk',
    page: { size: 'A4', orientation: 'portrait', margins: { top: 20, right: 20, bottom: 20, left: 20 } },
    header: [
      { kind: 'rule', thicknessPt: 8, after: 3 },
      paragraph(words.say('sheet', 'kk'), small),
      paragraph(words.say('sheet', 'ru'), { ...small, lang: 'ru' }),
    ],
    footer: [paragraph(both(words, 'sheet:place', { n, all }), small)],
    body: [
      { kind: 'spacer', height: 35 },
      paragraph(both(words, 'sheet:case'), { align: 'center', sizePt: 14, after: 4 }),
      {
        kind: 'heading',
        level: 1,
        content: [run(number)],
        align: 'center',
        bold: true,
        sizePt: numberSize(number),
        hyphenate: false,
        after: 12,
      },
      ...(model ? [paragraph(textIn(model.applicant.name, 'kk'), { align: 'center', sizePt: 18, after: 10 })] : []),
      ...services.map((text) => paragraph(text, { align: 'center', sizePt: 12, after: 4 })),
      {
        kind: 'table',
        before: 12,
        sizePt: 12,
        columns: [{ share: 1 }, { width: 45 }, { width: 25 }],
        head: [{ cells: head.map((text) => ({ content: [paragraph(text, { bold: true })], header: true })) }],
        body: documents.map((one) => rowFor(one, words)),
      },
    ],
  };
}
