import { createHash } from 'node:crypto';
import { extname, join, relative, resolve, sep } from 'node:path';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { diagnostic, failure, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { layOut } from '../layout/index.ts';
import type { Words } from '../model/words.ts';
import { openFinished, PrintJob } from '../pdf/finished.ts';
import { loadFonts, writePdf } from '../pdf/index.ts';
import { GrowingFile, readBytes, removeQuietly, sha256 } from '../store/index.ts';
import { programVersion } from './basis.ts';
import type { CaseRecord, PrintPart, RenderedDocument } from './manifest.ts';
import { separatorSheet, type PrintedDocument } from './separator.ts';
import { momentOf } from './set-document.ts';
import { standingOf } from './standing.ts';

export interface PrintRequest {
  /** The file for the printer; with more than a thousand documents there are several, numbered. */
  readonly file: string;
  /** Every document begins on a front side: one with an odd number of pages has an empty page behind it. */
  readonly duplex?: boolean;
  /** Before the documents of each case a sheet that says whose they are. */
  readonly separators?: boolean;
  /** So many documents stand in a file at most; a thousand if absent. */
  readonly most?: number;
}

export interface PrintedJob {
  readonly parts: readonly PrintPart[];
  /** Files of parts that were made now, or with `isTrial` would be. */
  readonly made: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** A printer, and a reader's program, takes so many documents at a time without choking. */
const mostInPart = 1000;

/** The documents of a case in their order; `n` = its place among the cases that have any. */
interface PrintedCase {
  readonly number: string;
  readonly n: number;
  readonly documents: readonly RenderedDocument[];
}

/** Cases by parts. A case is never divided. */
function partsOf(cases: readonly PrintedCase[], most: number): PrintedCase[][] {
  const parts: PrintedCase[][] = [];
  let count = most;
  for (const one of cases) {
    if (count + one.documents.length > most) {
      parts.push([]);
      count = 0;
    }
    parts.at(-1)?.push(one);
    count += one.documents.length;
  }
  return parts;
}

/** `print.pdf` -> `print-03.pdf` of 12; the file itself where there is one part. */
function fileOf(file: string, part: number, parts: number): string {
  if (parts === 1) return file;
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)}-${String(part).padStart(String(parts).length, '0')}${ending}`;
}

/** One part before it is written: where it goes, what stands in it, and the hash of all that. */
interface Plan {
  readonly file: string;
  readonly title: string;
  readonly cases: readonly PrintedCase[];
  readonly content: string;
}

/** Writes documents that stand in a folder into files for the printer, in the order of the cases. */
export class Printer {
  private readonly out: string;
  private readonly request: PrintRequest;
  private readonly words: Words;
  private readonly findings: Diagnostic[] = [];
  private all = 0;

  /** `out` = the folder of the documents. */
  constructor(out: string, request: PrintRequest, words: Words) {
    this.out = out;
    this.request = request;
    this.words = words;
  }

  /**
   * records -> parts -> files. A part that stands as it would be made stays; parts of an earlier, longer job are taken away. A
   * document that is gone in the meantime is told, and the others are printed. `onProgress` is told documents, done and all.
   */
  async print(
    records: readonly CaseRecord[],
    former: readonly PrintPart[],
    isTrial: boolean,
    onProgress: (done: number, all: number) => void,
  ): Promise<PrintedJob> {
    const plans = this.plan(records);
    const parts: PrintPart[] = [];
    const made: string[] = [];
    const count = documentsIn(plans.flatMap(({ cases }) => cases));
    let done = 0;
    for (const plan of plans) {
      const before = former.find(({ file, content }) => file === this.named(plan.file) && content === plan.content);
      const stands = before !== undefined && standingOf(plan.file, before) === 'same';
      if (stands) parts.push(before);
      else made.push(plan.file);
      if (!stands && !isTrial) {
        const part = await this.write(plan, (more) => onProgress(done + more, count));
        this.findings.push(...part.findings);
        if (part.ok) parts.push(part.value);
      }
      done += documentsIn(plan.cases);
      onProgress(done, count);
    }
    if (!isTrial) this.clear(former, plans);
    return { parts, made, findings: this.findings };
  }

  /** A path as the manifest has it. */
  private named(file: string): string {
    return relative(this.out, file).split(sep).join('/');
  }

  private plan(records: readonly CaseRecord[]): Plan[] {
    const { file, duplex, separators, most = mostInPart } = this.request;
    const cases = records
      .filter(({ documents }) => documents.length > 0)
      .map(({ case: number, documents }, index) => ({ number: number ?? '', n: index + 1, documents }));
    this.all = cases.length;
    const parts = partsOf(cases, most);
    return parts.map((own, index) => {
      const args = { part: index + 1, parts: parts.length };
      const key = parts.length > 1 ? 'title:part' : 'title';
      const title = (['kk', 'ru'] as const).map((language) => this.words.say(key, language, args)).join(' / ');
      const documents = own.map(({ n, documents: list }) => [n, list.map((one) => [one.file, one.sha256])]);
      const made = [programVersion(), this.words.texts, title, this.all, duplex, separators, documents];
      const content = sha256(JSON.stringify(made));
      return { file: fileOf(file, index + 1, parts.length), title, cases: own, content };
    });
  }

  private async write(plan: Plan, onProgress: (done: number) => void): Promise<Outcome<PrintPart>> {
    const { file, title, cases, content } = plan;
    const clash = cases
      .flatMap(({ documents }) => documents)
      .find((one) => this.isSame(join(this.out, one.file), file));
    if (clash) return failure([diagnostic('print-over-document', { file: clash.file }, { file })]);
    const growing = new GrowingFile(file);
    const hash = createHash('sha256');
    let bytes = 0;
    const take = (piece: Uint8Array): void => {
      hash.update(piece);
      bytes += piece.length;
      growing.writeBytes(piece);
    };
    const days = cases.flatMap(({ documents }) => documents.map(({ issued }) => issued)).sort();
    const duplex = this.request.duplex === true;
    const job = new PrintJob(take, { title, lang: 'kk', date: momentOf(days.at(-1) ?? ''), duplex });
    let documents = 0;
    for (const one of cases) {
      if (growing.isBroken) break;
      documents += await this.addCase(one, job);
      onProgress(documents);
      // Otherwise Ctrl+C would be heard only after the last case.
      await turnOfLoop();
    }
    job.end();
    const written = growing.commit();
    if (!written.ok) return written;
    const part = { job: this.named(this.request.file), file: this.named(file), sha256: hash.digest('hex'), bytes };
    return success({ ...part, pages: job.pages, documents, content });
  }

  private isSame(one: string, other: string): boolean {
    return resolve(one).toLowerCase() === resolve(other).toLowerCase();
  }

  /** Adds the documents of a case with its bookmarks; gives how many they were. */
  private async addCase(one: PrintedCase, job: PrintJob): Promise<number> {
    const documents: PrintedDocument[] = [];
    for (const record of one.documents) {
      const finished = await this.open(record);
      if (finished) documents.push({ record, finished });
    }
    if (documents.length === 0) return 0;
    const head = { title: one.number, level: 1 };
    const sheet = this.request.separators === true ? await this.sheet(one, documents) : undefined;
    if (sheet) this.add(job, sheet, `${one.n}`, [head]);
    for (const [index, { record, finished }] of documents.entries()) {
      const own = { title: finished.title, level: 2 };
      this.add(job, finished, record.sha256, index === 0 && !sheet ? [head, own] : [own]);
    }
    return documents.length;
  }

  private add(job: PrintJob, ...document: Parameters<PrintJob['add']>): void {
    if (this.request.duplex === true && job.pages % 2 === 1) job.blank();
    job.add(...document);
  }

  private async open(record: RenderedDocument): Promise<PrintedDocument['finished'] | undefined> {
    const file = join(this.out, record.file);
    const bytes = readBytes(file);
    // What was put behind the file (a signature from elsewhere) is no part of its pages.
    const own = bytes.ok ? bytes.value.subarray(0, record.bytes) : undefined;
    const finished = own && sha256(own) === record.sha256 ? await openFinished(own) : undefined;
    if (!finished) this.findings.push(diagnostic('print-document-lost', { file: record.file }, { file }));
    return finished;
  }

  private async sheet({ number, n }: PrintedCase, documents: readonly PrintedDocument[]) {
    const fonts = loadFonts();
    const layout = layOut(separatorSheet(documents, number, { n, all: this.all }, this.words), fonts.set);
    this.findings.push(...layout.findings);
    if (!layout.ok) return undefined;
    const day = documents[0]?.record.issued ?? '';
    return openFinished(await writePdf(layout.value, { date: momentOf(day) }, fonts));
  }

  /** Takes away parts of this job that it no longer has; one that was altered by hand is told instead. */
  private clear(former: readonly PrintPart[], plans: readonly Plan[]): void {
    const job = this.named(this.request.file);
    const current = new Set(plans.map(({ file }) => this.named(file)));
    for (const part of former) {
      if (part.job !== job || current.has(part.file)) continue;
      const file = join(this.out, part.file);
      const standing = standingOf(file, part);
      if (standing === 'same') removeQuietly(file);
      else if (standing !== 'missing') this.findings.push(diagnostic('output-stale', { file: part.file }, { file }));
    }
  }
}

const documentsIn = (cases: readonly PrintedCase[]): number =>
  cases.reduce((sum, { documents }) => sum + documents.length, 0);
