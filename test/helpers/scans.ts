import sharp from 'sharp';
import { setForms, type FormOrder } from '../../src/jobs/questionnaire-form.ts';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import type { Anchor, Page } from '../../src/layout/index.ts';
import { wording } from '../../src/model/index.ts';
import type { Question } from '../../src/model/response.ts';
import { loadFonts } from '../../src/pdf/index.ts';
import { greyAt } from '../../src/scan/picture.ts';
import { projective } from '../../src/scan/mapping.ts';
import { rasterOf, svgOf, type Raster } from './paper.ts';

/** How a sheet suffers on its way. Angles are degrees, lengths shares of the sheet, blur is sigma in pixels. */
export interface Damage {
  readonly dpi: number;
  readonly tilt: number;
  readonly upsideDown: number;
  readonly anyTurn?: boolean;
  readonly perspective: number;
  readonly shade: number;
  readonly blur: number;
  readonly noise: number;
  readonly jpeg: number;
  readonly stains: number;
}

export const levels = {
  clean: { dpi: 200, tilt: 0, upsideDown: 0, perspective: 0, shade: 0, blur: 0, noise: 0, jpeg: 95, stains: 0 },
  office: {
    dpi: 200,
    tilt: 2.5,
    upsideDown: 0.1,
    perspective: 0,
    shade: 0.05,
    blur: 0.5,
    noise: 5,
    jpeg: 75,
    stains: 0,
  },
  poor: { dpi: 150, tilt: 6, upsideDown: 0.3, perspective: 0.02, shade: 0.3, blur: 0.9, noise: 9, jpeg: 55, stains: 1 },
  photo: {
    dpi: 170,
    tilt: 12,
    upsideDown: 0.3,
    anyTurn: true,
    perspective: 0.06,
    shade: 0.45,
    blur: 1.1,
    noise: 8,
    jpeg: 60,
    stains: 1,
  },
} as const satisfies Record<string, Damage>;
export type Level = keyof typeof levels;

export const kinds = [
  'cross',
  'tick',
  'fill',
  'pencil',
  'wild-tick',
  'small-cross',
  'blank',
  'double',
  'corrected',
  'dot',
] as const;
export type Kind = (typeof kinds)[number];

/** What was put on a form: `answer` is what the person meant, 0 where no program may know. */
export interface Filled {
  readonly question: Question;
  readonly kind: Kind;
  readonly answer: 0 | 1 | 2 | 3;
}

