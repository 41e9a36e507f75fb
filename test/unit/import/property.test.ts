import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importAct, yamlOf } from '../../../src/import/index.ts';
import { dictionaryOf, divide } from '../../../src/import/dictionary.ts';
import { closeSpacing } from '../../../src/import/spacing.ts';
import { Act, Regulation, readModel, resolveMark } from '../../../src/model/index.ts';
import { treeFromText } from '../../../src/source/index.ts';
import { readDocument } from '../../../src/source/plain.ts';
import { formatTerm, parseTerm } from '../../../src/text/index.ts';

const read = (bytes: Buffer) => {
  const document = readDocument(bytes, 'text.txt');
  return document.ok ? importAct(document.value, 'text.txt') : document;
};
const whole = readFileSync('test/golden/import/finance-two-2016/text.txt', 'utf8');
const damaged = readFileSync('test/golden/import/damaged-transport-2013/text.txt', 'utf8');

describe('terms', () => {
  it('read back what they print, in both languages', () => {
    const units = fc.constantFrom('second', 'minute', 'hour', 'day', 'month');
    const kinds = fc.constantFrom('working', 'calendar', 'unstated');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        units,
        kinds,
        fc.constantFrom('ru', 'kk'),
        (amount, unit, dayKind, lang) => {
          const printed = formatTerm({ amount, unit, ...(unit === 'day' ? { dayKind } : {}) }, lang);
          const term = parseTerm(printed, lang);
          expect(term, printed).toMatchObject({ amount, unit });
          if (unit === 'day') expect(term?.dayKind).toBe(dayKind);
        },
      ),
    );
  });
  it('never throw, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ru', 'kk'),
        (text, lang) => void parseTerm(text, lang),
      ),
    );
  });
});

describe('letter-spacing', () => {
  const words = [
    'документы',
    'хранятся',
    'месяца',
    'услугодатель',
    'регистрирует',
    'заявление',
    'потребителя',
    'оплаты',
  ];
  const dictionary = dictionaryOf([words.join(' '), words.join(' ')]);
  it('closed letters are the same letters, and known words come back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (chosen) => {
        const spaced = chosen.map((word) => [...word].join(' ')).join(' ');
        expect(closeSpacing(spaced, dictionary)).toBe(chosen.join(' '));
      }),
    );
  });
  it('division keeps every letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => void expect(divide(text, dictionary).join('')).toBe(text)),
    );
  });
});

/** What holds for every text: findings with places, or data that hold against the schema and read back from YAML. */
function holds(bytes: Buffer): void {
  const done = read(bytes);
  expect(done.findings.length).toBeGreaterThan(0);
  if (!done.ok || !('files' in done.value)) return;
  for (const { name, data, kind } of done.value.files) {
    const schema = kind === 'act' ? Act : Regulation;
    const tree = treeFromText(`${name}.yaml`, yamlOf(data, kind));
    const back = tree.ok ? readModel(schema, tree.value) : tree;
    expect(back.findings, `${name}.yaml`).toEqual([]);
    for (const mark of data.marks ?? []) expect(resolveMark(mark.at, data), mark.at).toBeDefined();
  }
}

