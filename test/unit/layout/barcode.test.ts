import bwipjs from 'bwip-js/node';
import { describe, expect, it } from 'vitest';
import { code128Modules, qrModules } from '../../../src/layout/index.ts';

/** Widths of bars and spaces in turn, from the rectangles. */
function widths(dark: readonly number[]): number[] {
  const out: number[] = [];
  let end: number | undefined;
  for (let index = 0; index < dark.length; index += 4) {
    const [column = 0, , columns = 0] = dark.slice(index, index + 3);
    if (end !== undefined) out.push(column - end);
    out.push(columns);
    end = column + columns;
  }
  return out;
}

describe('code128Modules', () => {
  it.each(['KZ-ABC', 'KZ12VWX', '123456', 'A1234567', '1234567', 'AB1234CD', 'AB123456CD', 'a b~!'])(
    'equals another encoder: %s',
    (value) => {
      const [first] = bwipjs.raw('code128', value, 'dontlint');
      expect(first && 'sbs' in first ? widths(code128Modules(value).dark) : []).toEqual(
        first && 'sbs' in first ? first.sbs : undefined,
      );
    },
  );

  it('refuses what the code cannot hold', () => {
    expect(() => code128Modules('Ғ')).toThrow(RangeError);
    expect(() => code128Modules('')).toThrow(RangeError);
  });
});

describe('qrModules', () => {
  it('keeps four modules free on every side', () => {
    const { columns, rows, dark } = qrModules('https://elicense.kz');
    expect(columns).toBe(rows);
    const lefts = dark.filter((_, index) => index % 4 === 0);
    expect(Math.min(...lefts)).toBe(4);
    const rights = dark.flatMap((value, index) => (index % 4 === 0 ? [value + (dark[index + 2] ?? 0)] : []));
    expect(Math.max(...rights)).toBe(columns - 4);
  });
});
