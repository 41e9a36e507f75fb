import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagrams, type DiagramsOptions } from '../../../src/jobs/diagrams.ts';
import { findBrowser } from '../../../src/render/index.ts';

const address = 'zhambyl-62-2013/scrap-metal-licence';
let root: string;
const run = (more: Partial<DiagramsOptions> = {}) =>
  diagrams({ root, selectors: [], out: join(root, 'out'), formats: ['mmd'], ...more });
const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'diagrams-'));
  cpSync('regulations/zhambyl-62-2013', join(root, 'regulations/zhambyl-62-2013'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the diagrams job', () => {
  it('writes the views of the act, and nothing the second time', async () => {
    const first = await run();
    expect(codes(first.findings)).toEqual([]);
    expect(readdirSync(join(root, 'diagrams', address)).sort()).toEqual([
      'interaction-portal-provider.mmd',
      'interaction-portal-recipient.mmd',
      'legend.mmd',
    ]);
    expect(first.written).toBe(3);
    expect((await run()).written).toBe(0);
  });

  it('with check, names what differs and what is left over, and writes nothing', async () => {
    const file = join(root, 'diagrams', address, 'legend.mmd');
    writeFileSync(file, 'flowchart LR\n');
    writeFileSync(join(root, 'diagrams', address, 'old.mmd'), 'flowchart LR\n');
    const report = await run({ check: true });
    expect(report.findings.map(({ code, args }) => `${code} ${String(args['file'])}`)).toEqual([
      'diagram-stale legend.mmd',
      'diagram-stale old.mmd',
    ]);
    expect(readFileSync(file, 'utf8')).toBe('flowchart LR\n');
    await run();
    expect(codes((await run({ check: true })).findings)).toEqual([]);
    expect(existsSync(join(root, 'diagrams', address, 'old.mmd'))).toBe(false);
  });

  it('keeps derived views and tellings out of diagrams/', async () => {
    await run({ allViews: true, asFiled: true });
    expect(readdirSync(join(root, 'diagrams', address))).toHaveLength(3);
    const derived = readdirSync(join(root, 'out', address));
    expect(derived.some((name) => name.includes('.as-filed.'))).toBe(true);
  });

  it('writes BPMN without a browser', async () => {
    const report = await run({ formats: ['bpmn'] });
    expect(report.written).toBe(2);
    expect(readFileSync(join(root, 'out', address, 'interaction-portal-provider.bpmn'), 'utf8')).toContain(
      '<exclusiveGateway id="c1"',
    );
  });

  it('follows layout.yaml, and reports a fault in it', async () => {
    const layout = join(root, 'diagrams', address, 'layout.yaml');
    writeFileSync(layout, 'interaction-portal-recipient: { sheets: [p6], wrap: 180 }\n');
    await run();
    expect(readdirSync(join(root, 'diagrams', address))).toContain('interaction-portal-recipient.2.mmd');
    writeFileSync(layout, 'interaction-portal-recipient: { order: upside-down }\n');
    expect(codes((await run()).findings)).toEqual(['value-wrong']);
    rmSync(layout);
    await run();
  });

  it('reports an unknown address with the nearest ones', async () => {
    expect(codes((await run({ selectors: ['zhambyl-62-2013/scrap'] })).findings)).toEqual(['regulation-unknown']);
  });

  it.skipIf(!findBrowser().ok)('draws, and from then on copies what has not changed', async () => {
    const first = await run({ formats: ['svg'] });
    expect(codes(first.findings)).toEqual([]);
    const file = join(root, 'out', address, 'legend.svg');
    const drawn = readFileSync(file, 'utf8');
    rmSync(file);
    const before = process.env.PUPPETEER_EXECUTABLE_PATH;
    process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
    const second = await run({ formats: ['svg'] });
    const third = await run({ formats: ['svg'], asFiled: true });
    if (before === undefined) delete process.env.PUPPETEER_EXECUTABLE_PATH;
    else process.env.PUPPETEER_EXECUTABLE_PATH = before;
    expect(codes(second.findings)).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(drawn);
    expect(third.findings.every(({ code }) => code === 'browser-missing')).toBe(true);
  });
});
