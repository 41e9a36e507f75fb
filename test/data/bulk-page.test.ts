import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableContext } from '../../src/jobs/table-context.ts';
import {
  decisionKinds,
  documentFields,
  furtherTable,
  keyLeaf,
  leavesOf,
  lists,
  mainFields,
  type Leaf,
} from '../../src/table/index.ts';

/** The table of columns in docs/bulk.md comes from the schema of a case and from the words of tables; `UPDATE=1` writes it anew. */
const page = 'docs/bulk.md';
const context = tableContext('.');
if (!context.ok) throw new Error('no words');
const { words } = context.value;

const types: Record<Leaf['type'], string> = {
  text: 'text',
  wording: 'text, also `.kk` `.ru`',
  wordings: 'texts, also `.kk` `.ru`',
  texts: 'texts',
  number: 'number',
  day: 'day',
  moment: 'day and time',
  'day-or-moment': 'day, may have a time',
  flag: 'yes or no',
  choice: 'choice',
};

function line(leaf: Leaf): string {
  const [ru, kk, ...others] = ['ru', 'kk'].map((language) =>
    words.say(`column:${leaf.name}`, language === 'ru' ? 'ru' : 'kk'),
  );
  const choices = leaf.name === 'kind' ? '' : leaf.choices.map((choice) => `\`${choice}\``).join(' ');
  return `| \`${leaf.name}\` | ${leaf.required ? '●' : ''} | ${ru ?? ''} | ${kk ?? ''} | ${[types[leaf.type], choices].filter(Boolean).join(': ')} |${others.join('')}`;
}

const head = ['| own name | | Russian | Kazakh | holds |', '|---|---|---|---|---|'];

function columns(): string {
  const further = [...lists.keys()].flatMap((name) => [
    '',
    `**${words.say(`table:${name}`, 'ru')} / ${words.say(`table:${name}`, 'kk')}** (\`${name}\`)`,
    '',
    ...head,
    ...leavesOf([keyLeaf, ...(furtherTable(name)?.members ?? [])]).map(line),
  ]);
  const kinds = decisionKinds.map((kind) => {
    const own = leavesOf(documentFields(kind) ?? []).map(({ name }) => `\`${name.replace('document.', '')}\``);
    return `| \`${kind}\` | ${words.say(`kind:${kind}`, 'ru')} | ${words.say(`kind:${kind}`, 'kk')} | ${own.join(' ')} |`;
  });
  return [
    ...head,
    ...leavesOf(mainFields(undefined)).map(line),
    ...further,
    '',
    '**Kinds of document** and what they have behind `document.`',
    '',
    '| kind | Russian | Kazakh | columns |',
    '|---|---|---|---|',
    ...kinds,
  ].join('\n');
}

describe('docs/bulk.md', () => {
  it('lists every column with its words', () => {
    const text = readFileSync(page, 'utf8');
    const [before, after] = [text.indexOf('<!-- columns -->'), text.indexOf('<!-- /columns -->')];
    const wanted = `${text.slice(0, before)}<!-- columns -->\n${columns()}\n${text.slice(after)}`;
    if (process.env['UPDATE']) writeFileSync(page, wanted);
    expect(readFileSync(page, 'utf8')).toBe(wanted);
    expect(text).not.toContain('column:');
  });

  it('no column has the words of another one beside it', () => {
    for (const kind of decisionKinds) {
      for (const language of ['ru', 'kk'] as const) {
        const names = leavesOf(mainFields(kind)).map(({ name }) => words.say(`column:${name}`, language).toLowerCase());
        expect(
          names.filter((name, index) => names.indexOf(name) !== index),
          `${kind} ${language}`,
        ).toEqual([]);
      }
    }
  });
});
