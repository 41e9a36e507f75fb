import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the command line and the library into dist/. Small packages that every run needs are bundled, so that the
 * program starts fast; heavy ones stay outside and load when a command uses them.
 */
const { dependencies, optionalDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
const bundled = new Set(['commander', 'yaml', 'zod', 'saxes']);
const external = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.has(name));

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    source: 'src/source/index.ts',
    'render-worker': 'src/jobs/render-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: external.flatMap((name) => [name, `${name}/*`]),
  chunkNames: 'chunks/[name]-[hash]',
  // The CommonJS packages among the bundled ones ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
});

// What never changes between runs is read once: the package's own YAML as JSON, data and positions, named by content.
const trees = join('dist', 'trees');
mkdirSync(trees, { recursive: true });
const { positionsIn, treeFromText } = await import('../dist/source.js');
const yamlFiles = ['regulations', 'law', 'templates']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => name.endsWith('.yaml'));
for (const name of yamlFiles) {
  const text = readFileSync(name, 'utf8');
  const tree = treeFromText(name, text);
  // A broken file is reported, with its place, by the command that reads it.
  if (!tree.ok) continue;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  writeFileSync(join(trees, `${hash}.data.json`), JSON.stringify(tree.value.data));
  writeFileSync(join(trees, `${hash}.positions.json`), JSON.stringify(positionsIn(text)));
}
rmSync('dist/source.js');
