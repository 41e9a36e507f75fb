import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { Library, LoadedAct, LoadedRegulation } from '../model/index.ts';
import { readData } from './data-files.ts';

const isService = (name: string): boolean => name.endsWith('.yaml') && name !== 'act.yaml';

/** The addresses that exist under a root, read from file names alone. */
export function addressesIn(root: string): string[] {
  const folder = join(root, 'regulations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'act.yaml')))
    .map((entry) => entry.name)
    .sort()
    .flatMap((act) =>
      readdirSync(join(folder, act))
        .filter(isService)
        .sort()
        .map((file) => `${act}/${basename(file, '.yaml')}`),
    );
}

/** The addresses meant by the words of a command: an address, an act, or a path to a file or folder; none means all. */
export function selectAddresses(root: string, selectors: readonly string[]): Outcome<string[]> {
  const known = addressesIn(root);
  if (selectors.length === 0) return success(known);
  const findings: Diagnostic[] = [];
  const chosen = selectors.flatMap((selector) => {
    const word = selector
      .replace(/\/+$/, '')
      .replace(/\.yaml$/, '')
      .replace(/^(?:.*\/)?regulations(?:\/|$)/, '');
    const found = word === '' ? known : known.filter((address) => address === word || address.startsWith(`${word}/`));
    if (found.length === 0) {
      const names = [...known, ...new Set(known.map((address) => address.split('/')[0] ?? ''))];
      findings.push(diagnostic('regulation-unknown', { name: selector, near: nearest(word, names).join(', ') }));
    }
    return found;
  });
  if (findings.length > 0) return failure(findings);
  const wanted = new Set(chosen);
  return success(known.filter((address) => wanted.has(address)));
}

function loadAct(root: string, id: string): Outcome<LoadedAct> {
  const read = readData('act', join(root, 'regulations', id, 'act.yaml'));
  return read.ok ? success({ id, act: read.value.value, tree: read.value.tree }) : read;
}

function loadRegulation(root: string, address: string, act: LoadedAct): Outcome<LoadedRegulation> {
  const read = readData('regulation', join(root, 'regulations', `${address}.yaml`));
  const service = address.slice(act.id.length + 1);
  return read.ok ? success({ address, service, act, regulation: read.value.value, tree: read.value.tree }) : read;
}

/**
 * Reads acts and regulations in the order of each act's list. What is broken is left out and reported; the rest is
 * returned, so that one bad file does not stop the others.
 */
export function loadLibrary(
  root: string,
  addresses: readonly string[] = addressesIn(root),
): { library: Library; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const acts: LoadedAct[] = [];
  const regulations: LoadedRegulation[] = [];
  const broken: string[] = [];
  for (const id of new Set(addresses.map((address) => address.split('/')[0] ?? ''))) {
    const act = loadAct(root, id);
    if (!act.ok) {
      findings.push(...act.findings);
      continue;
    }
    acts.push(act.value);
    const order = act.value.act.services.map(({ service }) => `${id}/${service ?? ''}`);
    const rank = (address: string): number => (order.includes(address) ? order.indexOf(address) : order.length);
    const mine = addresses
      .filter((address) => address.startsWith(`${id}/`))
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    for (const address of mine) {
      const regulation = loadRegulation(root, address, act.value);
      if (regulation.ok) regulations.push(regulation.value);
      else {
        broken.push(address);
        findings.push(...regulation.findings);
      }
    }
  }
  return { library: { acts, regulations, broken }, findings };
}
