import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mendSpacing } from '../../../src/check/index.ts';
import { mendScalars } from '../../../src/source/index.ts';

describe('mending spaces', () => {
  it('leaves everything but the words of scalars alone', () => {
    const text =
      '# два  пробела в примечании\nключ:   "слово  слово , и ( так )"\nсписок:\n    - { a: 1,  b: слово  слово }\n';
    const { text: mended, mended: count } = mendScalars(text, mendSpacing);
    expect(count).toBe(2);
    expect(mended).toBe(
      '# два  пробела в примечании\nключ:   "слово слово, и (так)"\nсписок:\n    - { a: 1,  b: слово слово }\n',
    );
  });
  it('changes only white space, and nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('а', 'ә', ' ', ',', ';', '(', ')', '«', '»', '5', '.') }),
        (text) => {
          const once = mendSpacing(text);
          expect(once.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
          expect(mendSpacing(once)).toBe(once);
        },
      ),
    );
  });
  it('keeps YAML readable whatever the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('а', ' ', ',', '"', "'", ':', '#') }), { maxLength: 5 }),
        (words) => {
          const text = JSON.stringify({ words });
          const data: unknown = parse(mendScalars(text, mendSpacing).text);
          expect(JSON.stringify(data).replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        },
      ),
    );
  });
});
