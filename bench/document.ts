/**
 * How fast a document is made, beside other ways to make it: the same texts, the same two faces of Tinos, different data in
 * every document, the same number of documents before the clock starts. The processor's time is the mean of a document, all
 * threads counted, so that other work on the machine matters little; the ratio is of that. Beside it the median by the clock.
 *
 *   DOCUMENTS=40 WARM_UP=100 node bench/run.mjs document
 */
import { licence } from '../test/helpers/licence.ts';
import { refusal } from '../test/helpers/refusal.ts';
import { peers, type Peer } from './document/peers.ts';

const warmUp = Number(process.env['WARM_UP'] ?? 100);
const documents = Number(process.env['DOCUMENTS'] ?? 40);
/** Milliseconds that a measurement lasts at least. */
const shortest = 2000;

async function measure(peer: Peer, make: typeof licence) {
  const times: number[] = [];
  let size = 0;
  for (let n = 1; n <= warmUp; n++) await peer.make(make(n));
  const begin = performance.now();
  const before = process.cpuUsage();
  const beside = peer.cpu?.() ?? 0;
  // A fast peer makes more documents in the same time; few of them would be measured in the noise of one collection of garbage.
  for (let n = 1; n <= documents || performance.now() - begin < shortest; n++) {
    const document = make(warmUp + n);
    const start = performance.now();
    size = (await peer.make(document)).length;
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  const others = (peer.cpu?.() ?? 0) - beside;
  return {
    cpu: ((user + system) / 1000 + others) / times.length,
    median: times[Math.floor(times.length / 2)] ?? 0,
    size,
  };
}

for (const [name, make] of [
  ['licence, one page', licence],
  ['refusal, two pages', refusal],
] as const) {
  console.log(`\n${name} (${documents} after ${warmUp})`);
  let base: number | undefined;
  for (const peer of peers) {
    const { cpu, median, size } = await measure(peer, make);
    base ??= cpu;
    const columns = [
      `${cpu.toFixed(1)} ms CPU`.padStart(14),
      `${(cpu / base).toFixed(1)}x`.padStart(8),
      `${median.toFixed(1)} ms`.padStart(10),
      `${Math.round(size / 1024)} KB`.padStart(8),
    ];
    console.log(`${columns.join('')}  ${peer.name}`);
  }
}
for (const peer of peers) await peer.close?.();
