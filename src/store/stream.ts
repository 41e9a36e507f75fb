import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';

const FLUSH = 1 << 18;

/** A file written piece by piece under a temporary name; it appears whole on `commit`, or not at all. */
export class GrowingFile {
  private readonly temporary: string;
  private handle: number | undefined;
  private opened = false;
  private waiting = '';
  private problem: string | undefined;
  private readonly file: string;
  private readonly mode: number;

  constructor(file: string, mode = 0o644) {
    this.file = file;
    this.mode = mode;
    this.temporary = `${file}.${process.pid}.tmp`;
  }

  /** Whether a piece could not be written: whoever makes pieces with much work may stop. */
  get isBroken(): boolean {
    return this.problem !== undefined;
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= FLUSH) this.flush();
  }

  /** Writes bytes behind what was written; better not too few at a time. */
  writeBytes(bytes: Uint8Array): void {
    this.flush();
    this.put(bytes);
  }

  /** Gives the file its name. Faults: `file-unwritable`, also for what failed while it grew. */
  commit(): Outcome<string> {
    this.flush();
    if (this.problem === undefined) {
      this.attempt(() => {
        if (this.handle !== undefined) closeSync(this.handle);
        this.handle = undefined;
        renameSync(this.temporary, this.file);
      });
    }
    if (this.problem === undefined) return success(this.file);
    this.discard();
    return failure([diagnostic('file-unwritable', { file: this.file, reason: this.problem }, { file: this.file })]);
  }

  private discard(): void {
    if (!this.opened) return;
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
    rmSync(this.temporary, { force: true });
  }

  private flush(): void {
    if (this.waiting !== '' || !this.opened) this.put(Buffer.from(this.waiting, 'utf8'));
    this.waiting = '';
  }

  private put(bytes: Uint8Array): void {
    if (this.problem !== undefined) return;
    this.attempt(() => {
      if (this.handle === undefined) {
        mkdirSync(dirname(this.file), { recursive: true });
        this.handle = openSync(this.temporary, 'w', this.mode);
        this.opened = true;
      }
      for (let done = 0; done < bytes.length;) done += writeSync(this.handle, bytes, done);
    });
  }

  private attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.problem = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  }
}
