import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.ts';
import { bpmnOf, bpmnXml } from '../diagram/index.ts';
import type { ViewWords } from '../model/index.ts';
import { readBytes, readText, writeAtomic } from '../store/index.ts';
import { textsOf, makingOf, type DiagramText } from './diagram-texts.ts';
import { optimise } from './optimise.ts';
import { drawAll, type Drawer } from './pictures.ts';
import { loadLibrary, selectAddresses } from './regulations.ts';

export const diagramFormats = ['mmd', 'svg', 'png', 'pdf', 'bpmn'] as const;
export type DiagramFormat = (typeof diagramFormats)[number];

export interface DiagramsOptions {
  readonly root: string;
  readonly selectors: readonly string[];
  /** Where pictures go; the act's own views go as text to `diagrams/` of the root. */
  readonly out: string;
  readonly formats: readonly DiagramFormat[];
  /** Only compare `diagrams/` with what would be written. */
  readonly check?: boolean;
  readonly optimise?: boolean;
  readonly allViews?: boolean;
  readonly asFiled?: boolean;
  /** Draws with this one and leaves it open, so that the next run finds its browser warm; else with one of its own. */
  readonly drawer?: Drawer;
}

export interface DiagramsReport {
  readonly findings: readonly Diagnostic[];
  readonly diagrams: number;
  readonly written: number;
}

/** Where a text stands: the act's own views under `diagrams/`, derived ones and tellings beside the pictures. */
const textFile = ({ root, out }: DiagramsOptions, { address, name, view }: DiagramText): string =>
  join(view.named ? join(root, 'diagrams') : out, address, `${name}.mmd`);

/** Texts in a folder of `diagrams/` that its regulation no longer calls for. */
function leftovers({ root }: DiagramsOptions, address: string, texts: readonly DiagramText[]): string[] {
  const folder = join(root, 'diagrams', address);
  const wanted = new Set(texts.filter(({ view }) => view.named).map(({ name }) => `${name}.mmd`));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mmd') && !wanted.has(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The texts whose files differ from them; a file that is already right keeps its time. */
function staleOf(options: DiagramsOptions, texts: readonly DiagramText[]): { file: string; source: string }[] {
  return texts
    .map((text) => ({ file: textFile(options, text), source: text.source }))
    .filter(({ file, source }) => {
      const now = existsSync(file) ? readText(file) : undefined;
      return !(now?.ok && now.value === source);
    });
}

function compare(options: DiagramsOptions, address: string, texts: readonly DiagramText[]): Diagnostic[] {
  const own = texts.filter(({ view }) => view.named);
  const files = [...staleOf(options, own).map(({ file }) => file), ...leftovers(options, address, texts)];
  return files.map((file) => diagnostic('diagram-stale', { file: basename(file) }, { file }));
}

class Writing {
  readonly findings: Diagnostic[] = [];
  written = 0;

  /** A file that is already right keeps its time: what watches it is not woken. */
  write(file: string, content: string | Uint8Array): void {
    const now = existsSync(file) ? readBytes(file) : undefined;
    if (now?.ok && now.value.equals(typeof content === 'string' ? Buffer.from(content) : content)) return;
    const done = writeAtomic(file, content);
    this.findings.push(...done.findings);
    if (done.ok) this.written += 1;
  }
}

/**
 * Regenerates the diagrams of regulations: `.mmd` into `diagrams/`, pictures into `out`. What is broken is reported and
 * left out, the rest comes out. Nothing is drawn again whose text and drawing tools have not changed.
 */
export async function diagrams(options: DiagramsOptions): Promise<DiagramsReport> {
  const chosen = selectAddresses(options.root, options.selectors);
  if (!chosen.ok) return { findings: chosen.findings, diagrams: 0, written: 0 };
  const { library, findings } = loadLibrary(options.root, chosen.value);
  if (options.optimise) findings.push(...(await optimise(options.root, library.regulations)));
  const writing = new Writing();
  const all: (DiagramText & { readonly words: ViewWords })[] = [];
  for (const loaded of library.regulations) {
    const making = makingOf(options.root, loaded);
    findings.push(...making.findings);
    if (!making.ok) continue;
    const made = textsOf(loaded.address, making.value, options);
    findings.push(...made.findings);
    all.push(...made.texts.map((text) => ({ ...text, words: making.value.words })));
    if (options.check) findings.push(...compare(options, loaded.address, made.texts));
    else if (options.formats.includes('mmd')) {
      for (const { file, source } of staleOf(options, made.texts)) writing.write(file, source);
      // A view that a fault keeps from being made keeps its last good text.
      if (!hasErrors(made.findings)) for (const file of leftovers(options, loaded.address, made.texts)) rmSync(file);
    }
  }
  if (!options.check && options.formats.includes('bpmn')) {
    for (const { address, whole, words } of all) {
      if (whole) writing.write(join(options.out, address, `${whole.name}.bpmn`), bpmnXml(bpmnOf(whole, words)));
    }
  }
  const pictures = options.formats.filter((format) => format !== 'mmd' && format !== 'bpmn');
  if (!options.check && pictures.length > 0) {
    const toDraw = all.map((text) => ({ name: `${text.address}/${text.name}`, source: text.source }));
    const receive = ({ name }: { name: string }, format: string, bytes: Uint8Array): void =>
      writing.write(join(options.out, `${name}.${format}`), bytes);
    findings.push(...(await (options.drawer?.draw ?? drawAll)(toDraw, pictures, receive)));
  }
  return { findings: [...findings, ...writing.findings], diagrams: all.length, written: writing.written };
}
