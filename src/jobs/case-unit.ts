import { failure, success, type Diagnostic, type Outcome, type Place, type Pointer } from '../diagnostics/index.ts';
import type { LoadedCase } from '../document/index.ts';
import { Case } from '../model/case.ts';
import { readModel } from '../model/index.ts';
import { positionIn, treeFromText } from '../source/index.ts';
import { cellOf, type Anchor } from '../table/index.ts';

/** What stands of one case in a file: enough to read it on another thread. */
export type CaseContent =
  /** The whole file is one case. */
  | { readonly form: 'text'; readonly text: string }
  /** A record of a longer file, which begins at this line. */
  | { readonly form: 'record'; readonly text: string; readonly line: number }
  /** An entry of a list that was read as a whole. */
  | { readonly form: 'entry'; readonly data: unknown; readonly index: number }
  /** A row of a table, put together with the rows of further tables that belong to it. */
  | { readonly form: 'row'; readonly data: unknown; readonly anchors: readonly Anchor[] };

/** One case before it is read. */
export interface CaseUnit {
  /** The file as the user named it. */
  readonly file: string;
  /** The file as the manifest names it, and the place in it: a line `17`, an entry `#3`; null for a whole file. */
  readonly input: string;
  readonly place: string | null;
  /** SHA-256 of what stands of the case in the file. */
  readonly sha256: string;
  readonly content: CaseContent;
  /** How much of all input is read with this one: 0 … 1. */
  readonly reached: number;
}

const prefixOf = (content: CaseContent): Pointer => (content.form === 'entry' ? [content.index] : []);

/** The number of a case that is otherwise wrong, as far as it can be read. */
const numberIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'case' in data && typeof data.case === 'string' ? data.case : null;

/** Reads and checks a case. Faults: of the syntax, and those of `readModel`; beside them the number, if it can be read. */
export function readUnit({ file, content }: CaseUnit): Outcome<LoadedCase> & { readonly number: string | null } {
  const tree =
    content.form === 'entry' || content.form === 'row'
      ? success({ file, data: content.data })
      : treeFromText(file, content.text, content.form === 'record' ? 'json' : undefined);
  if (!tree.ok) return { ...tree, number: null };
  const pointer = prefixOf(content);
  const model = readModel(Case, { file, data: tree.value.data });
  const within = (at: Place): Place => (at.pointer ? { ...at, pointer: [...pointer, ...at.pointer] } : at);
  const findings = model.findings.map((one) => (one.at ? { ...one, at: within(one.at) } : one));
  const number = numberIn(tree.value.data);
  return model.ok
    ? { ...success({ file, pointer, value: model.value }, findings), number }
    : { ...failure(findings), number };
}

/** A place inside a record or a row as a place of its file; other places find their positions when they are printed. */
function placed(place: Place, { file, content }: CaseUnit): Place {
  if (place.file !== file) return place;
  if (content.form === 'row') return place.pointer ? (cellOf(content.anchors, place.pointer)?.place ?? place) : place;
  if (content.form !== 'record') return place;
  const { line, column } = place.position ?? positionIn(content.text, place.pointer ?? []);
  return { file, position: { line: content.line + line - 1, column } };
}

/** A finding about a field of a row: in its very cell, under the heading that the user knows. */
function inCell(finding: Diagnostic, anchors: readonly Anchor[]): Diagnostic {
  const { code, args, at } = finding;
  if (!at?.pointer || args['field'] === undefined) return finding;
  const cell = cellOf(anchors, at.pointer, code === 'field-missing' ? String(args['field']) : undefined);
  if (!cell) return finding;
  return { ...finding, at: cell.place, args: cell.heading === undefined ? args : { ...args, field: cell.heading } };
}

/** A finding about a case with its places in the file: done for what is kept to be printed, because it takes time. */
export function located(finding: Diagnostic, unit: CaseUnit): Diagnostic {
  const own =
    unit.content.form === 'row' && finding.at?.file === unit.file ? inCell(finding, unit.content.anchors) : finding;
  return {
    ...own,
    ...(own.at ? { at: placed(own.at, unit) } : {}),
    ...(own.related ? { related: own.related.map((one) => placed(one, unit)) } : {}),
  };
}

/** Where the number of a case stands, told without reading it again. */
export function numberPlace({ file, content }: CaseUnit): Place {
  if (content.form === 'record') return { file, position: { line: content.line, column: 1 } };
  if (content.form === 'row') return cellOf(content.anchors, ['case'])?.place ?? { file };
  return { file, pointer: [...prefixOf(content), 'case'] };
}
