import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreement, handMade, importFile, kinds, regulationsOf, shareOf } from '../helpers/agreement.ts';

/** The least share of agreement, per act and kind (docs/import.md); the clean texts stand higher than the damaged ones. */
const acts: Readonly<Record<string, number>> = {
  'miir-138-2019': 0.95,
  'knb-46-2019': 0.95,
  'zhambyl-62-2013': 0.95,
  'mint-102-2014': 0.9,
  'mint-364-2012': 0.9,
};
/** Where the text lost so much that the aim is not reached; each with what stands in the way. */
const short: Readonly<Record<string, number>> = {
  // Of three drawings of regulation 8 the text keeps half a title.
  'miir-138-2019 appendices': 0.9,
};

const page = readFileSync('docs/import.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const percent = (share: number): string => (share * 100).toFixed(1).replace('100.0', '100');

describe('the import agrees with the data typed by hand', () => {
  for (const [act, least] of Object.entries(acts)) {
    const folder = join('regulations', act);
    const { total, misses } = agreement(handMade(folder), regulationsOf(importFile(join(folder, 'source.txt'))));
    it(`${act}: README gives the same figures`, () => {
      const figures = kinds.map((kind) => {
        const { found, wrong, missed } = total[kind];
        return found + wrong + missed === 0 ? '–' : percent(shareOf(total[kind]));
      });
      const row = readme.split('\n').find((line) => new RegExp(`^\\| ${act}(?: \\([^|]*\\))? \\|`).test(line));
      expect(
        row
          ?.split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      ).toEqual(figures);
    });
    for (const kind of kinds) {
      const count = total[kind];
      const { found, wrong, missed } = count;
      if (found + wrong + missed === 0) continue;
      it(`${act}: ${kind} ${found} / ${wrong} / ${missed}`, () => {
        expect(shareOf(count), misses.slice(0, 40).join('\n')).toBeGreaterThanOrEqual(short[`${act} ${kind}`] ?? least);
      });
      it(`${act}: ${kind} stands in docs/import.md as it is measured`, () => {
        const row = page.split('\n').find((line) => line.startsWith(`| ${act} | ${kind} |`));
        expect(row?.replace(/ +/g, ' ')).toBe(
          `| ${act} | ${kind} | ${found} | ${wrong} | ${missed} | ${(shareOf(count) * 100).toFixed(1)} % |`,
        );
      });
    }
  }
});
