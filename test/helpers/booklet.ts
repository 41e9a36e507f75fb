import { bookletOf, type BookletMaking } from '../../src/document/index.ts';
import { layOut, type Layout } from '../../src/layout/index.ts';
import { BookletTexts, Regulation, readModel } from '../../src/model/index.ts';
import { loadFonts } from '../../src/pdf/index.ts';
import { readTree } from '../../src/source/index.ts';

function need<T>(outcome: { ok: true; value: T } | { ok: false; findings: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings, null, 1));
  return outcome.value;
}

export const bookletTexts = (): BookletTexts =>
  need(readModel(BookletTexts, need(readTree('templates/booklet/texts.yaml'))));
export const regulationAt = (address: string): Regulation =>
  need(readModel(Regulation, need(readTree(`regulations/${address}.yaml`))));

/** The booklet of a regulation without its drawings, which need a browser. */
export function bookletWithout(
  regulation: Regulation,
  more: Partial<BookletMaking> = {},
): ReturnType<typeof bookletOf> {
  return bookletOf({
    regulation,
    words: bookletTexts()[regulation.lang],
    file: 'regulation.yaml',
    asFiled: false,
    sheets: () => [],
    taken: () => 0,
    ...more,
  });
}

export const laidOut = (document: ReturnType<typeof bookletOf>['document']): Layout =>
  need(layOut(document, loadFonts().set));
