import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DocumentKind } from '../model/index.ts';
import { readText } from '../store/index.ts';
import { SignatureRecord } from './signature-record.ts';

/** A document that came out. */
export const RenderedDocument = z.strictObject({
  file: z.string(),
  case: z.string(),
  kind: DocumentKind,
  language: z.enum(['kk', 'ru', 'both']),
  number: z.string().nullable(),
  issued: z.string(),
  /** Of the file, and how many bytes it has. */
  sha256: z.string(),
  bytes: z.int(),
  /** SHA-256 of the model in canonical JSON: what the QR code carries. */
  data: z.string(),
  /** The template and the program that set it. */
  form: z.string(),
  pages: z.int(),
  status: z.enum(['verified', 'practice']),
  /** Wordings that are ours and unreviewed. */
  ours: z.int(),
  /** Absent where it is not signed. */
  signature: SignatureRecord.optional(),
});
export type RenderedDocument = z.infer<typeof RenderedDocument>;

/** An error as the manifest keeps it: no words, which depend on the language, and nothing of the applicant's. */
const Fault = z.strictObject({ code: z.string(), at: z.string().optional() });

/** What came of one case: a line of the journal. */
export const CaseRecord = z.strictObject({
  /** The number of the case; null where it could not be read. */
  case: z.string().nullable(),
  service: z.string().nullable(),
  /** The file within what was given, and the place in it: a line `17`, a row `Лицензия!7`; null for a whole file. */
  input: z.string(),
  place: z.string().nullable(),
  /** Of what stands of the case there. */
  sha256: z.string().nullable(),
  /** Of the law, the regulation, the templates, the program and the options by which it was printed. */
  basis: z.string().nullable(),
  documents: z.array(RenderedDocument),
  errors: z.array(Fault),
  warnings: z.array(z.string()),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** A file for the printer. */
export const PrintPart = z.strictObject({
  /** From the folder of the documents, with slashes: of the whole job as it was asked for, and of this part. */
  job: z.string(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  documents: z.int(),
  /** Of everything that it was made of: where it is the same, so is the part. */
  content: z.string(),
});
export type PrintPart = z.infer<typeof PrintPart>;

const InputFile = z.strictObject({ file: z.string(), sha256: z.string() });
export type InputFile = z.infer<typeof InputFile>;

const Manifest = z.strictObject({
  format: z.literal(2),
  program: z.string(),
  inputs: z.array(InputFile),
  cases: z.array(CaseRecord.omit({ documents: true }).extend({ documents: z.array(z.string()) })),
  documents: z.array(RenderedDocument),
  /** Documents of earlier runs that were made anew otherwise, or that the present data no longer give. */
  superseded: z.array(RenderedDocument),
  print: z.array(PrintPart).default([]),
});
type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';

/** File systems may not tell the cases of letters apart, nor «й» from «и» with its breve. */
export const keyOf = (number: string): string => number.normalize('NFC').toUpperCase().toLowerCase();

/** The manifest of a folder; an empty one where there is none, or none that this program wrote. */
export function readManifest(folder: string): Manifest {
  const text = readText(join(folder, manifestName));
  const none: Manifest = { format: 2, program: '', inputs: [], cases: [], documents: [], superseded: [], print: [] };
  if (!text.ok) return none;
  try {
    const found = Manifest.safeParse(JSON.parse(text.value));
    return found.success ? found.data : none;
  } catch {
    return none;
  }
}

/** A document, and its detached signature. */
const filesOf = ({ file, signature }: RenderedDocument): string[] =>
  signature?.detached ? [file, signature.detached.file] : [file];

/** A record with its fields in one order, wherever it was read: the same input gives the same bytes. */
function ordered<D>(record: Omit<CaseRecord, 'documents'>, documents: readonly D[]) {
  const { case: number, service, input, place, sha256, basis, errors, warnings } = record;
  return { case: number, service, input, place, sha256, basis, documents: [...documents], errors, warnings };
}

/** What is known of the documents in a folder: by runs, the latest word on each case. */
export class Ledger {
  readonly inputs = new Map<string, InputFile>();
  private printed: readonly PrintPart[];
  private readonly records = new Map<string, CaseRecord>();
  private readonly byContent = new Map<string, CaseRecord>();
  private readonly superseded = new Map<string, RenderedDocument>();

  /** The manifest of a folder, then what journals say, a line each; what is none of ours is passed over. */
  constructor(folder: string, journal: readonly unknown[]) {
    const { inputs, cases, documents, superseded, print } = readManifest(folder);
    this.printed = print;
    for (const one of inputs) this.inputs.set(one.file, one);
    for (const one of superseded) this.superseded.set(one.sha256, one);
    const byFile = new Map(documents.map((one) => [one.file, one]));
    for (const one of cases) {
      const own = one.documents.flatMap((file) => byFile.get(file) ?? []);
      this.put(ordered(one, own));
    }
    for (const line of journal) {
      const record = CaseRecord.safeParse(line);
      if (record.success) this.put(ordered(record.data, record.data.documents));
    }
  }

  get(number: string): CaseRecord | undefined {
    return this.records.get(keyOf(number));
  }

  /** The record of a case that stood in the input letter by letter as it does now. */
  withContent(hash: string): CaseRecord | undefined {
    return this.byContent.get(hash);
  }

  /** Takes the latest word on a case: the documents of the former word that it does not have are superseded. */
  private put(record: CaseRecord): void {
    if (record.case === null) return;
    const key = keyOf(record.case);
    const before = this.records.get(key);
    const gone = (before?.documents ?? []).filter((old) =>
      record.documents.every(({ sha256: hash }) => hash !== old.sha256),
    );
    for (const one of gone) this.superseded.set(one.sha256, one);
    for (const one of record.documents) this.superseded.delete(one.sha256);
    if (before?.sha256) this.byContent.delete(before.sha256);
    if (record.sha256) this.byContent.set(record.sha256, record);
    // The latest word stands last: a run over all cases leaves them in its own order.
    this.records.delete(key);
    this.records.set(key, record);
  }

  /** Files of documents, and of signatures beside them, that the latest word on their case does not have and no other has taken over. */
  stale(): readonly string[] {
    const current = new Set([...this.records.values()].flatMap(({ documents }) => documents.flatMap(filesOf)));
    const former = new Set([...this.superseded.values()].flatMap(filesOf));
    return [...former].filter((file) => !current.has(file));
  }

  /** Takes what a run did: its inputs and its records, in the order of the input. */
  take(inputs: readonly InputFile[], records: readonly CaseRecord[]): void {
    for (const one of inputs) this.inputs.set(one.file, one);
    for (const record of records) this.put(ordered(record, record.documents));
  }

  /** Every document by the latest word on its case. */
  get documents(): readonly RenderedDocument[] {
    return [...this.records.values()].flatMap(({ documents }) => documents);
  }

  /** The files for the printer that earlier runs made. */
  get print(): readonly PrintPart[] {
    return this.printed;
  }

  /** Takes the files for the printer of a run: they stand for those of the same job. */
  takePrint(parts: readonly PrintPart[]): void {
    const isNew = ({ job, file }: PrintPart): boolean => parts.some((part) => part.job === job || part.file === file);
    this.printed = [...this.printed.filter((part) => !isNew(part)), ...parts];
  }

  /**
   * The manifest: what stands in the folder, no clock times, no paths outside what was given. Cases of this run (`records`)
   * come in the order of the input, behind those of earlier runs whose documents still stand.
   */
  manifest(folder: string, program: string, records: readonly CaseRecord[]): string {
    const ofThisRun = new Set(records.flatMap((record) => (record.case === null ? [] : [keyOf(record.case)])));
    const standing = [...this.records]
      .map(([key, record]) => ({
        key,
        record: { ...record, documents: record.documents.filter(({ file }) => existsSync(join(folder, file))) },
      }))
      .filter(({ key, record }) => ofThisRun.has(key) || record.documents.length > 0)
      .map(({ record }) => record);
    const cases = [...standing, ...records.filter((record) => record.case === null)];
    const used = new Set(cases.map(({ input }) => input));
    const manifest: Manifest = {
      format: 2,
      program,
      inputs: [...this.inputs.values()].filter(({ file }) => used.has(file)),
      cases: cases.map((record) => {
        const files = record.documents.map(({ file }) => file);
        return ordered(record, files);
      }),
      documents: standing.flatMap(({ documents }) => documents),
      superseded: [...this.superseded.values()],
      print: this.printed.filter(({ file }) => existsSync(join(folder, file))),
    };
    return `${JSON.stringify(manifest, null, 1)}\n`;
  }
}
