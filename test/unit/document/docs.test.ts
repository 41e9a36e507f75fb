import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elements, helperNames } from '../../../src/document/index.ts';

const page = (name: string): string => readFileSync(`docs/${name}.md`, 'utf8');
/** Style and place are described once above the table. */
const common = ['before', 'after', 'keep', 'size', 'leading', 'align', 'bold', 'italic', 'lang', 'hyphenate'];

describe('docs/markup.md', () => {
  const rows = page('markup')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const namesIn = (cell: string): string[] => [...cell.matchAll(/`([a-z][a-z0-9-]*)`/g)].map(([, name]) => name ?? '');
  it('names every element and no other', () => {
    const named = rows.flatMap((row) => namesIn(row.split('|')[1] ?? ''));
    expect([...new Set(named)].sort()).toEqual(Object.keys(elements).sort());
  });
  it.each(Object.entries(elements))('names every attribute of %s', (name, { attributes }) => {
    const said = rows.filter((row) => namesIn(row.split('|')[1] ?? '').includes(name)).join(' ');
    const missing = Object.keys(attributes).filter(
      (attribute) => !common.includes(attribute) && !said.includes(`\`${attribute}\``),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/templates.md', () => {
  it.each(helperNames)('names the function %s', (name) =>
    expect(page('templates')).toMatch(new RegExp(`[{(#]${name}\\b`)),
  );
});
