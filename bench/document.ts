/**
 * How fast a document is made, beside other ways to make it: the same texts, the same two faces of Tinos, different data in
 * every document, the same number of documents before the clock starts. The processor's time is the mean of a document, all
 * threads counted, so that other work on the machine matters little; the ratio is of that. Beside it the median by the clock.
 *
 * Then where the time of ours goes, stage by stage.
 *
 *   DOCUMENTS=40 WARM_UP=100 PEERS='reglament|floor|Typst' node bench/run.mjs document
 */
import { licence } from '../test/helpers/licence.ts';
import { refusal } from '../test/helpers/refusal.ts';
import { peers as known, type Peer } from './document/peers.ts';
import { stages } from './document/stages.ts';

const asked = new RegExp(process.env['PEERS'] ?? '');
const peers = known.filter(({ name }) => asked.test(name));

const warmUp = Number(process.env['WARM_UP'] ?? 100);
const documents = Number(process.env['DOCUMENTS'] ?? 40);
/** Milliseconds of the processor that a measurement takes at least. */
const shortest = 1000;
const taken = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

async function measure(peer: Peer, make: typeof licence) {
  const times: number[] = [];
  let size = 0;
  for (let n = 1; n <= warmUp; n++) await peer.make(make(n));
  const before = process.cpuUsage();
  const beside = peer.cpu?.() ?? 0;
  const others = (): number => (peer.cpu?.() ?? 0) - beside;
  // A fast peer makes more documents in the same time; few of them would be measured in the noise of one collection of garbage.
  for (let n = 1; n <= documents || taken(process.cpuUsage(before)) + others() < shortest; n++) {
    const document = make(warmUp + n);
    const start = performance.now();
    size = (await peer.make(document)).length;
    times.push(performance.now() - start);
  }
  const cpu = (taken(process.cpuUsage(before)) + others()) / times.length;
  times.sort((one, other) => one - other);
  return {
    cpu,
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
for (const peer of known) await peer.close?.();

for (const [name, make] of [
  ['licence', licence],
  ['refusal', refusal],
] as const) {
  console.log(`\nwhere the time goes, ${name}`);
  for (const { stage, cpu, share } of await stages(make, warmUp))
    console.log(`${cpu.toFixed(2).padStart(8)} ms CPU${`${Math.round(share * 100)} %`.padStart(7)}  ${stage}`);
}
