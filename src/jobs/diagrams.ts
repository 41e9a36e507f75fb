import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { legendOf, mermaidOf, pictureOfView, viewsOf, type Making, type Picture, type View } from '../diagram/index.ts';
import { DiagramLayout, DiagramWords, readModel, type LoadedRegulation } from '../model/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot, readText, writeAtomic } from '../store/index.ts';
import { drawAll, type ToDraw } from './pictures.ts';
import { loadLibrary, selectAddresses } from './regulations.ts';

export const diagramFormats = ['mmd', 'svg', 'png', 'pdf', 'bpmn'] as const;
export type DiagramFormat = (typeof diagramFormats)[number];

export interface DiagramsOptions {
  readonly root: string;
  readonly selectors: readonly string[];
  /** Where pictures go; text goes to `diagrams/` of the root. */
  readonly out: string;
  readonly formats: readonly DiagramFormat[];
  /** Only compare `diagrams/` with what would be written. */
  readonly check?: boolean;
  readonly allViews?: boolean;
}

export interface DiagramsReport {
  readonly findings: readonly Diagnostic[];
  readonly diagrams: number;
  readonly written: number;
}

/** One finished text: where it belongs and what it is drawn from. */
export interface DiagramText {
  readonly address: string;
  readonly view: View;
  readonly source: string;
  readonly picture?: Picture;
}

function wordsOf(root: string): Outcome<Readonly<Record<'ru' | 'kk', Making['words']>>> {
  const own = join(root, 'templates', 'diagrams.yaml');
  const tree = readTree(existsSync(own) ? own : join(packageRoot(), 'templates', 'diagrams.yaml'));
  return tree.ok ? readModel(DiagramWords, tree.value) : tree;
}

export const layoutFile = (root: string, address: string): string => join(root, 'diagrams', address, 'layout.yaml');

function layoutOf(root: string, address: string): Outcome<Making['layout']> {
  const file = layoutFile(root, address);
  if (!existsSync(file)) return success({});
  const tree = readTree(file);
  return tree.ok ? readModel(DiagramLayout, { ...tree.value, data: tree.value.data ?? {} }) : tree;
}

/** Everything that the diagrams of a regulation are made from. Faults: those of `templates/diagrams.yaml` and `layout.yaml`. */
export function makingOf(root: string, loaded: LoadedRegulation): Outcome<Making> {
  const words = wordsOf(root);
  if (!words.ok) return words;
  const layout = layoutOf(root, loaded.address);
  if (!layout.ok) return layout;
  const { regulation, tree } = loaded;
  return success({ regulation, words: words.value[regulation.lang], layout: layout.value, file: tree.file });
}

/** The views that a legend explains: those of its own appendix, else the interactions. */
function explainedBy(view: View, pictures: readonly Picture[], making: Making): Picture[] {
  const appendix = making.regulation.appendices.find(({ contains }) => contains.some((item) => item.view === 'legend'));
  const own = view.named && appendix?.contains.some((item) => item.view === 'block-scheme') ? 'scheme' : 'interaction';
  const chosen = pictures.filter(({ style }) => style === own);
  return chosen.length > 0 ? chosen : [...pictures];
}

/** All diagram texts of a regulation. A view with a fault is left out and reported; the others are made. */
export function textsOf(
  address: string,
  making: Making,
  all: boolean,
): { texts: DiagramText[]; findings: Diagnostic[] } {
  const views = viewsOf(making, all);
  const findings: Diagnostic[] = [];
  const texts: DiagramText[] = [];
  for (const view of views.filter(({ kind }) => kind !== 'legend')) {
    const picture = pictureOfView(view, making);
    findings.push(...picture.findings);
    if (picture.ok) texts.push({ address, view, source: mermaidOf(picture.value), picture: picture.value });
  }
  const pictures = texts.flatMap(({ picture }) => (picture ? [picture] : []));
  for (const view of views.filter(({ kind }) => kind === 'legend')) {
    const explained = explainedBy(view, pictures, making);
    if (explained.length > 0)
      texts.push({ address, view, source: legendOf(making.regulation, making.words, view.title, explained) });
  }
  return { texts, findings };
}

/** Where the text of a diagram stands: the act's own under `diagrams/`, derived ones beside the pictures. */
const textFile = ({ root, out }: DiagramsOptions, { address, view }: DiagramText): string =>
  view.named ? join(root, 'diagrams', address, `${view.name}.mmd`) : join(out, address, `${view.name}.mmd`);

/** Texts in a folder of `diagrams/` that its regulation no longer calls for. */
function leftovers({ root }: DiagramsOptions, address: string, texts: readonly DiagramText[]): string[] {
  const folder = join(root, 'diagrams', address);
  const wanted = new Set(texts.map(({ view }) => `${view.name}.mmd`));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mmd') && !wanted.has(name))
    .sort()
    .map((name) => join(folder, name));
}

function compare(options: DiagramsOptions, address: string, texts: readonly DiagramText[]): Diagnostic[] {
  const stale = texts
    .filter(({ view }) => view.named)
    .filter((text) => {
      const now = readText(textFile(options, text));
      return !now.ok || now.value !== text.source;
    })
    .map((text) => textFile(options, text));
  return [...stale, ...leftovers(options, address, texts)].map((file) =>
    diagnostic('diagram-stale', { file: basename(file) }, { file }),
  );
}

/** Writes what differs; a file that is already right keeps its time. */
function writeTexts(
  options: DiagramsOptions,
  address: string,
  texts: readonly DiagramText[],
): { written: number; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  let written = 0;
  for (const text of texts) {
    const file = textFile(options, text);
    const now = existsSync(file) ? readText(file) : failure([]);
    if (now.ok && now.value === text.source) continue;
    const done = writeAtomic(file, text.source);
    findings.push(...done.findings);
    if (done.ok) written += 1;
  }
  for (const file of leftovers(options, address, texts)) rmSync(file);
  return { written, findings };
}

/**
 * Regenerates the diagrams of regulations: `.mmd` into `diagrams/`, pictures into `out`. What is broken is reported and
 * left out, the rest comes out. Nothing is drawn again whose text and drawing tools have not changed.
 */
export async function diagrams(options: DiagramsOptions): Promise<DiagramsReport> {
  const chosen = selectAddresses(options.root, options.selectors);
  if (!chosen.ok) return { findings: chosen.findings, diagrams: 0, written: 0 };
  const { library, findings } = loadLibrary(options.root, chosen.value);
  const toDraw: ToDraw[] = [];
  let count = 0;
  let written = 0;
  for (const loaded of library.regulations) {
    const making = makingOf(options.root, loaded);
    findings.push(...making.findings);
    if (!making.ok) continue;
    const made = textsOf(loaded.address, making.value, options.allViews ?? false);
    findings.push(...made.findings);
    count += made.texts.length;
    if (options.check) {
      findings.push(...compare(options, loaded.address, made.texts));
      continue;
    }
    if (options.formats.includes('mmd')) {
      const done = writeTexts(options, loaded.address, made.texts);
      findings.push(...done.findings);
      written += done.written;
    }
    toDraw.push(
      ...made.texts.map(({ address, view, source }) => ({
        base: join(options.out, address, view.name),
        name: `${address}/${view.name}`,
        source,
      })),
    );
  }
  const pictures = options.formats.filter((format) => format !== 'mmd' && format !== 'bpmn');
  if (options.check || pictures.length === 0) return { findings, diagrams: count, written };
  const drawn = await drawAll(toDraw, pictures);
  return { findings: [...findings, ...drawn.findings], diagrams: count, written: written + drawn.written };
}
