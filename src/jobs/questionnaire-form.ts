import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { layOut, stacked, type Block, type Inline, type Layout, type LayoutDocument } from '../layout/index.ts';
import {
  boxSide,
  formCodeText,
  formSizes,
  lowerHalf,
  qrSide,
  type FormCode,
  type FormLanguage,
  type FormPlace,
  type Point,
} from '../model/questionnaire.ts';
import { options, questions, type Question } from '../model/response.ts';
import type { Language } from '../model/index.ts';
import type { FontSet } from '../text/metrics.ts';

/** The words of a form in one language, all of them found. */
export interface FormWords {
  readonly language: Language;
  readonly title: string;
  readonly service: string;
  readonly nameLabel: string | undefined;
  readonly questions: Readonly<Record<Question, { readonly text: string; readonly options: readonly string[] }>>;
  readonly instruction: string;
  readonly comment: string;
  readonly codeLabel: string;
  /** Where the words come from when the act itself lacks them in this language. */
  readonly cite: string | undefined;
}

export interface FormOrder {
  readonly service: string;
  readonly words: readonly FormWords[];
  readonly serials: readonly number[];
  readonly perPage: 1 | 2;
  readonly withComment: boolean;
}

const mm = 72 / 25.4;
const languageOf = ({ words }: FormOrder): FormLanguage => (words.length > 1 ? 'both' : (words[0]?.language ?? 'ru'));
const placeOf = (order: FormOrder, index: number): FormPlace =>
  order.perPage === 1 ? 'A4' : index % 2 === 0 ? 'upper' : 'lower';

const text = (words: string, language: Language, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline => ({
  kind: 'text',
  text: words,
  lang: language,
  ...more,
});

/** The words of each language, one below the other. */
const told = (order: FormOrder, of: (words: FormWords) => string): Inline[] =>
  order.words.flatMap((words, index) => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    text(of(words), words.language),
  ]);

const anchorName = (index: number, question: Question, option: number): string => `${index + 1}.${question}.${option}`;

function questionBlocks(order: FormOrder, index: number, question: Question): Block[] {
  const cells = options.map((option) => ({
    content: [
      {
        kind: 'checkbox' as const,
        checked: false,
        size: boxSide,
        anchor: anchorName(index, question, option),
        content: told(order, (words) => `${option}) ${words.questions[question].options[option - 1] ?? ''}`),
      },
    ],
  }));
  return [
    {
      kind: 'paragraph',
      bold: true,
      before: order.perPage === 1 ? 8 : 3,
      after: order.perPage === 1 ? 4 : 1.5,
      keepWithNext: true,
      hyphenate: false,
      content: told(order, (words) => `${questions.indexOf(question) + 1}. ${words.questions[question].text}`),
    },
    {
      kind: 'table',
      borders: 'none',
      columns: [{ share: 1 }, { share: 1 }, { share: 1 }],
      body: [{ cells }],
      padding: 0.5,
      summary: order.words[0]?.questions[question].text ?? question,
    },
  ];
}

function formBlocks(order: FormOrder, index: number, code: string): Block[] {
  const serial = order.serials[index] ?? 0;
  const small = order.perPage === 1 ? 9 : 7;
  const label = order.words.map(({ codeLabel }) => codeLabel).join(' / ');
  // A name that is lacking in one language is not printed twice in the other.
  const named = order.words.filter(({ service }, at) => order.words.findIndex((one) => one.service === service) === at);
  const head: Block[] = [
    { kind: 'heading', level: 1, align: 'left', bookmark: false, content: told(order, ({ title }) => title) },
    ...named.flatMap((words): Block[] => [
      {
        kind: 'paragraph',
        before: 2,
        lang: words.language,
        align: 'left',
        hyphenate: false,
        content: [text(`«${words.service}»`, words.language)],
      },
      { kind: 'rule', before: 0.4 },
      {
        kind: 'paragraph',
        align: 'center',
        sizePt: small,
        content: order.words
          .filter(({ service }) => service === words.service)
          .flatMap(({ nameLabel, language }) => (nameLabel === undefined ? [] : [text(`(${nameLabel}) `, language)])),
      },
    ]),
  ];
  const cites = order.words.flatMap((words) =>
    words.cite === undefined ? [] : [text(words.cite, words.language, { italic: true })],
  );
  const aside: Block[] = [
    { kind: 'barcode', symbology: 'qr', value: code, width: qrSide, alt: `${label}: ${order.service}`, align: 'right' },
    ...(serial === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            align: 'right' as const,
            sizePt: small + 1,
            bold: true,
            content: [text(`№ ${String(serial).padStart(6, '0')}`, 'ru')],
          },
        ]),
  ];
  const body: Block[] = [
    { kind: 'columns', shares: [0.8, 0.2], gap: 4, rows: [{ left: head, right: aside }] },
    ...questions.flatMap((question) => questionBlocks(order, index, question)),
    ...(order.withComment
      ? [
          {
            kind: 'paragraph' as const,
            before: 4,
            align: 'left' as const,
            content: [text(`${order.words.map(({ comment }) => comment).join(' / ')}:`, 'ru')],
          },
          {
            kind: 'field' as const,
            before: 2,
            label: [],
            labelWidth: 0,
            lines: order.perPage === 1 ? 4 : 2,
            anchor: `${index + 1}.comment`,
          },
        ]
      : []),
    {
      kind: 'paragraph',
      before: 3,
      sizePt: small,
      align: 'left',
      content: told(order, ({ instruction }) => instruction),
    },
    ...cites.map((cite): Block => ({ kind: 'paragraph', sizePt: small - 0.5, align: 'left', content: [cite] })),
  ];
  return [{ kind: 'group', keepTogether: true, content: body }];
}

