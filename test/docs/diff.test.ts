import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The example of the page is what the command says of the data; `UPDATE=1` writes it anew. */
it('docs/diff.md shows the differences of the transit permit as the program finds them', () => {
  const args = ['diff', 'mint-102-2014/transit-permit', 'miir-138-2019/transit-permit', '--locale', 'ru'];
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  const page = readFileSync('docs/diff.md', 'utf8');
  const cut = page.lastIndexOf('```text\n') + '```text\n'.length;
  if (process.env['UPDATE']) writeFileSync('docs/diff.md', `${page.slice(0, cut)}${stdout}\`\`\`\n`);
  expect(stdout).toContain('Процесс у услугодателя');
  expect(readFileSync('docs/diff.md', 'utf8').slice(cut)).toBe(`${stdout}\`\`\`\n`);
});
