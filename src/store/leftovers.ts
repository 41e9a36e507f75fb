import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether another process of this machine with that number is at work. A number given out again only delays the tidying up. */
export function isAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Names in a folder, sorted; none where it cannot be read, which writing into it will say. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Removes a file. Litter in a folder that cannot be written stays: what matters there has been told. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // See above.
  }
}

/** Removes what killed runs left in a folder under temporary names (`x.pdf.<process>.tmp`). */
export function sweepFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    const temporary = /\.(?:pdf|json)\.(\d+)\.tmp$/.exec(name);
    if (temporary && !isAnother(Number(temporary[1]))) removeQuietly(join(folder, name));
  }
}
