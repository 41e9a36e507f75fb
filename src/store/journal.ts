import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { isAnother, namesIn, removeQuietly } from './leftovers.ts';

/** The lines that are whole JSON: a kill may have cut the last one, and what is no JSON is none of ours. */
function linesOf(file: string): unknown[] {
  const lines: unknown[] = [];
  try {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      try {
        if (line !== '') lines.push(JSON.parse(line));
      } catch {
        continue;
      }
    }
  } catch {
    // A journal that cannot be read is as good as none: its work is done again.
  }
  return lines;
}

/**
 * What a run has done so far, a line of JSON each, in a file of its own (`<name>.<process>.journal`). It is only ever added to:
 * a run that was killed leaves every whole line, and the next run takes over what dead runs left.
 */
export class Journal {
  /** What earlier runs left, in the order of their files. */
  readonly entries: readonly unknown[];
  private readonly folder: string;
  private readonly file: string;
  private readonly left: readonly string[];
  private handle: number | undefined;
  private isTorn: boolean;

  constructor(folder: string, name: string) {
    this.folder = folder;
    this.file = join(folder, `${name}.${process.pid}.journal`);
    const shape = new RegExp(`^${name}\\.(\\d+)\\.journal$`);
    const journals = namesIn(folder).filter((one) => shape.test(one));
    this.entries = journals.flatMap((one) => linesOf(join(folder, one)));
    this.left = journals.filter((one) => !isAnother(Number(shape.exec(one)?.[1]))).map((one) => join(folder, one));
    this.isTorn = this.left.includes(this.file);
  }

  /** Adds a line. A journal that cannot be written costs the next run some work, and is told; what was made stands. */
  add(entry: unknown): Diagnostic[] {
    try {
      mkdirSync(this.folder, { recursive: true });
      this.handle ??= openSync(this.file, 'a');
      // A line that was cut keeps its end, so that it takes no other with it.
      const line = `${this.isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`;
      this.isTorn = true;
      appendFileSync(this.handle, line);
      this.isTorn = false;
      return [];
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return [diagnostic('file-unwritable', { file: this.file, reason }, { file: this.file })];
    }
  }

  /** Leaves the journals to the next run. */
  close(): void {
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  /** Takes the journals away: what they say stands elsewhere now. */
  fold(): void {
    this.close();
    for (const file of new Set([...this.left, this.file])) removeQuietly(file);
  }
}
