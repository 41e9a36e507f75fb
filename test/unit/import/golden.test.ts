import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Regulation } from '../../../src/model/index.ts';
import { importFile, likeness, regulationsOf } from '../../helpers/agreement.ts';

/** What a person reads in the fixture; written by hand. */
const Expected = z.strictObject({
  act: z.strictObject({
    kind: z.string(),
    lang: z.string(),
    number: z.string(),
    date: z.string(),
    registration: z.string(),
    clauses: z.number(),
    services: z.number(),
    repeals: z.string().optional(),
    amends: z.string().optional(),
  }),
  regulations: z.array(
    z.strictObject({
      title: z.string(),
      clauses: z.number(),
      chapters: z.number(),
      units: z.array(z.string()),
      flows: z.record(z.string(), z.string()),
      actors: z.record(z.string(), z.string()).default({}),
      terms: z.record(z.string(), z.string()).default({}),
      next: z.record(z.string(), z.string()).default({}),
      cells: z.record(z.string(), z.string()).default({}),
      lost: z.array(z.string()).default([]),
      glossary: z.array(z.string()).default([]),
      questions: z.number().default(0),
      appendices: z.number(),
      words: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const stepAt = ({ process }: Regulation, path: string) => {
  const [flow = '', id] = path.split('.');
  return Object.entries(process)
    .find(([name]) => name === flow)?.[1]
    .steps.find((step) => step.id === id);
};
const cellAt = ({ tellings }: Regulation, path: string): unknown => {
  const [id, field = ''] = path.split('.');
  const item = tellings.find((one) => one.kind === 'table')?.items.find((one) => one.step === id);
  return item && Reflect.get(item, field);
};

const root = 'test/golden/import';
for (const name of readdirSync(root).filter((one) => existsSync(join(root, one, 'expected.yaml')))) {
  const folder = join(root, name);
  const expected = Expected.parse(parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')));
  const text = ['text.txt', 'text.html'].map((file) => join(folder, file)).find((file) => existsSync(file)) ?? '';
  const imported = importFile(text);
  const regulations = regulationsOf(imported);
  describe(name, () => {
    it('the act', () => {
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
        ...(act.amends ? { amends: act.amends[0]?.number } : {}),
      }).toEqual(expected.act);
    });
    it('the regulations', () =>
      expect(regulations.map((one) => one.title)).toEqual(expected.regulations.map((one) => one.title)));
    for (const [index, want] of expected.regulations.entries()) {
      const have = regulations[index];
      if (!have) continue;
      it(`${want.title}: structure`, () => {
        expect(have.clauses.length, 'clauses').toBe(want.clauses);
        expect(have.chapters.length, 'chapters').toBe(want.chapters);
        expect(have.appendices.length, 'appendices').toBe(want.appendices);
        expect(have.participants.filter((one) => one.listed !== undefined).map((one) => one.id)).toEqual(want.units);
        expect((have.glossary ?? []).map((one) => one.term)).toEqual(want.glossary);
        expect(have.questionnaire?.questions.filter((one) => one.options.length === 3).length ?? 0).toBe(
          want.questions,
        );
      });
      it(`${want.title}: process`, () => {
        const flows = Object.entries(have.process).map(([flow, { steps }]) => [
          flow,
          steps.map((step) => step.id).join(' '),
        ]);
        expect(Object.fromEntries(flows)).toEqual(want.flows);
        for (const [flow, actors] of Object.entries(want.actors))
          expect(
            Object.entries(have.process)
              .find(([id]) => id === flow)?.[1]
              .steps.map((step) => step.actors[0] ?? 'null')
              .join(' '),
          ).toBe(actors);
        for (const [path, term] of Object.entries(want.terms)) {
          const [first] = stepAt(have, path)?.terms ?? [];
          expect(
            first && [first.amount, first.unit, first.dayKind].filter((part) => part !== undefined).join(' '),
            path,
          ).toBe(term);
        }
        for (const [path, next] of Object.entries(want.next))
          expect(
            stepAt(have, path)
              ?.next?.map(({ to, when }) => `${to}=${String(when)}`)
              .join(' '),
            path,
          ).toBe(next);
        for (const [path, words] of Object.entries(want.words))
          expect(
            likeness(String(stepAt(have, path)?.text), words),
            `${path}: ${String(stepAt(have, path)?.text)}`,
          ).toBe(1);
      });
      it(`${want.title}: cells`, () => {
        for (const [path, cell] of Object.entries(want.cells)) expect(cellAt(have, path), path).toBe(cell);
        for (const path of want.lost) expect(cellAt(have, path), path).toBeNull();
      });
    }
  });
}
