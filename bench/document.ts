/**
 * How fast a document is made, beside other ways to make it: the same texts, the same two faces of Tinos, different data in
 * every document. Every peer has a process of its own (in one they pay for each other's garbage) and is warmed up for the
 * same time of the processor; then they take turns, alone: in each round each makes documents for the same time, so that a
 * change of the machine's speed meets them all. The processor's time is that of a document, all threads counted, the median
 * of the rounds; the ratio is the median of the rounds' ratios; beside it the clock.
 *
 * Then where the time of ours goes, stage by stage.
 *
 *   ROUNDS=9 WARM_UP=6000 PEERS='reglament|floor|Typst' node bench/run.mjs document
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { licence } from '../test/helpers/licence.ts';
import { refusal } from '../test/helpers/refusal.ts';
import { openPeer, peerNames, type Peer } from './document/peers.ts';
import { stages } from './document/stages.ts';
import { median } from './shared/median.ts';

const kinds = [
  ['licence, one page', licence],
  ['refusal, two pages', refusal],
] as const;

/** Milliseconds of the processor: of the warm-up of a peer, and of its turn in a round. */
const warmUp = Number(process.env['WARM_UP'] ?? 6000);
const turn = Number(process.env['TURN'] ?? 400);
const rounds = Number(process.env['ROUNDS'] ?? 9);

const taken = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

interface Batch {
  readonly cpu: number;
  readonly clock: number;
  readonly size: number;
}

const script = fileURLToPath(import.meta.url);
let number = 0;

/** Makes so many documents; their data are ready before the time is taken. Means of a document. */
async function batch(peer: Peer, make: typeof licence, count: number): Promise<Batch> {
  const documents = Array.from({ length: count }, () => make((number += 1)));
  let size = 0;
  const before = process.cpuUsage();
  const beside = peer.cpu?.() ?? 0;
  const start = performance.now();
  for (const document of documents) size = (await peer.make(document)).length;
  const clock = (performance.now() - start) / count;
  return { cpu: (taken(process.cpuUsage(before)) + (peer.cpu?.() ?? 0) - beside) / count, clock, size };
}

/** What a process is asked: so many documents of a kind. */
interface Order {
  readonly kind: number;
  readonly count: number;
}

/** The work of a peer's process: tells whether the machine has it, then makes what is ordered, until the channel closes. */
async function serve(name: string): Promise<void> {
  const peer = await openPeer(name);
  process.on('message', ({ kind, count }: Order) => {
    const make = kinds[kind]?.[1];
    if (peer && make) void batch(peer, make, count).then((made) => process.send?.(made));
  });
  process.on('disconnect', () => void peer?.close?.());
  process.send?.(peer !== undefined);
}

/** The next message of a peer's process; throws when it ends instead. */
async function answer<Message>(child: ChildProcess): Promise<Message> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error(`the process of a peer ended: ${child.spawnargs.at(-1) ?? ''}`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [Message];
    return message;
  } finally {
    ended.catch(() => undefined);
    waiting.abort();
  }
}

function ask(child: ChildProcess, order: Order): Promise<Batch> {
  child.send(order);
  return answer(child);
}

async function measure(): Promise<void> {
  const asked = new RegExp(process.env['PEERS'] ?? '');
  const workers: { readonly name: string; readonly child: ChildProcess }[] = [];
  for (const name of peerNames.filter((one) => asked.test(one))) {
    const child = fork(script, [name]);
    if (await answer<boolean>(child)) workers.push({ name, child });
    else child.disconnect();
  }
  for (const [kind, [title]] of kinds.entries()) {
    console.log(`\n${title} (${rounds} rounds after ${warmUp} ms of warm-up each)`);
    const runners: { readonly name: string; readonly child: ChildProcess; count: number; batches: Batch[] }[] = [];
    for (const worker of workers) {
      const { child } = worker;
      let last = await ask(child, { kind, count: 1 });
      for (let used = last.cpu; used < warmUp; used += 5 * last.cpu) last = await ask(child, { kind, count: 5 });
      runners.push({ ...worker, count: Math.max(2, Math.ceil(turn / last.cpu)), batches: [] });
    }
    for (let round = 0; round < rounds; round++)
      for (const { child, count, batches } of runners) batches.push(await ask(child, { kind, count }));
    const base = runners[0]?.batches ?? [];
    for (const { name, batches } of runners) {
      const ratio = median(batches.map(({ cpu }, round) => cpu / (base[round]?.cpu ?? cpu)));
      const columns = [
        `${median(batches.map(({ cpu }) => cpu)).toFixed(1)} ms CPU`.padStart(14),
        `${ratio.toFixed(1)}x`.padStart(8),
        `${median(batches.map(({ clock }) => clock)).toFixed(1)} ms`.padStart(10),
        `${Math.round((batches[0]?.size ?? 0) / 1024)} KB`.padStart(8),
      ];
      console.log(`${columns.join('')}  ${name}`);
    }
  }
  for (const { child } of workers) child.disconnect();
  for (const [title, make] of kinds) {
    console.log(`\nwhere the time goes, ${title}`);
    for (const { stage, cpu, share } of await stages(make))
      console.log(`${cpu.toFixed(2).padStart(8)} ms CPU${`${Math.round(share * 100)} %`.padStart(7)}  ${stage}`);
  }
}

const [, started, own] = process.argv;
await (process.send && own !== undefined && started === script ? serve(own) : measure());
