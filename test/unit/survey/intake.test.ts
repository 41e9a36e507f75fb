import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../src/jobs/report-texts.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import type { Period } from '../../../src/model/response.ts';
import { CsvReader } from '../../../src/source/csv.ts';
import { JsonReader } from '../../../src/source/ndjson.ts';
import { fitted, type CubeRow } from '../../../src/survey/cube.ts';
import { dayOf, isoDay, previousPeriod } from '../../../src/survey/days.ts';
import { Intake, type Rejected } from '../../../src/survey/intake.ts';
import { TableIntake } from '../../../src/survey/table-intake.ts';
import { surveyServicesStub } from '../../helpers/survey.ts';

const read = readVocabulary();
if (!read.ok) throw new Error('the vocabulary is broken');
const vocabulary = read.value;

interface Taken {
  readonly intake: Intake;
  readonly rejected: Rejected[];
  readonly findings: Diagnostic[];
}

function take(
  text: string | Buffer,
  options: { period?: Period; previous?: Period; json?: boolean; keep?: number } = {},
): Taken {
  const rejected: Rejected[] = [];
  const findings: Diagnostic[] = [];
  const { period = {}, previous, json = false, keep = 1000 } = options;
  const intake = new Intake({
    services: surveyServicesStub,
    vocabulary,
    period,
    ...(previous ? { previous } : {}),
    keep,
    keepComments: 100,
    onReject: (one) => rejected.push(one),
  });
  const table = new TableIntake(intake, 'x.csv', findings, false);
  const reader = json ? new JsonReader(table) : new CsvReader(table);
  reader.push(Buffer.from(text));
  reader.end();
  return { intake, rejected, findings };
}

const tally = ({ read, accepted, rejected, current, previousCount }: Intake) => ({
  read,
  accepted,
  rejected,
  current,
  previousCount,
});

const head = 'id;service;date;quality;accessibility;region;channel;language;comment\n';
const service = 'miir-138-2019/transit-permit';
const good = `1;${service};2025-02-03;3;2;город Алматы;ЦОН;ru;\n`;

describe('a record is turned away with its reason', () => {
  it.each([
    ['service-missing', '1;;2025-02-03;3;3;;;;', 'service', ''],
    ['service-unknown', '1;transit-permits;2025-02-03;3;3;;;;', 'service', 'miir-138-2019/transit-permit'],
    [
      'service-ambiguous',
      '1;poisons-licence;2025-02-03;3;3;;;;',
      'service',
      'mint-102-2014/poisons-licence, mint-364-2012/poisons-licence',
    ],
    ['date-missing', `1;${service};;3;3;;;;`, 'date', ''],
    ['date-wrong', `1;${service};29.02.2025;3;3;;;;`, 'date', ''],
    ['date-wrong', `1;${service};02/03/2025;3;3;;;;`, 'date', ''],
    ['date-outside', `1;${service};2023-12-31;3;3;;;;`, 'date', ''],
    ['option-outside', `1;${service};2025-02-03;4;3;;;;`, 'quality', ''],
    ['option-outside', `1;${service};2025-02-03;3;да;;;;`, 'accessibility', ''],
    ['answers-missing', `1;${service};2025-02-03;;нет ответа;;;;`, 'quality', ''],
    ['id-too-long', `${'9'.repeat(300)};${service};2025-02-03;3;3;;;;`, 'id', ''],
  ])('%s', (reason, line, field, near) => {
    const { intake, rejected } = take(`${head}${line}\n`, {
      period: { from: dayOf(2025, 1, 1), to: dayOf(2025, 12, 31) },
    });
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ reason, field, line: 2, raw: line });
    if (near !== '') expect(rejected[0]?.near).toContain(near);
    expect(tally(intake)).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
  });

  it('a second record with an id, whether its answers agree or not; the first one stays', () => {
    const { intake, rejected } = take(`${head}${good}${good}${good.replace(';3;2;', ';1;2;')}`);
    expect(rejected.map(({ reason }) => reason)).toEqual(['id-repeated', 'id-conflict']);
    expect(intake.accepted).toBe(1);
  });

  it('a record whose id was first seen in a rejected record is taken', () => {
    const { intake, rejected } = take(`${head}${good.replace(';3;2;', ';7;2;')}${good}`);
    expect(rejected.map(({ reason }) => reason)).toEqual(['option-outside']);
    expect(intake.accepted).toBe(1);
  });
});

