import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formCodeText, qrSide, readFormCode, type FormCode, type Point } from '../model/questionnaire.ts';
import { packageFolder } from '../store/index.ts';
import type { Pair } from './mapping.ts';
import type { Picture } from './picture.ts';

export interface FoundCode {
  readonly code: FormCode;
  /** The corners of the code on the form and in the picture. */
  readonly pairs: readonly Pair[];
}

/** Letters that versions 1, 2 … hold in alphanumeric mode at correction level M (ISO/IEC 18004, table 7). */
const capacities = [20, 38, 61, 90, 122, 154, 178, 221, 262, 311];
const quietModules = 4;

/** Where the dark part of the code begins, and its side, in millimetres. */
function insideOf(code: FormCode): { readonly inset: number; readonly side: number } {
  const version = capacities.findIndex((most) => formCodeText(code).length <= most) + 1;
  const modules = 17 + 4 * version;
  const module = qrSide / (modules + 2 * quietModules);
  return { inset: quietModules * module, side: modules * module };
}

type Reader = (picture: Picture) => Promise<FoundCode[]>;
let reader: Promise<Reader> | undefined;

/** The reader of codes, from the package's own file: it must never ask the network for it. */
export const codeReader = (): Promise<Reader> => (reader ??= openReader());

async function openReader(): Promise<Reader> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const folder = packageFolder('zxing-wasm');
  if (folder === undefined) throw new Error('the package zxing-wasm is not installed');
  const wasm = readFileSync(join(folder, 'dist', 'reader', 'zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async ({ width, height, grey }) => {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let at = 0; at < grey.length; at += 1)
      data.fill(grey[at] ?? 255, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
    const found = await readBarcodes(
      { data, width, height, colorSpace: 'srgb' },
      { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 16 },
    );
    return found.flatMap(({ text, position }) => {
      const code = readFormCode(text);
      if (!code) return [];
      const { inset, side } = insideOf(code);
      const [x, y] = [code.qr.x + inset, code.qr.y + inset];
      const corners: readonly (readonly [Point, Point])[] = [
        [{ x, y }, position.topLeft],
        [{ x: x + side, y }, position.topRight],
        [{ x: x + side, y: y + side }, position.bottomRight],
        [{ x, y: y + side }, position.bottomLeft],
      ];
      return [{ code, pairs: corners.map(([form, picture]) => ({ form, picture, weight: 1 })) }];
    });
  };
}
