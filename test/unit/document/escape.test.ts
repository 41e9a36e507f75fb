import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarkup } from '../../../src/document/index.ts';
import { CaseText } from '../../../src/model/case-parts.ts';
import { loadTemplates } from '../../../src/jobs/templates.ts';
import type { DocumentModel } from '../../../src/model/document.ts';

const template = loadTemplates('.').templates.get('consent');

/** The text of a parsed document, as it would be set. */
const textOf = (node: { readonly children: readonly unknown[] }): string =>
  node.children
    .map((child) =>
      typeof child === 'string'
        ? child
        : typeof child === 'object' && child !== null && 'children' in child
          ? textOf(child as { children: unknown[] })
          : '',
    )
    .join('');

it('whatever a case may say is set letter for letter', () => {
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('{{x}}', '</p>', '<b>', '&amp;', ']]>', '<!--', '{{> holder}}', '<?x?>', '\\{{y}}'),
    )
    .map((text) => text.trim());
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ').trim()),
      (given) => {
        const read = CaseText.safeParse(given);
        fc.pre(read.success && typeof read.data === 'string');
        const systems = read.success && typeof read.data === 'string' ? read.data : '';
        const model = {
          format: 1,
          form: 'x',
          kind: 'consent',
          case: '1',
          language: 'ru',
          specimen: false,
          number: null,
          issued: '2019-01-01',
          service: { address: 'a/b', title: 'у' },
          act: { number: '1', date: '2019-01-01' },
          standard: { documents: null },
          provider: 'П',
          applicant: {
            name: 'Ким',
            person: true,
            id: '1',
            address: 'а',
            postcode: null,
            phone: null,
            representative: null,
          },
          officer: null,
          city: null,
          original: null,
          law: {},
          document: { at: '2019-01-01', place: 'город', systems },
        } satisfies DocumentModel;
        const filled = template?.fill({ ...model, seal: { qr: '', hash: '' } }, 'ru');
        expect(filled?.ok).toBe(true);
        const parsed = parseMarkup('x', filled?.ok ? filled.value : '');
        expect(parsed.findings).toEqual([]);
        expect(parsed.ok && textOf(parsed.value)).toContain(`Сведения: ${systems.replace(/[\s.,;:]+$/u, '')}.`);
      },
    ),
    { numRuns: 300 },
  );
});
