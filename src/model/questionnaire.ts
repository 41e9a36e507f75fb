import * as z from 'zod';
import { questions, options, type Question } from './response.ts';

const Both = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) });

/** `templates/questionnaire/texts.yaml`: the words around the questions. */
export const QuestionnaireTexts = z.strictObject({
  texts: z.strictObject({ instruction: Both, comment: Both, cut: Both, code: Both }),
  corrections: z.array(z.strictObject({ act: z.string().min(1), print: z.string().min(1) })),
  cite: Both,
  kinds: z.strictObject({ order: Both, resolution: Both }),
});
export type QuestionnaireTexts = z.infer<typeof QuestionnaireTexts>;

/** Millimetres from the left and the upper edge of the form. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type FormLanguage = 'kk' | 'ru' | 'both';

/** A sheet of its own, or the upper or lower half of an A4 sheet. */
export type FormPlace = 'A4' | 'upper' | 'lower';

/** One square to be marked; `at` is its upper left corner. */
export interface FormBox {
  readonly question: Question;
  readonly option: 1 | 2 | 3;
  readonly at: Point;
}

/**
 * What the QR code of a form says. The places of the squares are part of it: a form is read by what is printed on it,
 * however the words or the program have changed since.
 */
export interface FormCode {
  /** `<act>/<service>`. */
  readonly service: string;
  readonly language: FormLanguage;
  readonly place: FormPlace;
  /** Running number; 0 for a form that is copied freely. */
  readonly serial: number;
  readonly qr: Point;
  readonly boxes: readonly FormBox[];
}

/** Sizes of a form in millimetres. They belong to version 1 of the code: another size is another version. */
export const formSizes = {
  A4: { width: 210, height: 297 },
  upper: { width: 210, height: 148 },
  lower: { width: 210, height: 148 },
} as const satisfies Record<FormPlace, { width: number; height: number }>;
/** Where the lower form of a sheet begins. */
export const lowerHalf = 148.5;
export const boxSide = 6;
export const qrSide = 27;
/** Centres of the corner squares, from the edges of the form, and their side. */
export const cornerInset = 10.5;
export const cornerSide = 5;

const version = 'RGL1';
const places: Record<FormPlace, string> = { A4: 'A', upper: 'U', lower: 'L' };
const languageCodes: Record<FormLanguage, string> = { kk: 'K', ru: 'R', both: 'B' };

const tenths = (value: number): string =>
  Math.round(value * 10)
    .toString(36)
    .toUpperCase()
    .padStart(3, '0');
const pointText = ({ x, y }: Point): string => tenths(x) + tenths(y);

const boxOrder = questions.flatMap((question) => options.map((option) => ({ question, option })));

/** Capitals, figures and `/:-` alone: the dense alphanumeric mode of a QR code. */
export function formCodeText(code: FormCode): string {
  const boxes = boxOrder.map(({ question, option }) => {
    const box = code.boxes.find((one) => one.question === question && one.option === option);
    return pointText(box?.at ?? { x: 0, y: 0 });
  });
  const head = [version, code.service.toUpperCase(), languageCodes[code.language] + places[code.place], code.serial];
  return [...head, pointText(code.qr) + boxes.join('')].join(':');
}

const codePattern = /^RGL1:([A-Z0-9-]+\/[A-Z0-9-]+):([KRB])([AUL]):(\d{1,7}):([0-9A-Z]{42})$/;

const keyOf = <K extends string>(
  table: Record<K, string>,
  keys: readonly K[],
  value: string | undefined,
  otherwise: K,
): K => keys.find((key) => table[key] === value) ?? otherwise;

/** Reads a QR code; undefined for a code that is none of ours. */
export function readFormCode(text: string): FormCode | undefined {
  const match = codePattern.exec(text);
  if (!match) return undefined;
  const [, service = '', language, place, serial, packed = ''] = match;
  const numbers = (packed.match(/.{3}/g) ?? []).map((part) => Number.parseInt(part, 36) / 10);
  const point = (index: number): Point => ({ x: numbers[2 * index] ?? 0, y: numbers[2 * index + 1] ?? 0 });
  return {
    service: service.toLowerCase(),
    language: keyOf(languageCodes, ['kk', 'ru', 'both'], language, 'both'),
    place: keyOf(places, ['A4', 'upper', 'lower'], place, 'A4'),
    serial: Number(serial),
    qr: point(0),
    boxes: boxOrder.map((box, index) => ({ ...box, at: point(index + 1) })),
  };
}

/** What names the form among responses: `scrap-metal-licence-000012`; undefined for a form without a number. */
export const formId = (code: FormCode): string | undefined =>
  code.serial === 0 ? undefined : `${code.service.replace('/', '.')}-${String(code.serial).padStart(6, '0')}`;

/** The middles of the corner squares, from the upper left one on, with the clock. */
export const formCorners = (place: FormPlace): readonly Point[] => {
  const { width, height } = formSizes[place];
  const [right, bottom] = [width - cornerInset, height - cornerInset];
  return [
    { x: cornerInset, y: cornerInset },
    { x: right, y: cornerInset },
    { x: right, y: bottom },
    { x: cornerInset, y: bottom },
  ];
};
