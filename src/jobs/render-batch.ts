import { basename, join } from 'node:path';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { LoadedCase } from '../document/index.ts';
import { writeAtomic } from '../store/index.ts';
import { loadCases, type CaseFile } from './cases.ts';
import { renderCase, type CaseResult, type RenderedDocument, type RenderRequest } from './render-case.ts';
import { surroundingsOf, type Surroundings } from './situation.ts';

export type { CaseResult, RenderedDocument, RenderRequest } from './render-case.ts';

export interface RenderResult {
  readonly documents: readonly RenderedDocument[];
  readonly findings: readonly Diagnostic[];
  /** How many cases there were, and how many of them had an error. */
  readonly cases: number;
  readonly failed: number;
}

/** Every `of`-th case from `index` on; other processes print the others. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

interface Prepared {
  readonly request: RenderRequest;
  readonly surroundings: Surroundings;
  readonly files: readonly CaseFile[];
  readonly cases: readonly LoadedCase[];
  readonly total: number;
  readonly findings: readonly Diagnostic[];
}

/** Cases of one number would write over each other's documents. */
function doubled(files: readonly CaseFile[]): { cases: LoadedCase[]; findings: Diagnostic[] } {
  const seen = new Map<string, LoadedCase>();
  const findings: Diagnostic[] = [];
  for (const loaded of files.flatMap(({ cases }) => cases)) {
    // File systems may not tell case apart.
    const key = loaded.value.case.toLowerCase();
    const first = seen.get(key);
    const at = { file: loaded.file, pointer: [...loaded.pointer, 'case'] };
    if (first)
      findings.push(
        diagnostic('output-doubled', { name: `${loaded.value.case}-….pdf` }, at, {
          related: [{ file: first.file, pointer: [...first.pointer, 'case'] }],
        }),
      );
    else seen.set(key, loaded);
  }
  return { cases: [...seen.values()], findings };
}

/** What is said of a template or a law is said once a run, at the first case that showed it. */
function once(findings: readonly Diagnostic[]): Diagnostic[] {
  const general: readonly string[] = ['template-practice', 'law-unverified', 'calendar-unverified', 'document-ours'];
  const seen = new Set<string>();
  return findings.filter(({ code, args }) => {
    const key = `${code} ${JSON.stringify(args)}`;
    if (!general.includes(code)) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** What the manifest says: inputs and outputs in the order of the input, no clock times, no paths outside the folder. */
function manifestOf(
  files: readonly CaseFile[],
  documents: readonly RenderedDocument[],
  failed: readonly string[],
): string {
  const inputs = files.map(({ file, sha256: hash }) => ({ file: basename(file), sha256: hash }));
  return `${JSON.stringify({ format: 1, inputs, documents, failed }, null, 2)}\n`;
}

/** Reads everything that the documents share, once. */
function prepare(request: RenderRequest): Prepared {
  const read = loadCases(request.cases);
  const { cases, findings: doubles } = doubled(read.files);
  const { surroundings, findings: shared } = surroundingsOf(request.root, cases);
  const findings = [...read.findings, ...doubles, ...shared];
  const total = read.files.reduce((sum, file) => sum + file.cases.length, read.broken);
  return { request, surroundings, files: read.files, cases, total, findings };
}

async function renderCases(prepared: Prepared, { index, of }: Share): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const [place, loaded] of prepared.cases.entries()) {
    if (place % of !== index) continue;
    results.push(await renderCase(loaded, prepared.request, prepared.surroundings));
    // Setting a document never waits for anything: without this, Ctrl+C would be heard only after the last case.
    await turnOfLoop();
  }
  return results;
}

/** The part of a batch that one of several processes prints; the first process writes the manifest. */
export const renderShare = (request: RenderRequest, share: Share): Promise<CaseResult[]> =>
  renderCases(prepare(request), share);

/**
 * Prints the documents of cases: read everything once, then case by case, alone or in several processes (`workers` gives
 * the results of each share). Files, findings and manifest are the same for any number of them.
 */
export async function renderBatch(
  request: RenderRequest,
  workers?: { readonly count: number; readonly run: (share: Share) => Promise<CaseResult[]> },
): Promise<RenderResult> {
  const prepared = prepare(request);
  const { cases, total, files } = prepared;
  const of = Math.max(1, Math.min(workers?.count ?? 1, cases.length));
  const shares = await Promise.all(
    Array.from({ length: of }, (_, index) =>
      workers && of > 1 ? workers.run({ index, of }) : renderCases(prepared, { index, of }),
    ),
  );
  const results = cases.map((loaded, place) => ({ loaded, result: shares[place % of]?.[Math.floor(place / of)] }));
  const documents = results.flatMap(({ result }) => result?.documents ?? []);
  const failed = results.flatMap(({ loaded, result }) => (result?.failed === false ? [] : [loaded.value.case]));
  const manifest = writeAtomic(join(request.out, 'manifest.json'), manifestOf(files, documents, failed));
  const findings = [
    ...prepared.findings,
    ...results.flatMap(({ result }) => result?.findings ?? []),
    ...manifest.findings,
  ];
  return { documents, findings: once(findings), cases: total, failed: total - cases.length + failed.length };
}
