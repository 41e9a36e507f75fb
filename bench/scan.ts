import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { scan } from '../src/jobs/scan.ts';
import { seeded } from '../test/helpers/paper.ts';
import { damaged, fillIn, kinds, levels, series, sheetOf, type Filled, type Kind } from '../test/helpers/scans.ts';

/**
 * Generated scans of stated damage: how many were read wrong, how many go to a person, how fast.
 * Of ten questions one is blank, one is marked twice, one is corrected, one has a stray dot beside its mark.
 */
const perLevel = Number(process.env['SCANS'] ?? 160);
const folder = join('node_modules', '.cache', 'bench-scans');
const chance = seeded(20130304);
const plain: readonly Kind[] = ['cross', 'tick', 'fill', 'pencil', 'wild-tick', 'small-cross'];
let [all, wrongs] = [0, 0];

console.log('level    forms  accepted  review  rejected  wrong  of plain forms to review  forms/s');
for (const [name, level] of Object.entries(levels)) {
  if (process.env['LEVEL'] && process.env['LEVEL'] !== name) continue;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = series(perLevel, 1);
  const truth = new Map<string, Filled[]>();
  for (const [index, page] of made.pages.entries()) {
    const kindOf = (): Kind =>
      (chance() < 0.7 ? plain : kinds)[Math.floor(chance() * 6 + (chance() < 0.3 ? 4 : 0))] ?? 'cross';
    const { pen, filled } = fillIn(made.anchors, index, chance, kindOf);
    truth.set(`zhambyl-62-2013.scrap-metal-licence-${String(index + 1).padStart(6, '0')}`, filled);
    writeFileSync(
      join(folder, `${String(index).padStart(4, '0')}.jpg`),
      await damaged(await sheetOf(page, pen, level.dpi), level, chance),
    );
  }
  const out = join(folder, 'out.csv');
  const started = performance.now();
  const result = await scan({ images: [folder], out, date: '2013-06-28', language: 'ru', root: '.' });
  const seconds = (performance.now() - started) / 1000;
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  let wrong = 0;
  const accepted = new Set<string>();
  for (const line of readFileSync(out, 'utf8').trim().split('\r\n').slice(1)) {
    const [id = '', , , quality, accessibility] = line.split(';');
    accepted.add(id);
    const meant = truth.get(id)?.map(({ answer }) => String(answer));
    if (meant?.[0] === quality && meant?.[1] === accessibility) continue;
    wrong += 1;
    console.log(`WRONG ${name} ${id}: read ${quality},${accessibility}, meant ${JSON.stringify(truth.get(id))}`);
  }
  const simple = [...truth].filter(([, filled]) => filled.every(({ kind }) => plain.includes(kind)));
  const seen = simple.filter(([id]) => !accepted.has(id)).length;
  const { forms, toReview, rejected } = result.value;
  all += forms;
  wrongs += wrong;
  console.log(
    [
      name.padEnd(8),
      forms,
      accepted.size,
      toReview,
      rejected,
      wrong,
      `${seen} of ${simple.length}`,
      (forms / seconds).toFixed(1),
    ].join('  '),
  );
}
console.log(
  `${all} forms, ${wrongs} wrong. Not tried: paper from real scanners and cameras, real hands, folds, stamps.`,
);
