import { formCorners, formSizes, lowerHalf, qrSide, type FormBox, type FormCode } from '../model/questionnaire.ts';
import { codeReader } from './codes.ts';
import { straighten } from './corners.ts';
import type { Mapping } from './mapping.ts';
import { readMark, type ReadMark } from './marks.ts';
import { greyAt, type Picture } from './picture.ts';

export { decodePages, encodePng, type Picture, type PictureSource } from './picture.ts';
export type { MarkState, ReadMark } from './marks.ts';

/** A form met on a page. Without `marks` it could be named by its code and nothing more. */
export interface ReadForm {
  readonly code: FormCode;
  readonly marks?: readonly (FormBox & ReadMark)[];
  /** The part with the squares, put straight; the whole page where that cannot be done. */
  readonly cutout: Picture;
}

/** Corner squares farther than this from a plane sheet, in millimetres: the paper is folded or the wrong squares were found. */
const mostError = 1.2;
/** Seen at an angle, far squares stand far from where the code alone puts them; between two halves other squares are near. */
const searchRadius = { A4: 28, upper: 14, lower: 14 } as const;

export interface ReadPage {
  readonly forms: readonly ReadForm[];
  /** Halves of a sheet that are there and whose code cannot be read: forms that would else be lost without a word. */
  readonly unreadHalves: number;
}

/** codes -> corner squares -> mapping -> squares. */
export async function readForms(picture: Picture): Promise<ReadPage> {
  const read = await codeReader();
  const found = await read(picture);
  let unreadHalves = 0;
  const forms = found.map(({ code, pairs }): ReadForm => {
    const straight = straighten(picture, pairs, formCorners(code.place), searchRadius[code.place]);
    if (!straight || straight.error > mostError) return { code, cutout: picture };
    const other = code.place === 'upper' ? 'lower' : 'upper';
    const isAlone = code.place !== 'A4' && !found.some((one) => one.code.place === other);
    if (isAlone && hasOtherHalf(picture, straight.map, code)) unreadHalves += 1;
    const marks = code.boxes.map((box) => ({ ...box, ...readMark(picture, straight.map, straight.black, box.at) }));
    return { code, marks, cutout: cut(picture, straight.map, code) };
  });
  return { forms, unreadHalves };
}

/** Whether something dark lies where the code of the other half would be. */
function hasOtherHalf(picture: Picture, map: Mapping, code: FormCode): boolean {
  const away = code.place === 'upper' ? lowerHalf : -lowerHalf;
  let dark = 0;
  for (let y = 1; y < qrSide; y += 1) {
    for (let x = 1; x < qrSide; x += 1) {
      const at = map({ x: code.qr.x + x, y: code.qr.y + away + y });
      if (greyAt(picture, at.x, at.y) < 110) dark += 1;
    }
  }
  return dark > 0.1 * qrSide * qrSide;
}

const perMm = 5;

function cut(picture: Picture, map: Mapping, code: FormCode): Picture {
  const size = formSizes[code.place];
  const ys = code.boxes.map(({ at }) => at.y);
  const [top, bottom] = [Math.max(0, Math.min(...ys) - 22), Math.min(size.height, Math.max(...ys) + 18)];
  const [width, height] = [size.width * perMm, Math.round((bottom - top) * perMm)];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = map({ x: x / perMm, y: top + y / perMm });
      grey[y * width + x] = Math.round(greyAt(picture, at.x, at.y));
    }
  }
  return { width, height, grey };
}
