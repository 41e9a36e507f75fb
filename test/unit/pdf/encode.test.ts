import fc from 'fast-check';
import { expect, it } from 'vitest';
import { glyphArray, number } from '../../../src/pdf/encode.ts';
import { loadFonts } from '../../../src/pdf/index.ts';

it('writes a number with at most three decimals and no exponent', () => {
  expect([0, -0, 0.5, -0.5, 12, 1.25, 100.009, 0.0004, -0.0004, 1e-9, 0.9996, -0.9996].map(number)).toEqual([
    '0',
    '0',
    '0.5',
    '-0.5',
    '12',
    '1.25',
    '100.009',
    '0',
    '0',
    '0',
    '1',
    '-1',
  ]);
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const written = number(value);
      expect(written).toMatch(/^-?\d+(?:\.\d{0,2}[1-9])?$/);
      expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.000_500_1);
    }),
  );
});

it('draws a text anew when its size or its spaces differ', () => {
  const font = loadFonts().set.regular;
  const text = 'Осы рұқсат берілді';
  const plain = glyphArray(font, text, 12, 0);
  const wide = glyphArray(font, text, 12, 3);
  expect(wide).toContain(')-250(');
  expect(glyphArray(font, text, 6, 3)).toContain(')-500(');
  expect(glyphArray(font, text, 12, 3)).toBe(wide);
  expect(glyphArray(font, text, 12, 0)).toBe(plain);
});
