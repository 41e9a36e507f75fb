import { words, type Code, type ArgsOf } from './words/index.ts';

export type { Code, ArgsOf } from './words/index.ts';
export type Severity = 'error' | 'warning' | 'info';

/** A path into a tree of data: keys and indexes from the root. */
export type Pointer = readonly (string | number)[];

/** A place in a text, 1-based as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a fault stands. `file` is the path as the user gave it. Exactly one of the finer forms is present, or none:
 * a `pointer` into structured data (turned into a position only when printed), a `position`, or a `cell` of a sheet.
 */
export interface Place {
  readonly file: string;
  readonly pointer?: Pointer;
  readonly position?: Position;
  readonly cell?: { readonly sheet: string; readonly ref: string };
}

/** A fault of the input as a value: never thrown, collected, worded only when printed. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, string | number>>;
  readonly at?: Place;
  readonly related?: readonly Place[];
  /** Further places with the very same finding. */
  readonly also?: readonly Place[];
  /** Why a methodologist accepted this finding (a mark of kind `acknowledged`); such findings do not count. */
  readonly acknowledged?: string;
}

/** The finding `code` with its arguments, severity taken from the table of words unless given. */
export function diagnostic<C extends Code>(
  code: C,
  args: ArgsOf<C>,
  at?: Place,
  more: { readonly severity?: Severity; readonly related?: readonly Place[] } = {},
): Diagnostic {
  return {
    code,
    severity: more.severity ?? words[code].severity,
    args,
    ...(at ? { at } : {}),
    ...(more.related ? { related: more.related } : {}),
  };
}

export const isError = (finding: Diagnostic): boolean =>
  finding.severity === 'error' && finding.acknowledged === undefined;
export const hasErrors = (findings: readonly Diagnostic[]): boolean => findings.some(isError);

/** A value, or the faults that kept it from being made; warnings may stand beside a value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Diagnostic[] }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

export const success = <T>(value: T, findings: readonly Diagnostic[] = []): Outcome<T> => ({
  ok: true,
  value,
  findings,
});
export const failure = (findings: readonly Diagnostic[]): Outcome<never> => ({ ok: false, findings });
