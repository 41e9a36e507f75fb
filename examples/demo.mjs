// Everything the product does, once, on the real regulations and the invented cases and answers of examples/, into
// out/ or the folder that is named. Exit codes: 0 all made, 3 the machine lacks something (the rest is made), 1 else.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'dist', 'cli.js');
const out = resolve(process.argv[2] ?? join(root, 'out'));
const into = (...names) => join(out, ...names);
const services = ['zhambyl-62-2013', 'mint-364-2012/poisons-licence'];

/** `expected`: exit codes that are no failure here; the example answers hold rejected rows on purpose (1). */
const steps = [
  { title: 'Regulations checked', run: ['check'] },
  {
    title: 'Result documents',
    run: ['render', 'examples/cases', '--out', into('documents')],
    folders: [into('documents')],
  },
  {
    title: 'Diagrams of the appendices',
    run: ['diagrams', '--format', 'mmd,bpmn,svg,png', '--out', into('diagrams')],
    folders: [into('diagrams'), join(root, 'diagrams')],
  },
  {
    title: 'Booklet of appendices',
    run: ['appendices', 'zhambyl-62-2013', '--format', 'pdf,docx', '--out', into('appendices')],
    folders: [into('appendices')],
  },
  {
    title: 'Blank questionnaires',
    run: ['questionnaire', ...services, '--out', into('questionnaires')],
    folders: [into('questionnaires')],
  },
  {
    title: 'Satisfaction report',
    run: ['report', 'examples/responses', '--format', 'xlsx,html', '--out', into('report', 'report.xlsx')],
    folders: [into('report')],
    expected: [0, 1],
  },
];

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = [];
    child.stdout.on('data', (chunk) => text.push(chunk));
    child.stderr.on('data', (chunk) => text.push(chunk));
    child.on('close', (code) => done({ code: code ?? 70, text: Buffer.concat(text).toString('utf8') }));
  });
}

/** «50 pdf, 1 json»: the files by their endings. */
function kindsOf(files) {
  const counts = new Map();
  for (const file of files) counts.set(extname(file).slice(1), (counts.get(extname(file).slice(1)) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

const rows = [];
let worst = 0;
for (const [index, { title, run: args, folders = [], expected = [0] }] of steps.entries()) {
  process.stderr.write(`[${index + 1}/${steps.length}] reglament ${args.join(' ')}\n`);
  if (folders[0]) rmSync(folders[0], { recursive: true, force: true });
  const start = performance.now();
  const { code, text } = await run(folders[0] ? [...args, '--quiet'] : args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const made = folders.flatMap(filesOf);
  const size = made.reduce((sum, file) => sum + statSync(file).size, 0);
  const failed = expected.includes(code) ? '' : ` — not all made, exit ${code}`;
  const what = (kindsOf(made) || (failed ? 'nothing' : (text.trim().split('\n').at(-1) ?? ''))) + failed;
  const where = folders.map((folder) => relative(process.cwd(), folder)).join(', ');
  rows.push([title, what, size ? `${Math.round(size / 1024)} KB` : '', `${seconds} s`, where]);
  if (failed === '') continue;
  process.stderr.write(text);
  worst = worst === 0 || worst === 3 ? code : worst;
}

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
const aligned = (cell, column) => (column === 2 || column === 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
console.log();
for (const row of rows) console.log(row.map(aligned).join('  ').trimEnd());
process.exitCode = worst;
