import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

const folders = ['regulations', 'diagrams', 'templates'] as const;
/** Editors save in several strokes; one run answers them all. */
const quiet = 50;

/**
 * Watches a folder and all below it, one by one: where an editor saves by renaming, Node's own recursive watching on
 * Linux goes on looking at the file that is gone.
 */
function watchTree(folder: string, told: (name: string) => void, known = new Set<string>()): void {
  if (known.has(folder)) return;
  known.add(folder);
  const below = (): void => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) watchTree(join(folder, entry.name), told, known);
  };
  watch(folder, (_event, name) => {
    below();
    if (name) told(name);
  }).on('error', () => known.delete(folder));
  below();
}

/**
 * Runs a job now and whenever a YAML file of the root changes, one run at a time; a change during a run starts one more
 * after it. Never ends of itself.
 */
export async function watchSources(root: string, run: () => Promise<void>): Promise<never> {
  let changed: (() => void) | undefined;
  let pending = false;
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    watchTree(folder, (name) => {
      if (!name.endsWith('.yaml')) return;
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
