/** A page in grey: one byte a pixel, 0 black, 255 white, row after row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A file of one of the kinds of picture, or the bare pixels of one. */
export type PictureSource =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'pixels';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3;
    };

/** Larger pictures are made smaller: squares of six millimetres do not need more. */
const longest = 3600;

/**
 * Decodes the pages of a PNG, JPEG, TIFF or WebP (a TIFF may hold several), turned as its camera says, transparent parts
 * white. Throws on bytes that are no picture.
 */
export async function decodePages(source: PictureSource): Promise<Picture[]> {
  const { default: sharp } = await import('sharp');
  const open = (page: number) =>
    source.kind === 'file'
      ? sharp(source.bytes, { page })
      : sharp(source.bytes, { raw: { width: source.width, height: source.height, channels: source.channels } });
  const { pages = 1 } = source.kind === 'file' ? await sharp(source.bytes).metadata() : {};
  const pictures: Picture[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { data, info } = await open(page)
      .rotate()
      .flatten({ background: 'white' })
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const grey = info.channels === 1 ? new Uint8Array(data) : every(data, info.channels);
    pictures.push({ width: info.width, height: info.height, grey });
  }
  return pictures;
}

const every = (data: Uint8Array, step: number): Uint8Array => {
  const grey = new Uint8Array(data.length / step);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[at * step] ?? 255;
  return grey;
};

export async function encodePng({ width, height, grey }: Picture): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** The grey between pixels; beyond the edge white, because paper ends there. */
export function greyAt({ width, height, grey }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const upper = (grey[at] ?? 255) * (1 - fx) + (grey[at + 1] ?? 255) * fx;
  const lower = (grey[at + width] ?? 255) * (1 - fx) + (grey[at + width + 1] ?? 255) * fx;
  return upper * (1 - fy) + lower * fy;
}
