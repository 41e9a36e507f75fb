// Runs the measurements of this folder: `npm run bench` (all), `npm run bench -- start check` (some). Prints ratios; nothing here is a test.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = 'bench';
const asked = process.argv.slice(2);
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const names = asked.length > 0 ? asked : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}
const out = join('node_modules', '.cache', 'bench');
mkdirSync(out, { recursive: true });
await build({
  entryPoints: names.map((name) => join(folder, `${name}.ts`)),
  outdir: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
});
for (const name of names) {
  console.log(`\n== ${name}`);
  await import(pathToFileURL(join(out, `${name}.mjs`)).href);
}
