import type { Diagnostic } from '../diagnostics/index.ts';
import { drawingIdentity, openRenderer, type PictureFormat } from '../render/index.ts';
import { keep, recall, sha256 } from '../store/index.ts';

/** A diagram to draw: `name` is how messages call it, `source` is Mermaid text. */
export interface ToDraw {
  readonly name: string;
  readonly source: string;
}

const cacheName = (identity: string, source: string, format: PictureFormat): string =>
  `pictures/${sha256(`${identity}\n${source}`)}.${format}`;

/**
 * Draws diagrams in the given formats and hands each picture over as soon as it is there. A picture is kept under what
 * it is made from, so unchanged ones come without starting a browser. Faults: `browser-missing`, `diagram-unreadable`,
 * `render-failed`.
 */
export async function drawAll<D extends ToDraw>(
  diagrams: readonly D[],
  formats: readonly PictureFormat[],
  receive: (diagram: D, format: PictureFormat, bytes: Uint8Array) => void,
): Promise<readonly Diagnostic[]> {
  const identity = drawingIdentity();
  const open = diagrams.filter((diagram) => {
    const kept = formats.map((format) => ({ format, bytes: recall(cacheName(identity, diagram.source, format)) }));
    if (kept.some(({ bytes }) => bytes === undefined)) return true;
    for (const { format, bytes } of kept) if (bytes) receive(diagram, format, bytes);
    return false;
  });
  if (open.length === 0) return [];
  const renderer = await openRenderer();
  if (!renderer.ok) return renderer.findings;
  const findings: Diagnostic[] = [];
  try {
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
  } finally {
    await renderer.value.close();
  }
  return findings;
}