describe('the whole import', () => {
  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => holds(Buffer.from(bytes))),
      { numRuns: 150 },
    );
  });
  it('survives an act that is cut, doubled or shuffled', () => {
    const lines = whole.split('\n');
    const broken = damaged.split('\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(1000)), { maxLength: 60 }), (picks) =>
        holds(
          Buffer.from(
            picks
              .map(([first, at]) => (first ? lines[at % lines.length] : broken[at % broken.length]) ?? '')
              .join('\n'),
          ),
        ),
      ),
      { numRuns: 120 },
    );
  });
  it('survives a cut at any place and endless lines', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), (at) => holds(Buffer.from(whole.slice(0, at)))),
      { numRuns: 40 },
    );
    holds(Buffer.from(whole.replace(/\s*\n\s*/g, ' ')));
    holds(Buffer.from(whole.replace(/\n/g, '\r')));
  });
  it('loses no line silently: every line is in the data or among the leftovers', () => {
    const strange = 'Совершенно посторонняя строка про погоду';
    const done = read(Buffer.from(`${whole}\n© 2012\n\n${strange}\n`));
    expect(JSON.stringify(done)).toContain(strange);
  });
  it('finds the regulations of an act that stands on one line', () => {
    const text = readFileSync('test/golden/import/akimat-guardianship-2015/text.txt', 'utf8');
    const done = read(Buffer.from(text.replace(/\s+/g, ' ')));
    expect(done.ok && 'files' in done.value && done.value.files.length).toBe(3);
  });
  it.each([
    ['a word', 'а'.repeat(1_000_000)],
    ['spaced letters', 'а б '.repeat(200_000)],
    ['opened brackets', '('.repeat(1_000_000)],
    ['opened quotes', '«а '.repeat(100_000)],
    ['numbers of entries', '1) '.repeat(300_000)],
    ['cells', '1\t2\t'.repeat(50_000)],
    ['lines of a table', '№\t1\t2\n'.repeat(20_000)],
  ])('ends with endless %s', (_, text) => {
    expect(read(Buffer.from(text)).findings.map((one) => one.code)).toEqual(['import-nothing']);
  });
  it('reads KOI8-R, cp866 and UTF-16 without its mark', async () => {
    const iconv = (await import('iconv-lite')).default;
    for (const encoding of ['koi8-r', 'cp866', 'utf-16le', 'utf-16be']) {
      const done = read(iconv.encode(whole, encoding, { addBOM: false }));
      expect(done.ok && 'files' in done.value && done.value.files.length, encoding).toBe(3);
    }
  });
  it('reads half of an act, and the other half', () => {
    const text = readFileSync('test/golden/import/akimat-guardianship-2015/text.txt', 'utf8');
    const half = text.indexOf('3. Описание порядка взаимодействия');
    for (const part of [text.slice(0, half), text.slice(half)]) {
      const done = read(Buffer.from(part));
      expect(done.ok && 'files' in done.value && done.value.files.length).toBeGreaterThan(1);
      expect(done.findings.map((one) => one.code)).toContain('import-lost');
      holds(Buffer.from(part));
    }
  });
  it('reads windows-1251, KZ-1048 and mixed lines', async () => {
    const iconv = (await import('iconv-lite')).default;
    for (const encoding of ['windows-1251', 'utf-16le']) {
      const bytes = iconv.encode(whole, encoding, { addBOM: true });
      const done = read(bytes);
      expect(done.ok && 'files' in done.value && done.value.files.length, encoding).toBe(3);
    }
    const lines = whole.split('\n');
    const mixed = Buffer.concat(
      lines.map((line, index) => iconv.encode(`${line}\n`, index % 2 ? 'utf8' : 'windows-1251')),
    );
    const done = read(mixed);
    expect(done.ok && 'files' in done.value && done.value.files.length).toBe(3);
    expect(done.findings.map((one) => one.code)).toContain('import-encodings');
  });
  it('refuses what is no text, an empty file, and an act of another genre', () => {
    const codes = (bytes: Buffer): string[] => read(bytes).findings.map((one) => one.code);
    expect(codes(Buffer.from([0, 1, 2, 3, 0, 0, 0, 9, 0, 0, 0, 0]))).toEqual(['text-binary']);
    expect(codes(Buffer.from(' \n '))).toEqual(['text-empty']);
    expect(codes(Buffer.from('Рецепт борща.\n\nСварить свёклу.'))).toEqual(['import-nothing']);
    const law = 'Закон Республики Казахстан\n\nСтатья 1. Понятия\n\n1. Используются понятия:\n1) услуга – действие;\n';
    expect(codes(Buffer.from(law))).toEqual(['import-nothing']);
  });
});
