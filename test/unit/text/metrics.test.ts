import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '../../../src/pdf/fonts.ts';
import { missing, widthOf, type Face } from '../../../src/text/metrics.ts';

const fonts = loadFonts().set;
const files: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular',
  bold: '700Bold/Tinos_700Bold',
  italic: '400Regular_Italic/Tinos_400Regular_Italic',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic',
};
const words = [
  ...'Товариществу с ограниченной ответственностью «Жетісу-Қоры» БИН 120340001234 г. Алматы ул. Абая'.split(' '),
  ...'Тау-кен және химия өндірістерін жобалау үшін ҰҒЫМ ӘҢГІМЕ Һәм (қолы) № 5, ст. 20; 1-сынып АТА ГТУ РУДА у.е. Тула,'.split(
    ' ',
  ),
  ...'AVATAR Wave. To: LTD «LTV» Şişecam Łódź Přerov naïve 2020–2021 ₸1 500 50% §5 „так“'.split(' '),
];

describe('widthOf', () => {
  for (const face of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
    it(`equals what a shaper makes of the full font, kerning included: ${face}`, () => {
      const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${files[face]}.ttf`);
      const full = create(readFileSync(path));
      if (!('layout' in full)) throw new Error('a collection');
      for (const word of words)
        expect(widthOf(fonts[face], word) * 2048, word).toBeCloseTo(full.layout(word).advanceWidth, 6);
    });
  }
});

describe('missing', () => {
  it('has every letter of the two languages and the signs of office prose', () => {
    const letters = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ';
    for (const font of Object.values(fonts))
      expect(
        missing(font, `${letters}${letters.toLowerCase()}0123456789№«»–—…•°×±≤≥§₸₽“”„’\u00A0\u2011\u2010`),
      ).toEqual([]);
  });

  it('names each character once', () => expect(missing(fonts.regular, 'а文b文☑')).toEqual(['文', '☑']));
});
