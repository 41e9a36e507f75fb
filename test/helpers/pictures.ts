import { execFileSync } from 'node:child_process';
import sharp from 'sharp';

/** A page of a PDF as a small grey picture: 60 dots to an inch, sixteen greys. */
export async function pagePicture(file: string, page: number): Promise<Buffer> {
  const args = ['-r', '60', '-gray', '-f', String(page), '-l', String(page), file];
  const drawn = execFileSync('pdftoppm', args, { maxBuffer: 1 << 26 });
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(drawn.subarray(0, 40).toString('latin1')) ?? [];
  const raw = { width: Number(width), height: Number(height), channels: 1 } as const;
  return sharp(drawn.subarray(head.length), { raw })
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
}

/** Greys of a picture, softened so that another way to smooth edges does not count. */
async function softened(picture: Buffer): Promise<{ width: number; height: number; data: Buffer }> {
  const { data, info } = await sharp(picture).greyscale().blur(2).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** How many dots of two pictures differ clearly; every dot where the pictures are not of one size. */
export async function differingDots(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all([softened(one), softened(other)]);
  if (first.width !== second.width || first.height !== second.height) return first.width * first.height;
  let count = 0;
  for (const [index, grey] of first.data.entries()) if (Math.abs(grey - (second.data[index] ?? 0)) > 24) count++;
  return count;
}
