import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesAt, Tidiness, wholeLines } from '../../../src/source/tidy.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function tidiness(text: string | Buffer, size = 7): Promise<Tidiness | undefined> {
  const found = new Tidiness();
  for await (const region of wholeLines(inPieces(Buffer.from(text), size))) if (!found.take(region)) return undefined;
  return found;
}

describe('a tidy text', () => {
  it.each([
    ['a,б\n1,2\n', 2, '\n'],
    ['a,б\n1,2', 2, '\n'],
    ['\ufeffa,б\r\n1,2\r\n', 2, '\r\n'],
    ['a,б\r\n1,2', 2, '\r\n'],
    ["a,б\n,\n';#\\,\t\n", 3, '\n'],
  ])('%j', async (text, lines, lineEnd) => {
    expect(await tidiness(text)).toMatchObject({ lines, lineEnd });
  });

  it.each([
    ['a quote', 'a,b\n"1",2\n'],
    ['a zero byte', 'a,b\n1\0,2\n'],
    ['an empty line', 'a,b\n\n1,2\n'],
    ['an empty line between pairs', 'a,b\r\n\r\n1,2\r\n'],
    ['a CR in a line', 'a,b\n1\r,2\n'],
    ['unlike line ends', 'a,b\r\n1,2\n3,4\r\n'],
    ['the other unlike line ends', 'a,b\n1,2\r\n3,4\n'],
    ['half a pair at the end', 'a,b\r\n1,2\r'],
    ['two CR before LF', 'a,b\r\n1,2\r\r\n'],
    ['old line ends', 'a,b\r1,2\r'],
    ['windows-1251', Buffer.from('612c620a312cc0e1e90a', 'hex')],
    ['a cut letter', Buffer.from('612c620a312cd0', 'hex')],
    ['a long line', `a,b\n1,${'x'.repeat(70_000)}\n`],
    ['a long line without an end', `a,b\n1,${'x'.repeat(70_000)}`],
  ])('is not one with %s', async (_what, text) => {
    expect(await tidiness(text, 40_000)).toBeUndefined();
  });
});

it('lines are found by their numbers, however the text comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[aя,]{1,9}$/), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
      async (lines, size, ended, wants) => {
        const wanted = lines.flatMap((_, index) => (wants.next().value ? [index + 1] : []));
        const text = `\ufeff${lines.join('\n')}${ended ? '\n' : ''}`;
        const found: string[] = [];
        for await (const { line, bytes } of linesAt(
          wholeLines(inPieces(Buffer.from(text), size)),
          Uint32Array.from(wanted),
        ))
          for (const [index, one] of bytes.toString().split('\n').entries())
            if (one !== '') found.push(`${line + index} ${one}`);
        expect(found).toEqual(wanted.map((line) => `${line} ${lines[line - 1] ?? ''}`));
      },
    ),
  );
});
