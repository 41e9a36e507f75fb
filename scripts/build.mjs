import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
  entryPoints: ['src/cli.ts', 'src/index.ts'],
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
