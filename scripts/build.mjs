import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

/**
 * Bundles the command line and the library into dist/. Packages that every run, or every printed document, needs are
 * bundled, only what is used of them; heavy ones stay outside and load when a command uses them. Names stay readable in a
 * stack; blanks and comments, which take time to read, do not.
 */
const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const bundled = new Set(['commander', 'yaml', 'zod', 'saxes', 'handlebars', 'hyphen', 'qr']);
const external = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.has(name));
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  external: external.flatMap((name) => [name, `${name}/*`]),
  // Its own entry also registers `.hbs` files with `require`, which nothing here uses.
  alias: { handlebars: 'handlebars/dist/cjs/handlebars.js' },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const modules = {
  ...common,
  format: 'esm',
  // The CommonJS packages among the bundled ones ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...modules,
  entryPoints: { index: 'src/index.ts', 'render-worker': 'src/jobs/render-worker.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});

// The command line is one file, as a function that src/cli/program.ts calls: to open fifty files would take longer than to print
// a document. Named by its content, so that what V8 keeps of one is never taken for another.
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  format: 'cjs',
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: '(function(exports,require,module,moduleUrl,importHere){' },
  footer: { js: '})' },
  write: false,
});
// V8 forgets of what it kept whence an `import` comes: src/cli/program.ts hands its own in.
const text = outputFiles[0].text.replace(/(?<![.\w$])import\(/g, 'importHere(');
const program = `program-${hashOf(text).slice(0, 16)}.cjs`;
writeFileSync(join('dist', program), text);
await build({
  ...common,
  entryPoints: { cli: 'src/cli.ts' },
  format: 'esm',
  define: { PROGRAM: JSON.stringify(program) },
  outdir: 'dist',
});

// What never changes between runs is read once: the package's own YAML as JSON (its data, its positions, and what the schema
// of its kind makes of it), and the sound templates compiled, named by the content of everything that they rest on.
// A text that differs in a letter is read and checked as any other. For this a bundle of its own, which does not stay.
const own = join('dist', 'build.js');
await build({ ...modules, entryPoints: ['scripts/build-entry.ts'], outfile: own });
const { builtModelName, builtModuleName, dataSchemas, positionsIn, readModel, templateModules, treeFromText } =
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
  const hash = hashOf(text).slice(0, 32);
  writeFileSync(join(trees, `${hash}.data.json`), JSON.stringify(tree.value.data));
  writeFileSync(join(trees, `${hash}.positions.json`), JSON.stringify(positionsIn(text)));
  for (const [kind, schema] of Object.entries(dataSchemas)) {
    const model = readModel(schema, tree.value);
    // What JSON cannot hold is read by the schema each time.
    if (!model.ok || !isDeepStrictEqual(JSON.parse(JSON.stringify(model.value)), model.value)) continue;
    writeFileSync(join(trees, builtModelName(kind, text)), JSON.stringify(model.value));
  }
}
for (const [key, module] of templateModules('.')) writeFileSync(join(trees, builtModuleName(key)), module);
rmSync(own);

// Without what V8 keeps the program starts slower, and does the same.
const cache = join('dist', 'build-cache.js');
await build({ ...common, entryPoints: ['scripts/build-cache.ts'], format: 'esm', outfile: cache });
spawnSync(process.execPath, [cache, join('dist', program)], { stdio: 'ignore' });
rmSync(cache);
