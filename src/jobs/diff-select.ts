import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  diagnostic,
  failure,
  hasErrors,
  nearest,
  success,
  type Diagnostic,
  type Outcome,
} from '../diagnostics/index.ts';
import { Act, Regulation, readModel, type LoadedAct, type LoadedRegulation } from '../model/index.ts';
import { addressesIn } from './regulations.ts';
import { disk, locatedIn, placeOf, revisionShelf, type Shelf } from './shelf.ts';

/** One side of a comparison: the acts and regulations that a word of the command means. */
export interface Selected {
  /** As messages call it. */
  readonly name: string;
  readonly acts: readonly LoadedAct[];
  readonly regulations: readonly LoadedRegulation[];
  /** The word meant one regulation, not a folder of them. */
  readonly single: boolean;
}

/** A revision and what is meant in it; `rest` is empty where only the revision is given. */
interface Wanted {
  readonly rev?: string;
  readonly rest: string;
}

/** `REV:REST`, unless a file of that name is there or the letter before the colon is a drive. */
export function wantedOf(word: string): Wanted {
  const colon = word.indexOf(':');
  if (colon < 1 || existsSync(word) || /^[A-Za-z]:[\\/]/.test(word)) return { rest: word };
  return { rev: word.slice(0, colon), rest: word.slice(colon + 1) };
}

const isService = (name: string): boolean => name.endsWith('.yaml') && name !== 'act.yaml';

function readAct(shelf: Shelf, folder: string): Outcome<LoadedAct> {
  const tree = shelf.read(join(folder, 'act.yaml'));
  if (!tree.ok) return tree;
  const act = readModel(Act, tree.value);
  if (!act.ok) return failure(locatedIn(shelf, tree.value, act.findings));
  return success({ id: basename(folder), act: act.value, tree: tree.value });
}

function readRegulation(shelf: Shelf, file: string, act: LoadedAct): Outcome<LoadedRegulation> {
  const tree = shelf.read(file);
  if (!tree.ok) return tree;
  const regulation = readModel(Regulation, tree.value);
  if (!regulation.ok) return failure(locatedIn(shelf, tree.value, regulation.findings));
  const service = basename(file, '.yaml');
  return success({ address: `${act.id}/${service}`, service, act, regulation: regulation.value, tree: tree.value });
}

/** An act where there is none beside a lone file: nothing of it is compared. */
const noAct = (file: string): LoadedAct => {
  const nothing = { file, text: '', data: {} };
  const day = '0001-01-01';
  const registration = { number: '', date: day };
  const inForce = { from: null, to: null, why: '' };
  const act = { kind: 'order', lang: 'ru', number: '', date: day, title: '?', issuer: '?' } as const;
  return {
    id: basename(dirname(file)),
    act: { ...act, registration, inForce, services: [], clauses: [] },
    tree: nothing,
  };
};

function loadFile(shelf: Shelf, file: string): Outcome<Selected> {
  const own = shelf.kindOf(join(dirname(file), 'act.yaml')) ? readAct(shelf, dirname(file)) : undefined;
  const regulation = readRegulation(shelf, file, own?.ok ? own.value : noAct(file));
  if (!regulation.ok) return regulation;
  return success({ name: shelf.nameOf(file), acts: [], regulations: [regulation.value], single: true });
}

/** The acts of a folder: it is one itself, or holds them, or holds `regulations/` that does. */
function actFolders(shelf: Shelf, folder: string): string[] {
  if (shelf.kindOf(join(folder, 'act.yaml')) === 'file') return [folder];
  const home = shelf.kindOf(join(folder, 'regulations')) === 'folder' ? join(folder, 'regulations') : folder;
  return shelf
    .namesIn(home)
    .map((name) => join(home, name))
    .filter((inner) => shelf.kindOf(join(inner, 'act.yaml')) === 'file');
}

function loadFolder(shelf: Shelf, folder: string): Outcome<Selected> {
  const findings: Diagnostic[] = [];
  const acts: LoadedAct[] = [];
  const regulations: LoadedRegulation[] = [];
  for (const home of actFolders(shelf, folder)) {
    const act = readAct(shelf, home);
    findings.push(...act.findings);
    if (!act.ok) continue;
    acts.push(act.value);
    for (const name of shelf.namesIn(home).filter(isService)) {
      const regulation = readRegulation(shelf, join(home, name), act.value);
      findings.push(...regulation.findings);
      if (regulation.ok) regulations.push(regulation.value);
    }
  }
  const name = shelf.nameOf(folder);
  // A comparison with a part of a folder would call the rest removed.
  if (hasErrors(findings)) return failure(findings);
  if (acts.length === 0) return failure([diagnostic('diff-empty', { name }, { file: name })]);
  return success({ name, acts, regulations, single: false }, findings);
}

/** What a word means among the files of a shelf: a path, else an address or an act of the root. */
function pathOf(shelf: Shelf, root: string, word: string): string | undefined {
  const places = [word, placeOf(root, word), `${placeOf(root, word)}.yaml`];
  return places.find((place) => shelf.kindOf(place) !== undefined);
}

function load(shelf: Shelf, path: string): Outcome<Selected> {
  if (shelf.kindOf(path) === 'folder') return loadFolder(shelf, path);
  // An act's own file means the act with its regulations.
  return basename(path) === 'act.yaml' ? loadFolder(shelf, dirname(path)) : loadFile(shelf, path);
}

function selectInRevision(root: string, rev: string, rest: string): Outcome<Selected> {
  let fault: Outcome<never> | undefined;
  // A person stands in a repository of their own; the data may be in another.
  for (const folder of ['.', root]) {
    const shelf = revisionShelf(folder, rev);
    const path = shelf.ok ? pathOf(shelf.value, root, rest) : undefined;
    if (shelf.ok && path !== undefined) return load(shelf.value, path);
    fault ??= shelf.ok ? failure([diagnostic('revision-lacks', { rev, path: rest })]) : failure(shelf.findings);
  }
  return fault ?? failure([diagnostic('revision-lacks', { rev, path: rest })]);
}

/**
 * What one side of `diff` means: `ACT/SERVICE`, `ACT`, a file, a folder, or any of these after `REV:` as it stood in a
 * revision of git; after `REV:` alone, what the other side means. Faults: `regulation-unknown`, `diff-empty`,
 * `git-missing`, `repository-missing`, `revision-unknown`, `revision-lacks`, and those of the files.
 */
export function selectSide(root: string, word: string, other: string): Outcome<Selected> {
  const { rev, rest } = wantedOf(word);
  if (rev !== undefined) return selectInRevision(root, rev, rest === '' ? wantedOf(other).rest : rest);
  const path = pathOf(disk, root, rest);
  if (path !== undefined) return load(disk, path);
  const known = addressesIn(root);
  const names = [...known, ...new Set(known.map((address) => address.split('/')[0] ?? ''))];
  return failure([diagnostic('regulation-unknown', { name: word, near: nearest(rest, names).join(', ') })]);
}