describe('a record is kept', () => {
  it('with one answer, which gets its own n', () => {
    const { intake } = take(`${head}${good.replace(';3;2;', ';;2;')}`);
    expect(intake.remarks.get('answer-missing')).toBe(1);
    expect(intake.cube.rows()[0]?.cells[2]).toBe(1);
  });

  it('with a region that is not known, counted as not stated', () => {
    const { intake } = take(`${head}${good.replace('город Алматы', 'Алмата')}`);
    expect(intake.remarks.get('region-unknown')).toBe(1);
    expect(intake.cube.rows()[0]?.region).toBe(0);
  });

  it.each([
    ['3', '1'],
    ['3)', '1) не удовлетворен'],
    ['Удовлетворён', 'не удовлетворена;'],
    ['«қанағаттанамын»', 'ҚАНАҒАТТАНБАЙМЫН.'],
    ['A3', 'A1'],
    ['удовлетворен(а)', ' не  удовлетворён '],
  ])('with answers written %s and %s', (quality, accessibility) => {
    const line = `1;${service};03.02.2025;"${quality}";"${accessibility}";;;;\n`;
    const { intake, rejected } = take(head + line);
    expect(rejected).toEqual([]);
    expect(intake.cube.rows()[0]?.cells[3 * 4 + 1]).toBe(1);
  });

  it('with a date before the period when it falls into the previous one', () => {
    const period = { from: dayOf(2025, 1, 1), to: dayOf(2025, 3, 31) };
    const previous = previousPeriod(period);
    expect(previous && [isoDay(previous.from ?? 0), isoDay(previous.to ?? 0)]).toEqual(['2024-10-01', '2024-12-31']);
    const { intake } = take(head + good.replace('2025-02-03', '2024-10-01'), {
      period,
      ...(previous ? { previous } : {}),
    });
    expect(tally(intake)).toMatchObject({ current: 0, previousCount: 1, accepted: 1 });
  });
});

describe('exports of other systems', () => {
  const question = (n: 1 | 2) =>
    n === 1
      ? 'Удовлетворены ли Вы качеством процесса и результатом оказания электронной государственной услуги?'
      : 'Удовлетворены ли Вы качеством информации о порядке оказания электронной государственной услуги?';
  const sapa = 'Сіз электронды мемлекеттік қызмет көрсету үдерісі сапасымен және нәтижесімен қанағаттанасыз ба?';
  // The wording of the second question as the act prints it, misprint and all.
  const aqparat = 'Сіз электронды мемлекеттік қызмет көрсету тәртібі туралы ақпараттың сапасына қанғаттансыз ба?';

  it.each([
    [
      'google-forms',
      `Отметка времени,Наименование услуги,"${question(1)}","${question(2)}"\n2025/03/14 10:22:11 AM GMT+6,${service},удовлетворен,частично удовлетворен\n`,
    ],
    [
      'google-forms',
      `Уақыт белгісі,Қызмет атауы,"${sapa}","${aqparat}"\n14.03.2025 10:22:11,${service},қанағаттанамын,ішінара қанағаттанамын\n`,
    ],
    [
      'limesurvey',
      `"id","submitdate","startlanguage","G01Q01","G01Q02","G01Q03"\n"1","2025-03-14 10:22:11","ru","${service}","A3","A2"\n`,
    ],
    [
      'kobo',
      `start;end;main/service;main/quality;main/accessibility;_uuid;_submission_time\na;b;${service};3;2;u-1;2025-03-14T10:22:11\n`,
    ],
  ])('%s', (profile, text) => {
    const { intake, findings, rejected } = take(text);
    expect(findings).toEqual([]);
    expect(rejected).toEqual([]);
    expect(intake.files[0]?.profile).toBe(profile);
    expect(intake.cube.rows()[0]?.cells[3 * 4 + 2]).toBe(1);
  });

  it('a list of JSON objects, one of them broken, one with a key that the first lacks', () => {
    const text = `{"count": 3, "results": [\n {"service": "${service}", "date": "2025-03-14", "quality": 3},\n {"service": "${service}", "date": 2025-},\n {"service": "${service}", "date": "2025-03-14", "quality": 3, "accessibility": 1, "group": {"comment": "a } b"}}\n]}`;
    const { intake, rejected } = take(text, { json: true });
    expect(tally(intake)).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(rejected[0]).toMatchObject({ reason: 'json', line: 3 });
  });
});

