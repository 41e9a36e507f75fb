import type { Diagnostic, Place, Pointer } from '../diagnostics/index.ts';
import type { Library, LoadedAct, LoadedRegulation } from '../model/index.ts';

/** A rule looks at one regulation (with its sisters at hand) or at one act, and names what it finds with its places. */
export interface Rule {
  readonly regulation?: (subject: LoadedRegulation, library: Library) => Iterable<Diagnostic>;
  readonly act?: (subject: LoadedAct, library: Library) => Iterable<Diagnostic>;
}

/** A place in the file of a regulation or an act. */
export const placeIn = (subject: { readonly tree: { readonly file: string } }, ...pointer: Pointer): Place => ({
  file: subject.tree.file,
  pointer,
});
