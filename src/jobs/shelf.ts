import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import { positionIn, readTree, treeFromText, type Tree } from '../source/index.ts';
import { bytesAt, decodeUtf8, kindAt, namesAt, revisionAt } from '../store/index.ts';

/** Files as they stand on the disk, or as they stood in a revision: the same questions to both. Paths are those of the disk. */
export interface Shelf {
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined;
  readonly namesIn: (folder: string) => readonly string[];
  readonly read: (file: string) => Outcome<Tree>;
  /** What messages call a path: `HEAD~3:regulations/x.yaml`. */
  readonly nameOf: (path: string) => string;
}

export const disk: Shelf = {
  kindOf: (path) => (existsSync(path) ? (statSync(path).isDirectory() ? 'folder' : 'file') : undefined),
  namesIn: (folder) => readdirSync(folder).sort(),
  read: readTree,
  nameOf: (path) => path,
};

/** The printer finds positions by reading files again; those of a revision are found at once. */
function positioned(findings: readonly Diagnostic[], text: string): Diagnostic[] {
  return findings.map(({ at, ...finding }) => {
    if (!at?.pointer) return { ...finding, ...(at ? { at } : {}) };
    return { ...finding, at: { file: at.file, position: positionIn(text, at.pointer) } };
  });
}

/** With what the positions of findings are found that are made from a tree of a shelf. */
export const locatedIn = (shelf: Shelf, { text }: Tree, findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  shelf === disk ? findings : positioned(findings, text);

/** The files of the repository around `root` as they stood in a revision. Faults: those of `revisionAt`. */
export function revisionShelf(root: string, rev: string): Outcome<Shelf> {
  const found = revisionAt(root, rev);
  if (!found.ok) return found;
  const revision = found.value;
  const top = realpathSync(revision.top);
  // The path may be gone from the disk; the folder that it is counted from is not.
  const here = realpathSync('.');
  const inside = (path: string): string => relative(top, resolve(here, path)).split(sep).join('/');
  const nameOf = (path: string): string => `${rev}:${inside(path)}`;
  return success({
    kindOf: (path) => (inside(path).startsWith('..') ? undefined : kindAt(revision, inside(path))),
    namesIn: (folder) => namesAt(revision, inside(folder)),
    read: (path) => {
      const bytes = bytesAt(revision, inside(path));
      const text = bytes.ok ? decodeUtf8(bytes.value, nameOf(path)) : bytes;
      return text.ok ? treeFromText(nameOf(path), text.value) : text;
    },
    nameOf,
  });
}

/** Where an address or an act stands under a root. */
export const placeOf = (root: string, name: string): string => join(root, 'regulations', name);
