import { diagnostic, type Diagnostic, type Pointer } from '../diagnostics/index.ts';
import type { Tree } from '../source/index.ts';

/** The day of a skeleton: no regulation of a state service is so old. */
const unfilledDay = '1900-01-01';

const sign = /‹([^›]*)›/u;

function* placeholdersIn(value: unknown, pointer: Pointer = []): Generator<{ pointer: Pointer; text: string }> {
  if (typeof value === 'string') {
    const text = value === unfilledDay ? unfilledDay : sign.exec(value)?.[1];
    if (text !== undefined) yield { pointer, text };
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* placeholdersIn(inner, [...pointer, Array.isArray(value) ? Number(key) : key]);
}

/** `placeholder-left` for each place of a file where a skeleton (`reglament new`) left texts in ‹angle quotes› or days of 1900. */
export const unfilledIn = ({ file, data }: Tree): Diagnostic[] =>
  [...placeholdersIn(data)].map(({ pointer, text }) => diagnostic('placeholder-left', { text }, { file, pointer }));
