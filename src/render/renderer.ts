import type { Browser, Page } from 'puppeteer';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { readAsset } from '../store/index.ts';
import { findBrowser, launchBrowser, type BrowserProgram } from './browser.ts';
import { placeLabels } from './labels.ts';
import { repairInPage } from './repair.ts';
import { reroute } from './route.ts';
import { serialiseInPage } from './serialise.ts';
import { settle } from './settle.ts';
import { diagramFaces, type Face } from './fonts.ts';
import type { Geometry } from './geometry.ts';
import { undated } from './undated.ts';
import { warmBrowser } from './warm.ts';

export type PictureFormat = 'svg' | 'png' | 'pdf';

/** A diagram to draw: `name` is how messages call it, `source` is Mermaid text. */
export interface DiagramSource {
  readonly name: string;
  readonly source: string;
  readonly formats: readonly PictureFormat[];
}

/** A drawn diagram. The SVG is always made; sizes are CSS pixels (1/96 inch). */
export interface Drawing {
  readonly svg: string;
  readonly png?: Uint8Array;
  readonly pdf?: Uint8Array;
  readonly geometry: Geometry;
}

export interface Renderer {
  /** Faults: `browser-missing`, `diagram-unreadable`, `render-failed`. Never throws for a diagram. */
  readonly draw: (diagram: DiagramSource) => Promise<Outcome<Drawing>>;
  readonly close: () => Promise<void>;
}

/** One browser with one warm page: a crash or a hang of it touches no other. */
interface Worker {
  readonly browser: Browser;
  readonly facade: Browser;
  readonly page: Page;
}

const margin = 8;
const pixelsPerUnit = 2;
const hung = Symbol('hung');

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | typeof hung> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<typeof hung>((resolve) => {
    timer = setTimeout(() => resolve(hung), milliseconds);
  });
  try {
    return await Promise.race([promise, bell]);
  } finally {
    clearTimeout(timer);
  }
}

/** Faults of the machine, by the names puppeteer gives them; anything else was said by Mermaid about the text. */
const machineFaults = new Set(['ProtocolError', 'TargetCloseError', 'ConnectionClosedError', 'TimeoutError']);
const isMachineFault = (error: unknown): boolean =>
  error instanceof Error &&
  (machineFaults.has(error.name) || /detached|Session closed|Target closed|Connection closed/i.test(error.message));
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 4).join(' ').trim();

async function drawOnce(worker: Worker, diagram: DiagramSource, config: object): Promise<Drawing> {
  const { renderMermaid } = await import('@mermaid-js/mermaid-cli');
  const { page } = worker;
  await renderMermaid(worker.facade, diagram.source, 'svg', { mermaidConfig: config, svgId: 'diagram' });
  const placed = await page.evaluate(repairInPage);
  const settled = settle(placed);
  const routed = { ...settled, edges: reroute(settled) };
  const laid = { ...routed, labels: placeLabels(routed) };
  const { svg, width, height } = await page.evaluate(serialiseInPage, laid, margin);
  const geometry = { ...laid, width, height };
  const wants = (format: PictureFormat): boolean => diagram.formats.includes(format);
  if (wants('png')) await page.setViewport({ width, height, deviceScaleFactor: pixelsPerUnit });
  const png = wants('png') ? await page.screenshot({ clip: { x: 0, y: 0, width, height }, type: 'png' }) : undefined;
  const pdf = wants('pdf')
    ? undated(await page.pdf({ width, height, margin: {}, pageRanges: '1', printBackground: true }))
    : undefined;
  return { svg, geometry, ...(png ? { png } : {}), ...(pdf ? { pdf } : {}) };
}

/** Renders with up to `workers` browsers at once, started when first needed; one that hangs or dies is replaced. */
export async function openRenderer(
  options: { readonly workers?: number; readonly timeout?: number; readonly program?: BrowserProgram } = {},
): Promise<Outcome<Renderer>> {
  const { workers = 2, timeout = 30_000 } = options;
  const program = options.program ? success(options.program) : findBrowser();
  if (!program.ok) return program;
  const faces = diagramFaces();
  if (!faces.ok) return faces;
  const config: object = JSON.parse(new TextDecoder().decode(readAsset('mermaid.json')));
  return success(rendererOver(program.value, faces.value, config, workers, timeout));
}

function rendererOver(
  program: BrowserProgram,
  faces: readonly Face[],
  config: object,
  workers: number,
  timeout: number,
): Renderer {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function start(): Promise<Outcome<Worker>> {
    // A drawing is timed by `within`; the start of a browser on a busy machine needs a patience of its own.
    const launched = await launchBrowser(program, Math.max(timeout, 30_000));
    if (!launched.ok) return launched;
    try {
      const { browser: facade, page } = await warmBrowser(launched.value, faces);
      return success({ browser: launched.value, facade, page });
    } catch (error) {
      launched.value.process()?.kill('SIGKILL');
      return failure([diagnostic('browser-missing', { reason: `${program.executable}: ${firstLine(error)}` })]);
    }
  }

  async function attempt(diagram: DiagramSource): Promise<Outcome<Drawing> | string> {
    const worker = idle.pop();
    const ready = worker ? success(worker) : await start();
    if (!ready.ok) return ready;
    const drop = (): void => void ready.value.browser.process()?.kill('SIGKILL');
    try {
      const drawn = await within(drawOnce(ready.value, diagram, config), timeout);
      if (drawn === hung) {
        drop();
        return `${timeout / 1000} s`;
      }
      idle.push(ready.value);
      return success(drawn);
    } catch (error) {
      if (isMachineFault(error)) {
        drop();
        return firstLine(error);
      }
      idle.push(ready.value);
      return failure([diagnostic('diagram-unreadable', { name: diagram.name, reason: firstLine(error) })]);
    }
  }

  async function draw(diagram: DiagramSource): Promise<Outcome<Drawing>> {
    while (busy >= workers) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      const first = await attempt(diagram);
      if (typeof first !== 'string') return first;
      const second = await attempt(diagram);
      return typeof second === 'string'
        ? failure([diagnostic('render-failed', { name: diagram.name, reason: second })])
        : second;
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  }

  const close = async (): Promise<void> => {
    await Promise.all(idle.splice(0).map((worker) => worker.browser.close().catch(() => undefined)));
  };
  return { draw, close };
}
