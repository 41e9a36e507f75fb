import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

/**
 * Bundles the command line and the library into dist/. Packages that every run, or every printed document, needs are
 * bundled, only what is used of them: a dozen files are opened instead of four hundred. Heavy ones stay outside and load
 * when a command uses them. Names stay readable in a stack; blanks and comments, which take time to read, do not.
 */
const { dependencies, optionalDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
const bundled = new Set(['commander', 'yaml', 'zod', 'saxes', 'handlebars', 'hyphen', 'qr']);
const external = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.has(name));

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: external.flatMap((name) => [name, `${name}/*`]),
  // Its own entry also registers `.hbs` files with `require`, which nothing here uses.
  alias: { handlebars: 'handlebars/dist/cjs/handlebars.js' },
  minifyWhitespace: true,
  minifySyntax: true,
  // The CommonJS packages among the bundled ones ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', 'render-worker': 'src/jobs/render-worker.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});

// What never changes between runs is read once: the package's own YAML as JSON (its data, its positions, and what the schema
// of its kind makes of it), named by content; and which templates are sound, by the hash of everything that they rest on.
// A text that differs in a letter is read and checked as any other. For this a bundle of its own, which does not stay.
const own = join('dist', 'build.js');
await build({ ...options, entryPoints: ['scripts/build-entry.ts'], outfile: own });
const { builtModelName, dataSchemas, loadTemplates, positionsIn, readModel, treeFromText } =
  await import('../dist/build.js');
const trees = join('dist', 'trees');
mkdirSync(trees, { recursive: true });
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
  for (const [kind, schema] of Object.entries(dataSchemas)) {
    const model = readModel(schema, tree.value);
    // What JSON cannot hold is read by the schema each time.
    if (!model.ok || !isDeepStrictEqual(JSON.parse(JSON.stringify(model.value)), model.value)) continue;
    writeFileSync(join(trees, builtModelName(kind, text)), JSON.stringify(model.value));
  }
}
const { findings, keys } = loadTemplates('.');
writeFileSync(join(trees, 'sound.json'), JSON.stringify(findings.length === 0 ? keys : []));
rmSync(own);
