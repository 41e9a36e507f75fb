import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importAct, yamlOf } from '../src/import/index.ts';
import { readDocument } from '../src/source/plain.ts';

/** CPU of reading each act of regulations/, and of one text made 4 to 70 times as long (to 20 MB): the time per megabyte must stay. */
function cpu(name: string, bytes: Buffer): void {
  const start = process.cpuUsage();
  const document = readDocument(bytes, name);
  const done = document.ok ? importAct(document.value, name) : document;
  const files = done.ok && 'files' in done.value ? done.value.files : [];
  for (const { data, kind } of files) yamlOf(data, kind);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  const megabytes = bytes.length / 1e6;
  console.log(
    `${name}: ${megabytes.toFixed(2)} MB, ${ms.toFixed(0)} ms CPU, ${(ms / megabytes).toFixed(0)} ms/MB, ${files.length} files`,
  );
}

const texts = readdirSync('regulations').map((act) => join('regulations', act, 'source.txt'));
for (const file of texts) cpu(file, readFileSync(file));
const longest = texts.map((file) => readFileSync(file)).sort((a, b) => b.length - a.length)[0] ?? Buffer.alloc(0);
for (const times of [4, 16, 70]) cpu(`x${times}`, Buffer.concat(Array.from({ length: times }, () => longest)));
