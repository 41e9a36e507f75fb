import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

const folders = ['regulations', 'diagrams', 'templates'] as const;
/** Editors save in several strokes; one run answers them all. */
const quiet = 150;

/**
 * Runs a job now and whenever a YAML file of the root changes, one run at a time; a change during a run starts one more
 * after it. Never ends of itself.
 */
export async function watchSources(root: string, run: () => Promise<void>): Promise<never> {
  let changed: (() => void) | undefined;
  let pending = false;
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    watch(folder, { recursive: true }, (_event, name) => {
      if (!name?.endsWith('.yaml')) return;
      pending = true;
      changed?.();
    });
  }
  for (;;) {
    pending = false;
    await run();
    if (!pending) await new Promise<void>((resolve) => (changed = resolve));
    await new Promise((resolve) => setTimeout(resolve, quiet));
  }
}
