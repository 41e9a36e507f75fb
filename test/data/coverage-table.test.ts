import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/jobs/regulations.ts';
import { counted } from '../helpers/comparison/counts.ts';
import { coverageOf } from '../helpers/comparison/coverage.ts';

/**
 * The tables of docs/coverage.md: what can be counted in the text of a regulation without understanding it, beside what
 * the data hold. The two columns are made by different means; `UPDATE=1` writes the page anew.
 */
const page = 'docs/coverage.md';
const { library } = loadLibrary('.');

interface Row {
  readonly act: string;
  readonly service: string;
  readonly text: Record<string, number>;
  readonly data: Record<string, number>;
  readonly letters: { readonly all: number; readonly marked: number; readonly missing: number };
}

const rows = library.acts.flatMap(({ id }): Row[] => {
  const lines = readFileSync(join('regulations', id, 'source.txt'), 'utf8')
    .replace(/\r/g, '')
    .split('\n');
  return library.regulations
    .filter(({ act }) => act.id === id)
    .map(({ address, regulation }) => {
      const [from, to] = regulation.src ?? [1, lines.length];
      const text = lines.slice(from - 1, to).join('\n');
      return {
        act: id,
        service: address.split('/')[1] ?? '',
        text: Object.fromEntries(counted.map(({ what, inText }) => [what, inText(text)])),
        data: Object.fromEntries(counted.map(({ what, inData }) => [what, inData(regulation)])),
        letters: coverageOf(regulation, regulation.marks ?? [], lines, regulation.src).letters,
      };
    });
});

const marksOfLoss = library.regulations.flatMap(({ address, regulation }) =>
  (regulation.marks ?? [])
    .filter(({ kind }) => kind === 'lost' || kind === 'unreadable')
    .map(
      ({ at, kind, src, why }) =>
        `| ${address} | \`${at}\` | ${kind} | ${src ? src.join('–') : ''} | ${why.replace(/\|/g, '\\|')} |`,
    ),
);

const whats = counted.map(({ what }) => what);
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (cells: readonly string[]): string[] => [line(cells), `|${cells.map(() => '---').join('|')}|`];
const sum = (own: readonly Row[], pick: (row: Row) => number): number =>
  own.reduce((total, row) => total + pick(row), 0);
const pairs = (own: readonly Row[]): string[] =>
  whats.map((what) => `${sum(own, ({ text }) => text[what] ?? 0)} / ${sum(own, ({ data }) => data[what] ?? 0)}`);
const lettersOf = (own: readonly Row[]): number[] => [
  sum(own, ({ letters }) => letters.all),
  sum(own, ({ letters }) => letters.all - letters.marked - letters.missing),
  sum(own, ({ letters }) => letters.marked),
  sum(own, ({ letters }) => letters.missing),
];

function markdown(): string {
  const acts = library.acts.map(({ id }) => ({ id, own: rows.filter(({ act }) => act === id) }));
  return [
    '# What of the acts stands in the data',
    '',
    'Made by `UPDATE=1 npx vitest run test/data/coverage-table.test.ts`. In the text, counted by its signs alone / in the data:',
    '',
    ...head(['act', 'services', ...whats]),
    ...acts.map(({ id, own }) => line([id, own.length, ...pairs(own)])),
    '',
    '«Each time told»: a clause that repeats another counts again, and so does a table. Steps are listed where the act gives',
    'them no word with their number: «1) … 2) …», or paragraphs under «1) при выдаче …:».',
    '',
    'Letters and figures of the regulations, each held against the lines that the data name:',
    '',
    ...head(['act', 'in the text', 'in the data', 'accounted for by a mark', 'missing']),
    ...acts.map(({ id, own }) => line([id, ...lettersOf(own)])),
    '',
    'That comparison is `test/data/coverage.test.ts`; `test/data/mutations.test.ts` shows what it notices.',
    '',
    '## Service by service',
    '',
    ...head(['service', ...whats]),
    ...rows.map((row) => line([`${row.act}/${row.service}`, ...pairs([row])])),
    '',
    `## What the source lost (${marksOfLoss.length} marks)`,
    '',
    ...head(['service', 'place', 'kind', 'lines', 'why']),
    ...marksOfLoss,
    '',
  ].join('\n');
}

describe('the table of coverage', () => {
  it.each(rows)('$act/$service: the text and the data count alike', ({ text, data }) => expect(data).toEqual(text));
  it('is the committed page', () => {
    if (process.env['UPDATE']) writeFileSync(page, markdown());
    expect(readFileSync(page, 'utf8')).toBe(markdown());
  });
});
