import { parseHTML } from 'linkedom';
import type { Mermaid } from 'mermaid';

/** What Mermaid's own parser understood of a text. */
export interface Understood {
  readonly title: string;
  readonly vertices: ReadonlyMap<
    string,
    { readonly text: string; readonly type: string; readonly classes: readonly string[] }
  >;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly stroke: string;
  }[];
  readonly lanes: ReadonlyMap<string, { readonly title: string; readonly nodes: readonly string[] }>;
}

interface Database {
  getVertices(): Map<string, { text?: string; type?: string; classes: string[] }>;
  getEdges(): { start: string; end: string; text: string; stroke: string }[];
  getSubGraphs(): { id: string; title: string; nodes: string[] }[];
  getAccTitle(): string;
}

let loaded: Promise<Mermaid> | undefined;

/** Mermaid on Node wants a document before it is imported; no browser is started. */
async function load(): Promise<Mermaid> {
  const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
  Object.assign(globalThis, { window, document });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true });
  return mermaid;
}

const isDatabase = (value: object): value is Database =>
  'getVertices' in value && 'getEdges' in value && 'getSubGraphs' in value;

/** Parses a text with Mermaid itself; throws its message where it does not accept the text. */
export async function understand(source: string): Promise<Understood> {
  loaded ??= load();
  const mermaid = await loaded;
  await mermaid.parse(source);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  if (!isDatabase(db)) throw new Error('not a flowchart');
  return {
    title: db.getAccTitle(),
    vertices: new Map(
      [...db.getVertices()].map(([id, { text, type, classes }]) => [
        id,
        { text: text ?? '', type: type ?? 'square', classes },
      ]),
    ),
    edges: db.getEdges().map(({ start, end, text, stroke }) => ({ from: start, to: end, text, stroke })),
    lanes: new Map(db.getSubGraphs().map(({ id, title, nodes }) => [id, { title, nodes }])),
  };
}
