import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importFile, kinds, regulationsOf, shareOf } from '../helpers/agreement.ts';
import { Told, agreementWithTold } from '../helpers/told.ts';

const root = 'test/golden/import';
const page = readFileSync('docs/import.md', 'utf8');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'told.yaml')));

describe('the import agrees with what a person reads in invented acts', () => {
  for (const name of names) {
    const told = Told.parse(parse(readFileSync(join(root, name, 'told.yaml'), 'utf8')));
    const text = ['text.txt', 'text.html'].map((file) => join(root, name, file)).find((file) => existsSync(file)) ?? '';
    const imported = importFile(text);
    const made = regulationsOf(imported);
    const { total, misses } = agreementWithTold(told, made);
    it(`${name}: the act and the titles of its regulations`, () => {
      const act = imported.files[0]?.data;
      if (!act || !('services' in act)) throw new Error('no act');
      expect({
        kind: act.kind,
        lang: act.lang,
        number: act.number,
        date: act.date,
        registration: act.registration.number,
        clauses: act.clauses.length,
        services: act.services.length,
        ...(act.repeals ? { repeals: act.repeals[0]?.number } : {}),
      }).toEqual(told.act);
      expect(made.map((one) => one.title)).toEqual(told.regulations.map((one) => one.title));
    });
    for (const kind of kinds) {
      const { found, wrong, missed } = total[kind];
      if (found + wrong + missed === 0) continue;
      it(`${name}: ${kind} ${found} / ${wrong} / ${missed}`, () => {
        expect(shareOf(total[kind]), misses.join('\n')).toBeGreaterThanOrEqual(told.damaged ? 0.9 : 0.95);
      });
    }
    it(`${name} stands in docs/import.md as it is measured`, () => {
      const figures = kinds.map((kind) => {
        const { found, wrong, missed } = total[kind];
        const all = found + wrong + missed;
        return all === 0 ? '–' : `${found} of ${all}`;
      });
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} `));
      expect(
        row
          ?.split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      ).toEqual(figures);
    });
  }
});