describe('a table that is no survey of ours', () => {
  it.each([
    ['other columns', 'name;age\nА;3\n', 'survey-other'],
    ['a delimiter that is none', `${head}${good}`.replace(/;/g, '|'), 'survey-other'],
    ['a heading over two columns', head.replace('region', 'quality') + good, 'heading-doubled'],
  ])('%s', (_, text, code) => {
    const { findings, intake } = take(text);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(intake.read).toBe(intake.accepted + intake.rejected);
  });
});

it('keeps single answers only as long as there are few, and counts on', () => {
  const rows = Array.from({ length: 20 }, (_, index) => good.replace(/^1;/, `${index};`)).join('');
  const { intake } = take(head + rows, { keep: 10 });
  expect(intake.kept).toBeUndefined();
  expect(intake.accepted).toBe(20);
});

describe('whatever happens to the file', () => {
  const valid = Buffer.from(
    head +
      Array.from({ length: 60 }, (_, index) =>
        good.replace(/^1;/, `${index};`).replace(';\n', index % 3 ? ';\n' : ';"два\nряда; ""слова"""\n'),
      ).join(''),
  );
  const damage = fc.array(
    fc.record({
      at: fc.integer({ min: head.length, max: valid.length - 1 }),
      kind: fc.constantFrom('replace', 'insert', 'delete', 'cut'),
      bytes: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc.constantFrom(...['"', '"\n', ';', '\n', '\r', '\0', '""', '";"'].map((text) => Buffer.from(text))),
      ),
      length: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('what was read is what was accepted and what was rejected', () => {
    fc.assert(
      fc.property(damage, (wounds) => {
        let bytes: Buffer = valid;
        for (const { at, kind, bytes: put, length } of wounds) {
          const place = Math.min(at, bytes.length);
          const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
          if (kind === 'insert') bytes = Buffer.concat([before, put, after]);
          else if (kind === 'replace') bytes = Buffer.concat([before, put, after.subarray(put.length)]);
          else if (kind === 'delete') bytes = Buffer.concat([before, after.subarray(length)]);
          else bytes = before;
        }
        const { intake, rejected } = take(bytes);
        expect(intake.read).toBe(intake.accepted + intake.rejected);
        expect(intake.rejected).toBe(rejected.length);
        const counted = intake.cube
          .rows()
          .reduce((sum, row) => sum + row.cells.reduce((all, count) => all + count, 0), 0);
        expect(counted).toBe(intake.accepted);
      }),
      { numRuns: 300 },
    );
  });

  it('one stray quote costs one record of sixty', () => {
    const text = valid.toString().replace('\n31;', '\n"31;');
    const { intake } = take(text);
    expect(tally(intake)).toMatchObject({ accepted: 59, rejected: 1 });
  });
});

describe('a cube too long for a sheet', () => {
  const rows: CubeRow[] = Array.from({ length: 64 }, (_, index) => ({
    previous: false,
    service: index % 2,
    region: (index >> 1) % 4,
    channel: (index >> 3) % 4,
    language: (index >> 5) % 2,
    month: 360,
    cells: Array.from({ length: 16 }, (_cell, cell) => index + cell),
  }));
  const sum = (list: readonly CubeRow[]) => list.reduce((all, { cells }) => all + cells.reduce((a, b) => a + b, 0), 0);

  it.each([
    [64, 64, []],
    [40, 32, ['language']],
    [10, 8, ['language', 'channel']],
    [1, 2, ['language', 'channel', 'region']],
  ])('of %i rows keeps %i and gives up %j, and no answer', (most, left, dropped) => {
    const fit = fitted(rows, most);
    expect(fit.rows).toHaveLength(left);
    expect([...fit.dropped]).toEqual(dropped);
    expect(sum(fit.rows)).toBe(sum(rows));
  });
});
