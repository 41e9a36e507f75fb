import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { inOrder, Threads } from '../../../src/jobs/threads.ts';
import { freshFolder } from '../../helpers/cases.ts';

/** A thread that doubles numbers, and dies in every way on some. */
const program = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', async (task) => {
  if (task === 3) process.exit(7);
  if (task === 5) throw new Error('five');
  if (task === 7) { const heap = []; for (;;) heap.push(new Array(1e6).fill({})); }
  await new Promise((done) => setTimeout(done, (task * 7) % 11));
  parentPort.postMessage(task * 2);
});
`;

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 1; n <= count; n += 1) {
    await pause(0);
    yield n;
  }
}

let threads: Threads<number, number> | undefined;
afterEach(() => threads?.end());

describe('threads', () => {
  it('give results in the order of the tasks, and a thread that dies costs the task it was at', async () => {
    const file = join(freshFolder(), 'worker.mjs');
    writeFileSync(file, program);
    threads = new Threads<number, number>(2, file, undefined, { maxOldGenerationSizeMb: 64 });
    const pool = threads;
    const results: unknown[] = [];
    for await (const { item, result } of inOrder(numbers(12), (n) => pool.run(n), 6))
      results.push([item, result.ok ? result.result : result.reason]);
    expect(results).toEqual([
      [1, 2],
      [2, 4],
      [3, 'exit 7'],
      [4, 8],
      [5, 'five'],
      [6, 12],
      [7, expect.stringMatching(/memory/)],
      [8, 16],
      [9, 18],
      [10, 20],
      [11, 22],
      [12, 24],
    ]);
  });

  it('begin so many items ahead and no more', async () => {
    let begun = 0;
    let most = 0;
    let taken = 0;
    for await (const { result } of inOrder(numbers(40), async (n) => ((begun += 1), await pause(n % 3), n), 5)) {
      most = Math.max(most, begun - taken);
      taken += 1;
      expect(result).toBe(taken);
    }
    expect(taken).toBe(40);
    expect(most).toBe(5);
  });
});
