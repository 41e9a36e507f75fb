import { code128Modules, qrModules, type Barcode } from '../../src/layout/index.ts';

/** A code as one path over its modules, and its size in millimetres. */
export function codePath(block: Barcode) {
  const { symbology, value } = block;
  const code = symbology === 'qr' ? qrModules(value) : code128Modules(value);
  const width = block.width ?? 25;
  const height = symbology === 'qr' ? width : (block.height ?? 12);
  const parts: string[] = [];
  for (let index = 0; index < code.dark.length; index += 4) {
    const [x = 0, y = 0, across = 0, down = 0] = code.dark.slice(index, index + 4);
    parts.push(`M${x} ${y}h${across}v${down}h-${across}z`);
  }
  return { path: parts.join(''), columns: code.columns, rows: code.rows, width, height };
}

/** The same as a picture. */
export function codeSvg(block: Barcode, size: string): string {
  const { path, columns, rows } = codePath(block);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none" ${size}><path d="${path}"/></svg>`;
}
