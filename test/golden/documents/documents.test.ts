import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { dump } from '../../helpers/pages.ts';
import { differingDots, pagePicture } from '../../helpers/pictures.ts';
import { has } from '../../helpers/programs.ts';
import { realDocuments } from '../../helpers/real-documents.ts';
import { bare, spokenText, structureText } from '../../helpers/spoken.ts';

/**
 * One document of every kind in each of its languages, printed from the example cases. Their pages stand here as text
 * (`npx vitest run test/golden -u` writes them anew) and as pictures in docs/pictures/documents (`UPDATE=1`): look at them.
 */
const documents = await realDocuments();
const folder = 'docs/pictures/documents';

describe('the pages of real documents', () => {
  it.each(documents)('$name', async ({ name, laidOut }) => {
    await expect(dump(laidOut.layout)).toMatchFileSnapshot(`./${name}.txt`);
  });
});

describe.skipIf(!has('pdfinfo'))('the structure of the file gives the text back, in order (pdfinfo -struct-text)', () => {
  // The program reads a page anew for each element: a second a file. Every kind once, the languages by turns.
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  const chosen = kinds.map((kind, index) => {
    const both = documents.filter((one) => one.kind === kind);
    return both[index % both.length];
  });
  it.concurrent.each(chosen.filter((one) => one !== undefined))('$name', async ({ file, laidOut }) => {
    const { stdout } = await promisify(execFile)('pdfinfo', ['-struct-text', file]);
    expect(bare(structureText(stdout))).toBe(bare(spokenText(laidOut.markup)));
  });
});

describe.skipIf(!has('pdftoppm'))('the pages look as the pictures of docs/documents.md (pdftoppm)', () => {
  const wanted = documents.flatMap(({ name, file, pages }) =>
    Array.from({ length: pages }, (_, index) => ({ file, page: index + 1, picture: `${name}${index > 0 ? `-${index + 1}` : ''}.png` })),
  );
  it('there is a picture of every page, and no other', () => {
    if (process.env['UPDATE']) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (!process.env['UPDATE']) expect(readdirSync(folder).sort()).toEqual(wanted.map(({ picture }) => picture).sort());
  });
  it.each(wanted)('$picture', async ({ file, page, picture }) => {
    const drawn = await pagePicture(file, page);
    const path = join(folder, picture);
    if (process.env['UPDATE']) writeFileSync(path, drawn);
    expect(await differingDots(drawn, readFileSync(path))).toBeLessThan(40);
  });
  it('a word that is gone is seen', async () => {
    const whole = readFileSync(join(folder, 'licence.png'));
    const background = { r: 255, g: 255, b: 255 };
    const patch = await sharp({ create: { width: 90, height: 12, channels: 3, background } }).png().toBuffer();
    const spoilt = await sharp(whole).composite([{ input: patch, left: 268, top: 98 }]).png().toBuffer();
    expect(await differingDots(spoilt, whole)).toBeGreaterThan(80);
  });
});
