import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import type { LoadedRegulation, Step } from '../../src/model/index.ts';

/**
 * The table of docs/coverage.md: what can be counted in the text of an act without understanding it, beside what the
 * data hold. The two columns are made by different means; `UPDATE=1` writes the page anew.
 */
const page = 'docs/coverage.md';
const { library } = loadLibrary('.');

const isCondition = ({ id }: Step): boolean => id.startsWith('c');
const joined = (text: string): string =>
  text.replace(/\u00a0/g, ' ').replace(/(?<=[А-Яа-яӘҒҚҢӨҰҮҺІәғқңөұүһі]) (?=[а-яәғқңөұүһі] )/g, '');

const countIn = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Entries «N) …» between a heading and the next clause. */
function listAfter(text: string, heading: RegExp): number {
  return [...text.matchAll(heading)].reduce((sum, match) => {
    const rest = text.slice(match.index + match[0].length);
    const end = rest.search(/\n\s*\d+\s*\.\s+\S/);
    return sum + countIn(end < 0 ? rest : rest.slice(0, end), /(?:^|\n)[\s-]*\d+\s*\)\s*\S/g);
  }, 0);
}

const inText: Record<string, (text: string) => number> = {
  'numbered steps': (text) =>
    countIn(
      joined(text),
      /(?:^|[:;.)]\s*|[-–]\s)(?:(?:процедура|процесс|процесі)\s+\d+\s*\.?\s*[-–]|\d+\s*-\s*(?:процесс|үдеріс)\s*[-–])/gim,
    ),
  'numbered conditions': (text) =>
    countIn(joined(text), /(?:^|[:;.)]\s*|[-–]\s)(?:условие\s+\d+\s*\.?\s*[-–]|\d+\s*-\s*шарт\s*[-–])/gim),
  'listed units': (text) =>
    listAfter(
      text,
      /(?:Перечень структурных подразделений \(работников\)|задействованы следующие структурные подразделения|Структурно-функциональные единицы, которые участвуют|үдерісіне қ?атысатын ҚФБ)[^:]*:/gi,
    ),
  'glossary entries': (text) =>
    listAfter(text, /(?:Понятия и сокращения, используемые|пайдаланылатын түсініктер)[^:]*:/gi),
  questions: (text) => countIn(text.replace(/\s+/g, ' '), /(?:\d\. Удовлетворены ли Вы|\d\. Сіз )/g),
};

const inData: Record<string, (one: LoadedRegulation) => number> = {
  'numbered steps': ({ regulation }) =>
    Object.values(regulation.process).flatMap(({ steps }) =>
      steps.filter((step) => !isCondition(step) && step.word && step.src),
    ).length,
  'numbered conditions': ({ regulation }) =>
    Object.values(regulation.process).flatMap(({ steps }) =>
      steps.filter((step) => isCondition(step) && step.word && step.src),
    ).length,
  'listed units': ({ regulation }) => regulation.participants.filter(({ listed }) => listed !== undefined).length,
  'glossary entries': ({ regulation }) => regulation.glossary?.length ?? 0,
  questions: ({ regulation }) => regulation.questionnaire?.questions.length ?? 0,
};

/** What only the data can count. */
const held: Record<string, (one: LoadedRegulation) => number> = {
  'steps of all flows': ({ regulation }) =>
    Object.values(regulation.process).reduce((sum, { steps }) => sum + steps.length, 0),
  tellings: ({ regulation }) => regulation.tellings.length,
  'told items': ({ regulation }) => regulation.tellings.reduce((sum, { items }) => sum + items.length, 0),
  'table cells': ({ regulation }) =>
    regulation.tellings
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ items }) => items)
      .reduce(
        (sum, item) =>
          sum +
          [item.number, item.actor, item.text, item.result, item.term, item.next].filter(
            (cell) => typeof cell === 'string',
          ).length,
        0,
      ),
  terms: ({ regulation }) =>
    Object.values(regulation.process).flatMap(({ steps }) => steps.flatMap((step) => step.terms ?? [])).length,
  appendices: ({ regulation }) => regulation.appendices.length,
};

const rows = library.acts.map(({ id }) => {
  const text = readFileSync(join('regulations', id, 'source.txt'), 'utf8').replace(/\r/g, '');
  const own = library.regulations.filter(({ act }) => act.id === id);
  const sum = (count: (one: LoadedRegulation) => number): number => own.reduce((total, one) => total + count(one), 0);
  return {
    id,
    services: own.length,
    pairs: Object.keys(inText).map((what) => ({
      what,
      text: inText[what]?.(text) ?? 0,
      data: sum(inData[what] ?? (() => 0)),
    })),
    held: Object.entries(held).map(([what, count]) => ({ what, data: sum(count) })),
  };
});

const losses = library.regulations.flatMap(({ address, regulation }) =>
  (regulation.marks ?? [])
    .filter(({ kind }) => kind === 'lost' || kind === 'unreadable')
    .map(
      ({ at, kind, src, why }) =>
        `| ${address} | \`${at}\` | ${kind} | ${src ? src.join('–') : ''} | ${why.replace(/\|/g, '\\|')} |`,
    ),
);

function markdown(): string {
  const whats = Object.keys(inText);
  const more = Object.keys(held);
  return [
    '# What of the acts stands in the data',
    '',
    'Made by `UPDATE=1 npx vitest run test/data/coverage-table.test.ts`. Counted in the text by its signs alone / held by the data:',
    '',
    `| act | services | ${whats.join(' | ')} |`,
    `|---|---|${whats.map(() => '---').join('|')}|`,
    ...rows.map(
      ({ id, services, pairs }) =>
        `| ${id} | ${services} | ${pairs.map(({ text, data }) => `${text} / ${data}`).join(' | ')} |`,
    ),
    '',
    'Held by the data:',
    '',
    `| act | ${more.join(' | ')} |`,
    `|---|${more.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.id} | ${row.held.map(({ data }) => String(data)).join(' | ')} |`),
    '',
    'Besides, `test/data/coverage.test.ts` compares every text of the data with its lines of `source.txt`, and every line of `source.txt` with the data.',
    '',
    `## What the source lost (${losses.length} marks)`,
    '',
    '| service | place | kind | lines | why |',
    '|---|---|---|---|---|',
    ...losses,
    '',
  ].join('\n');
}

describe('the table of coverage', () => {
  it.each(rows.flatMap(({ id, pairs }) => pairs.map((pair) => ({ id, ...pair }))))('$id: $what', ({ text, data }) => {
    expect(data).toBe(text);
  });
  it('is the committed page', () => {
    if (process.env['UPDATE']) writeFileSync(page, markdown());
    expect(readFileSync(page, 'utf8')).toBe(markdown());
  });
});