function documentOf(order: FormOrder, codes: readonly string[], sizePt: number): LayoutDocument {
  const [first] = order.words;
  const margins =
    order.perPage === 1 ? { top: 20, right: 20, bottom: 18, left: 20 } : { top: 9, right: 16, bottom: 8, left: 16 };
  return {
    title: `${first?.title ?? ''} — ${first?.service ?? ''}`,
    lang: first?.language ?? 'ru',
    page:
      order.perPage === 1
        ? { size: 'A4', orientation: 'portrait', margins }
        : { size: 'A5', orientation: 'landscape', margins },
    sizePt,
    registrationMarks: true,
    body: codes.flatMap((code, index): Block[] => [
      ...(index > 0 ? [{ kind: 'page-break' } as const] : []),
      ...formBlocks(order, index, code),
    ]),
  };
}

const typeSizes = { 1: [12, 11, 10], 2: [10.5, 10, 9.5, 9, 8.5, 8, 7.5] } as const;

/** What the code of a form says of the places on it, found on a first setting. */
function codeOf(order: FormOrder, index: number, layout: Layout): FormCode {
  const page = layout.pages[index];
  const qr = page?.items.find((item) => item.kind === 'modules');
  const millimetres = ({ x, y }: Point): Point => ({ x: x / mm, y: y / mm });
  const boxes = questions.flatMap((question) =>
    options.map((option) => {
      const anchor = layout.anchors.find(({ name }) => name === anchorName(index, question, option));
      return { question, option, at: millimetres(anchor ?? { x: 0, y: 0 }) };
    }),
  );
  return {
    service: order.service,
    language: languageOf(order),
    place: placeOf(order, index),
    serial: order.serials[index] ?? 0,
    qr: millimetres(qr?.kind === 'modules' ? qr : { x: 0, y: 0 }),
    boxes,
  };
}

/**
 * Sets the forms of a series: once with a code as long as the right one, to learn where the squares stand, and again with the code that says so.
 * The largest type that fits is taken; two to a page are halves of A4.
 */
export function setForms(order: FormOrder, fonts: FontSet): Outcome<Layout> {
  const findings: Diagnostic[] = [];
  const blank: FormCode = {
    service: order.service,
    language: 'both',
    place: 'A4',
    serial: 0,
    qr: { x: 0, y: 0 },
    boxes: [],
  };
  for (const size of typeSizes[order.perPage]) {
    const trial = layOut(
      documentOf({ ...order, serials: order.serials.slice(0, 1) }, [formCodeText(blank)], size),
      fonts,
    );
    if (!trial.ok && trial.findings.some(({ code }) => code !== 'block-too-tall')) return trial;
    if (!trial.ok || trial.value.pages.length > 1) continue;
    const places = codeOf({ ...order, serials: order.serials }, 0, trial.value);
    const codes = order.serials.map((serial, index) =>
      formCodeText({ ...places, serial, place: placeOf(order, index) }),
    );
    const made = layOut(documentOf(order, codes, size), fonts);
    if (!made.ok) return made;
    const sheet = formSizes.A4;
    return success(order.perPage === 1 ? made.value : stacked(made.value, lowerHalf * mm, sheet.height * mm), [
      ...findings,
      ...made.findings,
    ]);
  }
  return failure([diagnostic('questionnaire-too-long', { name: order.service })]);
}