type Chance = () => number;
const around = (chance: Chance, size: number): number => (chance() * 2 - 1) * size;
const line = (points: readonly (readonly [number, number])[], width: number, ink: string): string =>
  `<path d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Strokes in a square; one millimetre is 2.83 points. */
function strokes(kind: Kind, { x, y, width: side }: Anchor, chance: Chance): string {
  const pen = 1 + chance() * 0.8;
  const ink = chance() < 0.5 ? '#10183a' : '#222';
  const [cx, cy] = [x + side / 2 + around(chance, 1.2), y + side / 2 + around(chance, 1.2)];
  const at = (dx: number, dy: number): [number, number] => [
    cx + dx * side + around(chance, 0.7),
    cy + dy * side + around(chance, 0.7),
  ];
  const cross = (half: number, width: number, colour: string): string =>
    line([at(-half, -half), at(half, half)], width, colour) + line([at(half, -half), at(-half, half)], width, colour);
  if (kind === 'tick') return line([at(-0.35, 0), at(-0.1, 0.35), at(0.4, -0.4)], pen, ink);
  if (kind === 'wild-tick') return line([at(-0.45, -0.1), at(-0.1, 0.4), at(0.9, -1)], pen, ink);
  if (kind === 'pencil') return cross(0.4, pen, '#777');
  if (kind === 'small-cross') return cross(0.24, pen, ink);
  if (kind === 'fill') {
    const rows = Array.from({ length: 9 }, (_, row) => at(row % 2 === 0 ? -0.42 : 0.42, -0.42 + row * 0.105));
    return line(rows, pen * 1.6, ink);
  }
  if (kind === 'dot') return `<circle cx="${cx}" cy="${cy}" r="${0.6 + chance() * 0.9}" fill="#333"/>`;
  return cross(0.42, pen, ink);
}

/** The pen of a person on one form of a page. */
export function fillIn(
  page: readonly Anchor[],
  form: number,
  chance: Chance,
  kindOf: () => Kind,
): { pen: string; filled: Filled[] } {
  let pen = '';
  const filled = (['quality', 'accessibility'] as const).map((question): Filled => {
    const kind = kindOf();
    const option = (1 + Math.floor(chance() * 3)) as 1 | 2 | 3;
    const other = (1 + (option % 3)) as 1 | 2 | 3;
    const put = (which: Kind, where: number): void => {
      const anchor = page.find(({ name }) => name === `${form + 1}.${question}.${where}`);
      if (anchor) pen += strokes(which, anchor, chance);
    };
    if (kind === 'blank') return { question, kind, answer: 0 };
    if (kind === 'corrected') put('fill', other);
    if (kind === 'double') put('tick', other);
    if (kind === 'dot') put('dot', other);
    put(kind === 'dot' || kind === 'corrected' || kind === 'double' ? 'cross' : kind, option);
    return { question, kind, answer: kind === 'corrected' || kind === 'double' ? 0 : option };
  });
  return { pen, filled };
}

/** A sheet turned, bent, shaded, stained, blurred and packed, the same on every run. */
export async function damaged(sheet: Raster, level: Damage, chance: Chance): Promise<Uint8Array> {
  const turn =
    (level.anyTurn ? Math.floor(chance() * 4) * 90 : chance() < level.upsideDown ? 180 : 0) +
    around(chance, level.tilt);
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [w, h] = [sheet.width, sheet.height];
  const corners = [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [
      x - w / 2 + around(chance, level.perspective * w),
      y - h / 2 + around(chance, level.perspective * w),
    ];
    return { form: { x, y }, picture: { x: dx * cos - dy * sin, y: dx * sin + dy * cos } };
  });
  const [xs, ys] = [corners.map(({ picture }) => picture.x), corners.map(({ picture }) => picture.y)];
  const [left, top] = [Math.min(...xs) - 12, Math.min(...ys) - 12];
  const [width, height] = [Math.ceil(Math.max(...xs) - left + 12), Math.ceil(Math.max(...ys) - top + 12)];
  // The mapping is asked the other way round: from the picture back to the sheet.
  const back = projective(
    corners.map(({ form, picture }) => ({
      form: { x: picture.x - left, y: picture.y - top },
      picture: form,
      weight: 1,
    })),
  );
  if (!back) throw new Error('the corners lie on a line');
  const stains = Array.from({ length: level.stains }, () => ({
    x: chance() * w,
    y: chance() * h,
    r: (0.08 + chance() * 0.1) * w,
    strength: 0.12 + chance() * 0.2,
  }));
  const lightFrom = chance() * 2 * Math.PI;
  const [lx, ly] = [Math.cos(lightFrom), Math.sin(lightFrom)];
  const table = 90 + chance() * 120;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = back({ x, y });
      const isPaper = from.x >= 0 && from.y >= 0 && from.x < w && from.y < h;
      let grey = isPaper ? greyAt(sheet, from.x, from.y) : table;
      for (const { x: sx, y: sy, r, strength } of stains) {
        const away = Math.hypot(from.x - sx, from.y - sy);
        if (away < r) grey *= 1 - strength * (away > r * 0.9 ? 1.3 : 0.5);
      }
      grey *= 1 - level.shade * (0.5 + 0.5 * (lx * (x / width - 0.5) + ly * (y / height - 0.5)) * 2);
      out[y * width + x] = Math.min(255, Math.max(0, grey + (chance() + chance() + chance() - 1.5) * 2 * level.noise));
    }
  }
  const picture = sharp(out, { raw: { width, height, channels: 1 } });
  return (level.blur > 0 ? picture.blur(Math.max(0.3, level.blur)) : picture).jpeg({ quality: level.jpeg }).toBuffer();
}

export interface Series {
  readonly pages: readonly Page[];
  readonly anchors: readonly Anchor[];
}

/** A series of forms with the words of the act of Zhambyl. */
export function series(count: number, perPage: 1 | 2): Series {
  const { library } = loadLibrary('.', ['zhambyl-62-2013/scrap-metal-licence']);
  const [own] = library.regulations;
  const form = own?.regulation.questionnaire;
  const said = (text: Parameters<typeof wording>[0]): string => wording(text, 'ru', 'ru') ?? '';
  const asked = (index: number) => ({
    text: said(form?.questions[index]?.text),
    options: (form?.questions[index]?.options ?? []).map((option) => said(option.text)),
  });
  const order: FormOrder = {
    service: 'zhambyl-62-2013/scrap-metal-licence',
    words: [
      {
        language: 'ru',
        title: said(form?.title),
        service: said(own?.regulation.title),
        nameLabel: said(form?.nameLabel),
        questions: { quality: asked(0), accessibility: asked(1) },
        instruction: 'Отметьте в каждом вопросе один квадрат.',
        comment: 'Комментарий',
        codeLabel: 'Код формы',
        cite: undefined,
      },
    ],
    serials: Array.from({ length: count }, (_, index) => index + 1),
    perPage,
    withComment: false,
  };
  const layout = setForms(order, loadFonts().set);
  if (!layout.ok) throw new Error(JSON.stringify(layout.findings));
  return layout.value;
}

/** A page with what the pen left on it, as pixels. */
export const sheetOf = (page: Page, pen: string, dpi: number): Promise<Raster> => rasterOf(svgOf(page, pen), dpi);
