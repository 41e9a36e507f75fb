import { diagnostic, hasErrors, isError, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { planDocuments, type LoadedCase, type PlannedDocument } from '../document/index.ts';
import { readUnit, type CaseUnit } from './case-unit.ts';
import type { CaseRecord } from './manifest.ts';
import { produce, type MadeDocument } from './produce.ts';
import { situationOf } from './situation.ts';
import { documentStanding, stands } from './standing.ts';
import type { Workshop } from './workshop.ts';

/** What came of one case. Nothing is written yet. */
export interface CaseResult {
  readonly record: CaseRecord;
  readonly made: readonly MadeDocument[];
  readonly findings: readonly Diagnostic[];
}

const doubtful = ['template-practice', 'template-earlier', 'law-unverified', 'calendar-unverified', 'document-ours'];

/** Why a document may not be printed under `--strict`; empty if it may. */
const doubts = ({ findings }: PlannedDocument): string[] => [
  ...new Set(findings.filter(({ code }) => doubtful.includes(code)).map(({ code }) => code)),
];

/** The place of a finding in its case, for the manifest: `events.decided.at`. */
const pathOf = (at: Place | undefined, { file, pointer }: LoadedCase): string | undefined =>
  at?.file === file && at.pointer && at.pointer.length > pointer.length
    ? at.pointer.slice(pointer.length).join('.')
    : undefined;

/** The record of a case of which nothing came. */
export const recordOf = (
  { input, place }: Pick<CaseUnit, 'input' | 'place'>,
  hash: string | null = null,
): CaseRecord => ({
  case: null,
  service: null,
  input,
  place,
  sha256: hash,
  basis: null,
  documents: [],
  errors: [],
  warnings: [],
});

/** The same findings as the manifest keeps them. */
export function faultsOf(
  findings: readonly Diagnostic[],
  loaded?: LoadedCase,
): Pick<CaseRecord, 'errors' | 'warnings'> {
  const errors = findings.filter(isError).map(({ code, at }) => {
    const path = loaded && pathOf(at, loaded);
    return path === undefined ? { code } : { code, at: path };
  });
  return {
    errors,
    warnings: [...new Set(findings.filter((one) => one.severity === 'warning').map(({ code }) => code))],
  };
}

/** A case that is letter by letter as it was, under the same law and templates, and whose documents all stand. */
function untouched(unit: CaseUnit, { options, basis, ledger }: Workshop): CaseResult | undefined {
  const former = ledger.withContent(unit.sha256);
  if (!former || former.service === null || former.errors.length > 0) return undefined;
  if (former.basis !== basis.of(former.service)) return undefined;
  const isGone = former.documents.some((one) => !stands(documentStanding(options.out, one)));
  if (isGone) return undefined;
  const record = { ...former, input: unit.input, place: unit.place };
  return { record, made: former.documents.map((document) => ({ document, reason: 'kept' })), findings: [] };
}

/** Documents in the order in which the former run had them; new ones behind. */
function inFormerOrder(made: readonly MadeDocument[], former: CaseRecord | undefined): MadeDocument[] {
  const place = new Map((former?.documents ?? []).map(({ file }, index) => [file, index]));
  const placeOf = ({ document }: MadeDocument): number => place.get(document.file) ?? place.size;
  return [...made].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Documents of kinds that this run was not asked for stand as they are. */
const aside = (number: string, { options, ledger }: Workshop): MadeDocument[] =>
  options.kinds
    ? (ledger.get(number)?.documents ?? [])
        .filter(({ kind }) => !options.kinds?.includes(kind))
        .map((document) => ({ document, reason: 'kept' }))
    : [];

/**
 * unit -> case -> situation -> planned documents -> bytes of those that have to be made
 *
 * Any error in a document means that it does not come out, and the others do.
 */
export async function renderUnit(unit: CaseUnit, workshop: Workshop): Promise<CaseResult> {
  const unchanged = untouched(unit, workshop);
  if (unchanged) return unchanged;
  const read = readUnit(unit);
  if (!read.ok) {
    const record = { ...recordOf(unit, unit.sha256), case: read.number, ...faultsOf(read.findings) };
    return { record, made: [], findings: read.findings };
  }
  const { options, surroundings, basis } = workshop;
  const loaded = options.specimen ? { ...read.value, value: { ...read.value.value, specimen: true } } : read.value;
  const { case: number, service } = loaded.value;
  const situation = situationOf(loaded, surroundings);
  const findings: Diagnostic[] = [...read.findings, ...situation.findings];
  const made: MadeDocument[] = [];
  if (situation.ok) {
    const plan = planDocuments(situation.value, options.kinds);
    findings.push(...plan.findings);
    const isSound = !hasErrors(plan.findings.filter(({ code }) => code !== 'kind-absent'));
    if (isSound) made.push(...aside(number, workshop));
    for (const planned of plan.documents) {
      findings.push(...planned.findings);
      const reasons = options.strict ? doubts(planned) : [];
      if (reasons.length > 0) {
        const at = { file: loaded.file, pointer: loaded.pointer };
        findings.push(diagnostic('strict-unreviewed', { kind: planned.kind, reasons: reasons.join(', ') }, at));
        continue;
      }
      const product = await produce(planned, loaded, workshop);
      findings.push(...product.findings);
      if (product.made) made.push(product.made);
    }
  }
  const ordered = options.kinds ? inFormerOrder(made, workshop.ledger.get(number)) : made;
  const record: CaseRecord = {
    ...recordOf(unit, unit.sha256),
    case: number,
    service,
    basis: situation.ok ? basis.of(service) : null,
    documents: ordered.map(({ document }) => document),
    ...faultsOf(findings, loaded),
  };
  return { record, made: ordered, findings };
}

/** As `renderUnit`; a case on which the program fails is told, and costs no other. */
export async function renderSafely(unit: CaseUnit, workshop: Workshop): Promise<CaseResult> {
  try {
    return await renderUnit(unit, workshop);
  } catch (error) {
    if (process.env['REGLAMENT_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return crashed(unit, error instanceof Error ? error.message : String(error));
  }
}

/** The result of a case on which the program, or its thread, failed. */
export function crashed(unit: CaseUnit, reason: string): CaseResult {
  const findings = [diagnostic('case-crashed', { reason }, { file: unit.file })];
  return { record: { ...recordOf(unit, unit.sha256), ...faultsOf(findings) }, made: [], findings };
}
