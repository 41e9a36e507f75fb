import { describe, expect, it } from 'vitest';
import { fitted, type CubeRow } from '../../../src/survey/cube.ts';
import { dayOf, isoDay, previousPeriod } from '../../../src/survey/days.ts';
import { good, head, service, take, tally } from '../../helpers/taking.ts';

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
    ['3 – удовлетворен', '1: не удовлетворен'],
    ['3,0', 'AO01'],
  ])('with answers written %s and %s', (quality, accessibility) => {
    const line = `1;${service};03.02.2025;"${quality}";"${accessibility}";;;;\n`;
    const { intake, rejected } = take(head + line);
    expect(rejected).toEqual([]);
    expect(intake.cube.rows()[0]?.cells[3 * 4 + 1]).toBe(1);
  });

  it.each([
    ['letters lost in windows-1251', '?ана?аттанамын', '?ана?аттанбаймын'],
    ['Russian letters for Kazakh ones', 'канагаттанамын', 'Канагаттанбаймын'],
    ['the misprint of an act', 'қанғаттанамын', 'қанағаттанбймын'],
  ])('with %s, and a remark', (_, quality, accessibility) => {
    const { intake, rejected } = take(`${head}1;${service};2025-02-03;${quality};${accessibility};;;;\n`);
    expect(rejected).toEqual([]);
    expect(intake.remarks.get('word-guessed')).toBe(1);
    expect(intake.cube.rows()[0]?.cells[3 * 4 + 1]).toBe(1);
  });

  it.each(['удовлет', 'не знаю', '????????????', 'қанағаттану'])('but not with %s: that is no answer', (word) =>
    expect(take(`${head}1;${service};2025-02-03;${word};3;;;;\n`).rejected[0]?.reason).toBe('option-outside'),
  );

  it.each(['2025-2-3', '2025/2/3', '2025.02.03', '20250203', '3.2.2025', '2025-02-03T23:59:59+05:00', ' 2025-02-03 '])(
    'with the date %s',
    (date) => {
      const { intake } = take(`${head}1;${service};${date};3;2;;;;\n`);
      expect(isoDay(intake.met.first)).toBe('2025-02-03');
    },
  );

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
      'limesurvey',
      `"ID ответа";"Дата отправки";"Последняя страница";"Начальный язык";"Наименование услуги";"${question(1)}";"${question(2)}"\n"1";"2025-03-14 10:22:11";"2";"ru";"${service}";"удовлетворен";"частично удовлетворен"\n`,
    ],
    [
      'limesurvey',
      `"id. Response ID","submitdate. Date submitted","startlanguage. Start language","G01Q01. Услуга","G01Q02. ${question(1)}","G01Q03. ${question(2)}"\n"1","2025-03-14 10:22:11","ru","${service}","AO03","AO02"\n`,
    ],
    [
      'kobo',
      `SubmissionDate,start,end,main-service,main-quality,main-accessibility,meta-instanceID,KEY,SubmitterID\n2025-03-14T10:22:11.123Z,a,b,${service},3,2,uuid:1,uuid:1,7\n`,
    ],
    [
      'kobo',
      `start;end;Наименование услуги;${question(1)};${question(2)};_id;_uuid;_submission_time;_validation_status;_index\n2025-03-14T10:20;2025-03-14T10:22;${service};удовлетворен;частично удовлетворен;1;u-1;2025-03-14T10:22:11;;1\n`,
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

describe('a broken list of JSON', () => {
  const one = (id: string, more = '') =>
    `{"id": "${id}", "service": "${service}", "date": "2025-02-03", "quality": 3, "accessibility": 1${more}}`;

  it.each([
    ['a stray quote', ', "comment": "сказал "нет"', 'json'],
    ['a quote that runs over a line', ', "comment": "нет\n', 'json'],
    ['a comma too much', ',', 'json'],
    ['a record over a megabyte', `, "comment": "${'x'.repeat(3 << 20)}"`, 'too-long'],
  ])('%s costs one record', (_, more, reason) => {
    for (const separator of [',', ',\n ']) {
      const list = Array.from({ length: 40 }, (_one, index) => one(`n${index}`, index === 5 ? more : ''));
      const { intake, rejected } = take(`[${list.join(separator)}]`, { json: true });
      expect(rejected.map((record) => record.reason)).toEqual([reason]);
      expect(tally(intake)).toMatchObject({ read: 40, accepted: 39, rejected: 1 });
    }
  });

  it('what stands between two objects is told, what follows the list is not read', () => {
    const text = `{"value": [${one('1')}, "слово", 7, ${one('2')}], "next": {"a": 1}}`;
    const { intake, rejected } = take(text, { json: true });
    expect(rejected.map(({ raw }) => raw)).toEqual(['"слово", 7']);
    expect(intake.accepted).toBe(2);
  });

  it('objects over several lines are read without a list around them', () => {
    const pretty = JSON.stringify(JSON.parse(one('1')), undefined, 2);
    expect(take(`${pretty}\n${pretty.replace('"1"', '"2"')}\n`, { json: true }).intake.accepted).toBe(2);
  });
});

it('a title above the heading is passed over and told', () => {
  const { intake, findings } = take(`Анкета, I квартал\n\n${head}${good}`);
  expect(intake.accepted).toBe(1);
  expect(findings.map(({ code, args }) => [code, args['line']])).toEqual([['heading-late', 3]]);
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
