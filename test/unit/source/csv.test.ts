import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../../src/source/csv.ts';
import { guessDelimiter } from '../../../src/source/delimiter.ts';
import { Remembering } from '../../helpers/rows.ts';

function read(text: string | Buffer, chunk = 1 << 16): Remembering {
  const sink = new Remembering();
  const reader = new CsvReader(sink);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  reader.end();
  return sink;
}
const cells = (sink: Remembering) => sink.rows.map((row) => row.cells);

describe('records', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', [['1', '2']]],
    [
      'semicolon and CRLF',
      'a;b\r\n1;2\r\n3;4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['tab', 'a\tb\n1\t\n', [['1', '']]],
    [
      'old Macintosh line ends',
      'a;b\r1;2\r3;4\r',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['sep line of Excel', 'sep=;\r\na;b\r\n1,5;2\r\n', [['1,5', '2']]],
    ['quotes and doubled quotes', 'a;b\n"1;""x""";2\n', [['1;"x"', '2']]],
    ['a quote inside a field', 'a;b\n5" труба;2\n', [['5" труба', '2']]],
    ['blank lines and lines of delimiters', 'a;b\n\n1;2\n;\n', [['1', '2']]],
    ['empty fields at the end beyond the heading', 'a;b\n1;2;;\n', [['1', '2']]],
    [
      'a field over two lines',
      'a;b\n1;"x\ny"\n3;4\n',
      [
        ['1', 'x\ny'],
        ['3', '4'],
      ],
    ],
  ])('%s', (_, text, expected) => expect(cells(read(text))).toEqual(expected));

  it('keeps the physical line numbers after a field that spans lines', () => {
    expect(read('a;b\n1;"x\ny\nz"\n3;4\n').rows.map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe('damage costs one record', () => {
  const lines = (damaged: string) =>
    ['id;text;n', ...Array.from({ length: 50 }, (_, index) => (index === 7 ? damaged : `${index};слово;3`))].join('\n');

  it.each([
    ['a stray quote never closed', '7;"слово;3', 'quote'],
    ['a quote closed in the wrong place', '7;"сло"во;3', 'quote'],
    ['too few fields', '7;слово', 'column-count'],
    ['too many fields', '7;слово;3;4', 'column-count'],
    ['a zero byte', '7;сло\u0000во;3', 'control-byte'],
    ['the heading again', 'id;text;n', 'header-repeated'],
  ])('%s', (_, damaged, fault) => {
    const sink = read(lines(damaged));
    expect(sink.rows).toHaveLength(49);
    expect(sink.faults).toEqual([{ line: 9, fault, raw: damaged }]);
  });

  it('a stray quote closed by another far below takes only its own line', () => {
    const sink = read('id;text\n1;"a\n2;b\n3;c"\n4;d\n');
    // The quoted field closes and the record has two fields: by the rule it is one record over three lines.
    expect(cells(sink)).toEqual([
      ['1', 'a\n2;b\n3;c'],
      ['4', 'd'],
    ]);
    const cut = read('id;text;n\n1;"a;3\n2;b;3\n3;c";3\n4;d;3;"\n5;e;3\n');
    expect(cells(cut)).toContainEqual(['5', 'e', '3']);
    expect(cut.rows.length + cut.faults.length).toBeGreaterThanOrEqual(3);
  });

  it('bytes of another encoding', () => {
    const sink = read(
      Buffer.concat([Buffer.from('id;text\n1;да\n'), Buffer.from([50, 59, 0xe4, 0xe0, 10]), Buffer.from('3;нет\n')]),
    );
    expect(sink.rows.map((row) => row.cells[0])).toEqual(['1', '3']);
    expect(sink.faults.map(({ fault }) => fault)).toEqual(['encoding']);
  });
});

describe('a line without end', () => {
  it('is turned away, is not held, and the next line is read', () => {
    const sink = new Remembering();
    const reader = new CsvReader(sink);
    reader.push(Buffer.from(`id;text\n${'1;a\n'.repeat(20000)}`));
    const block = Buffer.alloc(1 << 20, 'x');
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 2048; index += 1) reader.push(block);
    reader.push(Buffer.from('\n2;b\n'));
    reader.end();
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
    expect(sink.faults.map(({ fault }) => fault)).toEqual(['too-long']);
    expect(sink.faults[0]?.raw.length).toBeLessThanOrEqual(65536);
    expect(sink.rows.at(-1)).toEqual({ line: 20003, cells: ['2', 'b'] });
  });
});

describe('wherever the chunks are cut', () => {
  const field = fc.stringMatching(/^[a-zа-яқ ,;"\n]{0,8}$/u);
  const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

  it('what was written is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, chunk) => {
          const whole = `one;two\n${rows.map(([a, b]) => `${quoted(`x${a}`)};${quoted(b)}\n`).join('')}`;
          const expected = rows.map(([a, b]) => [`x${a}`, b]);
          expect(cells(read(whole, chunk))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('guesses the delimiter by the evenness of the lines, not by the number of marks', () => {
  expect(guessDelimiter('a;b\n1,5;2,5\n3,5;4,5\n')).toBe(';');
  expect(guessDelimiter('a,b,c\n1,"x;y;z;w",3\n')).toBe(',');
  expect(guessDelimiter('alone\n1\n')).toBeUndefined();
});

it('a heading that cannot be read ends the reading and is told', () => {
  const told: unknown[] = [];
  const sink = new Remembering();
  const reader = new CsvReader(
    Object.assign(sink, { badHeading: (fault: string, line: number) => told.push([fault, line]) }),
  );
  reader.push(Buffer.from('\n"id;text\n1;a\n'));
  reader.end();
  expect(told).toEqual([['quote', 2]]);
  expect(sink.rows).toEqual([]);
});
