import { encodeQR } from 'qr';

/** A code as a grid: `dark` holds rectangles of modules, four numbers (column, row, columns, rows) each. Quiet zone inside. */
export interface Modules {
  readonly columns: number;
  readonly rows: number;
  readonly dark: readonly number[];
}

const quietZone = 4;

/** A QR code with correction level M; ISO/IEC 18004 asks for four modules of quiet zone. Throws on a value that is too long. */
export function qrModules(value: string): Modules {
  // The encoder adds a border of at least one module.
  const grid = encodeQR(value, 'raw', { ecc: 'medium', border: 1 });
  const dark: number[] = [];
  grid.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      if (!line[column]) continue;
      const first = column;
      while (line[column + 1]) column += 1;
      dark.push(first + quietZone - 1, row + quietZone - 1, column - first + 1, 1);
    }
  });
  const side = grid.length + 2 * (quietZone - 1);
  return { columns: side, rows: side, dark };
}

/** Widths of bars and spaces of the 106 values and the stop (ISO/IEC 15417, table 1). */
const patterns =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  );
const toC = 99;
const toB = 100;
const startB = 104;
const startC = 105;
const stop = 106;
const quietBars = 10;

/** The values of Code 128 for printable ASCII: set C for four digits and more (of an odd number inside
 * the text the first stays in B), set B for the rest. */
function valuesOf(text: string): number[] {
  const values: number[] = [];
  let set: 'B' | 'C' | undefined;
  const enter = (wanted: 'B' | 'C'): void => {
    if (set === wanted) return;
    if (set === undefined) values.push(wanted === 'C' ? startC : startB);
    else values.push(wanted === 'C' ? toC : toB);
    set = wanted;
  };
  for (let index = 0; index < text.length;) {
    const run = /^\d*/.exec(text.slice(index))?.[0].length ?? 0;
    const pairs = run >= 4 && (index === 0 || run % 2 === 0) ? Math.floor(run / 2) : 0;
    if (pairs > 0) enter('C');
    for (let pair = 0; pair < pairs; pair++) values.push(Number(text.slice(index + 2 * pair, index + 2 * pair + 2)));
    index += 2 * pairs;
    if (pairs > 0 || index >= text.length) continue;
    enter('B');
    values.push(text.charCodeAt(index) - 32);
    index += 1;
  }
  return values;
}

/** A Code 128. Throws on characters outside printable ASCII. */
export function code128Modules(text: string): Modules {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new RangeError('printable ASCII only');
  const values = valuesOf(text);
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  const dark: number[] = [];
  let column = quietBars;
  for (const value of [...values, check, stop]) {
    [...(patterns[value] ?? '')].forEach((width, index) => {
      if (index % 2 === 0) dark.push(column, 0, Number(width), 1);
      column += Number(width);
    });
  }
  return { columns: column + quietBars, rows: 1, dark };
}
