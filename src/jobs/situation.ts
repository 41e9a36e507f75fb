import { diagnostic, failure, nearest, success, type Diagnostic, type Outcome } from '../diagnostics/index.ts';
import type { LoadedCase, Situation } from '../document/index.ts';
import type { LoadedRegulation } from '../model/index.ts';
import { loadLaw, type LoadedLaw } from './law.ts';
import { addressesIn, loadLibrary } from './regulations.ts';
import { loadTemplates, type LoadedTemplates } from './templates.ts';

/** What the documents of all cases share; read once. */
export interface Surroundings {
  readonly law: LoadedLaw;
  readonly templates: LoadedTemplates;
  readonly regulations: ReadonlyMap<string, LoadedRegulation>;
  /** Every address of the root, also those that no case names. */
  readonly known: readonly string[];
}

/** Reads the law, the templates and the regulations that the cases name. */
export function surroundingsOf(
  root: string,
  cases: readonly LoadedCase[],
): { surroundings: Surroundings; findings: Diagnostic[] } {
  const law = loadLaw(root);
  const templates = loadTemplates(root);
  const known = addressesIn(root);
  const wanted = known.filter((address) => cases.some(({ value }) => value.service === address));
  const { library, findings } = loadLibrary(root, wanted);
  const regulations = new Map(library.regulations.map((entry) => [entry.address, entry]));
  return {
    surroundings: { law, templates, regulations, known },
    findings: [...law.findings, ...templates.findings, ...findings],
  };
}

/** All that the documents of a case are made of; `service-unknown` with the nearest names where its service is none of ours. */
export function situationOf(
  loaded: LoadedCase,
  { law, templates, regulations, known }: Surroundings,
): Outcome<Situation> {
  const { service } = loaded.value;
  const regulation = regulations.get(service);
  if (regulation)
    return success({ case: loaded, regulation, law: law.law, calendar: law.calendar, templates: templates.templates });
  // A known service without a regulation here was read and found broken; its own findings say why.
  if (known.includes(service)) return failure([]);
  const at = { file: loaded.file, pointer: [...loaded.pointer, 'service'] };
  return failure([diagnostic('service-unknown', { name: service, near: nearest(service, known).join(', ') }, at)]);
}
