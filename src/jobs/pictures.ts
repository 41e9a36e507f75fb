import type { Diagnostic, Outcome } from '../diagnostics/index.ts';
import { drawingIdentity, openRenderer, type PictureFormat, type Renderer } from '../render/index.ts';
import { keep, recall, sha256 } from '../store/index.ts';

/** A diagram to draw: `name` is how messages call it, `source` is Mermaid text. */
export interface ToDraw {
  readonly name: string;
  readonly source: string;
}

const cacheName = (identity: string, source: string, format: PictureFormat): string =>
  `pictures/${sha256(`${identity}\n${source}`)}.${format}`;

/** Draws diagrams; the browser starts when the first of them is not in the cache, and serves all that follow. */
export interface Drawer {
  /**
   * Draws diagrams in the given formats and hands each picture over as soon as it is there. A picture is kept under what
   * it is made from, so unchanged ones come without starting a browser. Faults: `browser-missing`, `diagram-unreadable`,
   * `render-failed`.
   */
  readonly draw: <D extends ToDraw>(
    diagrams: readonly D[],
    formats: readonly PictureFormat[],
    receive: (diagram: D, format: PictureFormat, bytes: Uint8Array) => void,
  ) => Promise<readonly Diagnostic[]>;
  readonly close: () => Promise<void>;
}

export function openDrawer(): Drawer {
  const identity = drawingIdentity();
  let opening: Promise<Outcome<Renderer>> | undefined;

  const draw: Drawer['draw'] = async (diagrams, formats, receive) => {
    const open = diagrams.filter((diagram) => {
      const kept = formats.map((format) => ({ format, bytes: recall(cacheName(identity, diagram.source, format)) }));
      if (kept.some(({ bytes }) => bytes === undefined)) return true;
      for (const { format, bytes } of kept) if (bytes) receive(diagram, format, bytes);
      return false;
    });
    if (open.length === 0) return [];
    const renderer = await (opening ??= openRenderer());
    if (!renderer.ok) {
      // Whoever keeps the drawer may have installed a browser by the next time.
      opening = undefined;
      return renderer.findings;
    }
    const findings: Diagnostic[] = [];
    await Promise.all(
      open.map(async (diagram) => {
        const drawn = await renderer.value.draw({ ...diagram, formats });
        findings.push(...drawn.findings);
        if (!drawn.ok) return;
        const { svg, png, pdf } = drawn.value;
        const made = { svg: new TextEncoder().encode(svg), png, pdf };
        for (const format of formats) {
          const bytes = made[format];
          if (!bytes) continue;
          keep(cacheName(identity, diagram.source, format), bytes);
          receive(diagram, format, bytes);
        }
      }),
    );
    return findings;
  };
  const close = async (): Promise<void> => {
    const renderer = await opening;
    if (renderer?.ok) await renderer.value.close();
  };
  return { draw, close };
}

/** Draws diagrams once, with a browser of their own. */
export const drawAll: Drawer['draw'] = async (diagrams, formats, receive) => {
  const drawer = openDrawer();
  try {
    return await drawer.draw(diagrams, formats, receive);
  } finally {
    await drawer.close();
  }
};
