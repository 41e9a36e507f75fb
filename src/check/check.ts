import type { Diagnostic } from '../diagnostics/index.ts';
import type { Library } from '../model/index.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** The rules in the order in which their findings are reported within a file. */
export const rules: readonly Rule[] = [references];

/** Findings of all rules over a library, by act and regulation in their order. */
export function checkLibrary(library: Library, chosen: readonly Rule[] = rules): Diagnostic[] {
  const ofActs = library.acts.flatMap((act) => chosen.flatMap((rule) => [...(rule.act?.(act, library) ?? [])]));
  const ofRegulations = library.regulations.flatMap((one) =>
    chosen.flatMap((rule) => [...(rule.regulation?.(one, library) ?? [])]),
  );
  return [...ofActs, ...ofRegulations];
}
