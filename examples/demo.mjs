// Everything the product does, once, on the real regulations and the invented cases and answers of examples/, into out/.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'dist', 'cli.js');
const out = (...names) => join(root, 'out', ...names);

/** `expected`: exit codes that are no failure here; the example answers hold rejected rows on purpose (1). */
const steps = [
  { title: 'Regulations checked', run: ['check'], expected: [0] },
  { title: 'Result documents', run: ['render', 'examples/cases', '--out', 'out/documents', '--quiet'], folder: 'documents', expected: [0] },
  { title: 'Diagrams of the appendices', run: ['diagrams', '--format', 'mmd,svg,png', '--out', 'out/diagrams', '--quiet'], folder: 'diagrams', expected: [0] },
  { title: 'Booklet of appendices', run: ['appendices', 'zhambyl-62-2013', '--out', 'out/appendices', '--quiet'], folder: 'appendices', expected: [0] },
  { title: 'Blank questionnaires', run: ['questionnaire', 'zhambyl-62-2013', 'mint-364-2012/poisons-licence', '--out', 'out/questionnaires', '--quiet'], folder: 'questionnaires', expected: [0] },
  { title: 'Satisfaction report', run: ['report', 'examples/responses', '--out', 'out/report/report.xlsx', '--quiet'], folder: 'report', expected: [0, 1] },
];

const files = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [];

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = [];
    child.stdout.on('data', (chunk) => text.push(chunk));
    child.stderr.on('data', (chunk) => text.push(chunk));
    child.on('close', (code) => resolve({ code: code ?? 70, text: Buffer.concat(text).toString('utf8') }));
  });
}

const commands = (await run(['--help'])).text;
const rows = [];
let worst = 0;
for (const [index, step] of steps.entries()) {
  const name = step.run[0];
  if (!new RegExp(`^  ${name}\\b`, 'm').test(commands)) continue;
  process.stderr.write(`[${index + 1}/${steps.length}] reglament ${step.run.join(' ')}\n`);
  if (step.folder) rmSync(out(step.folder), { recursive: true, force: true });
  const start = performance.now();
  const { code, text } = await run(step.run);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const made = step.folder ? files(out(step.folder)) : [];
  const kinds = Object.entries(Object.groupBy ? Object.groupBy(made, kindOf) : group(made)).map(([kind, all]) => `${all.length} ${kind}`);
  const size = made.reduce((sum, file) => sum + statSync(file).size, 0);
  rows.push([step.title, kinds.join(', ') || (step.expected.includes(code) ? lastLine(text) : `not made, exit ${code}`), size ? `${Math.round(size / 1024)} KB` : '', `${seconds} s`, step.folder ? relative(root, out(step.folder)) : '']);
  if (step.expected.includes(code)) continue;
  process.stderr.write(text);
  worst = Math.max(worst, code);
}

function kindOf(file) {
  return file.slice(file.lastIndexOf('.') + 1);
}
function group(made) {
  const groups = {};
  for (const file of made) (groups[kindOf(file)] ??= []).push(file);
  return groups;
}
function lastLine(text) {
  return text.trim().split('\n').at(-1)?? '';
}

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
console.log();
for (const row of rows) console.log(row.map((cell, column) => (column === 2 || column === 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
process.exitCode = worst;
