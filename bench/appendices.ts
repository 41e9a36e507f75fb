import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { textsOf, makingOf } from '../src/jobs/diagram-texts.ts';
import { appendices } from '../src/jobs/appendices.ts';
import { addressesIn, loadLibrary } from '../src/jobs/regulations.ts';
import { openRenderer } from '../src/render/index.ts';

/**
 * Booklets of all regulations as PDF and Word, with their drawings in the cache: processor time and memory, and whether
 * memory grows with their number (each run is a process of its own). Then what the drawings take without the cache.
 */
interface Run {
  readonly booklets: number;
  readonly pages: number;
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

async function once(count: number): Promise<Run> {
  const out = mkdtempSync(join(tmpdir(), 'bench-appendices-'));
  const selectors = addressesIn('.').slice(0, count);
  const start = performance.now();
  const report = await appendices({ root: '.', selectors, out, formats: ['pdf', 'docx'] });
  rmSync(out, { recursive: true });
  const { user, system } = process.cpuUsage();
  return {
    booklets: report.booklets,
    pages: report.pages,
    cpu: (user + system) / 1e6,
    wall: (performance.now() - start) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

const inProcess = (count: number): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, BOOKLETS: String(count) } });
    child.once('message', (run) => resolve(run as Run));
    child.once('error', reject);
  });

async function drawing(): Promise<{ diagrams: number; wall: number }> {
  const { library } = loadLibrary('.', addressesIn('.'));
  const texts = library.regulations.flatMap((loaded) => {
    const making = makingOf('.', loaded);
    return making.ok ? textsOf(loaded.address, making.value).texts : [];
  });
  const renderer = await openRenderer();
  if (!renderer.ok) throw new Error(JSON.stringify(renderer.findings));
  const start = performance.now();
  await Promise.all(
    texts.map(({ name, source }) => renderer.value.draw({ name, source, formats: ['svg', 'pdf', 'png'] })),
  );
  const wall = (performance.now() - start) / 1000;
  await renderer.value.close();
  return { diagrams: texts.length, wall };
}

const asked = process.env['BOOKLETS'];
if (asked !== undefined) process.send?.(await once(Number(asked)));
else {
  const all = addressesIn('.').length;
  await inProcess(all);
  let first: Run | undefined;
  for (const count of [1, Math.ceil(all / 4), all]) {
    const run = await inProcess(count);
    first ??= run;
    console.log(
      `${String(run.booklets).padStart(3)} booklets, ${String(run.pages).padStart(3)} pages, PDF and Word: ` +
        `${run.cpu.toFixed(1).padStart(5)} s CPU, ${run.wall.toFixed(1).padStart(5)} s, ` +
        `${run.memory.toFixed(0)} MB (${(run.memory / first.memory).toFixed(2)} × one)`,
    );
  }
  const drawn = await drawing();
  console.log(`${drawn.diagrams} diagrams drawn without the cache: ${drawn.wall.toFixed(1)} s`);
}
