import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, isError, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { documentKinds } from '../model/index.ts';
import { writeAtomic, type Journal } from '../store/index.ts';
import { programVersion } from './basis.ts';
import { located, numberPlace, type CaseUnit } from './case-unit.ts';
import type { Reading } from './case-units.ts';
import { FindingLog } from './finding-log.ts';
import { keyOf, Ledger, manifestName, type CaseRecord, type InputFile, type PrintPart } from './manifest.ts';
import type { Reason } from './produce.ts';
import { faultsOf, recordOf, type CaseResult } from './render-case.ts';

/** A kind that ends in another: «X» with one and «X-import-export» with the other would be the same file. */
const endings = documentKinds.flatMap((long) =>
  documentKinds.flatMap((short) => (long.endsWith(`-${short}`) ? [`-${long.slice(0, -short.length - 1)}`] : [])),
);

/** The number whose documents may have the names of those of this one: «X» for «X-import-export». */
function shorterOf(key: string): string | undefined {
  const ending = endings.find((end) => key.endsWith(end));
  return ending === undefined ? undefined : key.slice(0, -ending.length);
}

/** A document that was made, or with `isTrial` would be. */
export interface Made {
  readonly file: string;
  readonly reason: Reason;
}

/** One run over cases: takes what came of each in the order of the input, writes it and remembers it. */
export class RenderRun {
  readonly log = new FindingLog();
  readonly records: CaseRecord[] = [];
  readonly made: Made[] = [];
  cases = 0;
  failed = 0;
  kept = 0;
  private readonly inputs: InputFile[] = [];
  private readonly numbers = new Map<string, Place>();
  private readonly shorter = new Map<string, Place>();
  private readonly out: string;
  private readonly former: Ledger;
  private readonly journal: Journal;
  private readonly isTrial: boolean;

  /** `isTrial`: nothing is written. */
  constructor(out: string, former: Ledger, journal: Journal, isTrial: boolean) {
    this.out = out;
    this.former = former;
    this.journal = journal;
    this.isTrial = isTrial;
  }

  take(reading: Reading, result: CaseResult | undefined): void {
    if (reading.kind === 'file') this.inputs.push({ file: reading.name, sha256: reading.sha256 });
    else if (reading.kind === 'fault') this.takeFault(reading);
    else if (result) this.takeCase(reading.unit, result);
  }

  private takeFault(reading: Extract<Reading, { kind: 'fault' }>): void {
    this.log.add(reading.findings);
    this.cases += reading.cases;
    this.failed += reading.cases;
    if (reading.cases > 0)
      this.records.push({ ...recordOf(reading), case: reading.number, ...faultsOf(reading.findings) });
  }

  private takeCase(unit: CaseUnit, result: CaseResult): void {
    this.cases += 1;
    const doubled = this.doubleOf(unit, result);
    const { record, findings } = doubled
      ? { record: { ...recordOf(unit, unit.sha256), ...faultsOf([doubled]) }, findings: [doubled] }
      : this.writeAll(result);
    // The places of a double are those of two cases, and are complete.
    this.log.add(findings, doubled ? undefined : (finding) => located(finding, unit));
    if (record.errors.length > 0) this.failed += 1;
    this.records.push(record);
    if (this.isTrial || record.case === null || findings.some(({ code }) => code === 'file-unwritable')) return;
    // What stands in the manifest or a journal already is not said again.
    if (JSON.stringify(this.former.get(record.case)) !== JSON.stringify(record)) this.log.add(this.journal.add(record));
  }

  /** Cases of one number, or of numbers that differ by a part of a kind only, would write over each other's documents: the first one in the input has them. */
  private doubleOf(unit: CaseUnit, { record }: CaseResult): Diagnostic | undefined {
    if (record.case === null || record.service === null) return undefined;
    const key = keyOf(record.case);
    const short = shorterOf(key);
    const first = this.numbers.get(key) ?? this.shorter.get(key) ?? (short && this.numbers.get(short));
    if (!first) {
      this.numbers.set(key, numberPlace(unit));
      if (short !== undefined) this.shorter.set(short, numberPlace(unit));
      return undefined;
    }
    return diagnostic('output-doubled', { name: `${record.case}-….pdf` }, numberPlace(unit), { related: [first] });
  }

  /** Writes files in this order; after one that cannot be written none. */
  private write(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): readonly Diagnostic[] {
    for (const { file, bytes } of files) {
      const written = writeAtomic(join(this.out, file), bytes);
      if (!written.ok) return written.findings;
    }
    return [];
  }

  /** Writes what was made: a detached signature before its document, which says that it is signed. A document that cannot be written has not come out. */
  private writeAll({ record, made, findings }: CaseResult): { record: CaseRecord; findings: readonly Diagnostic[] } {
    const faults: Diagnostic[] = [];
    const lost = new Set<string>();
    for (const { document, reason, bytes, beside } of made) {
      const { file } = document;
      if (reason === 'kept') this.kept += 1;
      else {
        const written = this.isTrial || !bytes ? [] : this.write([...(beside ? [beside] : []), { file, bytes }]);
        if (written.length > 0) {
          lost.add(file);
          faults.push(...written);
        } else this.made.push({ file, reason });
      }
    }
    if (faults.length === 0) return { record, findings };
    const documents = record.documents.filter(({ file }) => !lost.has(file));
    const errors = [...record.errors, ...faults.filter(isError).map(({ code }) => ({ code }))];
    return { record: { ...record, documents, errors }, findings: [...findings, ...faults] };
  }

  /** Folds everything into the manifest; where that cannot be written, the journals stay for the next run. */
  finish(print: readonly PrintPart[]): void {
    const ledger = new Ledger(this.out, this.journal.entries);
    ledger.take(this.inputs, this.records);
    ledger.takePrint(print);
    for (const file of ledger.stale())
      if (existsSync(join(this.out, file)))
        this.log.add([diagnostic('output-stale', { file }, { file: join(this.out, file) })]);
    if (this.isTrial) return;
    const text = ledger.manifest(this.out, `reglament ${programVersion()}`, this.records);
    const written = writeAtomic(join(this.out, manifestName), text);
    this.log.add(written.findings);
    if (written.ok) this.journal.fold();
    else this.journal.close();
  }
}
