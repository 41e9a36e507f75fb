import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser, openRenderer } from '../src/render/index.ts';
import { packageRoot } from '../src/store/index.ts';

/**
 * The committed diagrams from nothing, two at a time: `mmdc` started once per file (every tenth file), against ours (all
 * of them, with the start of the browsers and with the repairs, routes and settling that mmdc does not do). The machine's
 * load distorts both alike, so the ratio is what to read. Then whether both drew the same, what memory ours took, and
 * what the command takes when nothing has changed.
 *
 *   EVERY=10 ROOT=diagrams node bench/run.mjs diagrams
 */
const root = process.env['ROOT'] ?? 'diagrams';
const every = Number(process.env['EVERY'] ?? 10);
const hands = 2;

const found = findBrowser();
if (!found.ok) throw new Error(JSON.stringify(found.findings));
const { executable, environment } = found.value;
const scratch = mkdtempSync(join(tmpdir(), 'bench-diagrams-'));
const puppeteer = join(scratch, 'puppeteer.json');
writeFileSync(
  puppeteer,
  JSON.stringify({
    executablePath: executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...environment },
  }),
);

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mmd') && !name.endsWith('legend.mmd'))
  .sort()
  .map((name) => join(root, name));
const sample = files.filter((_, index) => index % every === 0);

/** Nodes, edges and lanes of a picture. */
type Counts = readonly [nodes: number, edges: number, lanes: number];

/** Seconds for all items, `hands` at a time. */
async function timed<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<number> {
  const rest = [...items];
  const start = performance.now();
  const hand = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return (performance.now() - start) / 1000;
}

const theirs = new Map<string, Counts>();
async function byMmdc(file: string): Promise<void> {
  const out = join(scratch, `${files.indexOf(file)}.svg`);
  const program = join(packageRoot(), 'node_modules/@mermaid-js/mermaid-cli/src/cli.js');
  const config = join(packageRoot(), 'assets/mermaid.json');
  await promisify(execFile)(process.execPath, [program, '-q', '-i', file, '-o', out, '-p', puppeteer, '-c', config]);
  const svg = readFileSync(out, 'utf8');
  const count = (pattern: RegExp): number => [...svg.matchAll(pattern)].length;
  theirs.set(file, [count(/<g class="node /g), count(/ data-points="/g), count(/class="swimlane-body"/g)]);
}

/** Megabytes of this process's browsers: the processes below it, as Linux counts them. */
function browserMemory(): number {
  if (!existsSync('/proc/self/status')) return NaN;
  const below = (pid: string): string[] => {
    const file = `/proc/${pid}/task/${pid}/children`;
    const own = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean) : [];
    return own.flatMap((child) => [child, ...below(child)]);
  };
  const kilobytes = below(String(process.pid)).map((pid) => {
    const file = `/proc/${pid}/smaps_rollup`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

const renderer = await openRenderer({ workers: hands });
if (!renderer.ok) throw new Error(JSON.stringify(renderer.findings));
const ours = new Map<string, Counts>();
let browsers = 0;
async function byOurs(file: string): Promise<void> {
  const source = readFileSync(file, 'utf8');
  const drawn = renderer.ok ? await renderer.value.draw({ name: file, source, formats: ['svg'] }) : renderer;
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.findings));
  const { nodes, edges, lanes } = drawn.value.geometry;
  ours.set(file, [nodes.length, edges.length, lanes.length]);
  if (ours.size % 5 === 0) browsers = Math.max(browsers, browserMemory());
}

// Half of theirs before, half after: the load of the machine changes.
const [before, after] = [sample.filter((_, index) => index % 2 === 0), sample.filter((_, index) => index % 2 === 1)];
const first = await timed(before, byMmdc);
const own = await timed(files, byOurs);
await renderer.value.close();
const each = (first + (await timed(after, byMmdc))) / sample.length;
const differing = sample.filter((file) => String(theirs.get(file)) !== String(ours.get(file)));

const line = (what: string, seconds: number, more: string): void =>
  console.log(`${what.padEnd(52)}${seconds.toFixed(3).padStart(8)} s   ${more}`);
line(`mmdc, one process per file (${sample.length} files), a diagram`, each, '1x');
line(
  `ours, all ${files.length} from nothing, a diagram`,
  own / files.length,
  `${((each * files.length) / own).toFixed(1)}x faster`,
);
console.log(
  differing.length === 0
    ? 'the same nodes, edges and lanes in all that both drew'
    : `other nodes, edges or lanes: ${differing.map((file) => `${file} ${String(theirs.get(file))} / ${String(ours.get(file))}`).join('; ')}`,
);
console.log(
  `memory: ${hands} browsers ${browsers.toFixed(0)} MB, Node ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);

/** Seconds of a run of the command. */
function command(...args: readonly string[]): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return (performance.now() - start) / 1000;
}
const drawing = ['diagrams', '--format', 'svg,pdf,png,bpmn', '--quiet', '--out', join(scratch, 'out')];
command(...drawing);
const again = Math.min(...[1, 2, 3].map(() => command(...drawing)));
const start = Math.min(...[1, 2, 3].map(() => command('--version')));
line(
  'everything anew with nothing changed (svg, pdf, png, bpmn)',
  again,
  `${(again - start).toFixed(2)} s beyond the start`,
);
rmSync(scratch, { recursive: true });
