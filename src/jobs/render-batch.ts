import { dirname, join } from 'node:path';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Diagnostic, Outcome } from '../diagnostics/index.ts';
import { Journal, packageRoot, sweepFolder } from '../store/index.ts';
import { caseFiles, overCases } from './case-files.ts';
import type { CaseUnit } from './case-unit.ts';
import { caseUnits, type Reading } from './case-units.ts';
import { Ledger, type CaseRecord, type RenderedDocument } from './manifest.ts';
import type { PrintedJob, PrintRequest } from './print-job.ts';
import { crashed, renderSafely, type CaseResult } from './render-case.ts';
import { RenderRun, type Made } from './render-run.ts';
import { tableContext, type TableContext } from './table-context.ts';
import { inOrder, Threads } from './threads.ts';
import { loadWords } from './words.ts';
import { openWorkshop, type RenderOptions, type Workshop } from './workshop.ts';

export type { RenderedDocument } from './manifest.ts';
export type { PrintedJob, PrintRequest } from './print-job.ts';
export type { Made } from './render-run.ts';

export interface RenderRequest extends RenderOptions {
  /** Case files, or folders of them. */
  readonly cases: readonly string[];
  /** A file with the user's own names for the columns of tables. */
  readonly map?: string;
  /** How many threads print; one if absent. Files, findings and manifest are the same for any number. */
  readonly jobs?: number;
  /** Nothing is written: the result says what would be made. */
  readonly check?: boolean;
  /** The documents, those of earlier runs with them, go into a file for the printer as well. */
  readonly print?: PrintRequest;
  /** Told after each case. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told how many documents went into the file for the printer, of how many. */
  readonly onPrint?: (done: number, all: number) => void;
}

export interface Progress {
  readonly cases: number;
  /** Documents made, and documents that stood already. */
  readonly made: number;
  readonly kept: number;
  /** How much of the input is done: 0 … 1. */
  readonly reached: number;
}

export interface RenderResult {
  /** The documents of the cases, made now or standing from before, in the order of the input. */
  readonly documents: readonly RenderedDocument[];
  /** Those that were made (with `check`: would be made) and why; how many stood already. */
  readonly made: readonly Made[];
  readonly kept: number;
  readonly findings: readonly Diagnostic[];
  /** How many cases there were, and how many of them had an error. */
  readonly cases: number;
  readonly failed: number;
  readonly print?: PrintedJob;
}

/** So many cases for each thread are begun before the first of them is written. */
const aheadPerThread = 8;

interface Press {
  readonly print: (unit: CaseUnit) => Promise<CaseResult>;
  readonly ahead: number;
  readonly end: () => Promise<void>;
}

/** One thread: the one that reads and writes. */
const ownPress = (workshop: Workshop): Press => ({
  async print(unit) {
    // Setting a document never waits for anything: without this, Ctrl+C would be heard only after the last case.
    await turnOfLoop();
    return renderSafely(unit, workshop);
  },
  ahead: 1,
  end: () => Promise.resolve(),
});

/** Several threads that print; this one reads and writes. */
function threadedPress(options: RenderOptions, jobs: number): Press {
  const file = join(packageRoot(), 'dist', 'render-worker.js');
  const threads = new Threads<CaseUnit, CaseResult>(jobs, file, options);
  return {
    async print(unit) {
      const done = await threads.run(unit);
      return done.ok ? done.result : crashed(unit, done.reason);
    },
    ahead: jobs * aheadPerThread,
    end: () => threads.end(),
  };
}

/** Writes the file for the printer: documents of this run's cases, of the kinds that it was asked for. */
async function printed(
  { root, out, kinds, check = false, onPrint = () => undefined }: RenderRequest,
  print: PrintRequest,
  records: readonly CaseRecord[],
  ledger: Ledger,
): Promise<PrintedJob> {
  const words = loadWords(root, 'print');
  if (!words.ok) return { parts: [], made: [], findings: words.findings };
  const asked = kinds
    ? records.map((record) => ({ ...record, documents: record.documents.filter(({ kind }) => kinds.includes(kind)) }))
    : records;
  if (!check) sweepFolder(dirname(print.file));
  // Only a print job takes finished files apart, and needs what reads them.
  const { Printer } = await import('./print-job.ts');
  return new Printer(out, print, words.value).print(asked, ledger.print, check, onPrint);
}

/**
 * Prints the documents of cases.
 *
 *   files -> units -> (threads) results -> written, in the order of the input -> journal -> file for the printer -> manifest
 *
 * A second run over the same folder makes only what is missing or changed. What is wrong with a case, and a thread that dies
 * at it, costs that case alone.
 */
export async function renderBatch(request: RenderRequest): Promise<RenderResult> {
  const { cases, map, jobs = 1, check = false, print, onProgress, onPrint: _, ...asked } = request;
  const { signing } = asked;
  const options: RenderOptions = signing && check ? { ...asked, signing: { ...signing, isTrial: true } } : asked;
  const { files, findings } = caseFiles(cases, options.out);
  const fault = print && overCases(files, print.file, '--merge');
  if (fault) return { documents: [], made: [], kept: 0, findings: [fault], cases: 0, failed: 0 };
  const journal = new Journal(options.out, 'manifest');
  if (!check) sweepFolder(options.out);
  const ledger = new Ledger(options.out, journal.entries);
  const workshop = openWorkshop(options, ledger);
  const run = new RenderRun(options.out, ledger, journal, check);
  run.log.add([...findings, ...workshop.surroundings.findings]);
  const tables = (): Outcome<TableContext> => tableContext(options.root, map);
  const press = jobs > 1 ? threadedPress(options, jobs) : ownPress(workshop);
  const begin = (reading: Reading): Promise<CaseResult | undefined> =>
    reading.kind === 'case' ? press.print(reading.unit) : Promise.resolve(undefined);
  try {
    for await (const { item, result } of inOrder(caseUnits(files, tables), begin, press.ahead)) {
      run.take(item, result);
      const reached = item.kind === 'case' ? item.unit.reached : 0;
      onProgress?.({ cases: run.cases, made: run.made.length, kept: run.kept, reached });
    }
  } finally {
    await press.end();
  }
  const job = print && (await printed(request, print, run.records, ledger));
  run.log.add(job?.findings ?? []);
  run.finish(job?.parts ?? []);
  const { made, kept, log, records, failed } = run;
  const documents = records.flatMap((record) => record.documents);
  return { documents, made, kept, findings: log.list(), cases: run.cases, failed, ...(job ? { print: job } : {}) };
}
