import { failure, success, type Diagnostic, type Outcome, type Place, type Pointer } from '../diagnostics/index.ts';
import type { LoadedCase } from '../document/index.ts';
import { Case } from '../model/case.ts';
import { readModel } from '../model/index.ts';
import { positionIn, treeFromText } from '../source/index.ts';

/** What stands of one case in a file: enough to read it on another thread. */
export type CaseContent =
  /** The whole file is one case. */
  | { readonly form: 'text'; readonly text: string }
  /** A record of a longer file, which begins at this line. */
  | { readonly form: 'record'; readonly text: string; readonly line: number }
  /** An entry of a list that was read as a whole. */
  | { readonly form: 'entry'; readonly data: unknown; readonly index: number };

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
    content.form === 'entry'
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

/** A place inside a record as a place of its file; other places find their positions when they are printed. */
function placed(place: Place, { file, content }: CaseUnit): Place {
  if (place.file !== file || content.form !== 'record') return place;
  const { line, column } = place.position ?? positionIn(content.text, place.pointer ?? []);
  return { file, position: { line: content.line + line - 1, column } };
}

/** A finding about a case with its places in the file: done for what is kept to be printed, because it takes time. */
export const located = (finding: Diagnostic, unit: CaseUnit): Diagnostic => ({
  ...finding,
  ...(finding.at ? { at: placed(finding.at, unit) } : {}),
  ...(finding.related ? { related: finding.related.map((one) => placed(one, unit)) } : {}),
});

/** Where the number of a case stands, told without reading it again. */
export const numberPlace = ({ file, content }: CaseUnit): Place =>
  content.form === 'record'
    ? { file, position: { line: content.line, column: 1 } }
    : { file, pointer: [...prefixOf(content), 'case'] };
