import { Worker, type ResourceLimits } from 'node:worker_threads';

/** What came of a task: its result, or why the thread that was at it died. */
export type Done<R> = { readonly ok: true; readonly result: R } | { readonly ok: false; readonly reason: string };

/** The memory of a thread: a task that needs more stops its thread, not the machine. */
const usualLimits: ResourceLimits = { maxOldGenerationSizeMb: 1536 };

/** A thread that answers every message with one. A dead one is started again when the next task comes. */
class Thread<T, R> {
  private worker: Worker | undefined;
  private settle: ((done: Done<R>) => void) | undefined;
  private readonly file: string;
  private readonly data: unknown;
  private readonly limits: ResourceLimits;

  constructor(file: string, data: unknown, limits: ResourceLimits) {
    this.file = file;
    this.data = data;
    this.limits = limits;
  }

  run(task: T): Promise<Done<R>> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve) => {
      this.settle = resolve;
      worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.file, { workerData: this.data, resourceLimits: this.limits });
    const die = (reason: string): void => {
      // An error is followed by an exit, which must not fall on the task of the next one.
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.settle?.({ ok: false, reason });
    };
    worker.on('message', (result: R) => this.settle?.({ ok: true, result }));
    worker.on('error', (error: unknown) => die(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => die(`exit ${code}`));
    return worker;
  }
}

/** Threads of one program file. Each works at one task at a time, so that whoever is idle takes the next one. */
export class Threads<T, R> {
  private readonly all: readonly Thread<T, R>[];
  private readonly idle: Thread<T, R>[];
  private readonly waiting: { readonly task: T; readonly resolve: (done: Done<R>) => void }[] = [];

  constructor(count: number, file: string, data: unknown, limits = usualLimits) {
    this.all = Array.from({ length: count }, () => new Thread<T, R>(file, data, limits));
    this.idle = [...this.all];
  }

  /** A thread that dies costs the task it was at, and no other. */
  run(task: T): Promise<Done<R>> {
    return new Promise((resolve) => {
      this.waiting.push({ task, resolve });
      const thread = this.idle.pop();
      if (thread) this.next(thread);
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((thread) => thread.end()));
  }

  private next(thread: Thread<T, R>): void {
    const job = this.waiting.shift();
    if (!job) return void this.idle.push(thread);
    void thread.run(job.task).then((done) => {
      job.resolve(done);
      this.next(thread);
    });
  }
}

/**
 * Begins items as they come and gives what came of each in their order. So many are `ahead` at most, begun or done, however
 * many there are.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  begin: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<{ readonly item: T; readonly result: R }> {
  const queue: { readonly item: T; readonly result: Promise<R> }[] = [];
  for await (const item of items) {
    queue.push({ item, result: begin(item) });
    if (queue.length < ahead) continue;
    const first = queue.shift();
    if (first) yield { item: first.item, result: await first.result };
  }
  for (const { item, result } of queue) yield { item, result: await result };
}
