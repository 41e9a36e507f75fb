import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../src/diagnostics/index.ts';
import { Regulation, readModel, resolveMark } from '../../src/model/index.ts';
import { makeLocate, treeFromText } from '../../src/source/index.ts';
import { coverageOf } from '../helpers/comparison/coverage.ts';
import { comparisons } from '../helpers/comparison/index.ts';

const page = readFileSync('docs/data-model.md', 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

function example(): Regulation {
  const tree = treeFromText('example.yaml', block('yaml'));
  const model = tree.ok ? readModel(Regulation, tree.value) : tree;
  if (!model.ok) throw new Error(formatText(model.findings, 'en', makeLocate()));
  return model.value;
}

describe('the example of docs/data-model.md', () => {
  const data = example();
  const marks = data.marks ?? [];
  const lines = block('text').trimEnd().split('\n');

  it('names all lines of its text', () => expect(data.src).toEqual([1, lines.length]));
  it('has marks that name a place', () =>
    expect(marks.filter(({ at }) => resolveMark(at, data) === undefined)).toEqual([]));
  it('has the words of its text and leaves out none', () => {
    expect(coverageOf(data, marks, lines, data.src)).toMatchObject({ wrong: [], missing: [] });
    for (const [what, compare] of Object.entries(comparisons)) expect(compare(data, lines), what).toEqual([]);
  });
});
