import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, openRenderer } from '../src/render/index.ts';
import { packageRoot } from '../src/store/index.ts';

/**
 * Drawing the committed diagrams of one service: `mmdc` started once per file, against ours in one warm page (with the
 * repairs, routes and settling that mmdc does not do). Interleaved, medians of wall time; the machine's load distorts
 * both alike, so the ratio is what to read.
 *
 *   FOLDER=diagrams/mint-102-2014/poisons-licence ROUNDS=3 node bench/run.mjs diagrams
 */
const folder = process.env['FOLDER'] ?? 'diagrams/mint-102-2014/poisons-licence';
const rounds = Number(process.env['ROUNDS'] ?? 3);

const browser = findBrowser();
if (!browser.ok) throw new Error(JSON.stringify(browser.findings));
const scratch = mkdtempSync(join(tmpdir(), 'bench-diagrams-'));
const puppeteer = join(scratch, 'puppeteer.json');
writeFileSync(
  puppeteer,
  JSON.stringify({
    executablePath: browser.value.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...browser.value.environment },
  }),
);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.mmd'))
  .map((name) => join(folder, name));
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const renderer = await openRenderer({ workers: 1 });
if (!renderer.ok) throw new Error(JSON.stringify(renderer.findings));
const cold: number[] = [];
const ours: Record<string, number[]> = { svg: [], png: [], pdf: [] };
const theirs: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const file of files) {
    const start = performance.now();
    const run = spawnSync(process.execPath, [
      join(packageRoot(), 'node_modules/@mermaid-js/mermaid-cli/src/cli.js'),
      '-q',
      '-i',
      file,
      '-o',
      join(scratch, 'out.svg'),
      '-p',
      puppeteer,
      '-c',
      join(packageRoot(), 'assets/mermaid.json'),
    ]);
    if (run.status !== 0) throw new Error(run.stderr.toString());
    theirs.push(performance.now() - start);
    for (const format of ['svg', 'png', 'pdf'] as const) {
      const from = performance.now();
      const drawn = await renderer.value.draw({ name: file, source: readFileSync(file, 'utf8'), formats: [format] });
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.findings));
      (cold.length === 0 ? cold : (ours[format] ?? [])).push(performance.now() - from);
    }
  }
}
await renderer.value.close();
rmSync(scratch, { recursive: true });

const base = median(theirs);
console.log(`${files.length} diagrams x ${rounds} rounds of ${folder}`);
console.log(`mmdc, one process per file, svg   ${base.toFixed(0).padStart(6)} ms   1x`);
console.log(
  `ours, first picture with start    ${(cold[0] ?? 0).toFixed(0).padStart(6)} ms   ${(base / (cold[0] ?? 1)).toFixed(1)}x faster`,
);
for (const [format, times] of Object.entries(ours)) {
  console.log(
    `ours, warm page, ${format}               ${median(times).toFixed(0).padStart(6)} ms   ${(base / median(times)).toFixed(1)}x faster`,
  );
}
