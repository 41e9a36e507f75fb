import { existsSync } from 'node:fs';
import { success, type Outcome } from '../diagnostics/index.ts';
import type { RejectReason } from '../model/response.ts';
import { GrowingFile } from '../store/index.ts';
import type { Rejected } from '../survey/intake.ts';
import { rejectedHead, rejectedLine } from '../survey/rejected.ts';

/** So many records turned away are kept for the workbook. */
const SAMPLE = 10_000;

/** Records turned away: all of them into a file that its owner alone can read, some of them kept for the workbook. */
export class RejectList {
  readonly sample: Rejected[] = [];
  readonly firsts = new Map<RejectReason, Rejected>();
  private readonly name: string;
  private readonly file: GrowingFile;
  private readonly word: (key: string) => string;

  constructor(file: string, word: (key: string) => string) {
    this.name = file;
    this.file = new GrowingFile(file, 0o600);
    this.word = word;
  }

  add(rejected: Rejected): void {
    if (this.firsts.size === 0) this.file.write(rejectedHead(this.word));
    this.file.write(rejectedLine(rejected, this.word));
    if (this.sample.length < SAMPLE) this.sample.push(rejected);
    if (!this.firsts.has(rejected.reason)) this.firsts.set(rejected.reason, rejected);
  }

  /** The name of the list; undefined when there was nothing to list. A list left by an earlier run is then emptied: it would lie. */
  close(): Outcome<string | undefined> {
    if (this.firsts.size > 0) return this.file.commit();
    if (!existsSync(this.name)) return success(undefined);
    this.file.write(rejectedHead(this.word));
    const emptied = this.file.commit();
    return emptied.ok ? success(undefined) : emptied;
  }
}
