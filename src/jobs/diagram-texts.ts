import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import {
  filedViewsOf,
  legendOf,
  mermaidOf,
  pictureOfView,
  sheetsOf,
  viewsOf,
  type Making,
  type Picture,
  type View,
} from '../diagram/index.ts';
import { DiagramLayout, DiagramWords, readModel, type LoadedRegulation } from '../model/index.ts';
import { readTree } from '../source/index.ts';
import { packageRoot } from '../store/index.ts';

/** One finished text: its file's name, the view it belongs to, and the picture it is written from (a legend has none). */
export interface DiagramText {
  readonly address: string;
  readonly name: string;
  readonly view: View;
  readonly source: string;
  readonly picture?: Picture;
  /** The whole picture, at the first of its sheets. */
  readonly whole?: Picture;
}

function wordsOf(root: string): Outcome<DiagramWords> {
  const own = join(root, 'templates', 'diagrams.yaml');
  const tree = readTree(existsSync(own) ? own : join(packageRoot(), 'templates', 'diagrams.yaml'));
  return tree.ok ? readModel(DiagramWords, tree.value) : tree;
}

export const layoutFile = (root: string, address: string): string => join(root, 'diagrams', address, 'layout.yaml');

function layoutOf(root: string, address: string): Outcome<DiagramLayout> {
  const file = layoutFile(root, address);
  if (!existsSync(file)) return success({});
  const tree = readTree(file);
  return tree.ok ? readModel(DiagramLayout, { ...tree.value, data: tree.value.data ?? {} }) : tree;
}

/** Everything that the diagrams of a regulation are made from. Faults: those of `templates/diagrams.yaml` and `layout.yaml`. */
export function makingOf(root: string, { address, regulation, tree }: LoadedRegulation): Outcome<Making> {
  const words = wordsOf(root);
  if (!words.ok) return words;
  const layout = layoutOf(root, address);
  if (!layout.ok) return layout;
  return success({
    regulation,
    words: words.value[regulation.lang],
    layout: layout.value,
    file: tree.file,
    layoutFile: layoutFile(root, address),
  });
}

/** The views that a legend explains: those of its own appendix, else the interactions. */
function explainedBy(view: View, texts: readonly DiagramText[], making: Making): Picture[] {
  const pictures = texts.flatMap(({ picture }) => (picture ? [picture] : []));
  const appendix = making.regulation.appendices.find(({ contains }) => contains.some((item) => item.view === 'legend'));
  const own = view.named && appendix?.contains.some((item) => item.view === 'block-scheme') ? 'scheme' : 'interaction';
  const chosen = pictures.filter(({ style }) => style === own);
  return chosen.length > 0 ? chosen : pictures;
}

/**
 * The diagram texts of a regulation, in the order of its appendices. A view with a fault is left out and reported; the
 * others are made.
 */
export function textsOf(
  address: string,
  making: Making,
  which: { readonly allViews?: boolean; readonly asFiled?: boolean } = {},
): { texts: DiagramText[]; findings: Diagnostic[] } {
  const views = [...viewsOf(making, which.allViews ?? false), ...(which.asFiled ? filedViewsOf(making) : [])];
  const findings: Diagnostic[] = [];
  const drawn = views.flatMap((view): DiagramText[] => {
    if (view.kind === 'legend') return [];
    const picture = pictureOfView(view, making);
    findings.push(...picture.findings);
    if (!picture.ok) return [];
    const { sheets, findings: lost } = sheetsOf(picture.value, making.words, making.layoutFile);
    findings.push(...lost);
    return sheets.map((sheet, index) => ({
      address,
      name: sheet.name,
      view,
      source: mermaidOf(sheet),
      picture: sheet,
      ...(index === 0 ? { whole: picture.value } : {}),
    }));
  });
  const texts = views.flatMap((view): DiagramText[] => {
    if (view.kind !== 'legend') return drawn.filter((text) => text.view === view);
    const explained = explainedBy(view, drawn, making);
    if (explained.length === 0) return [];
    const source = legendOf(making.regulation, making.words, view.title, explained);
    return [{ address, name: view.name, view, source }];
  });
  return { texts, findings };
}
