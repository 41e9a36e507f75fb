import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/render/index.ts';

const bin = resolve('dist/cli.js');
const root = mkdtempSync(join(tmpdir(), 'reglament-watch-'));
let child: ChildProcess | undefined;
afterAll(() => {
  // Not SIGKILL: the browser would be left behind.
  child?.kill('SIGINT');
  rmSync(root, { recursive: true, force: true });
});

it.skipIf(!findBrowser().ok)(
  'a saved regulation redraws what it touches and nothing else; a broken one is told, and mended by the next save',
  async () => {
    const service = 'zhambyl-62-2013/scrap-metal-licence';
    const file = join(root, 'regulations', `${service}.yaml`);
    cpSync('regulations/zhambyl-62-2013', join(root, 'regulations/zhambyl-62-2013'), { recursive: true });
    const out = join(root, 'out');
    const args = ['diagrams', '--watch', '--root', root, '--out', out, '--format', 'svg', '--locale', 'en'];
    const running = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    let said = '';
    for (const stream of [running.stdout, running.stderr]) stream.on('data', (data: Buffer) => (said += String(data)));
    /** Saves a text and gives what is said until the run that it starts has ended. */
    const answer = async (text?: string): Promise<string> => {
      said = '';
      if (text !== undefined) {
        // As most editors save: another file takes the place of the old one.
        writeFileSync(`${file}~`, text);
        renameSync(`${file}~`, file);
      }
      while (!/files written/.test(said)) await setTimeout(20);
      return said;
    };
    const picture = (name: string): string => join(out, service, `${name}.svg`);
    const timeOf = (name: string): number => statSync(picture(name)).mtimeMs;

    await answer();
    const text = readFileSync(file, 'utf8');
    const [legend, untouched] = [timeOf('legend'), timeOf('interaction-portal-provider')];
    const changed = text.replaceAll('Услуга оплачена', 'Пошлина внесена');
    expect(await answer(changed)).toContain('1 files written');
    expect(readFileSync(picture('interaction-portal-recipient'), 'utf8')).toContain('Пошлина');
    expect([timeOf('legend'), timeOf('interaction-portal-provider')]).toEqual([legend, untouched]);

    expect(await answer(changed.replace('process:', 'process: [')).then((one) => one.includes('error'))).toBe(true);
    expect(await answer(text)).toContain('1 files written');
    expect(readFileSync(picture('interaction-portal-recipient'), 'utf8')).not.toContain('Пошлина');
  },
  120_000,
);
