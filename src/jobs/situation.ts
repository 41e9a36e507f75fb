import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { LoadedCase, Situation } from '../document/index.ts';
import { unfilledIn, type LoadedRegulation } from '../model/index.ts';
import { loadLaw, type LoadedLaw } from './law.ts';
import { addressesIn, loadLibrary } from './regulations.ts';
import { loadTemplates, type LoadedTemplates } from './templates.ts';

/** What the documents of all cases share: law and templates read once, a regulation when the first case names it. */
export class Surroundings {
  readonly law: LoadedLaw;
  readonly templates: LoadedTemplates;
  /** Every address of the root, also those that no case names. */
  readonly known: readonly string[];
  private readonly root: string;
  private readonly regulations = new Map<string, Outcome<LoadedRegulation>>();

  constructor(root: string) {
    this.root = root;
    this.law = loadLaw(root);
    this.templates = loadTemplates(root);
    this.known = addressesIn(root);
  }

  /** What is wrong with the law and the templates. */
  get findings(): readonly Diagnostic[] {
    return [...this.law.findings, ...this.templates.findings];
  }

  /** The regulation of a known service; the faults of one that is broken, or not filled in yet, are given each time it is asked for. */
  regulation(address: string): Outcome<LoadedRegulation> {
    const known = this.regulations.get(address);
    if (known) return known;
    const { library, findings } = loadLibrary(this.root, [address]);
    const [entry] = library.regulations;
    const unfilled = entry ? [...unfilledIn(entry.act.tree), ...unfilledIn(entry.tree)] : [];
    const isUsable = entry !== undefined && unfilled.length === 0;
    const loaded = isUsable ? success(entry, findings) : failure([...findings, ...unfilled]);
    this.regulations.set(address, loaded);
    return loaded;
  }
}

/** All that the documents of a case are made of; `service-unknown` with the nearest names where its service is none of ours. */
export function situationOf(loaded: LoadedCase, surroundings: Surroundings): Outcome<Situation> {
  const { service } = loaded.value;
  const { law, templates, known } = surroundings;
  if (!known.includes(service)) {
    const at = { file: loaded.file, pointer: [...loaded.pointer, 'service'] };
    return failure([diagnostic('service-unknown', { name: service, near: nearest(service, known).join(', ') }, at)]);
  }
  const regulation = surroundings.regulation(service);
  if (!regulation.ok) return regulation;
  const situation = {
    case: loaded,
    regulation: regulation.value,
    law: law.law,
    calendar: law.calendar,
    templates: templates.templates,
  };
  return success(situation, regulation.findings);
}
