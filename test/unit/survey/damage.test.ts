import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackingFault } from '../../../src/source/bytes.ts';
import { readXlsx } from '../../../src/source/xlsx.ts';
import { good, head, service, take, taking, tally } from '../../helpers/taking.ts';
import { smallWorkbook } from '../../helpers/workbook.ts';

describe('whatever happens to the file', () => {
  const valid = Buffer.from(
    head +
      Array.from({ length: 60 }, (_, index) =>
        good.replace(/^1;/, `${index};`).replace(';\n', index % 3 ? ';\n' : ';"два\nряда; ""слова"""\n'),
      ).join(''),
  );
  const record = (id: number) =>
    JSON.stringify({ id: `${id}`, service, date: '2025-02-03', quality: 3, accessibility: 2, comment: 'а "б" {в}' });
  const records = Array.from({ length: 60 }, (_, index) => record(index));
  const files = [
    { name: 'CSV', bytes: valid, from: head.length, json: false },
    { name: 'NDJSON', bytes: Buffer.from(`${records.join('\n')}\n`), from: 0, json: true },
    { name: 'JSON', bytes: Buffer.from(`[${records.join(',\n')}]`), from: 1, json: true },
    { name: 'JSON on one line', bytes: Buffer.from(`{"results":[${records.join(',')}]}`), from: 12, json: true },
  ] as const;

  const wound = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    kind: fc.constantFrom('replace', 'insert', 'delete', 'cut'),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        ...['"', '"\n', ';', '\n', '\r', '\0', '""', '";"', '{', '}', '},{', '[', ']', '\\'].map((text) =>
          Buffer.from(text),
        ),
      ),
    ),
    length: fc.integer({ min: 1, max: 300 }),
  });

  const wounded = (
    whole: Buffer,
    from: number,
    wounds: readonly (typeof wound extends fc.Arbitrary<infer T> ? T : never)[],
  ) =>
    wounds.reduce((bytes: Buffer, { at, kind, bytes: put, length }) => {
      const place = Math.min(from + Math.floor(at * (whole.length - from)), bytes.length);
      const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
      if (kind === 'insert') return Buffer.concat([before, put, after]);
      if (kind === 'replace') return Buffer.concat([before, put, after.subarray(put.length)]);
      return kind === 'delete' ? Buffer.concat([before, after.subarray(length)]) : before;
    }, whole);

  it.each(files)('what was read of $name is what was accepted and what was rejected', ({ bytes, from, json }) => {
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 12 }), (wounds) => {
        const { intake, rejected } = take(wounded(bytes, from, wounds), { json });
        expect(intake.read).toBe(intake.accepted + intake.rejected);
        expect(intake.rejected).toBe(rejected.length);
        const counted = intake.cube
          .rows()
          .reduce((sum, row) => sum + row.cells.reduce((all, count) => all + count, 0), 0);
        expect(counted).toBe(intake.accepted);
      }),
      { numRuns: 150 },
    );
  });

  it.each(files)('one wound in $name costs few records', ({ bytes, from, json }) => {
    fc.assert(
      fc.property(wound, (one) => {
        fc.pre(one.kind !== 'cut' && !(json && one.bytes.includes(93)));
        const { intake } = take(wounded(bytes, from, [one]), { json });
        // 300 deleted bytes and those on both sides; in CSV a stray quote may run to the next quoted field, by its rule.
        expect(intake.accepted).toBeGreaterThanOrEqual(60 - 8);
      }),
      { numRuns: 150 },
    );
  });

  it('what was read of a damaged workbook is what was accepted and what was rejected', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'damage-')), 'answers.xlsx');
    const cells = (texts: readonly string[]) =>
      texts
        .map((text) => (/^\d+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`))
        .join('');
    const rows = [head, ...Array.from({ length: 40 }, (_, index) => good.replace(/^1;/, `${index};`))]
      .map((line, index) => `<row r="${index + 1}">${cells(line.trimEnd().split(';'))}</row>`)
      .join('');
    const sheet = Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    const from = sheet.indexOf('<row r="2"');
    await fc.assert(
      fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), fc.boolean(), async (wounds, packed) => {
        // Either the sheet is wounded before it is packed, or the package is.
        const whole = Buffer.from(smallWorkbook(packed ? sheet : wounded(sheet, from, wounds)));
        writeFileSync(file, packed ? wounded(whole, 0, wounds) : whole);
        const { intake, rejected, table } = taking('answers.xlsx');
        await readXlsx(file, createHash('sha256'), () => table, []).catch((error: unknown) =>
          expect(error).toBeInstanceOf(PackingFault),
        );
        expect(intake.read).toBe(intake.accepted + intake.rejected);
        expect(intake.rejected).toBe(rejected.length);
        if (!packed && wounds.length === 0) expect(intake.accepted).toBe(40);
      }),
      { numRuns: 100 },
    );
    rmSync(dirname(file), { recursive: true });
  });

  it('one stray quote costs one record of sixty', () => {
    const text = valid.toString().replace('\n31;', '\n"31;');
    const { intake } = take(text);
    expect(tally(intake)).toMatchObject({ accepted: 59, rejected: 1 });
  });
});
