import { existsSync, rmSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Diagnostic, Outcome } from '../diagnostics/index.ts';
import {
  cutsOf,
  mermaidOf,
  pictureOfView,
  sheetsOf,
  viewsOf,
  type Making,
  type Picture,
  type View,
} from '../diagram/index.ts';
import type { DiagramLayout, LoadedRegulation, ViewHints } from '../model/index.ts';
import { badnessOf, legible, openRenderer, textSizeOn, type Drawing, type Renderer } from '../render/index.ts';
import { readText, writeAtomic } from '../store/index.ts';
import { makingOf } from './diagram-texts.ts';

interface Tried {
  readonly hints: ViewHints;
  readonly picture: Picture;
  readonly drawing: Drawing;
  readonly badness: number;
}

async function attempt(view: View, making: Making, hints: ViewHints, renderer: Renderer): Promise<Outcome<Tried>> {
  const picture = pictureOfView(view, { ...making, layout: { ...making.layout, [view.name]: hints } });
  if (!picture.ok) return picture;
  const drawn = await renderer.draw({ name: view.name, source: mermaidOf(picture.value), formats: [] });
  if (!drawn.ok) return drawn;
  const value = { hints, picture: picture.value, drawing: drawn.value, badness: badnessOf(drawn.value.geometry) };
  return { ok: true, value, findings: [] };
}

/** The least bad of several ways to lay a view out, in their order where equal. */
async function bestOf(
  view: View,
  making: Making,
  ways: readonly ViewHints[],
  renderer: Renderer,
  findings: Diagnostic[],
): Promise<Tried | undefined> {
  const tried = await Promise.all(ways.map((hints) => attempt(view, making, hints, renderer)));
  findings.push(...tried.flatMap((one) => (one.ok ? [] : one.findings)));
  return tried
    .flatMap((one) => (one.ok ? [one.value] : []))
    .reduce<Tried | undefined>((best, one) => (best && best.badness <= one.badness ? best : one), undefined);
}

async function smallestText(picture: Picture, making: Making, renderer: Renderer): Promise<number> {
  const { sheets } = sheetsOf(picture, making.words, making.layoutFile);
  const drawn = await Promise.all(
    sheets.map((sheet) => renderer.draw({ name: sheet.name, source: mermaidOf(sheet), formats: [] })),
  );
  return Math.min(...drawn.map((one) => (one.ok ? textSizeOn('A4', one.value.geometry) : 0)));
}

/** The cuts nearest to equal parts. */
function evenCuts(picture: Picture, sheets: number): string[] {
  const cuts = cutsOf(picture);
  const place = (id: string): number => picture.figures.findIndex((figure) => figure.id === id);
  const wanted = Array.from({ length: sheets - 1 }, (_none, index) => (picture.figures.length * (index + 1)) / sheets);
  const chosen = wanted.flatMap((at) => {
    const near = [...cuts].sort((a, b) => Math.abs(place(a.at) - at) - Math.abs(place(b.at) - at))[0];
    return near ? [near.at] : [];
  });
  return [...new Set(chosen)];
}

/** A4 while the text can be read on it, else in two or three sheets of A4, else A3. */
async function papered({ hints, picture, drawing }: Tried, making: Making, renderer: Renderer): Promise<ViewHints> {
  if (textSizeOn('A4', drawing.geometry) >= legible) return hints;
  for (const count of [2, 3]) {
    const sheets = evenCuts(picture, count);
    if (sheets.length !== count - 1) continue;
    const size = await smallestText({ ...picture, hints: { ...hints, sheets } }, making, renderer);
    if (size >= legible) return { ...hints, sheets };
  }
  return { ...hints, paper: 'A3' };
}

/** Tries the ways to lay out one view: rows, order of branches, width of text; then the place of ends. */
async function bestHints(view: View, making: Making, renderer: Renderer, findings: Diagnostic[]): Promise<ViewHints> {
  const lanes = making.layout[view.name]?.lanes;
  const fixed: ViewHints = lanes ? { lanes } : {};
  const usual = view.kind === 'block-scheme' ? 'free' : 'ranked';
  const ways = [undefined, 180, 220].flatMap((wrap) =>
    (['no-first', 'yes-first'] as const).flatMap((order) =>
      (['ranked', 'free'] as const).map((across): ViewHints => ({
        ...fixed,
        ...(across === usual ? {} : { across }),
        ...(order === 'no-first' ? {} : { order }),
        ...(wrap === undefined ? {} : { wrap }),
      })),
    ),
  );
  const first = await bestOf(view, making, ways, renderer, findings);
  if (!first) return fixed;
  const moved = view.kind === 'block-scheme' ? [{ ...first.hints, ends: 'recipient' as const }] : [];
  const second = await bestOf(view, making, moved, renderer, findings);
  return papered(second && second.badness < first.badness ? second : first, making, renderer);
}

const heading =
  '# Расположение диаграмм этого регламента; записывается «reglament diagrams --optimise», можно править руками.\n';

/** Writes `layout.yaml` anew with the best hints for every view of the act. Faults: those of drawing and writing. */
export async function optimise(root: string, regulations: readonly LoadedRegulation[]): Promise<readonly Diagnostic[]> {
  const renderer = await openRenderer();
  if (!renderer.ok) return renderer.findings;
  const findings: Diagnostic[] = [];
  try {
    for (const loaded of regulations) {
      const making = makingOf(root, loaded);
      if (!making.ok) continue;
      const views = viewsOf(making.value, false).filter(({ kind }) => kind !== 'legend');
      const hints = await Promise.all(
        views.map(async (view) => [view.name, await bestHints(view, making.value, renderer.value, findings)] as const),
      );
      const layout: DiagramLayout = Object.fromEntries(hints.filter(([, one]) => Object.keys(one).length > 0));
      const text = `${heading}${stringify(layout)}`;
      const file = making.value.layoutFile;
      const now = existsSync(file) ? readText(file) : undefined;
      // A layout by hand may hold nothing but remarks; ours is not written where there is nothing to say.
      if (hints.every(([, one]) => Object.keys(one).length === 0)) rmSync(file, { force: true });
      else if (!(now?.ok && now.value === text)) findings.push(...writeAtomic(file, text).findings);
    }
  } finally {
    await renderer.value.close();
  }
  return findings;
}
