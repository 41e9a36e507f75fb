import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/render/index.ts';
import { has } from '../helpers/programs.ts';

/**
 * The walk-through is run as it stands: commands behind `$` with what they say (`…` for any lines), files and changes of
 * files whose name stands at the head of their block.
 */
interface Block {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly chapter: string;
}

const page = readFileSync('docs/walk-through.md', 'utf8');
const blocks: Block[] = page.split(/^## /m).flatMap((chapter) =>
  [...chapter.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', file = '', text = '']) => ({
    kind,
    file,
    text,
    chapter: chapter.split('\n')[0] ?? '',
  })),
);

let folder = '';
let bin = '';

/** Runs a line as a shell would, with `reglament` on the path. */
function run(line: string): string {
  const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, HOME: process.env['HOME'] ?? '', LANG: 'C' };
  const { stdout, stderr } = spawnSync('sh', ['-c', `${line} 2>&1`], { cwd: folder, env, encoding: 'utf8' });
  return stdout + stderr;
}

/** What is expected as a pattern: each `…` stands for any number of whole lines. */
const patternOf = (lines: readonly string[]): RegExp => {
  const parts = lines.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`));
  return new RegExp(`^${parts.join('')}$`, 'u');
};

function shell(text: string): void {
  const commands = text.split(/^\$ /m).slice(1);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    const [line = '', ...expected] = command.replace(/\n$/, '').split('\n');
    const said = run(line);
    const pattern = patternOf(expected);
    if (!pattern.test(said)) expect(`$ ${line}\n${said}`).toBe(`$ ${line}\n${expected.join('\n')}\n`);
  }
}

/** Takes each run of `-` lines out of the file and puts the `+` lines behind it in its place. */
function change(file: string, text: string): void {
  let content = readFileSync(file, 'utf8');
  for (const [, gone = '', come = ''] of text.matchAll(/((?:^-.*\n)+)((?:^\+.*\n)+)/gm)) {
    const [before, after] = [gone.replace(/^-/gm, ''), come.replace(/^\+/gm, '')];
    expect(content.split(before)).toHaveLength(2);
    content = content.replace(before, () => after);
  }
  writeFileSync(file, content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reglament-walk-'));
  bin = mkdtempSync(join(tmpdir(), 'reglament-bin-'));
  const program = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`;
  writeFileSync(join(bin, 'reglament'), program, { mode: 0o755 });
});

describe.skipIf(!findBrowser().ok || !has('git') || process.platform === 'win32')('the walk-through', () => {
  for (const [index, { kind, file, text, chapter }] of blocks.entries())
    it(`${chapter}: ${file || (text.split('\n')[0] ?? '')} (${index + 1})`, () => {
      const target = join(folder, file);
      if (kind === 'sh') shell(text);
      else if (kind === 'yaml') {
        // The skeleton has made the file; the page fills it in.
        expect(existsSync(target)).toBe(true);
        writeFileSync(target, text);
      } else if (kind === 'diff') change(target, text);
      else throw new Error(`a block of kind «${kind}» is not run`);
    });

  it('ends with the booklet in both formats', () => {
    for (const ending of ['pdf', 'docx'])
      expect(statSync(join(folder, `out/appendices/kg-10-2026/sample-transit-permit.${ending}`)).size).toBeGreaterThan(20_000);
  });
});

it('has a block of every kind', () => {
  expect(blocks.length).toBeGreaterThan(12);
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['sh', 'yaml', 'diff']));
});
