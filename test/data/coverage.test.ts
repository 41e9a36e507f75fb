import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Act, Regulation, readModel, resolveMark, type Mark } from '../../src/model/index.ts';
import { formatText } from '../../src/diagnostics/index.ts';
import { makeLocate, readTree } from '../../src/source/index.ts';
import { linesNotInData, printedSteps, resembles, textsNotInSource } from '../helpers/coverage.ts';

const root = 'regulations';
const acts = existsSync(root) ? readdirSync(root).filter((name) => existsSync(join(root, name, 'act.yaml'))) : [];
const isService = (name: string): boolean => name.endsWith('.yaml') && name !== 'act.yaml';

function load<S extends z.ZodType>(schema: S, file: string): z.output<S> {
  const tree = readTree(file);
  const model = tree.ok ? readModel(schema, tree.value) : tree;
  if (!model.ok) throw new Error(formatText(model.findings, 'en', makeLocate()));
  return model.value;
}
const lost = (data: object, marks: readonly Mark[] | undefined): string[] =>
  (marks ?? []).filter((mark) => resolveMark(mark.at, data) === undefined).map((mark) => mark.at);

for (const act of acts) {
  const folder = join(root, act);
  const text = readFileSync(join(folder, 'source.txt'), 'utf8');
  const lines = text.split('\n');
  const services = readdirSync(folder).filter(isService);

  describe(act, () => {
    it('act.yaml agrees with the text', () => {
      const data = load(Act, join(folder, 'act.yaml'));
      expect(lost(data, data.marks), 'marks that name nothing').toEqual([]);
      expect(textsNotInSource(data, data.marks ?? [], lines, [1, lines.length])).toEqual([]);
    });

    for (const file of services) {
      describe(file.replace('.yaml', ''), () => {
        const data = load(Regulation, join(folder, file));
        it('every mark names a place', () => expect(lost(data, data.marks)).toEqual([]));
        it('every text of the data stands in the text', () =>
          expect(textsNotInSource(data, data.marks ?? [], lines, data.src)).toEqual([]));
        it('every line of the text stands in the data', () =>
          expect(linesNotInData(data, data.marks ?? [], lines, data.src)).toEqual([]));
        it('every numbered step of the text stands in the data', () => {
          const steps = Object.values(data.process).flatMap((flow) =>
            flow.steps.filter((step) => step.word && step.src),
          );
          expect(steps.length).toBe(printedSteps(lines.slice(data.src[0] - 1, data.src[1]).join('\n')));
        });
      });
    }

    it('no line of the text belongs to nobody', () => {
      const data = load(Act, join(folder, 'act.yaml'));
      const regulations = services.map((file) => load(Regulation, join(folder, file)));
      const owned = (line: number): boolean => regulations.some(({ src }) => line >= src[0] && line <= src[1]);
      const own = lines.map((line, index) => (owned(index + 1) ? '' : line));
      const complete = data.services.filter(({ service }) => service !== null).length === regulations.length;
      if (complete) expect(linesNotInData(data, data.marks ?? [], own, [1, lines.length])).toEqual([]);
    });
  });
}

describe('the comparison can fail', () => {
  const source = ['1. Услуга оказывается комитетом.', 'процедура 1 – специалист регистрирует;'];
  it('finds a word that the text does not have', () => {
    expect(textsNotInSource({ text: 'эксперт регистрирует' }, [], source, [1, 2])).toHaveLength(1);
  });
  it('finds a line that the data do not have', () => {
    expect(linesNotInData({ text: 'Услуга оказывается комитетом' }, [], source, [1, 2])).toEqual([
      '2: процедура 1 – специалист регистрирует;',
    ]);
  });
  it('takes the term of a step from the lines of its table, and from no other', () => {
    const process = { internal: { steps: [{ id: 'p1', text: 'а', terms: [{ raw: '15 минут' }], src: [1, 1] }] } };
    const told = (src: [number, number]) => ({
      process,
      tellings: [{ flow: 'internal', items: [{ step: 'p1', src }] }],
    });
    const text = ['процедура 1 – а;', '15 минут', '2 дня'];
    expect(textsNotInSource(told([2, 2]), [], text, [1, 3])).toEqual([]);
    expect(textsNotInSource(told([3, 3]), [], text, [1, 3])).toHaveLength(1);
  });
  it('counts printed steps, letter-spaced or not', () => {
    expect(printedSteps('процедура 1 – а;\nп р о ц е д у р а 2 – б;\nусловие 1 - в;\n2) 3-процесс – г')).toBe(4);
  });
  it('takes recognised Latin letters for the Cyrillic ones they look like, and nothing else', () => {
    const recognised = ['Perncrpamns Pacesorperme Tloxmmcane', 'sasreHns SR paspemerx', '1 paGosmit', 'zems'];
    expect(resembles('Регистрация заявления', recognised)).toBe(true);
    expect(resembles('1 рабочий день', recognised)).toBe(true);
    expect(resembles('2 рабочих дня', recognised)).toBe(false);
    expect(resembles('Уведомление об отказе', recognised)).toBe(false);
    expect(resembles('Регистрация заявления', ['Регистрация заявления'])).toBe(false);
  });
  it('stays silent where only spacing and quotes differ', () => {
    expect(textsNotInSource({ text: 'у с л у г а  оказывается «комитетом»' }, [], source, [1, 2])).toEqual([]);
  });
});
