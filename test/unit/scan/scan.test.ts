import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { scan, type ScanResult } from '../../../src/jobs/scan.ts';
import { freshFolder } from '../../helpers/cases.ts';
import { seeded } from '../../helpers/paper.ts';
import { damaged, fillIn, levels, series, sheetOf, type Filled, type Kind, type Level } from '../../helpers/scans.ts';

const read = async (
  folder: string,
): Promise<ScanResult & { codes: string[]; rows: string[][]; review: string[][] }> => {
  const out = join(folder, 'lists', 'paper.csv');
  const result = await scan({ images: [folder], out, date: '2013-06-28', language: 'ru', root: '.' });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const rowsOf = (file: string): string[][] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(';'))
      : [];
  const codes = result.findings.map(({ code }) => code);
  return { ...result.value, codes, rows: rowsOf(out), review: rowsOf(join(folder, 'lists', 'paper.review.csv')) };
};

/** Writes scans of a series; gives what was meant on each form. */
async function write(
  folder: string,
  marks: readonly Kind[],
  level: Level,
  seed: number,
  perPage: 1 | 2 = 1,
): Promise<Filled[][]> {
  const chance = seeded(seed);
  const made = series(marks.length, perPage);
  const forms = marks.map((kind, index) => fillIn(made.anchors, index, chance, () => kind));
  for (const [index, page] of made.pages.entries()) {
    const own = forms.slice(index * perPage, (index + 1) * perPage).map(({ pen }) => pen);
    const bytes = await damaged(await sheetOf(page, own.join(''), levels[level].dpi), levels[level], chance);
    writeFileSync(join(folder, `${index}.jpg`), bytes);
  }
  return forms.map(({ filled }) => filled);
}

const answers = (rows: readonly string[][]): string[] => rows.map((row) => `${row[3] ?? ''}${row[4] ?? ''}`);
const meant = (filled: readonly Filled[][]): string[] =>
  filled.map((form) => form.map(({ answer }) => answer).join(''));

describe('forms as an office scans them', () => {
  let folder = '';
  beforeAll(() => (folder = freshFolder()));

  it('are read as they were meant: crosses, ticks, fills, pencil', async () => {
    const filled = await write(folder, ['cross', 'tick', 'fill', 'pencil', 'wild-tick'], 'office', 7);
    const { rows, accepted, toReview, rejected, pages } = await read(folder);
    expect({ pages, accepted, toReview, rejected }).toEqual({ pages: 5, accepted: 5, toReview: 0, rejected: 0 });
    expect(answers(rows)).toEqual(meant(filled));
    expect(rows[0]?.slice(0, 3)).toEqual([
      'zhambyl-62-2013.scrap-metal-licence-000001',
      'zhambyl-62-2013/scrap-metal-licence',
      '2013-06-28',
    ]);
  });
});

describe('what a program cannot know', () => {
  it('goes to a person with a picture: blank, double, corrected; a form read twice', async () => {
    const folder = freshFolder();
    await write(folder, ['blank', 'double', 'corrected', 'cross'], 'office', 11);
    writeFileSync(join(folder, '9.jpg'), readFileSync(join(folder, '3.jpg')));
    const { accepted, toReview, review } = await read(folder);
    expect({ accepted, toReview }).toEqual({ accepted: 1, toReview: 4 });
    expect(review.map((row) => row[9])).toEqual([
      'ни один квадрат не отмечен',
      'отмечено больше одного квадрата',
      'отмечено больше одного квадрата',
      'анкета с этим номером уже прочитана',
    ]);
    for (const row of review) expect(existsSync(row[12] ?? '')).toBe(true);
  });

  it('is counted when it cannot be read at all: another paper, broken bytes, a covered code', async () => {
    const folder = freshFolder();
    await write(folder, ['cross', 'cross'], 'clean', 3, 2);
    const sheet = sharp(readFileSync(join(folder, '0.jpg')));
    const { width = 0, height = 0 } = await sheet.metadata();
    const ink = Buffer.from(
      `<svg width="${width}" height="${height}"><rect x="${width * 0.82}" y="${height * 0.58}" width="90" height="90"/></svg>`,
    );
    writeFileSync(
      join(folder, '1.png'),
      await sheet
        .composite([{ input: ink }])
        .png()
        .toBuffer(),
    );
    writeFileSync(
      join(folder, '2.png'),
      await sharp({ create: { width: 800, height: 1100, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
    );
    writeFileSync(join(folder, '3.png'), 'no picture');
    const { pages, forms, accepted, toReview, rejected, codes } = await read(folder);
    expect({ pages, forms, accepted, toReview, rejected }).toEqual({
      pages: 4,
      forms: 6,
      accepted: 2,
      toReview: 1,
      rejected: 3,
    });
    expect(forms).toBe(accepted + toReview + rejected);
    expect(codes).toContain('scan-format');
  });
});

describe('other ways to a form', () => {
  it('PDF with a picture a page, a fax-packed TIFF, two forms to a sheet, upside down', async () => {
    const folder = freshFolder();
    const filled = await write(folder, ['cross', 'tick', 'fill', 'cross'], 'clean', 5, 2);
    const [first, second] = [readFileSync(join(folder, '0.jpg')), readFileSync(join(folder, '1.jpg'))];
    const pdf = await PDFDocument.create();
    const image = await pdf.embedJpg(first);
    pdf.addPage([image.width, image.height]).drawImage(image, { x: 0, y: 0 });
    const other = freshFolder();
    writeFileSync(join(other, 'a.pdf'), await pdf.save());
    writeFileSync(
      join(other, 'b.tiff'),
      await sharp(second)
        .rotate(180)
        .greyscale()
        .threshold(150)
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1 })
        .toBuffer(),
    );
    const { accepted, pages, rows } = await read(other);
    expect({ accepted, pages }).toEqual({ accepted: 4, pages: 2 });
    expect(answers(rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)))).toEqual(meant(filled));
  });

  it('photographs at an angle in bad light: nothing is read wrong', async () => {
    const folder = freshFolder();
    const filled = await write(folder, ['cross', 'tick', 'fill', 'double', 'small-cross', 'dot'], 'photo', 23);
    const { rows, forms } = await read(folder);
    expect(forms).toBe(6);
    const wanted = meant(filled);
    for (const row of rows) expect(`${row[3] ?? ''}${row[4] ?? ''}`).toBe(wanted[Number(row[0]?.slice(-6)) - 1]);
    expect(rows.length).toBeGreaterThan(2);
  });
});
