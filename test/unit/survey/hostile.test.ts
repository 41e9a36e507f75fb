import { describe, expect, it } from 'vitest';
import { good, head, service, take } from '../../helpers/taking.ts';

// Each of these once cost the square of its length: hours for a few megabytes. None is timed; a relapse runs into the limit of every test.
const MEGABYTE = 1 << 20;
const filled = (text: string, length = MEGABYTE) => text.repeat(Math.ceil(length / text.length));
const record = (id: number, more = '') =>
  `{"id":"${id}","service":"${service}","date":"2025-02-03","quality":3,"accessibility":3${more}}`;

describe('a text made to cost time', () => {
  it.each([
    ['objects that are none, without a seam', filled('{x}y')],
    ['braces that never close', filled('{"a":{},')],
    ['texts that never close', filled('{"a},{')],
    ['braces alone', filled('{')],
    ['lists in lists', filled('{"a":[{},')],
    ['seams in texts, wherever one begins', filled('},{"\\\\"').replace(/^\},/, '')],
    ['seams in texts, with words', filled('}, {"a\\\\\\"').replace(/^\}, /, '')],
    ['blanks between words', filled(`{"a":1}x${' '.repeat(60_000)}x`)],
  ])('of JSON: %s', (_, text) => {
    const { intake, rejected } = take(`[${text}`, { json: true });
    expect(intake.read).toBe(intake.accepted + intake.rejected);
    expect(intake.accepted).toBe(0);
    expect(rejected.length).toBeGreaterThan(0);
  });

  it('of JSON: an answer that looks like the seam between two is kept', () => {
    const text = `[${record(1, ',"comment":"{},{}, {"')},${record(2)}]`;
    expect(take(text, { json: true }).intake.accepted).toBe(2);
  });

  it('of JSON: a list nested without end costs its record', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { intake, rejected } = take([record(1), deep, record(2)].join('\n'), { json: true });
    expect(intake.accepted).toBe(2);
    expect(rejected.map(({ reason }) => reason)).toEqual(['json']);
  });

  it('of JSON: a new key in every record', () => {
    const text = Array.from({ length: 5000 }, (_one, index) => record(index, `,"key ${index}":1`)).join('\n');
    expect(take(text, { json: true }).intake.accepted).toBe(5000);
  });

  it.each(['?', '.', ' ', '1)', '«', '8 (', '+7', 'a@', '-', '/'])('of CSV: a field of nothing but «%s»', (mark) => {
    for (let place = 0; place < 9; place += 1) {
      const cells = good.trim().split(';');
      cells[place] = `${filled(mark, 300_000)}x`;
      const { intake } = take(`${head}${cells.join(';')}\n`);
      expect(intake.read).toBe(1);
      expect(intake.accepted + intake.rejected).toBe(1);
    }
  });

  it.each([
    [
      'a question',
      'Удовлетворены ли Вы качеством процесса и результатом оказания электронной государственной услуги №',
    ],
    ['lost letters', '?'.repeat(100)],
    ['groups', 'a-'.repeat(60)],
  ])('of CSV: four thousand headings like %s, line after line', (_, heading) => {
    const line = Array.from({ length: 4000 }, (_one, index) => `${heading} ${index}`).join(';');
    const { findings } = take(`${line}\n`.repeat(25));
    expect(findings.map(({ code }) => code)).toEqual(['survey-other']);
  });

  it('of CSV: quotes that never pair', () => {
    for (const text of ['"\n', '"""\n', '"a;\n', '";', ';"', '"\n""\n'])
      expect(take(head + filled(text)).intake.accepted).toBe(0);
  });
});
