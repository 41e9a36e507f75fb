import type { Diagnostic } from '../diagnostics/index.ts';
import { drawingIdentity, openRenderer, type PictureFormat } from '../render/index.ts';
import { keep, recall, sha256, writeAtomic } from '../store/index.ts';

/** A diagram to draw: files are `<base>.<format>`. */
export interface ToDraw {
  readonly base: string;
  readonly name: string;
  readonly source: string;
}

const cacheName = (identity: string, source: string, format: PictureFormat): string =>
  `pictures/${sha256(`${identity}\n${source}`)}.${format}`;

/**
 * Draws diagrams in the given formats and writes them. A picture is kept under what it is made from, so unchanged ones
 * are copied without starting a browser. Faults: `browser-missing`, `diagram-unreadable`, `render-failed`.
 */
export async function drawAll(
  diagrams: readonly ToDraw[],
  formats: readonly PictureFormat[],
): Promise<{ readonly findings: readonly Diagnostic[]; readonly written: number }> {
  const identity = drawingIdentity();
  const findings: Diagnostic[] = [];
  let written = 0;
  const write = (base: string, format: PictureFormat, bytes: Uint8Array): void => {
    const done = writeAtomic(`${base}.${format}`, bytes);
    findings.push(...done.findings);
    if (done.ok) written += 1;
  };
  const open: ToDraw[] = [];
  for (const diagram of diagrams) {
    const kept = formats.map((format) => ({ format, bytes: recall(cacheName(identity, diagram.source, format)) }));
    if (kept.some(({ bytes }) => bytes === undefined)) open.push(diagram);
    else for (const { format, bytes } of kept) if (bytes) write(diagram.base, format, bytes);
  }
  if (open.length === 0) return { findings, written };
  const renderer = await openRenderer();
  if (!renderer.ok) return { findings: [...findings, ...renderer.findings], written };
  try {
    await Promise.all(
      open.map(async ({ base, name, source }) => {
        const drawn = await renderer.value.draw({ name, source, formats });
        findings.push(...drawn.findings);
        if (!drawn.ok) return;
        const { svg, png, pdf } = drawn.value;
        const made: Partial<Record<PictureFormat, Uint8Array | undefined>> = {
          svg: new TextEncoder().encode(svg),
          png,
          pdf,
        };
        for (const format of formats) {
          const bytes = made[format];
          if (!bytes) continue;
          keep(cacheName(identity, source, format), bytes);
          write(base, format, bytes);
        }
      }),
    );
  } finally {
    await renderer.value.close();
  }
  return { findings, written };
}
