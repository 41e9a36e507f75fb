/**
 * Programs of ours that run now, by process. In memory that threads share: a thread that is stopped is not asked before, so the
 * one that stays ends what the others started.
 */
export type Running = Int32Array<SharedArrayBuffer>;

/** More than threads there may be; each has one program at a time. */
const most = 128;
/** A program with a group of its own is ended with all that it started. Windows has no groups. */
export const hasGroup = process.platform !== 'win32';

export const noneRunning = (): Running => new Int32Array(new SharedArrayBuffer(most * Int32Array.BYTES_PER_ELEMENT));

/** Remembers a program; the first free place is its own. */
export function started(running: Running | undefined, pid: number | undefined): void {
  if (!running || pid === undefined) return;
  for (let place = 0; place < most; place++) if (Atomics.compareExchange(running, place, 0, pid) === 0) return;
}

export function ended(running: Running | undefined, pid: number | undefined): void {
  if (!running || pid === undefined) return;
  for (let place = 0; place < most; place++) if (Atomics.compareExchange(running, place, pid, 0) === pid) return;
}

/** Ends a program and its family. */
export function end(pid: number | undefined): void {
  if (pid === undefined || pid === 0) return;
  try {
    process.kill(hasGroup ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

export const endAll = (running: Running): void => running.forEach(end);
