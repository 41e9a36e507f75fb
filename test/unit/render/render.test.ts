import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, openRenderer, type Renderer } from '../../../src/render/index.ts';
import { understand } from '../../helpers/mermaid.ts';
import { has } from '../../helpers/programs.ts';

/** The browsers that this process has started and that live. */
const browsersNow = (): number[] =>
  spawnSync('pgrep', ['-P', String(process.pid), '-f', '--', '--headless'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map(Number);

const found = findBrowser();
const fixture = (name: string): string => readFileSync(`test/fixtures/diagrams/${name}.mmd`, 'utf8');
const words = (svg: string): string =>
  svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.skipIf(!found.ok)('pictures (need a browser)', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    const opened = await openRenderer();
    if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
    renderer = opened.value;
  });
  afterAll(() => renderer.close());

  it.each(['block-scheme', 'interaction', 'legend'])(
    '%s: all words survive as text, twice the same bytes',
    async (name) => {
      const source = fixture(name);
      const [first, second] = await Promise.all(
        [1, 2].map(() => renderer.draw({ name, source, formats: ['png', 'pdf'] })),
      );
      if (!first?.ok || !second?.ok) throw new Error('not drawn');
      expect(first.value.svg).toBe(second.value.svg);
      expect(Buffer.from(first.value.pdf ?? []).equals(Buffer.from(second.value.pdf ?? []))).toBe(true);
      expect(Buffer.from(first.value.png ?? []).equals(Buffer.from(second.value.png ?? []))).toBe(true);
      expect(first.value.svg).not.toContain('foreignObject');
      const seen = words(first.value.svg);
      for (const [, { text }] of (await understand(source)).vertices) {
        for (const word of text
          .replace(/<br\/?>|[*`]/g, ' ')
          .trim()
          .split(/\s+/))
          expect(seen).toContain(word);
      }
    },
  );

  it('no arrow runs through a box or a title of the fixtures', async () => {
    for (const name of ['block-scheme', 'interaction']) {
      const drawn = await renderer.draw({ name, source: fixture(name), formats: [] });
      if (!drawn.ok) throw new Error('not drawn');
      const { nodes, edges, titles } = drawn.value.geometry;
      for (const { points } of edges) {
        for (const [x, y] of points.slice(1, -1)) {
          expect(
            [...nodes, ...titles].filter(
              (box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
            ),
          ).toEqual([]);
        }
      }
    }
  });

  it('a text Mermaid does not accept is a finding, and the next one is drawn', async () => {
    const bad = await renderer.draw({ name: 'bad', source: 'swimlane-beta TB\n  a[', formats: [] });
    expect(bad.findings.map(({ code }) => code)).toEqual(['diagram-unreadable']);
    expect((await renderer.draw({ name: 'legend', source: fixture('legend'), formats: [] })).ok).toBe(true);
  });

  it.skipIf(!has('pgrep'))('a browser that dies, idle or at work, is replaced, and nothing is lost', async () => {
    const before = browsersNow();
    const own = await openRenderer({ workers: 1 });
    if (!own.ok) throw new Error('not opened');
    const draw = () => own.value.draw({ name: 'legend', source: fixture('legend'), formats: ['png'] });
    const kill = (): number => {
      const there = browsersNow().filter((pid) => !before.includes(pid));
      for (const pid of there) process.kill(pid, 'SIGKILL');
      return there.length;
    };
    const first = await draw();
    expect(kill()).toBeGreaterThan(0);
    const second = await draw();
    const third = draw();
    await setTimeout(30);
    expect(kill()).toBeGreaterThan(0);
    for (const drawn of [second, await third]) {
      expect(drawn.findings).toEqual([]);
      expect(drawn.ok && first.ok && drawn.value.svg === first.value.svg).toBe(true);
    }
    await own.value.close();
  });

  it('a browser that does not answer in time is replaced, and the fault reported', async () => {
    const slow = await openRenderer({ timeout: 1, workers: 1 });
    if (!slow.ok) throw new Error('not opened');
    const drawn = await slow.value.draw({ name: 'late', source: fixture('legend'), formats: [] });
    await slow.value.close();
    expect(drawn.findings.map(({ code }) => code)).toEqual(['render-failed']);
  });
});

describe('a browser', () => {
  it('named by the environment and absent is a finding, never passed over', () => {
    const before = process.env.PUPPETEER_EXECUTABLE_PATH;
    process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
    const answer = findBrowser();
    if (before === undefined) delete process.env.PUPPETEER_EXECUTABLE_PATH;
    else process.env.PUPPETEER_EXECUTABLE_PATH = before;
    expect(answer.findings.map(({ code }) => code)).toEqual(['browser-missing']);
  });
});
